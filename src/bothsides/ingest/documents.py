"""A text with what is stated of it → a `Document`, or the reason why it is none; copies of one text → one `Document`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from bothsides.errors import SourceError
from bothsides.ingest.failure import SourceFailure
from bothsides.ingest.furniture import Frame, find_frame
from bothsides.ingest.gazetteer import Gazetteer, load_gazetteer
from bothsides.ingest.known import Known
from bothsides.ingest.publisher import Speaker, find_speaker, names_publisher
from bothsides.ingest.rows import Source
from bothsides.ingest.sources import open_source
from bothsides.ingest.text import canonical, check_english, digest
from bothsides.ingest.viewpoint import find_viewpoint
from bothsides.records import Document

_SINGLE = ("title", "published", "publisher", "url", "place")


def read_sources(paths: Sequence[str], *, gazetteer: Gazetteer | None = None) -> Iterator[Document | SourceFailure]:
    """Yield, as a stream, a document for every text that the paths lead to, and a failure for every one that cannot be read.

    A path is a file, a folder, an index.csv, an http(s) address, or `-` for standard input. One text may come twice: see `merge_copies`.
    """
    known = gazetteer or load_gazetteer()
    for path in paths:
        for source in open_source(path):
            yield source if isinstance(source, SourceFailure) else _read_one(source, known)


def read_document(source: Source, gazetteer: Gazetteer) -> Document:
    """Return the document that a text, with what is stated of it, is.

    Raises:
        SourceError: the text is empty, too long, not English, or not the one whose digest is stated.
    """
    text = canonical(source.text)
    sha256 = digest(text)
    stated = source.known
    if stated.sha256 and stated.sha256.lower() != sha256:
        raise SourceError(f"its text has the sha256 {sha256}, but {stated.sha256} is stated: the text was changed")
    check_english(text)
    frame = find_frame(text, title=stated.title, names_publisher=partial(names_publisher, gazetteer=gazetteer))
    speaker, inferred = _speaker(text, frame, stated, gazetteer)
    if frame.title and not stated.title:
        inferred |= {"title"}
    return Document(
        identifiers=(source.identifier,),
        text=text,
        sha256=sha256,
        title=stated.title or frame.title,
        published=_day(stated.published, speaker),
        parties=speaker.parties,
        publisher=stated.publisher or (speaker.organ.name if speaker.organ else stated.site),
        url=stated.url,
        place=stated.place,
        furniture=frame.furniture,
        inferred=frozenset(inferred),
    )


def merge_copies(copies: Sequence[Document]) -> Document:
    """Return the one document that several copies of one text are, whatever their order.

    It has all their identifiers; of every other field the first known value counts, in the order of the identifiers, a stated one before an
    inferred one. Give all copies at once: merging two, and then a third, may prefer another copy's value.

    Raises:
        ValueError: there is no copy, or they are not of one text.
    """
    if len({copy.sha256 for copy in copies}) != 1:
        raise ValueError("merge_copies takes one or more copies of one text")
    ordered = sorted(copies, key=lambda copy: (copy.identifiers, repr(copy)))
    chosen: dict[str, object] = {}
    inferred: set[str] = set()
    for field in (*_SINGLE, "parties"):
        known = [copy for copy in ordered if getattr(copy, field)]
        first = next((copy for copy in known if field not in copy.inferred), known[0] if known else None)
        chosen[field] = getattr(first or ordered[0], field)
        if first is not None and field in first.inferred:
            inferred.add(field)
    return Document(
        identifiers=tuple(sorted({identifier for copy in ordered for identifier in copy.identifiers})),
        text=ordered[0].text,
        sha256=ordered[0].sha256,
        furniture=tuple(sorted({span for copy in ordered for span in copy.furniture})),
        inferred=frozenset(inferred),
        **chosen,  # type: ignore[arg-type]
    )


def _read_one(source: Source, gazetteer: Gazetteer) -> Document | SourceFailure:
    try:
        return read_document(source, gazetteer)
    except SourceError as error:
        return SourceFailure(source.identifier if source.known.identifier else source.name, str(error))


def _speaker(text: str, frame: Frame, stated: Known, gazetteer: Gazetteer) -> tuple[Speaker, set[str]]:
    lines = [" ".join(text[span.start : span.end].split()) for span in frame.furniture]
    speaker = find_speaker(stated, frame=lines, gazetteer=gazetteer)
    if speaker.parties:
        return speaker, set()
    day = stated.published.date() if isinstance(stated.published, datetime) else stated.published
    party = find_viewpoint(_account(text, frame), gazetteer, on=day)
    return (Speaker((party,)), {"parties"}) if party else (speaker, set())


def _account(text: str, frame: Frame) -> str:
    """Return the text without its furniture; its offsets are lost."""
    pieces, at = [], 0
    for span in frame.furniture:
        pieces.append(text[at : span.start])
        at = span.end
    return "".join([*pieces, text[at:]])


def _day(moment: date | None, speaker: Speaker) -> date | None:
    """Return the day of publication on the publisher's own clock.

    A feed gives moments in universal time: what Washington published in the evening bears the next day's date there.
    """
    if not isinstance(moment, datetime):
        return moment
    clock = speaker.organ.clock if speaker.organ else None
    if clock and moment.tzinfo is not None and moment.utcoffset() == UTC.utcoffset(None):
        return moment.astimezone(ZoneInfo(clock)).date()
    return moment.date()

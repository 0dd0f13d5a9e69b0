"""The straight line itself: sources → documents → readings → events → alignments, assessments → quads → store.

A build adds what it is given to what the store holds. Whatever the order and grouping in which texts are given, the same texts make the
same graphs, byte for byte; a text that was read before is not read again unless a table, a model or its metadata changed.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import msgspec

from bothsides.align import compare_event
from bothsides.archive import Archive
from bothsides.events import pin_claims, resolve_events, split_events, unite
from bothsides.extract import SHIPPED, extract
from bothsides.graph import Iris, Program, Told, entity_quads, event_quads, readout_quads, run_quads, schema_quads, this_program
from bothsides.ingest import SourceFailure, merge_copies, read_sources
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.resources import model as model_folder
from bothsides.resources import resource
from bothsides.store import open_store
from bothsides.vocabulary import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from os import PathLike

    from pyoxigraph import NamedNode, Quad

    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, Reading, Resolution

    # Called with the stage's name, how much of it is done, and of how much (None while that is not known).
    Progress = Callable[[str, int, int | None], None]

# Days between two accounts of one event beyond which a reader is asked; the longest trips and time zones lie well within.
_FAR_APART = 14


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `documents` counts texts given and read; the other counts are of all that the store now holds."""

    documents: int
    read_anew: int
    readouts: int
    claims: int
    events: int
    compared_events: int
    failures: tuple[SourceFailure, ...]
    warnings: tuple[str, ...]
    seconds: float


def build(
    paths: Sequence[str],
    *,
    store: str | PathLike[str],
    model: str = SHIPPED,
    base: str | None = None,
    one_event: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read every source named, and bring the store up to date with all texts it then holds.

    `model` is the spaCy pipeline, `base` the base of the data's IRIs; with `one_event` all texts held are taken to tell
    of one event. A document that cannot be read is listed in the report; nothing already stored is lost by it.

    Raises:
        StoreError: the store cannot be opened or written.
        ExtractionError: a model cannot be loaded.
    """
    started = perf_counter()
    tell = progress or _silent
    gazetteer = load_gazetteer()
    with open_store(store) as opened:
        archive = Archive(Path(store))
        given, failures, warnings = _ingest(paths, archive, gazetteer, tell)
        readings, read_anew = _read_all(archive, gazetteer, model, tell)
        tell("comparing", 0, None)
        resolution = resolve_events(readings)
        if one_event:
            warnings += _doubts(resolution)
            resolution = unite(resolution)
        pinned = [pin_claims(reading) for reading in readings]
        iris = Iris(base or BASE)
        graphs = dict(_graphs(pinned, resolution, gazetteer, iris, this_program(model)))
        tell("storing", 0, None)
        opened.apply(graphs, drops=[name for name in opened.graphs() if name not in graphs])
    return BuildReport(
        documents=given,
        read_anew=read_anew,
        readouts=len(readings),
        claims=sum(len(reading.claims) for reading in readings),
        events=len(resolution.events),
        compared_events=_compared(readings, resolution),
        failures=tuple(failures),
        warnings=tuple(warnings),
        seconds=perf_counter() - started,
    )


def read_documents(documents: Sequence[Document], *, model: str = SHIPPED) -> list[Reading]:
    """Read documents without a store, each claim at its narrowest event; for evaluation and for comparing two texts."""
    return [pin_claims(reading) for reading in extract(documents, gazetteer=load_gazetteer(), model=model)]


def _ingest(paths: Sequence[str], archive: Archive, gazetteer: Gazetteer, tell: Progress) -> tuple[int, list[SourceFailure], list[str]]:
    """Put every readable text into the archive; return how many were given, what failed, and what a person should know."""
    failures: list[SourceFailure] = []
    warnings: list[str] = []
    fresh: dict[str, list[Document]] = defaultdict(list)
    for number, item in enumerate(read_sources(paths, gazetteer=gazetteer), start=1):
        tell("reading sources", number, None)
        if isinstance(item, SourceFailure):
            failures.append(item)
        else:
            fresh[item.sha256].append(item)
    named: dict[str, set[str]] = defaultdict(set)
    for digest, copies in fresh.items():
        for copy in copies:
            for identifier in copy.identifiers:
                named[identifier].add(digest)
    for identifier, digests in sorted(named.items()):
        if len(digests) > 1:
            warnings.append(f"the id {identifier!r} stands for {len(digests)} different texts; both are kept. Give each its own id.")
    for digest in archive.digests():  # an id given again with another text: the new text takes the place of the old
        held = archive.copies(digest)
        kept = tuple(copy for copy in held if not any(named.get(i) and digest not in named[i] for i in copy.identifiers))
        if kept != held:
            warnings.extend(
                f"{copy.identifiers[0]}: the text changed since the last build; the new one replaces it."
                for copy in held
                if copy not in kept
            )
            archive.put_copies(digest, kept) if kept else archive.remove(digest)
    for digest, copies in fresh.items():
        latest = {copy.identifiers: copy for copy in (*archive.copies(digest), *copies)}
        archive.put_copies(digest, sorted(latest.values(), key=lambda copy: copy.identifiers))
    return sum(map(len, fresh.values())), failures, warnings


def _read_all(archive: Archive, gazetteer: Gazetteer, model: str, tell: Progress) -> tuple[list[Reading], int]:
    """Return the readings of all texts held, by digest, and how many had to be made; each is kept as soon as it is made."""
    documents = [merge_copies(archive.copies(digest)) for digest in archive.digests()]
    made_from = {document.sha256: _inputs(document, model) for document in documents}
    readings: dict[str, Reading] = {}
    unread = []
    for document in documents:
        kept = archive.reading(document.sha256, made_from[document.sha256])
        if kept is None:
            unread.append(document)
        else:
            readings[document.sha256] = kept
    for number, reading in enumerate(extract(unread, gazetteer=gazetteer, model=model) if unread else (), start=1):
        archive.put_reading(reading, made_from[reading.document.sha256])
        readings[reading.document.sha256] = reading
        tell("reading claims", number, len(unread))
    return [readings[document.sha256] for document in documents], len(unread)


def _inputs(document: Document, model: str) -> str:
    """Return the digest of all that a reading depends on: the document with its metadata, the shipped data, and the model."""
    return sha256(b"\n".join((msgspec.json.encode(document), model.encode(), _shipped().encode()))).hexdigest()


@functools.cache
def _shipped() -> str:
    """Return the digest of the program's version, tables and models."""
    digest = sha256(this_program().version.encode())
    for folder in (resource("data", "tables"), resource("ontology"), model_folder("syntax").parent):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _graphs(
    readings: Sequence[Reading], resolution: Resolution, gazetteer: Gazetteer, iris: Iris, program: Program
) -> Iterable[tuple[NamedNode, list[Quad]]]:
    """Yield every named graph of the store with its quads."""
    yield from _by_graph(schema_quads())
    yield from _by_graph(run_quads(iris=iris, program=program))
    yield from _by_graph(entity_quads(readings, names=gazetteer, iris=iris))
    for reading in readings:
        yield iris.readout_graph(reading.document), list(readout_quads(reading, names=gazetteer, iris=iris, program=program))
    told = Told.of(readings)
    for members, part in split_events(readings, resolution):
        alignments, assessments = compare_event(members, part)
        events = sorted(part.events, key=lambda event: (event.part_of is not None, event.key))
        quads = event_quads(
            events, members, resolution=part, alignments=alignments, assessments=assessments, told=told, iris=iris, program=program
        )
        yield iris.event_graph(events[0].key), list(quads)


def _by_graph(quads: Iterable[Quad]) -> Iterable[tuple[NamedNode, list[Quad]]]:
    graphs: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(quad)  # type: ignore[index]
    return graphs.items()


def _compared(readings: Sequence[Reading], resolution: Resolution) -> int:
    """Return how many top-level events readouts of two publishers tell of."""
    return sum(len({member.document.parties for member in members}) > 1 for members, _ in split_events(readings, resolution))


def _doubts(resolution: Resolution) -> list[str]:
    """Return why events that somebody says are one hardly can be."""
    tops = [event for event in resolution.events if event.part_of is None]
    days = sorted({event.start for event in tops if event.start is not None})
    doubts = []
    if len(tops) > 1 and not set.intersection(*(set(event.parties) for event in tops)):
        doubts.append("the texts name no party in common: are they of one event?")
    if days and (days[-1] - days[0]).days > _FAR_APART:
        doubts.append(f"the texts speak of {days[0]} and {days[-1]}: are they of one event?")
    return doubts


def _silent(stage: str, done: int, of: int | None) -> None:
    del stage, done, of

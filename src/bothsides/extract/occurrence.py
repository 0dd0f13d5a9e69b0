"""Document with its mentions → the event it reports: kind, date, place, who took part, and the meetings of a trip."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bothsides.extract.attendance import participants, trip_parts
from bothsides.extract.dates import find_dates
from bothsides.ingest.tables import read_table
from bothsides.records import EventKind, ReportedEvent, Span
from bothsides.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc

    from bothsides.extract.mentions import Mentions
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document

_COLUMNS = ("kind", "where", "pattern", "example")
_PLACES = ("title", "lead", "either")

# How many sentences from the start can tell of the event itself; later ones tell what was said.
_LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """A wording that tells what kind of event a text reports; rows come first that decide against those after them."""

    kind: EventKind
    where: str
    pattern: re.Pattern[str]


@functools.cache
def load_occasions() -> tuple[Occasion, ...]:
    """Return the rows of occasions.csv in order.

    Raises:
        VocabularyError: a row names another kind or place, or its pattern is not a regular expression.

    """
    rows = []
    for row in read_table(resource("data", "tables", "occasions.csv"), _COLUMNS):
        name = {"call": "phone-call"}.get(row["kind"], row["kind"])
        if name not in {kind.value for kind in EventKind} or row["where"] not in _PLACES:
            raise row.wrong(f"{row['kind']} in {row['where']}", f"a kind of event and one of {', '.join(_PLACES)}")
        try:
            rows.append(
                Occasion(EventKind(name), row["where"], re.compile(row["pattern"], re.IGNORECASE if row["where"] == "title" else 0))
            )
        except re.error as error:
            raise row.wrong(f"the pattern {row['pattern']!r} ({error})", "a regular expression") from error
    return tuple(rows)


def read_occurrence(doc: Doc, document: Document, *, mentions: Mentions, gazetteer: Gazetteer) -> ReportedEvent:
    """Return the event that a document tells of, as the document tells it."""
    lead = lead_sentences(doc, document)
    kind = _kind(document.title or "", [document.text[span.start : span.end] for span in lead])
    start, end, inferred = _dates(document, lead)
    people = participants(document, mentions, lead, kind=kind, gazetteer=gazetteer)
    return ReportedEvent(
        kind, start, end, _place(mentions, lead, gazetteer), people, trip_parts(document, mentions, lead, people), date_inferred=inferred
    )


def lead_sentences(doc: Doc, document: Document) -> list[Span]:
    """Return the first sentences of the publisher's own account, without furniture, headings and datelines."""
    lead: list[Span] = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        while start < end and document.text[start].isspace():
            start += 1
        if start == end or any(span.start < end and start < span.end for span in document.furniture):
            continue
        words = document.text[start:end].split()
        if len(words) < 4 or not any(word[0].islower() for word in words):
            continue
        lead.append(Span(start, end))
        if len(lead) == _LEAD_SENTENCES:
            break
    return lead


def _kind(title: str, lead: Sequence[str]) -> EventKind:
    """Return the kind by the first row that fits the title or one of the lead sentences, the earlier sentence first."""
    for sentence in lead[:1] or [""]:
        for occasion in load_occasions():
            texts = {"title": (title,), "lead": (sentence,), "either": (title, sentence)}[occasion.where]
            if any(text and occasion.pattern.search(text) for text in texts):
                return occasion.kind
    for sentence in lead[1:]:
        for occasion in load_occasions():
            if occasion.where != "title" and occasion.pattern.search(sentence):
                return occasion.kind
    return EventKind.OTHER


def _dates(document: Document, lead: Sequence[Span]) -> tuple[date | None, date | None, bool]:
    """Return the first day the lead names, else the day of publication, which then is inferred."""
    for span in lead[:2]:
        for found in find_dates(document.text[span.start : span.end], document.published):
            if found.start is not None:
                return found.start, found.end, False
    return document.published, None, document.published is not None


def _place(mentions: Mentions, lead: Sequence[Span], gazetteer: Gazetteer) -> str | None:
    """Return the first place that the lead says something was at."""
    places = [place for place in mentions.places if place.located and any(span.start <= place.span.start < span.end for span in lead[:2])]
    places = [place for place in places if gazetteer.places[place.place].kind != "region"]
    return places[0].place if places else None

"""Document with its mentions → the event it reports: kind, date, place, who took part, and the meetings of a trip."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bothsides.extract.attendance import before_turn, participants
from bothsides.extract.dates import find_dates
from bothsides.extract.itinerary import trip_parts, with_roles
from bothsides.extract.years import infer_day
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
_PLACES = ("title", "lead", "either", "attendance", "meetings")

# How many sentences from the start can tell of the event itself; later ones tell what was said.
_LEAD_SENTENCES = 3

# A later sentence that dates the event: "The call took place on 5 May."
_HELD = re.compile(r"\b(?:took place|(?:was|were) (?:held|convened)|(?:talks|meeting|call|visit|conversation|summit) on)\b")

# The event is told, if at all, in the first pages.
_ACCOUNT_SENTENCES = 200

# Shorter lines are headings and datelines.
_SHORTEST = 4


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
    account = account_sentences(doc, document, mentions)
    lead = account[:_LEAD_SENTENCES]
    kind = _kind(document.title or "", [" ".join(document.text[span.start : span.end].split()) for span in lead])
    wordings = {where: _wordings(where) for where in ("attendance", "meetings")}
    start, end, inferred = _dates(document, lead, mentions, gazetteer)
    people = participants(document, mentions, account, kind=kind, wordings=wordings)
    place = _place(mentions, lead, gazetteer)
    first = document.text[lead[0].start : lead[0].end] if lead else ""
    people = with_roles(people, kind, place=place, lead=first, gazetteer=gazetteer)
    parts = trip_parts(document, mentions, account, people) if kind is EventKind.VISIT else ()
    return ReportedEvent(kind, start, end, place, people, parts, date_inferred=inferred)


def _wordings(where: str) -> tuple[re.Pattern[str], ...]:
    return tuple(occasion.pattern for occasion in load_occasions() if occasion.where == where)


def account_sentences(doc: Doc, document: Document, mentions: Mentions) -> list[Span]:
    """Return the sentences of the publisher's own account, without furniture, headings and datelines.

    Where the parser ended a sentence inside a title or name ("Smt. | Leela"), the two parts are one sentence.
    """
    inside = {offset for person in mentions.people for offset in range(person.span.start + 1, person.span.end)}
    whole: list[Span] = []
    for sentence in islice(doc.sents, _ACCOUNT_SENTENCES):
        if whole and {whole[-1].end - 1, whole[-1].end} & inside:
            whole[-1] = Span(whole[-1].start, sentence.end_char)
        else:
            whole.append(Span(sentence.start_char, sentence.end_char))
    return [span for span in whole if _is_account(document.text[span.start : span.end], span, document.furniture)]


def _is_account(text: str, span: Span, furniture: Sequence[Span]) -> bool:
    words = text.split()
    running = len(words) >= _SHORTEST and any(word[0].islower() for word in words)
    return running and not any(one.start < span.end and span.start < one.end for one in furniture)


def _kind(title: str, lead: Sequence[str]) -> EventKind:
    """Return the kind by the first row that fits the title or one of the lead sentences, the earlier sentence first."""
    for sentence in lead[:1] or [""]:
        for occasion in load_occasions():
            texts = {"title": (title,), "lead": (sentence,), "either": (title, sentence)}.get(occasion.where, ())
            if any(text and occasion.pattern.search(text) for text in texts):
                return occasion.kind
    for sentence in lead[1:]:
        for occasion in load_occasions():
            if occasion.where in ("lead", "either") and occasion.pattern.search(sentence):
                return occasion.kind
    return EventKind.OTHER


def _dates(document: Document, lead: Sequence[Span], mentions: Mentions, gazetteer: Gazetteer) -> tuple[date | None, date | None, bool]:
    """Return the first day by which the lead dates the event, else the day of publication; inferred is that, and a year from offices.

    The first sentence dates it before it turns to what was said; a later one only if it speaks of the event itself.
    """
    for i, span in enumerate(lead):
        before = before_turn(document.text, span, mentions)
        text = document.text[before.start : before.end]
        if i and not _HELD.search(text):
            continue
        for found in find_dates(text, document.published):
            if found.start is not None:
                return found.start, found.end, False
            if found.month and found.day:
                day = infer_day(mentions.people, found.month, found.day, gazetteer)
                again = next((one for one in find_dates(text, day) if one.span == found.span), found)
                return again.start, again.end, day is not None
    return document.published, None, document.published is not None


def _place(mentions: Mentions, lead: Sequence[Span], gazetteer: Gazetteer) -> str | None:
    """Return the first place that the lead says something was at."""
    places = [place for place in mentions.places if place.located and any(span.start <= place.span.start < span.end for span in lead[:2])]
    places = [place for place in places if gazetteer.places[place.place].kind != "region"]
    return places[0].place if places else None

"""The store, asked by its questions → the dossier of an event → its comparison. Of the views, only this file asks anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bothsides.errors import QueryError
from bothsides.query import ask
from bothsides.records import DifferenceKind, Relation, Status
from bothsides.views.arrangement import arrange
from bothsides.views.model import (
    ClaimView,
    Comparison,
    DifferenceView,
    Dossier,
    EventView,
    LinkView,
    ParticipantView,
    PartyView,
    ReadoutView,
    TopicView,
    VerdictView,
)
from bothsides.views.wording import listed

if TYPE_CHECKING:
    from bothsides.query import Rows, Value
    from bothsides.store import Store

    Record = dict[str, Value]

_NO_TEXTS: Mapping[str, str] = {}
_MOST_LISTED = 8


def compare(store: Store, event: str, texts: Mapping[str, str] = _NO_TEXTS) -> Comparison:
    """Arrange what the readouts of an event (its key or IRI) say; `texts` maps digests to whole texts, where those are held.

    A part of a wider event is compared as the whole: a text on the visit may tell of the meeting without saying so.

    Raises:
        QueryError: there is no such event.
    """
    return arrange(dossier(store, event, texts))


def find_event(store: Store, wanted: str | None) -> str:
    """Return the IRI of the event that is meant by a key, an IRI, or words of its name; `None` means the one that can be compared.

    Raises:
        QueryError: none or several events fit; the message lists them.
    """
    rows = [row for row in ask(store, "events") if _number(row, "readouts")]
    if wanted is None:
        whole = [row for row in rows if row["part_of"] is None]
        fitting = [row for row in whole if _number(row, "readouts") > 1] or whole
        question = "cannot tell which event to compare: name one"
    else:
        words = wanted.casefold().split()
        exact = [row for row in rows if wanted in (row["event"], _key(row, "event"))]
        fitting = exact or [row for row in rows if all(word in f"{row['event']} {row['event_label']}".casefold() for word in words)]
        fitting = [row for row in fitting if row["part_of"] is None] or fitting
        question = f"cannot tell which event is meant by {wanted!r}"
    if len(fitting) == 1:
        return _text(fitting[0], "event")
    choices = fitting or rows
    named = "; ".join(f"{_key(row, 'event')} ({row['event_label']})" for row in choices[:_MOST_LISTED])
    more = f"; and {len(choices) - _MOST_LISTED} more" if len(choices) > _MOST_LISTED else ""
    held = f"{'these fit' if fitting else 'the store has'}: {named}{more}" if named else "the store has no event that a readout tells of"
    raise QueryError(f"{question}; {held}. See `bothsides events`.")


def dossier(store: Store, event: str, texts: Mapping[str, str] = _NO_TEXTS) -> Dossier:
    """Collect everything the store holds of an event, or of the wider event that it is a part of.

    Raises:
        QueryError: there is no such event.
    """
    events = {_text(row, "event"): row for row in ask(store, "events")}
    iri = next((iri for iri in events if event in (iri, iri.rsplit("/", 1)[-1])), None)
    if iri is None:
        raise QueryError(f"cannot compare {event!r}: the store has no such event. See `bothsides events`.")
    while (wider := events[iri]["part_of"]) in events:
        iri = str(wider)
    of_event = {"event": iri}
    participants, verdicts = ask(store, "participants-of-event", of_event), ask(store, "verdicts-of-event", of_event)
    readouts = ask(store, "readouts-of-event", of_event)
    parties = _party_labels(participants, verdicts, readouts)
    topics = {_text(row, "topic"): _text(row, "topic_label") for row in ask(store, "topic-order", of_event)}
    return Dossier(
        event=_event(events[iri], events, participants, parties),
        readouts=tuple(_readout(row, iri, texts) for row in readouts),
        claims=tuple(_claims(ask(store, "claims-of-event", of_event), iri, topics)),
        links=tuple(_links(ask(store, "links-of-event", of_event))),
        differences=tuple(
            DifferenceView(
                _key(row, "claim_a"),
                _key(row, "claim_b"),
                DifferenceKind(_key(row, "kind").removeprefix("difference-")),
                _text(row, "words_a"),
                _text(row, "words_b"),
            )
            for row in ask(store, "differences-of-event", of_event)
        ),
        verdicts=tuple(_verdict(row) for row in verdicts),
    )


def _party_labels(participants: Rows, verdicts: Rows, readouts: Rows) -> dict[str, str]:
    """Return code → label, from rows that name one party each: lists of codes and of labels are sorted apart and do not pair up."""
    pairs = [(row["party"], row["party_label"]) for row in participants] + [(row["other"], row["other_label"]) for row in verdicts]
    for row in readouts:
        if len(codes := _many(row, "parties")) == 1:
            pairs.append((codes[0], _many(row, "party_labels")[0]))
    return {_last(str(iri)): str(label) for iri, label in pairs if iri and label}


def _event(row: Record, events: Mapping[str, Record], participants: Rows, parties: Mapping[str, str]) -> EventView:
    iri = _text(row, "event")
    codes = [_last(code) for code in _many(row, "parties")]
    return EventView(
        iri=iri,
        label=_text(row, "event_label"),
        kind=_text(row, "kind_label"),
        start=_day(row, "start"),
        end=_day(row, "end"),
        place=_text(row, "place_label") or None,
        parties=tuple(PartyView(code, parties.get(code, code.upper())) for code in codes),
        participants=tuple(_participants(participants)),
        parts=tuple(_text(part, "event_label") for part in events.values() if part["part_of"] == iri),
    )


def _participants(rows: Rows) -> Iterable[ParticipantView]:
    """Yield each person once, with every office that a readout gives; a party in its own right is no person."""
    told: dict[str, ParticipantView] = {}
    offices: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["participant"] != row["party"]:
            person = _text(row, "participant")
            told.setdefault(person, ParticipantView(_key(row, "party"), _text(row, "name"), role=_text(row, "role_label") or None))
            offices[person].append(_text(row, "office_label"))
    for person, view in told.items():
        yield replace(view, office=" / ".join(dict.fromkeys(filter(None, offices[person]))) or None)


def _readout(row: Record, event: str, texts: Mapping[str, str]) -> ReadoutView:
    partial = row["reports_on"] != event
    body = (_number(row, "body_start"), _number(row, "body_end")) if row["body_end"] is not None else None
    return ReadoutView(
        iri=_text(row, "readout"),
        key=_key(row, "readout"),
        parties=tuple(_last(code) for code in _many(row, "parties")),
        publisher=listed(_many(row, "publisher_labels")) or None,
        title=_text(row, "title") or None,
        published=_day(row, "issued"),
        url=_text(row, "source") or None,
        characters=body[1] - body[0] if body else _number(row, "size"),
        body=body,
        partial=partial,
        about=_text(row, "reports_on_label") if partial else None,
        inferred=tuple(_last(name) for name in _many(row, "inferred")),
        text=texts.get(_text(row, "sha256")),
    )


def _claims(rows: Rows, event: str, topics: Mapping[str, str]) -> Iterable[ClaimView]:
    """Yield each claim once, on the longest of its passages."""
    longest: dict[str, Record] = {}
    for row in rows:
        held = longest.get(_text(row, "claim"))
        if held is None or _number(row, "end") - _number(row, "start") > _number(held, "end") - _number(held, "start"):
            longest[_text(row, "claim")] = row
    for iri, row in longest.items():
        yield ClaimView(
            iri=iri,
            key=_last(iri),
            readout=_key(row, "readout"),
            act=_key(row, "act"),
            quote=_text(row, "quote"),
            start=_number(row, "start"),
            end=_number(row, "end"),
            strength=_number(row, "strength"),
            stance=_number(row, "stance"),
            holders=tuple(_last(code) for code in _many(row, "holders")),
            binds=tuple(_last(code) for code in _many(row, "binds")),
            content=_text(row, "content"),
            cue=_text(row, "cue"),
            topics=tuple(TopicView(_last(topic), topics.get(topic, _last(topic))) for topic in _many(row, "topics")),
            confidence=_fraction(row, "confidence"),
            negated=bool(row["negated"]),
            nested_in=_key(row, "nested_in") or None,
            part=_text(row, "in_event_label") if row["in_event"] != event else None,
        )


def _links(rows: Rows) -> Iterable[LinkView]:
    """Yield the links within the event; a claim that follows up on an earlier event's is another matter."""
    relations = {relation.value: relation for relation in Relation}
    for row in rows:
        if relation := relations.get(_key(row, "relation").rsplit("#", 1)[-1]):
            yield LinkView(_key(row, "claim_a"), _key(row, "claim_b"), relation, _fraction(row, "confidence") or 0.0)


def _verdict(row: Record) -> VerdictView:
    return VerdictView(
        claim=_key(row, "claim"),
        party=_key(row, "other"),
        status=Status(_key(row, "status").removeprefix("status-")),
        searched=tuple(_last(readout) for readout in _many(row, "searched")),
        nearest=_key(row, "nearest") or None,
        nearest_score=_fraction(row, "nearest_score"),
    )


def _last(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _text(row: Record, column: str) -> str:
    value = row[column]
    return "" if value is None else str(value)


def _key(row: Record, column: str) -> str:
    return _last(_text(row, column))


def _many(row: Record, column: str) -> tuple[str, ...]:
    value = row[column]
    return value if isinstance(value, tuple) else ()


def _number(row: Record, column: str) -> int:
    value = row[column]
    return value if isinstance(value, int) else 0


def _fraction(row: Record, column: str) -> float | None:
    value = row[column]
    return float(value) if isinstance(value, int | float) else None


def _day(row: Record, column: str) -> date | None:
    value = row[column]
    return value if isinstance(value, date) else None

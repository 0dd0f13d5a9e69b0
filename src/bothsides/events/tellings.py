"""Readings → tellings: one event as one document tells it, in the shape in which two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bothsides.records import EventKind, Participant, Reading, ReportedEvent, Role

TRIPS = frozenset({EventKind.VISIT, EventKind.SUMMIT, EventKind.CONFERENCE})
CALLS = frozenset({EventKind.PHONE_CALL, EventKind.VIDEO_CALL})


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document tells it: the whole of it, or the meeting with index `part`.

    `earliest` and `latest` bound the day on which it took place (the day before publication and that day, where the text gives none);
    `stated` says that the text itself gives the day. `guests` are the people who are told to have come from elsewhere.
    """

    document: str
    part: int | None
    publishers: frozenset[str]
    kind: EventKind
    parties: frozenset[str]
    people: tuple[Participant, ...]
    place: str | None
    earliest: date | None
    latest: date | None
    stated: bool
    has_parts: bool

    @property
    def identity(self) -> tuple[str, int]:
        """What sorts tellings: the document's digest, then the whole before its parts."""
        return self.document, -1 if self.part is None else self.part

    @property
    def is_container(self) -> bool:
        """Whether other meetings can be parts of this one."""
        return self.has_parts or (self.kind in TRIPS and self.part is None)

    def keys_of(self, party: str) -> frozenset[str]:
        """Return the keys of the people who took part for `party`."""
        return frozenset(p.person.key for p in self.people if p.party == party and p.person is not None)


def tell(readings: Iterable[Reading]) -> list[Telling]:
    """Return every telling of `readings`, wholes and parts, sorted by document and part.

    A single named part is the event itself: only several parts make a whole that is more than its meeting.
    """
    tellings: list[Telling] = []
    for reading in sorted(readings, key=lambda r: r.document.sha256):
        event = reading.event
        several = len(event.parts) > 1
        tellings.append(_telling(reading, event, None, has_parts=several))
        if several:
            tellings.extend(_telling(reading, part, index, has_parts=False) for index, part in enumerate(event.parts))
    return tellings


def guests(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return those of `people` who are told to be guests."""
    return tuple(p for p in people if p.role is Role.GUEST)


def _telling(reading: Reading, event: ReportedEvent, part: int | None, *, has_parts: bool) -> Telling:
    whole, document = reading.event, reading.document
    earliest, latest, stated = _window(event, whole, document.published)
    people = event.participants
    if part is None:
        # People named in a part alone took part in the whole as well.
        people = tuple(dict.fromkeys((*people, *(p for inner in event.parts for p in inner.participants))))
    return Telling(
        document=document.sha256,
        part=part,
        publishers=frozenset(document.parties),
        kind=event.kind,
        parties=frozenset(p.party for p in people),
        people=tuple(p for p in people if p.person is not None),
        place=event.place or (whole.place if part is not None else None),
        earliest=earliest,
        latest=latest,
        stated=stated,
        has_parts=has_parts,
    )


def _window(event: ReportedEvent, whole: ReportedEvent, published: date | None) -> tuple[date | None, date | None, bool]:
    if event.start is not None:
        return event.start, event.end or event.start, True
    if whole.start is not None:  # an undated part lies somewhere in its whole
        return whole.start, whole.end or whole.start, False
    if published is not None:
        return published - timedelta(days=1), published, False
    return None, None, False

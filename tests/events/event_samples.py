"""Invented events as invented governments tell them: Arvania (xa), Belmora (xb), Costrava (xc)."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from bothsides.records import Claim, Document, EventKind, Participant, Person, Reading, ReportedEvent, Role

ORSO = Participant("xa", Person("livia-orso", "Livia Orso"), "Foreign Minister")
TAMM = Participant("xb", Person("petr-tamm", "Petr Tamm"), "Foreign Minister")
ILVES = Participant("xb", Person("mara-ilves", "Mara Ilves"), "President")
RUUD = Participant("xc", Person("jon-ruud", "Jon Ruud"), "Foreign Minister")
JUNE_18 = date(2031, 6, 18)
JUNE_19 = date(2031, 6, 19)


def document(name: str, *parties: str, published: date | None = JUNE_19) -> Document:
    """A document whose text is its name: enough where only the event counts."""
    return Document((name,), name, sha256(name.encode()).hexdigest(), published=published, parties=parties)


def told(
    name: str,
    party: str | tuple[str, ...],
    *people: Participant,
    kind: EventKind = EventKind.MEETING,
    start: date | None = JUNE_18,
    end: date | None = None,
    place: str | None = "Vell",
    parts: tuple[ReportedEvent, ...] = (),
    published: date | None = JUNE_19,
    claims: tuple[Claim, ...] = (),
) -> Reading:
    """One government's telling of an event."""
    parties = (party,) if isinstance(party, str) else party
    event = ReportedEvent(kind, start, end, place, people, parts)
    return Reading(document(name, *parties, published=published), event, claims)


def meeting(*people: Participant, start: date | None = None) -> ReportedEvent:
    """One meeting of a trip."""
    return ReportedEvent(EventKind.MEETING, start, None, None, people)


def guest(participant: Participant) -> Participant:
    """The same person, told to be a guest."""
    return Participant(participant.party, participant.person, participant.office, Role.GUEST)


def trip(name: str = "trip") -> Reading:
    """Arvania's account of its minister's two days in Belmora, with two meetings."""
    return told(
        name, "xa", ORSO, TAMM, ILVES, kind=EventKind.VISIT, end=JUNE_19, parts=(meeting(ORSO, ILVES), meeting(ORSO, TAMM))
    )  # fmt: skip

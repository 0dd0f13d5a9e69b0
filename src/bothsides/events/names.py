"""What an event is called: its key, a pure function of its tellings, and its label in plain words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from bothsides.events.tellings import CALLS, Telling, guests
from bothsides.records import EventKind, Participant, Person

# Parties whose names are written with the family name first in English as well; Japan's, Hungary's and Viet Nam's go by the last word.
FAMILY_NAME_FIRST = frozenset({"cn", "hk", "kh", "kp", "kr", "mo", "sg", "tw"})

_NOUNS = {
    EventKind.MEETING: "Talks",
    EventKind.PHONE_CALL: "Telephone call",
    EventKind.VIDEO_CALL: "Video call",
    EventKind.VISIT: "Visit",
    EventKind.SUMMIT: "Summit",
    EventKind.CONFERENCE: "Conference",
    EventKind.NEGOTIATION_ROUND: "Negotiations",
    EventKind.SIGNING: "Signing",
    EventKind.OTHER: "Event",
}


def principals(tellings: Sequence[Telling], kind: EventKind, host: str | None) -> tuple[Participant, ...]:
    """Return the people an event is named after: the guests of a visit, else the leading person of each party.

    `host` is the party in whose place it was, where that is known. The leading person is the one that most tellings name, at equal
    numbers the one named first, then the one first in the alphabet.
    """
    people = [p for t in tellings for p in t.people]
    if kind is not EventKind.VISIT:
        return _leading(people, tellings)
    came = guests(people) or tuple(p for p in people if host is not None and p.party != host) or _travellers(people)
    return _leading(came, tellings) or (() if host else _leading(people, tellings))


def event_key(day: date | None, vague: date | None, kind: EventKind, parties: Iterable[str], people: Iterable[str]) -> str:
    """Return the key of an event; `vague` is a day within a week or so of it, of which only the month is used.

    >>> event_key(date(2023, 6, 18), None, EventKind.MEETING, ["us", "cn"], ["Blinken", "Qin"])
    '2023-06-18-meeting-cn-us-blinken-qin'
    """
    when = day.isoformat() if day else vague.strftime("%Y-%m") if vague else "undated"
    slugs = (_slug(word) for word in (*sorted(parties), *sorted(people)))
    return "-".join((when, kind.value, *(s for s in slugs if s)))


def event_label(
    kind: EventKind, people: Sequence[Person], parties: Sequence[str], place: str | None, start: date | None, end: date | None
) -> str:
    """Return what a person would call the event; `parties` are names in plain words, used where no person is known.

    >>> people = [Person("qin-gang", "Qin Gang"), Person("antony-blinken", "Antony Blinken")]
    >>> event_label(EventKind.MEETING, people, (), "Beijing", date(2023, 6, 18), None)
    'Talks of Qin Gang and Antony Blinken, Beijing, 18 June 2023'
    """
    who = _listed([p.name for p in people] or list(parties))
    noun = _NOUNS[kind]
    head = f"{noun} of {who}" if who else noun
    if kind is EventKind.VISIT and place:
        head, place = f"{head} to {place}", None
    when = _period(start, end) if start else None
    return ", ".join(part for part in (head, None if kind in CALLS else place, when) if part)


def family_name(person: Person, party: str) -> str:
    """Return the word of a person's key that stands for the whole name.

    >>> family_name(Person("qin-gang", "Qin Gang"), "cn"), family_name(Person("antony-blinken", "Antony Blinken"), "us")
    ('qin', 'blinken')
    """
    words = person.key.split("-")
    return words[0] if party in FAMILY_NAME_FIRST else words[-1]


def _leading(people: Iterable[Participant], tellings: Sequence[Telling]) -> tuple[Participant, ...]:
    """Return one person a party, by party."""
    named = Counter(p.person.key for t in tellings for p in set(t.people) if p.person is not None)
    best: dict[str, tuple[tuple[int, int, str], Participant]] = {}
    for p in people:
        if p.person is None:
            continue
        place = min(t.people.index(p) for t in tellings if p in t.people)
        rank = (-named[p.person.key], place, p.person.key)
        if p.party not in best or rank < best[p.party][0]:
            best[p.party] = (rank, p)
    return tuple(best[party][1] for party in sorted(best))


def _travellers(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the people of the one party of which no more than one person is named: the traveller among hosts."""
    names: dict[str, set[str]] = {}
    for p in people:
        if p.person is not None:
            names.setdefault(p.party, set()).add(p.person.key)
    alone = [party for party, keys in names.items() if len(keys) == 1]
    return tuple(p for p in people if p.party == alone[0]) if len(alone) == 1 and len(names) > 1 else ()


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _period(start: date, end: date | None) -> str:
    if end is None or end == start:
        return f"{start.day} {start:%B %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%B %Y}"
    return f"{start.day} {start:%B} – {end.day} {end:%B %Y}" if start.year == end.year else f"{_period(start, None)} – {_period(end, None)}"


def _slug(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

"""Readings → events: tellings blocked by parties and day, merged best first, and nested in the trips that they were part of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations

from bothsides.events.names import event_key, event_label, family_name, principals
from bothsides.events.same import DAY, clash, contains, likeness
from bothsides.events.tellings import CALLS, Telling, tell
from bothsides.ingest.gazetteer import Gazetteer, load_gazetteer
from bothsides.records import Event, EventKind, Reading, Resolution

LONGEST_TRIP = timedelta(days=21)  # a window wider than this is a misread date; its first day alone is used for blocking
SPECIFIC = (  # of two kinds told as often, the one that says more
    EventKind.NEGOTIATION_ROUND,
    EventKind.SIGNING,
    EventKind.SUMMIT,
    EventKind.CONFERENCE,
    EventKind.VISIT,
    EventKind.VIDEO_CALL,
    EventKind.PHONE_CALL,
    EventKind.MEETING,
    EventKind.OTHER,
)


@dataclass(slots=True)
class _Group:
    """Tellings of one event, and why they were taken for one; grows while groups are merged."""

    tellings: list[Telling]
    because: list[str]
    parent: _Group | None = None


def resolve_events(readings: Sequence[Reading], *, gazetteer: Gazetteer | None = None) -> Resolution:
    """Return the events that `readings` tell of: a pure function of the readings held, whatever their order.

    Readouts with one party alone (domestic meetings) each make an event of their own. The gazetteer (the shipped one if none is
    given) serves to name events: parties in plain words, and whose place a visit went to.
    """
    tellings = tell(readings)
    wholes = [t for t in tellings if t.has_parts]
    meetings = [t for t in tellings if not t.has_parts]
    groups = _merge(wholes) + _merge(meetings)
    _nest(groups)
    return _resolution(groups, gazetteer or load_gazetteer())


def _merge(tellings: Sequence[Telling]) -> list[_Group]:
    """Merge pairs of tellings, the likeliest first, as long as no two in a group clash."""
    groups = {t.identity: _Group([t], []) for t in tellings}
    found = [(like, a, b) for a, b in _neighbours(tellings) if (like := likeness(a, b)) is not None]
    for like, a, b in sorted(found, key=lambda link: (-link[0].score, link[1].identity, link[2].identity)):
        one, other = groups[a.identity], groups[b.identity]
        if one is other or any(clash(x, y) for x in one.tellings for y in other.tellings):
            continue
        merged = _Group(sorted((*one.tellings, *other.tellings), key=lambda t: t.identity), [*one.because, *other.because, *like.because])
        groups.update((t.identity, merged) for t in merged.tellings)
    return list({id(group): group for group in groups.values()}.values())


def _neighbours(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield each pair of tellings with the same parties and windows that touch: the only ones that can be of one event."""
    blocks: dict[tuple[frozenset[str], date], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if len(telling.parties) > 1:
            for day in _days(telling):
                blocks[telling.parties, day].append(telling)
    seen: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for (parties, day), block in blocks.items():
        near = [*block, *blocks.get((parties, day + DAY), ())]
        for a, b in combinations(near, 2):
            pair = (a.identity, b.identity) if a.identity < b.identity else (b.identity, a.identity)
            if a.identity != b.identity and pair not in seen:
                seen.add(pair)
                yield (a, b) if a.identity < b.identity else (b, a)


def _days(telling: Telling) -> Iterator[date]:
    if telling.earliest is None or telling.latest is None:
        return
    last = telling.latest if telling.latest - telling.earliest <= LONGEST_TRIP else telling.earliest
    day = telling.earliest
    while day <= last:
        yield day
        day += DAY


def _nest(groups: Sequence[_Group]) -> None:
    """Give each meeting the trip that it was part of: its own document's, or the one that its people and day point to."""
    home = {t.document: g for g in groups for t in g.tellings if t.part is None and t.has_parts}
    hosts: dict[tuple[str, date], list[_Group]] = defaultdict(list)
    for group in groups:
        if any(t.is_container for t in group.tellings):
            for party, day in {(p, d) for t in group.tellings if t.is_container for p in t.parties for d in _days(t)}:
                hosts[party, day].append(group)
    for group in groups:
        own = Counter(id(home[t.document]) for t in group.tellings if t.part is not None)
        by_id = {id(g): g for g in home.values()}
        if own:
            group.parent = min((by_id[i] for i in own), key=lambda g: (-own[id(g)], g.tellings[0].identity))
            continue
        if any(t.is_container for t in group.tellings):
            continue
        candidates = {id(h): h for t in group.tellings for p in t.parties for d in _days(t) for h in hosts.get((p, d), ())}
        holding = [h for h in candidates.values() if any(contains(w, t) for w in h.tellings for t in group.tellings)]
        if holding:
            group.parent = min(holding, key=lambda g: (-_common(g, group), g.tellings[0].identity))
            group.because.append("its day, parties and people are those of a meeting of the trip")


def _common(whole: _Group, part: _Group) -> int:
    keys = {p.person.key for t in whole.tellings for p in t.people if p.person}
    return len(keys & {p.person.key for t in part.tellings for p in t.people if p.person})


def _resolution(groups: Sequence[_Group], gazetteer: Gazetteer) -> Resolution:
    events = {id(g): _event(g, gazetteer) for g in groups}
    for group in groups:  # a trip lasts at least as long as its meetings
        if group.parent is not None:
            events[id(group.parent)] = _widened(events[id(group.parent)], events[id(group)])
    keys = _distinct_keys(groups, events)
    of_document: dict[str, str] = {}
    parts: dict[str, dict[int, str]] = defaultdict(dict)
    for group in groups:
        for t in group.tellings:
            if t.part is None:
                of_document[t.document] = keys[id(group)]
            else:
                parts[t.document][t.part] = keys[id(group)]
    for group in groups:  # an undated meeting of a trip is named by the days of the trip
        if group.parent is not None and events[id(group)].start is None:
            whole = events[id(group.parent)]
            events[id(group)] = replace(events[id(group)], label=_label(group, gazetteer, whole.start, whole.end))
    final = [replace(events[id(g)], key=keys[id(g)], part_of=keys[id(g.parent)] if g.parent is not None else None) for g in groups]
    of_part = {document: tuple(named[i] for i in sorted(named)) for document, named in sorted(parts.items())}
    return Resolution(tuple(sorted(final, key=lambda e: e.key)), dict(sorted(of_document.items())), of_part)


def _distinct_keys(groups: Sequence[_Group], events: dict[int, Event]) -> dict[int, str]:
    """Return a key for each group; where several would have the same, each gets a suffix from the documents that tell of it."""
    count = Counter(events[id(g)].key for g in groups)
    keys: dict[int, str] = {}
    for group in groups:
        key = events[id(group)].key
        if count[key] > 1:
            told = " ".join(f"{document}/{part}" for document, part in sorted(t.identity for t in group.tellings))
            key = f"{key}-{sha256(told.encode()).hexdigest()[:6]}"
        keys[id(group)] = key
    return keys


def _event(group: _Group, gazetteer: Gazetteer) -> Event:
    """Return what the tellings of a group say together; the parent is filled in later."""
    tellings = group.tellings
    kind = _kind(tellings)
    start, end = _period(tellings)
    people = principals(tellings, kind, _host(tellings, gazetteer))
    parties = tuple(sorted(set().union(*(t.parties for t in tellings))))
    vague = min((t.earliest for t in tellings if t.earliest is not None), default=None)
    return Event(
        key=event_key(start, vague, kind, parties, [family_name(p.person, p.party) for p in people if p.person is not None]),
        kind=kind,
        label=_label(group, gazetteer, start, end),
        start=start,
        end=end,
        place=_place(tellings, kind),
        parties=parties,
        readouts=tuple(sorted(t.document for t in tellings if t.part is None)),
        because=tuple(sorted(set(group.because))),
    )


def _label(group: _Group, gazetteer: Gazetteer, start: date | None, end: date | None) -> str:
    kind, host = _kind(group.tellings), _host(group.tellings, gazetteer)
    people = [p.person for p in principals(group.tellings, kind, host) if p.person is not None]
    parties = sorted({p for t in group.tellings for p in t.parties})
    if kind is EventKind.VISIT and host in parties and len(parties) > 1:
        parties.remove(host)
    known = [gazetteer.party(p) for p in parties]
    names = [k.name if k else p.upper() for k, p in zip(known, parties, strict=True)]
    return event_label(kind, people, names, _place(group.tellings, kind), start, end)


def _host(tellings: Sequence[Telling], gazetteer: Gazetteer) -> str | None:
    """Return the party in whose place the event was, if it took part."""
    place = _commonest([t.place for t in tellings if t.place])
    known = gazetteer.place(place) if place else None
    return known.party if known and any(known.party in t.parties for t in tellings) else None


def _place(tellings: Sequence[Telling], kind: EventKind) -> str | None:
    return None if kind in CALLS else _commonest([t.place for t in tellings if t.place])


def _kind(tellings: Sequence[Telling]) -> EventKind:
    count = Counter(t.kind for t in tellings)
    return min(count, key=lambda k: (-count[k], SPECIFIC.index(k)))


def _period(tellings: Sequence[Telling]) -> tuple[date | None, date | None]:
    """Return first and last day as most tellings state them; without any, the day of publication where there is no whole to ask."""
    stated = [(t.earliest, t.latest) for t in tellings if t.stated and t.earliest and t.latest]
    if stated:
        count = Counter(stated)
        start, end = min(count, key=lambda w: (-count[w], w))
        return start, end if end != start else None
    return None, None


def _widened(whole: Event, part: Event) -> Event:
    if part.start is None or whole.start is None:
        return whole
    start, end = min(whole.start, part.start), max(whole.end or whole.start, part.end or part.start)
    return replace(whole, start=start, end=end if end != start else None)


def _commonest(words: Sequence[str]) -> str | None:
    count = Counter(words)
    return min(count, key=lambda w: (-count[w], -len(w), w)) if count else None

"""Compared readings → the verdict on each claim relative to each other party that took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bothsides.align.pairs import Compared, Family
from bothsides.events import event_of_claim
from bothsides.records import Alignment, Assessment, Claim, Reading, Relation, Status

# The verdict that the strongest relation found gives, strongest first: one plain contradiction outweighs any agreement elsewhere.
BY_RELATION = (
    (Relation.CONTRADICTS, Status.CONTESTED),
    (Relation.CORROBORATES, Status.SHARED),
    (Relation.OVERLAPS, Status.SHARED_UNEQUAL),
)


@dataclass(slots=True)
class _Evidence:
    """What was found for the claims of one event: relations by claim and other document, and the likeliest claim not linked."""

    relations: dict[tuple[str, str], set[Relation]] = field(default_factory=lambda: defaultdict(set))
    nearest: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)


def assess(
    readings: Sequence[Reading], known: Family, alignments: Iterable[Alignment], compared: Iterable[Compared]
) -> Iterator[Assessment]:
    """Yield one assessment for each claim and each party of its event that did not publish it, by claim and party.

    A joint statement speaks for all its publishers: it is no claim of one against another, and it can bear out each one's own text.
    """
    evidence = _gather(readings, alignments, compared)
    parts: dict[str, set[str]] = defaultdict(set)
    for event in known.events.values():
        if event.part_of is not None:
            parts[event.part_of] |= set(event.parties)
    ordered = sorted(readings, key=lambda r: r.document.sha256)
    for reading in ordered:
        for claim in sorted(reading.claims, key=lambda c: c.key):
            key = event_of_claim(claim, known.resolution)
            parties = set(known.events[key].parties) | parts[key]
            if len(parties) > 1:
                for party in sorted(parties - set(reading.document.parties)):
                    yield _assessment(claim, key, party, reading, ordered, known, evidence)


def _assessment(
    claim: Claim, key: str, party: str, reading: Reading, readings: Sequence[Reading], known: Family, evidence: _Evidence
) -> Assessment:
    of_document = known.resolution.of_document
    theirs = [r.document.sha256 for r in readings if party in r.document.parties and r is not reading] if reading.document.parties else []
    full = [d for d in theirs if known.is_within(key, of_document[d])]
    partial = [d for d in theirs if d not in full and known.is_within(of_document[d], key)]
    searched = tuple(full + partial)
    relations = {r for d in searched for r in evidence.relations.get((claim.key, d), ())}
    near = max((evidence.nearest[claim.key, d] for d in searched if (claim.key, d) in evidence.nearest), default=None)
    return Assessment(
        claim=claim.key,
        party=party,
        status=_status(relations, covered=bool(full), partly=bool(partial)),
        searched=tuple(sorted(searched)),
        nearest=near[1] if near else None,
        nearest_score=near[0] if near else None,
    )


def _status(relations: set[Relation], *, covered: bool, partly: bool) -> Status:
    for relation, status in BY_RELATION:
        if relation in relations:
            return status
    if covered:
        return Status.ONE_SIDED
    return Status.ONE_SIDED_PARTIAL if partly else Status.UNCOMPARED


def _gather(readings: Sequence[Reading], alignments: Iterable[Alignment], compared: Iterable[Compared]) -> _Evidence:
    evidence = _Evidence()
    document = {c.key: c.document for r in readings for c in r.claims}
    linked: set[tuple[str, str]] = set()
    for link in alignments:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            linked.add((one, other))
            if one in document and other in document:
                evidence.relations[one, document[other]].add(link.relation)
    for pair in compared:
        for mine, theirs, likely in ((pair.a, pair.b, pair.likely), (pair.b, pair.a, pair.likely.T)):
            for claim, row in zip(mine.claims, likely, strict=True):
                rejected = [
                    (round(float(p), 4), other.key)
                    for p, other in zip(row, theirs.claims, strict=True)
                    if p > 0 and (claim.key, other.key) not in linked
                ]
                if rejected:
                    # Of equally likely ones the first in its text, so that the verdict is the same on every machine.
                    best = min(rejected, key=lambda near: (-near[0], near[1]))
                    evidence.nearest[claim.key, theirs.document.sha256] = best
    return evidence

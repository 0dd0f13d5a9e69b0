"""Readings of one event → which of them can be compared, and the links between the claims of each two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bothsides.align.differences import find_differences, told
from bothsides.align.features import Matrix, compare, side
from bothsides.align.links import choose_links, likelihood
from bothsides.align.relation import contradicts
from bothsides.align.weights import Weights
from bothsides.events import event_of_claim
from bothsides.records import Alignment, Difference, Event, Reading, Relation, Resolution


@dataclass(frozen=True, slots=True)
class Family:
    """The events that a resolution knows, and which is part of which."""

    resolution: Resolution
    events: dict[str, Event]

    def is_within(self, inner: str, outer: str) -> bool:
        """Say whether `inner` is `outer` or a part of it."""
        key: str | None = inner
        while key is not None:
            if key == outer:
                return True
            key = self.events[key].part_of
        return False

    def are_related(self, a: str, b: str) -> bool:
        """Say whether one of two events is the other or a part of it."""
        return self.is_within(a, b) or self.is_within(b, a)

    def top(self, key: str) -> str:
        """Return the widest event that `key` is part of."""
        parent = self.events[key].part_of
        return key if parent is None else self.top(parent)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two readings of different publishers, how likely each two of their claims are of one matter, and the links chosen."""

    a: Reading
    b: Reading
    likely: Matrix
    links: tuple[Alignment, ...]


def family(resolution: Resolution) -> Family:
    """Return the events of `resolution`, ready to be asked for their parts."""
    return Family(resolution, {e.key: e for e in resolution.events})


def compare_readings(readings: Sequence[Reading], known: Family, weights: Weights) -> Iterator[Compared]:
    """Yield each two readings of one event that different publishers issued, compared; in the order of their digests."""
    for a, b in combinations(sorted(readings, key=lambda r: r.document.sha256), 2):
        if not _are_comparable(a, b, known):
            continue
        likely = (
            likelihood(compare(side(a), side(b), weights), weights) if a.claims and b.claims else np.zeros((len(a.claims), len(b.claims)))
        )
        likely = np.where(_may_meet(a, b, known), likely, 0.0)
        links = tuple(_alignment(a, b, i, j, float(likely[i, j]), known) for i, j in choose_links(likely, weights))
        yield Compared(a, b, likely, links)


def _are_comparable(a: Reading, b: Reading, known: Family) -> bool:
    mine, theirs = set(a.document.parties), set(b.document.parties)
    if not mine or not theirs or mine == theirs:
        return False
    of_document = known.resolution.of_document
    key_a, key_b = of_document[a.document.sha256], of_document[b.document.sha256]
    return len(known.events[key_a].parties) > 1 and known.are_related(key_a, key_b)


def _may_meet(a: Reading, b: Reading, known: Family) -> Matrix:
    """Return 1 where two claims are pinned to one event or to an event and its part, 0 where to two separate meetings."""
    rows = [event_of_claim(c, known.resolution) for c in a.claims]
    columns = [event_of_claim(c, known.resolution) for c in b.claims]
    related = {(x, y): known.are_related(x, y) for x in set(rows) for y in set(columns)}
    return np.array([[float(related[x, y]) for y in columns] for x in rows]).reshape(len(rows), len(columns))


def _alignment(a: Reading, b: Reading, i: int, j: int, score: float, known: Family) -> Alignment:
    day = known.events[known.top(known.resolution.of_document[a.document.sha256])].start
    x, y = told(a, a.claims[i], day), told(b, b.claims[j], day)
    against = contradicts(x.claim, y.claim)
    differences = () if against else find_differences(x, y)
    relation = Relation.CONTRADICTS if against else Relation.OVERLAPS if differences else Relation.CORROBORATES
    if x.claim.key > y.claim.key:
        x, y = y, x
        differences = tuple(Difference(d.kind, d.b, d.a) for d in differences)
    return Alignment(x.claim.key, y.claim.key, relation, round(score, 4), differences)

"""Two linked claims → corroborates, overlaps or contradicts."""

from __future__ import annotations

from collections.abc import Collection

from bothsides.align.differences import Told
from bothsides.records import Act, Difference, Relation

TURNS_DOWN = frozenset({Act.REFUSE, Act.DENY})
TAKES_UP = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT, Act.DEMAND, Act.DISCUSS, Act.ANNOUNCE, Act.SUPPORT})
UNDERTAKES = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT})


def relate(a: Told, b: Told, differences: Collection[Difference]) -> Relation:
    """Return how two claims on one matter stand to each other.

    One contradicts the other where one side reports as refused or denied what the other reports as agreed, promised or raised.
    """
    x, y = a.claim, b.claim
    if (x.act in TURNS_DOWN and y.act in TAKES_UP) or (y.act in TURNS_DOWN and x.act in TAKES_UP):
        return Relation.CONTRADICTS
    if x.negated != y.negated and x.act in UNDERTAKES and y.act in UNDERTAKES and set(x.binds) & set(y.binds):
        return Relation.CONTRADICTS
    return Relation.OVERLAPS if differences else Relation.CORROBORATES

"""Two linked claims → whether they contradict one another."""

from __future__ import annotations

from bothsides.records import Act, Claim

TURNS_DOWN = frozenset({Act.REFUSE, Act.DENY})
TAKES_UP = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT, Act.DEMAND, Act.DISCUSS, Act.ANNOUNCE, Act.SUPPORT})
UNDERTAKES = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT})


def contradicts(x: Claim, y: Claim) -> bool:
    """Say whether two claims on one matter cannot both be true: one refuses or denies what the other has agreed, promised or raised."""
    if (x.act in TURNS_DOWN and y.act in TAKES_UP) or (y.act in TURNS_DOWN and x.act in TAKES_UP):
        return True
    return x.negated != y.negated and x.act in UNDERTAKES and y.act in UNDERTAKES and bool(set(x.binds) & set(y.binds))

"""Claims and links → groups of claims on one matter: which claims share a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bothsides.records import Relation
from bothsides.views.model import LinkView

# A contradiction must be seen as one row; a like report binds more than a loose one.
_RANK = {Relation.CONTRADICTS: 0, Relation.CORROBORATES: 1, Relation.OVERLAPS: 2}


def group(claims: Iterable[str], links: Sequence[LinkView]) -> list[list[str]]:
    """Group claim keys into matters; every key stands in exactly one group, unlinked ones alone.

    Contradicting and corroborating claims are grouped transitively. An overlap only adds a claim that stands alone so far: chains
    of loose overlaps would otherwise heap unrelated matters into one row.
    """
    groups = {key: [key] for key in claims}
    for link in sorted(links, key=lambda link: (_RANK[link.relation], -link.confidence, link.a, link.b)):
        if link.a not in groups or link.b not in groups or groups[link.a] is groups[link.b]:
            continue
        left, right = groups[link.a], groups[link.b]
        if link.relation is Relation.OVERLAPS and len(left) > 1 and len(right) > 1:
            continue
        left.extend(right)
        for key in right:
            groups[key] = left
    return list({id(members): members for members in groups.values()}.values())

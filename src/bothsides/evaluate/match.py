"""Claims as read and claims as annotated → which is which, by the tokens of their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bothsides.evaluate.gold import GoldClaim, GoldDocument
from bothsides.evaluate.tokens import locate, tokenise
from bothsides.records import Claim, Reading

LEAST_OVERLAP = 0.5  # of the union of the tokens; the same as in the agreement of two annotators


@dataclass(frozen=True, slots=True)
class Located:
    """A claim as read, with the positions of its tokens in the annotated text; none when its evidence is not in that text."""

    claim: Claim
    tokens: frozenset[int]


@dataclass(frozen=True, slots=True)
class Matching:
    """The claims of one document, matched one to one; what is left over on either side."""

    document: GoldDocument
    reading: Reading | None
    matched: tuple[tuple[GoldClaim, Located], ...]
    missed: tuple[GoldClaim, ...]
    spurious: tuple[Located, ...]

    @property
    def read(self) -> int:
        """The number of claims that were read."""
        return len(self.matched) + len(self.spurious)


def match_claims(document: GoldDocument, reading: Reading | None) -> Matching:
    """Return the claims of one document matched best overlap first, at equal overlap those with the same act."""
    found = locate_claims(document, reading) if reading else []
    scored = sorted(
        (-overlap(g.tokens, p.tokens), g.act is not p.claim.act, i, j)
        for i, g in enumerate(document.claims)
        for j, p in enumerate(found)
        if overlap(g.tokens, p.tokens) >= LEAST_OVERLAP
    )
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for _, _, i, j in scored:
        if i not in of_gold and j not in of_found:
            of_gold[i], of_found[j] = j, i
    return Matching(
        document=document,
        reading=reading,
        matched=tuple((document.claims[i], found[j]) for i, j in of_gold.items()),
        missed=tuple(g for i, g in enumerate(document.claims) if i not in of_gold),
        spurious=tuple(p for j, p in enumerate(found) if j not in of_found),
    )


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the tokens in common as a share of the tokens of both."""
    return len(a & b) / len(a | b) if a and b else 0.0


def locate_claims(document: GoldDocument, reading: Reading) -> list[Located]:
    """Return the claims of `reading` with their place in the annotated text, found by their words near where they stand."""
    words: Sequence[str] = document.tokens.words
    length = max(1.0, sum(map(len, words)) * 1.2)  # tokens hold no blanks: about a fifth more code points than letters
    located: list[Located] = []
    for claim in reading.claims:
        evidence = tokenise(reading.document.text[claim.span.start : claim.span.end]).words
        located.append(Located(claim, locate(words, evidence, near=claim.span.start / length) or frozenset()))
    return located

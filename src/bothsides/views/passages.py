"""A full text and its claims → paragraphs of stretches, each knowing which claims it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bothsides.views.model import ClaimView


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive characters under the same claims. `claim` is the innermost; `opens` are the keys of the claims that begin here."""

    text: str
    claim: ClaimView | None = None
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a text. `furniture` holds if it lies outside the publisher's own account."""

    stretches: tuple[Stretch, ...]
    furniture: bool = False


def paragraphs(text: str, claims: Sequence[ClaimView], body: tuple[int, int] | None = None) -> list[Paragraph]:
    """Split a text at its line feeds and at the bounds of the claims; claims whose words are not at their offsets are left out."""
    first, last = body or (0, len(text))
    held = [claim for claim in claims if text[claim.start : claim.end] == claim.quote]
    opening: dict[int, list[str]] = {}
    for claim in held:
        opening.setdefault(claim.start, []).append(claim.key)
    result = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            outside = start + len(line) <= first or start >= last
            result.append(Paragraph(tuple(_stretches(line, start, held, opening)), outside))
        start += len(line) + 1
    return result


def _stretches(line: str, offset: int, claims: Sequence[ClaimView], opening: Mapping[int, Sequence[str]]) -> list[Stretch]:
    """Cut one line, which begins at `offset` of the text, at every bound of a claim."""
    end = offset + len(line)
    near = [claim for claim in claims if claim.start < end and claim.end > offset]
    cuts = sorted({offset, end, *(point for claim in near for point in (claim.start, claim.end) if offset < point < end)})
    stretches = []
    for left, right in pairwise(cuts):
        covering = [claim for claim in near if claim.start <= left and right <= claim.end]
        inner = min(covering, key=lambda claim: (claim.end - claim.start, claim.key), default=None)
        stretches.append(Stretch(line[left - offset : right - offset], inner, tuple(opening.get(left, ()))))
    return stretches

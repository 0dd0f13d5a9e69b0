"""A passage → what can be compared of it: stems, thesaurus concepts, names and numbers, each weighed by how rare it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bothsides.align.stems import stem, word_spans
from bothsides.align.thesaurus import Found, PhraseKind, load_thesaurus

_BORDER = re.compile("[,;:]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The comparable content of one passage.

    `phrases` are ranges of `words`, `pairs` neighbouring content stems, `names` stems of capitalised words within the sentence.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: frozenset[str]
    pairs: frozenset[str]
    concepts: frozenset[str]
    parts: tuple[frozenset[str], ...]
    names: frozenset[str]
    numbers: frozenset[float]
    phrases: tuple[Found, ...]

    def of_kind(self, kind: PhraseKind) -> list[Found]:
        """Return the phrases of one kind, in the text's order."""
        return sorted((p for p in self.phrases if p.kind is kind), key=lambda p: (p.start, -p.end))

    def verbatim(self, start: int, end: int) -> str:
        """Return the passage from word `start` up to word `end`, as written, on one line."""
        return " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split())


@lru_cache(maxsize=8_192)
def read_wording(text: str) -> Wording:
    """Return the comparable content of `text`.

    >>> wording = read_wording("The two sides agreed to resume direct flights to Lisbon")
    >>> sorted(wording.concepts & {"restart", "air-links"}), sorted(wording.names)
    (['air-links', 'restart'], ['lisbon'])
    """
    thesaurus = load_thesaurus()
    spans = tuple(word_spans(text))
    found = tuple(text[start:end] for start, end in spans)
    stems = tuple(map(stem, found))
    phrases = tuple(thesaurus.find(found, stems))
    light = {i for p in phrases if p.kind is PhraseKind.LIGHT for i in range(p.start, p.end)}
    content = frozenset(s for i, s in enumerate(stems) if s not in thesaurus.light and i not in light and not s[0].isdigit())
    heavy = [s for s in stems if s in content]
    return Wording(
        text=text,
        spans=spans,
        words=found,
        stems=stems,
        content=content,
        pairs=frozenset(f"{x} {y}" for x, y in pairwise(heavy)),
        concepts=frozenset(p.concept for p in phrases if p.kind is PhraseKind.SYNONYM),
        parts=tuple(_parts(text, spans, stems, content, phrases)),
        names=frozenset(stems[i] for i in range(1, len(found)) if found[i][0].isupper() and stems[i] in content),
        numbers=frozenset(_numbers(found, phrases)),
        phrases=phrases,
    )


def _parts(
    text: str, spans: Sequence[tuple[int, int]], stems: Sequence[str], content: frozenset[str], phrases: Sequence[Found]
) -> list[frozenset[str]]:
    """Return the stems and concepts (marked `~`) of each item of an enumeration; a passage without one is a single part.

    "discussed strategic stability, a dialogue on ransomware and work on Iran" answers three claims of another text, each in part.
    """
    borders = [i for i in range(1, len(spans)) if _BORDER.search(text[spans[i - 1][1] : spans[i][0]]) or stems[i] == "and"]
    parts: list[frozenset[str]] = []
    for start, end in pairwise([0, *borders, len(spans)]):
        found = {s for s in stems[start:end] if s in content}
        found |= {f"~{p.concept}" for p in phrases if p.kind is PhraseKind.SYNONYM and start <= p.start and p.end <= end}
        if len(found) > 1:
            parts.append(frozenset(found))
    return parts or [content]


def _numbers(found: tuple[str, ...], phrases: tuple[Found, ...]) -> list[float]:
    """Return the numbers of a passage with their scale: "three lakh" is 300,000, "500 million" 500,000,000."""
    scales = {p.start: float(p.concept) for p in phrases if p.kind is PhraseKind.SCALE}
    spelt = {p.start: float(p.concept) for p in phrases if p.kind is PhraseKind.NUMBER}
    values: list[float] = []
    for i, word in enumerate(found):
        value = spelt.get(i)
        if value is None and word[0].isdigit():
            value = _value(word)
        if value is not None:
            values.append(value * scales.get(i + 1, 1.0))
    return values


def _value(word: str) -> float | None:
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None

"""Text → the tokens by which two readers' passages are compared, with where each token stands in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bothsides.records import Span

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, lower-cased and with plain quotes, and the range of code points each was read from."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def at(self, span: Span) -> frozenset[int]:
        """Return the positions of the tokens that overlap `span`."""
        return frozenset(i for i, s in enumerate(self.spans) if s.start < span.end and span.start < s.end)


def tokenise(text: str) -> Tokens:
    """Return the tokens of `text` after compatibility normalisation; an escaped hash sign counts as a hash sign."""
    characters: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        for plain in unicodedata.normalize("NFKC", character).translate(_PLAIN):
            if plain == "#" and characters and characters[-1] == "\\":
                characters.pop()
                origin.pop()
            characters.append(plain)
            origin.append(position)
    found = list(_TOKEN.finditer("".join(characters)))
    return Tokens(
        words=tuple(m.group().lower() for m in found),
        spans=tuple(Span(origin[m.start()], origin[m.end() - 1] + 1) for m in found),
    )


def locate(text: Sequence[str], part: Sequence[str], *, near: float = 0.0) -> frozenset[int] | None:
    """Return the token positions of `part` in `text`: of several occurrences the nearest to the relative position `near`."""
    size = len(part)
    if not size:
        return None
    starts = [i for i in range(len(text) - size + 1) if text[i] == part[0] and tuple(text[i : i + size]) == tuple(part)]
    if not starts:
        return None
    start = min(starts, key=lambda i: abs(i / max(1, len(text)) - near))
    return frozenset(range(start, start + size))

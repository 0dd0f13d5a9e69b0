"""Names as sequences of words: one way to cut any text into words, and a fast search for the longest known phrase.

Tables, titles of documents and their texts are all cut by `cut_words`, so that "U.S.-Japan", "N'Djamena" and "Jae-in" fall apart alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# In this order: a sum in dollars is no party; "U.S." and "H.E." keep their dots; "N'Djamena" its apostrophe; "Russia's" loses its 's;
# an initial keeps its dot ("Antony J. Blinken"); a blank line counts as a word, so that no phrase runs across it.
_WORD = re.compile(
    r"[A-Z]{2}\$|(?:[A-Z]\.){2,}(?![a-z])|[A-Z]\.(?=\s+[A-Z])|[^\W_]+(?:['’ʼ][^\W_]{2,})*|['’]s\b|\n[^\S\n]*\n|[^\w\s]",
)
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text, with its offsets in characters."""

    text: str
    start: int
    end: int


def cut_words(text: str) -> list[Word]:
    """Cut a text into words and marks; curly apostrophes are written straight, offsets are those of the text as it is."""
    return [Word(match.group().translate(_SAME), match.start(), match.end()) for match in _WORD.finditer(text)]


def fold(name: str) -> str:
    """Return a name without accents, case and apostrophes, as names are compared: "Nausėda" and "Nauseda" are one."""
    plain = unicodedata.normalize("NFKD", name.translate(_SAME).replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c) and c != "'").casefold()


def slug(name: str) -> str:
    """Return a name as a key of lower-case words joined by hyphens: "Recep Tayyip Erdoğan" is `recep-tayyip-erdogan`."""
    return re.sub(r"[^\w]+|_", "-", fold(name)).strip("-")


class Phrases(Generic[T]):
    """A set of known phrases, each with values; finds the longest that begins at a given word."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        by_words: dict[tuple[str, ...], list[T]] = {}
        for phrase, value in phrases:
            by_words.setdefault(tuple(word.text for word in cut_words(phrase)), []).append(value)
        heads: dict[str, list[tuple[tuple[str, ...], tuple[T, ...]]]] = {}
        for words, values in by_words.items():
            if words:
                heads.setdefault(words[0], []).append((words, tuple(values)))
        for known in heads.values():
            known.sort(key=lambda entry: -len(entry[0]))
        self._heads = heads

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[T, ...]] | None:
        """Return the end (exclusive, in words) and the values of the longest phrase that begins at `words[at]`."""
        for phrase, values in self._heads.get(words[at], ()):
            end = at + len(phrase)
            if len(phrase) == 1 or tuple(words[at:end]) == phrase:
                return end, values
        return None

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield start, end (in words) and values of the known phrases of a text, longest first, none overlapping, in order."""
        at = 0
        while at < len(words):
            found = self.longest(words, at)
            if found is None:
                at += 1
            else:
                yield at, found[0], found[1]
                at = found[0]

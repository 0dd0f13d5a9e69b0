"""Names as sequences of words: one way to cut any text into words, and a fast search for the longest known phrase.

Tables, titles of documents and their texts are all cut by `cut_words`, so that "U.S.-Japan", "N'Djamena" and "Jae-in" fall apart alike.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

# In this order: a sum in dollars is no party; "U.S." and "H.E." keep their dots; "N'Djamena" its apostrophe; "Russia's" loses its 's;
# an initial keeps its dot ("Antony J. Blinken"); a blank line counts as a word, so that no phrase runs across it.
_WORD = re.compile(
    r"[A-Z]{2}\$|(?:[A-Z]\.){2,}(?![a-z])|[A-Z]\.(?=\s+[A-Z])|[^\W_]+(?:'[^\W_]{2,})*|'s\b|\n[^\S\n]*\n|[^\w\s]",
)
# Letters that no decomposition turns into plain ones.
_STROKED = str.maketrans("łŁıøØđĐ", "lLioOdD")
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


class Word(NamedTuple):
    """One word or mark of a text, with its offsets in characters."""

    text: str
    start: int
    end: int


def cut_words(text: str) -> list[Word]:
    """Cut a text into words and marks; curly apostrophes are written straight, offsets are those of the text as it is."""
    return [Word(match.group(), *match.span()) for match in _WORD.finditer(text.translate(_SAME))]


@functools.lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return a name without accents, case and apostrophes, as names are compared: "Nausėda" and "Nauseda" are one."""
    if name.isascii():
        return name.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", name.translate(_SAME).translate(_STROKED))
    return "".join(c for c in plain if not unicodedata.combining(c) and c != "'").casefold()


def slug(name: str) -> str:
    """Return a name as a key of lower-case words joined by hyphens: "Recep Tayyip Erdoğan" is `recep-tayyip-erdogan`."""
    return re.sub(r"[^\w]+|_", "-", fold(name)).strip("-")


class _Node(Generic[T]):
    """A place in the tree of phrases: the values of the phrase that ends here, and the words that can follow."""

    __slots__ = ("after", "values")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.values: tuple[T, ...] = ()


class Phrases(Generic[T]):
    """A set of known phrases, each with values; finds the longest that begins at a given word."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._top: _Node[T] = _Node()
        for phrase, value in phrases:
            node = self._top
            for word in cut_words(phrase):
                node = node.after.setdefault(word.text, _Node())
            if node is not self._top:
                node.values += (value,)

    @property
    def first_words(self) -> KeysView[str]:
        """The words with which a phrase can begin; a loop over a text asks for `longest` at these alone."""
        return self._top.after.keys()

    def longest(self, words: Sequence[str], at: int) -> tuple[int, tuple[T, ...]] | None:
        """Return the end (exclusive, in words) and the values of the longest phrase that begins at `words[at]`."""
        node = self._top.after.get(words[at])
        found, size = None, len(words)
        while node is not None:
            at += 1
            if node.values:
                found = at, node.values
            node = node.after.get(words[at]) if at < size else None
        return found

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield start, end (in words) and values of the known phrases of a text, longest first, none overlapping, in order."""
        at = 0
        while at < len(words):
            found = self.longest(words, at) if words[at] in self._top.after else None
            if found is None:
                at += 1
            else:
                yield at, found[0], found[1]
                at = found[0]

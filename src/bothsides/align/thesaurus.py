"""`data/tables/thesaurus.csv` → the phrases that mean one thing in diplomatic English, ready to be found in a text."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bothsides.align.stems import stem, words
from bothsides.errors import VocabularyError
from bothsides.resources import resource


class PhraseKind(StrEnum):
    """What the phrases of one row are for."""

    SYNONYM = "synonym"  # other words for one matter
    TERM = "term"  # names of one thing between which governments choose on purpose
    HEDGE = "hedge"  # conditions and reservations
    WEAK = "weak"  # preparing or considering, in place of doing
    SCOPE = "scope"  # what widens a matter or singles out a part of it
    VAGUE_AMOUNT = "vague-amount"
    VAGUE_DATE = "vague-date"
    LIGHT = "light"  # words that say little about the matter
    COUNTED_PEOPLE = "counted-people"  # "the two leaders" is no amount
    NUMBER = "number"
    SCALE = "scale"
    TIME_UNIT = "time-unit"
    MONTH = "month"
    SEASON = "season"
    DATE_PART = "date-part"
    YEAR = "year"
    MONTH_FROM_NOW = "month-from-now"
    DEADLINE = "deadline"
    ONWARDS = "onwards"


# Three ways of looking up: word by word as written; stem by stem; and by stems with small words allowed in between.
AS_WRITTEN = frozenset(
    {
        PhraseKind.NUMBER,
        PhraseKind.SCALE,
        PhraseKind.MONTH,
        PhraseKind.SEASON,
        PhraseKind.DATE_PART,
        PhraseKind.YEAR,
        PhraseKind.MONTH_FROM_NOW,
        PhraseKind.DEADLINE,
        PhraseKind.ONWARDS,
        PhraseKind.HEDGE,
        PhraseKind.WEAK,
        PhraseKind.SCOPE,
        PhraseKind.VAGUE_AMOUNT,
        PhraseKind.VAGUE_DATE,
    }
)
BY_STEM = frozenset({PhraseKind.COUNTED_PEOPLE, PhraseKind.TIME_UNIT})
Phrase = tuple[tuple[str, ...], PhraseKind, str]


@dataclass(frozen=True, slots=True)
class Found:
    """One phrase of the thesaurus in a list of words: its row and the range of words that it covers."""

    kind: PhraseKind
    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Phrases by what they begin with, and the stems that carry no matter."""

    loose: dict[str, tuple[Phrase, ...]]
    stemmed: dict[str, tuple[Phrase, ...]]
    exact: dict[str, tuple[Phrase, ...]]
    light: frozenset[str]

    def find(self, written: Sequence[str], stems: Sequence[str]) -> Iterator[Found]:
        """Yield every phrase in a passage, given its words and their stems."""
        heavy = [i for i, s in enumerate(stems) if s not in self.light]
        for at, i in enumerate(heavy):
            for phrase, kind, concept in self.loose.get(stems[i], ()):
                places = heavy[at : at + len(phrase)]
                if tuple(stems[j] for j in places) == phrase:
                    yield Found(kind, concept, i, places[-1] + 1)
        for i, word in enumerate(stems):
            for phrase, kind, concept in self.stemmed.get(word, ()):
                if tuple(stems[i : i + len(phrase)]) == phrase:
                    yield Found(kind, concept, i, i + len(phrase))
        lower = [w.lower() for w in written]
        for i, word in enumerate(lower):
            for phrase, kind, concept in self.exact.get(word, ()):
                if tuple(lower[i : i + len(phrase)]) == phrase and (kind is not PhraseKind.MONTH or written[i][0].isupper()):
                    yield Found(kind, concept, i, i + len(phrase))


@cache
def load_thesaurus() -> Thesaurus:
    """Return the shipped thesaurus.

    Raises:
        VocabularyError: a row has an unknown kind or no phrase.
    """
    path = resource("data", "tables", "thesaurus.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for number, row in enumerate(rows, start=2):
        if row["kind"] not in set(PhraseKind) or not row["phrases"]:
            kinds = ", ".join(PhraseKind)
            raise VocabularyError(
                f"cannot read {path}:{number}: found kind {row['kind']!r}; expected one of {kinds}, and phrases parted by |."
            )
    small = [row for row in rows if row["kind"] == PhraseKind.LIGHT and row["concept"] == "function"]
    light = frozenset(stem(p) for row in small for p in row["phrases"].split("|"))
    loose: dict[str, list[Phrase]] = defaultdict(list)
    stemmed: dict[str, list[Phrase]] = defaultdict(list)
    exact: dict[str, list[Phrase]] = defaultdict(list)
    for row in rows:
        kind = PhraseKind(row["kind"])
        for phrase in row["phrases"].split("|"):
            every = words(phrase)
            if kind in AS_WRITTEN:
                exact[every[0].lower()].append((tuple(w.lower() for w in every), kind, row["concept"]))
                continue
            stems = tuple(map(stem, every))
            if kind in BY_STEM:
                stemmed[stems[0]].append((stems, kind, row["concept"]))
                continue
            heavy = tuple(s for s in stems if s not in light) or stems
            loose[heavy[0]].append((heavy, kind, row["concept"]))
    return Thesaurus(_longest_first(loose), _longest_first(stemmed), _longest_first(exact), light)


def _longest_first(phrases: dict[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {first: tuple(sorted(found, key=lambda p: (-len(p[0]), p[1], p[2]))) for first, found in phrases.items()}

"""The reporting lexicon (`data/tables/reporting.csv`) → the cues that a parsed text holds.

A cue is a sequence of lemmas. Between its words a text may put articles, possessives, adjectives, adverbs and the like ("expressed her
deep gratitude" holds `express gratitude`); the longest cue that begins at a token wins.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bothsides.errors import VocabularyError
from bothsides.records import Act
from bothsides.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from bothsides.extract.parsed import Parsed


class CueKind(StrEnum):
    """What a row of the lexicon is for; see the head of `CONTRIBUTING.md`, "How to add a reporting verb"."""

    VERB = "verb"
    NOUN = "noun"
    LIGHT = "light"
    PHRASE = "phrase"
    TOPIC = "topic"
    ENCOUNTER = "encounter"
    TONE = "tone"
    HEDGE = "hedge"
    BOOSTER = "booster"
    NEGATOR = "negator"
    JOINT = "joint"
    TELLING = "telling"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its lemmas, what it is for, the act it signals (if any) and by how much it shifts the act's strength."""

    words: tuple[str, ...]
    kind: CueKind
    act: Act | None
    shift: int

    @property
    def cue(self) -> str:
        """The row's lemmas, joined by spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a text, with the indices of the tokens that carry it."""

    entry: Entry
    tokens: tuple[int, ...]


# What may stand between two words of a cue, and how many words of it. A gap of six, and conjunctions in it, cross-validated no better.
_SKIPPED = frozenset({"DET", "ADJ", "ADV", "PRON", "NUM", "PART", "PROPN", "PUNCT"})
_GAP = 4
# Kinds that can stand at the head of a claim, in the order in which one of two equally long matches is preferred.
_PREDICATES = (CueKind.PHRASE, CueKind.VERB, CueKind.TOPIC, CueKind.ENCOUNTER, CueKind.LIGHT, CueKind.NOUN)


class Lexicon:
    """The rows of the reporting lexicon, indexed by their first lemma."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_first: dict[str, list[Entry]] = {}  # longest first
        for entry in sorted(entries, key=lambda e: (-len(e.words), _rank(e.kind), e.words)):
            self._by_first.setdefault(entry.words[0], []).append(entry)

    @functools.cached_property
    def lemmas(self) -> frozenset[str]:
        """All lemmas that stand in a cue."""
        return frozenset(word for entry in self.entries() for word in entry.words)

    @functools.cached_property
    def verbs(self) -> frozenset[str]:
        """The first lemmas of all cues that a verb opens."""
        return frozenset(entry.words[0] for entry in self.entries() if entry.kind in {CueKind.VERB, CueKind.LIGHT})

    def entries(self) -> list[Entry]:
        """Return all rows."""
        return [entry for group in self._by_first.values() for entry in group]

    def matches(self, parsed: Parsed, start: int, end: int) -> list[Match]:
        """Return the cues in a token range: at each token the longest of every kind that begins there, in text order."""
        found: list[Match] = []
        lemmas = parsed.lemmas
        for i in range(start, end):
            group = self._by_first.get(lemmas[i], ())
            if parsed.lowers[i] != lemmas[i]:  # plural subjects and the like are rows of surface forms ("both sides")
                group = (*group, *self._by_first.get(parsed.lowers[i], ()))
            seen: set[CueKind] = set()
            for entry in group:
                if entry.kind in seen:
                    continue
                tokens = _follow(parsed, entry.words, i, end)
                if tokens is not None:
                    found.append(Match(entry, tokens))
                    seen.add(entry.kind)
        return found


def _rank(kind: CueKind) -> int:
    return _PREDICATES.index(kind) if kind in _PREDICATES else len(_PREDICATES)


def _follow(parsed: Parsed, words: tuple[str, ...], first: int, end: int) -> tuple[int, ...] | None:
    """Return the tokens that carry `words` from `first` on, or None."""
    tokens = [first]
    at = first
    for word in words[1:]:
        gap = 0
        at += 1
        while at < end and parsed.lemmas[at] != word and parsed.lowers[at] != word:
            gap += 1
            if gap > _GAP or (parsed.pos[at] not in _SKIPPED and parsed.words[at] != "-"):
                return None
            at += 1
        if at >= end:
            return None
        tokens.append(at)
    return tuple(tokens)


@functools.cache
def irregular_forms() -> dict[str, str]:
    """Return irregular English verb forms and their lemmas, which statistical lemmatisers often leave as they are."""
    with resource("data", "tables", "irregular_forms.csv").open(encoding="utf-8", newline="") as lines:
        return {row["form"]: row["lemma"] for row in csv.DictReader(lines)}


@functools.lru_cache(maxsize=4)
def load_lexicon(path: Path | None = None) -> Lexicon:
    """Read the lexicon, checking every row.

    Raises:
        VocabularyError: a row has an unknown kind or act, no cue, or stands twice.
    """
    source = path or resource("data", "tables", "reporting.csv")
    entries: list[Entry] = []
    seen: set[tuple[str, str]] = set()
    with source.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            where = f"{source}:{number}"
            cue, kind, act = row["cue"].strip(), row["kind"], row["act"]
            if not cue or (cue, kind) in seen:
                raise VocabularyError(f"{where}: the cue {cue!r} of kind {kind!r} is empty or stands twice. Remove the row.")
            seen.add((cue, kind))
            try:
                entries.append(Entry(tuple(cue.split()), CueKind(kind), Act(act) if act else None, int(row["shift"] or 0)))
            except ValueError as error:
                raise VocabularyError(f"{where}: {error}. Kinds: {', '.join(CueKind)}; acts: {', '.join(Act)}.") from error
    return Lexicon(entries)

"""The words of `ontology/topics.ttl` → the stretches of a text that show a topic. One pass, longest phrase first.

Words are compared folded: lower case, no accents, singular, one spelling of -our, -ise, -ence and -tre; hyphens and possessives do not
count. A label that begins with a capital matches only capitalised words, and an acronym only capitals ("WHO", not "who").
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bothsides.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# A British and an American spelling fold to the same letters; other words that change with them do no harm, as phrases fold alike.
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ising", "izing"),
    ("bour", "bor"),
    ("vour", "vor"),
    ("efence", "efense"),
    ("icence", "icense"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("ogramme", "ogram"),
)
_CONCEPT = re.compile(r"^topic:(\S+) a skos:Concept ;\n(.*?) \.$", re.MULTILINE | re.DOTALL)
_LABELS = re.compile(r'^    skos:(pref|alt|hidden)Label ((?:\s*"(?:[^"\\]|\\.)*"@en ?[,;]?)+)', re.MULTILINE)
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"@en')


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: as written, folded, and where it stands."""

    form: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the half-open range of its words, and the topics that it shows."""

    first: int
    last: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrase:
    folded: tuple[str, ...]
    is_acronym: bool
    is_name: bool
    topics: tuple[str, ...]

    def matches(self, words: Sequence[Word], at: int) -> bool:
        form = words[at].form
        if self.is_acronym and not form.rstrip("s").isupper():
            return False
        if self.is_name and not form[0].isupper() and not form[0].isdigit():
            return False
        end = at + len(self.folded)
        return end <= len(words) and all(words[i].folded == part for i, part in zip(range(at, end), self.folded, strict=True))


@lru_cache(maxsize=1 << 16)
def fold(form: str) -> str:
    """Return the form under which words are compared.

    >>> fold("Neighbours’"), fold("policies"), fold("Defence"), fold("Türkiye's")
    ('neighbor', 'policy', 'defense', 'turkiye')
    """
    word = form.lower().replace("’", "'").rstrip("'")
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() or word
    word = word.removesuffix("'s")
    if len(word) > 3:
        word = _singular(word)
        for ending, other in _SPELLINGS:
            if word.endswith(ending):
                return word[: -len(ending)] + other
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word[-1] == "s" and word[-2] not in "sui" else word


def split_words(text: str) -> list[Word]:
    """Return the words of a text, in order; punctuation is left out."""
    return [Word(match.group(), fold(match.group()), *match.span()) for match in _WORD.finditer(text)]


def read_labels(path: Path) -> dict[str, tuple[str, ...]]:
    """Return each topic's labels of all three kinds, preferred first, from the Turtle file of topics.

    The file keeps one fixed layout (tests hold it), so its label lines are read as they stand: no RDF library is needed to extract.

    Raises:
        VocabularyError: the file has no topic, or a topic has no label.
    """
    labels = {
        slug: tuple(_as_written(kind, label) for kind, lines in _LABELS.findall(body) for label in _LITERAL.findall(lines))
        for slug, body in _CONCEPT.findall(path.read_text(encoding="utf-8"))
    }
    empty = [slug for slug, found in labels.items() if not found]
    if not labels or empty:
        what = f"no label of {', '.join(empty)}" if empty else "no topic"
        raise VocabularyError(
            f'reading topic words from {path}: found {what}; expected `skos:prefLabel "…"@en` under each `topic:… a skos:Concept`.'
        )
    return labels


def _as_written(kind: str, label: str) -> str:
    """Undo the capital that a preferred label has as a heading, so that it is not taken for a name."""
    return label[0].lower() + label[1:] if kind == "pref" else label


class Lexicon:
    """Phrases by their first word, longest first."""

    def __init__(self, labels: Mapping[str, Iterable[str]]) -> None:
        self.topics = tuple(labels)
        shown: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)
        for slug, phrases in labels.items():
            for phrase in phrases:
                key = tuple(word.folded for word in split_words(phrase))
                shown[key].setdefault(slug, []).append(phrase)
        self._by_first: dict[str, list[_Phrase]] = defaultdict(list)
        for key, by_topic in shown.items():
            self._by_first[key[0]].append(_phrase(key, by_topic))
        for found in self._by_first.values():
            found.sort(key=lambda phrase: (-len(phrase.folded), phrase.folded))

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """Return the phrases in `words`, in order and without overlap; where two begin at one word, the longer."""
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            found = next((p for p in self._by_first.get(words[at].folded, ()) if p.matches(words, at)), None)
            if found is not None:
                hits.append(Hit(at, at + len(found.folded), found.topics))
            at += len(found.folded) if found is not None else 1
        return hits


def _phrase(folded: tuple[str, ...], by_topic: Mapping[str, Sequence[str]]) -> _Phrase:
    written = [phrase for phrases in by_topic.values() for phrase in phrases]
    return _Phrase(
        folded=folded,
        is_acronym=len(folded) == 1 and all(len(p) > 1 and p.isupper() for p in written),
        is_name=all(p[0].isupper() for p in written),
        topics=tuple(by_topic),
    )

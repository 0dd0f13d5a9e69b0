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
from typing import TYPE_CHECKING, NamedTuple

from bothsides.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
_BROADER = re.compile(r"^    skos:broader topic:(\S+)", re.MULTILINE)
_LABELS = re.compile(r'^    skos:(pref|alt|hidden)Label ((?:\s*"(?:[^"\\]|\\.)*"@en ?[,;]?)+)', re.MULTILINE)
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"@en')


class Words(NamedTuple):
    """The words of a text in order, as written and folded; punctuation is left out."""

    forms: list[str]
    folded: list[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of folded words that shows topics; `parties` are the codes of those whose name it is ("Iran")."""

    key: str
    folded: tuple[str, ...]
    is_acronym: bool
    is_name: bool
    topics: tuple[str, ...]
    parties: frozenset[str]

    def stands_at(self, words: Words, at: int) -> bool:
        """Tell whether the phrase begins at a word whose folded form is its first."""
        form = words.forms[at]
        if self.is_acronym and not form.rstrip("s").isupper():
            return False
        if self.is_name and not (form[0].isupper() or form[0].isdigit()):
            return False
        length = len(self.folded)
        return length == 1 or tuple(words.folded[at : at + length]) == self.folded


class Hit(NamedTuple):
    """A phrase found, with the half-open range of its words.

    `is_inner` marks a phrase inside a longer one ("human rights" in "Human Rights Council"): weaker evidence.
    """

    phrase: Phrase
    first: int
    last: int
    is_inner: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """One concept of the scheme: its labels of all kinds, preferred first, and the topic above it."""

    labels: tuple[str, ...]
    broader: str | None


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


def split_words(text: str) -> Words:
    """Return the words of a text."""
    forms = _WORD.findall(text)
    return Words(forms, [fold(form) for form in forms])


def word_offsets(text: str) -> list[tuple[int, int]]:
    """Return where the words of a text stand, in characters, in the order of `split_words`."""
    return [match.span() for match in _WORD.finditer(text)]


def read_topics(path: Path) -> dict[str, Topic]:
    """Return the topics by slug, in the order of the Turtle file.

    The file keeps one fixed layout (a test holds it), so its lines are read as they stand: no RDF library is needed to extract.

    Raises:
        VocabularyError: the file has no topic, or a topic has no label.

    """
    topics = {
        slug: Topic(
            labels=tuple(_as_written(kind, label) for kind, lines in _LABELS.findall(body) for label in _LITERAL.findall(lines)),
            broader=next(iter(_BROADER.findall(body)), None),
        )
        for slug, body in _CONCEPT.findall(path.read_text(encoding="utf-8"))
    }
    empty = [slug for slug, topic in topics.items() if not topic.labels]
    if not topics or empty:
        found = f"no label of {', '.join(empty)}" if empty else "no topic"
        raise VocabularyError(
            f'reading topic words from {path}: {found}; expected `skos:prefLabel "…"@en` under `topic:… a skos:Concept ;`.'
        )
    return topics


def _as_written(kind: str, label: str) -> str:
    """Undo the capital that a preferred label has as a heading, so that it is not taken for a name."""
    return label[0].lower() + label[1:] if kind == "pref" else label


class Lexicon:
    """The phrases of all topics, by their first word, longest first."""

    def __init__(self, topics: Mapping[str, Topic], party_names: Mapping[str, Iterable[str]]) -> None:
        """`party_names` are the names and adjectives of each party, by its code."""
        self.topics = topics
        named: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for code, names in party_names.items():
            for name in names:
                folded = tuple(split_words(name).folded)
                named[folded].add(code)
                named["the", *folded].add(code)
        shown: dict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)
        for slug, topic in topics.items():
            for label in topic.labels:
                shown[tuple(split_words(label).folded)].setdefault(slug, []).append(label)
        # first word → second word ("" where there is none) → phrases, longest first
        self._by_first: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        for folded, by_topic in shown.items():
            phrase = _phrase(folded, by_topic, frozenset(named.get(folded, ())))
            self._by_first[folded[0]][folded[1] if len(folded) > 1 else ""].append(phrase)
        for by_second in self._by_first.values():
            for found in by_second.values():
                found.sort(key=lambda phrase: (-len(phrase.folded), phrase.folded))

    def find(self, words: Words) -> list[Hit]:
        """Return the longest phrase at each word, in order; one that stands inside an earlier, longer one is marked so."""
        hits: list[Hit] = []
        covered = 0
        by_first = self._by_first
        for at, (word, second) in enumerate(zip(words.folded, [*words.folded[1:], ""], strict=False)):
            if word in by_first:
                phrase = _longest(by_first[word], second, words, at)
                if phrase is not None:
                    end = at + len(phrase.folded)
                    hits.append(Hit(phrase, at, end, end <= covered))
                    covered = max(covered, end)
        return hits


def _longest(by_second: Mapping[str, list[Phrase]], second: str, words: Words, at: int) -> Phrase | None:
    for key in (second, "") if second in by_second and second else ("",):
        for phrase in by_second.get(key, ()):
            if phrase.stands_at(words, at):
                return phrase
    return None


def _phrase(folded: tuple[str, ...], by_topic: Mapping[str, list[str]], parties: frozenset[str]) -> Phrase:
    written = [label for labels in by_topic.values() for label in labels]
    return Phrase(
        key=" ".join(folded),
        folded=folded,
        is_acronym=len(folded) == 1 and all(len(label) > 1 and label.isupper() for label in written),
        is_name=all(label[0].isupper() for label in written),
        topics=tuple(by_topic),
        parties=parties,
    )

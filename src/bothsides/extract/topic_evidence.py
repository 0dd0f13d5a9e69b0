"""A claim's words and surroundings → what speaks for each topic, as named features and as numbers.

Two kinds: *names* (words, topics shown, parties) are weighed for each topic by itself; *measures* mean the same for every topic ("a phrase
of it stands in the quote"), so that a topic that training hardly saw is still read by its words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log, log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from bothsides.extract.topic_words import Hit, Lexicon, Words

# How far a phrase is to be trusted before it was seen in annotated claims, by its length in words; measured on all phrases together.
PRIOR_TRUST = (0.5, 0.65, 0.7)
# A shown topic counts as strong where the log-odds of its best phrase exceed this.
_STRONG = 0.4
_MOST = 1e-4
MEASURES = (
    "score", "score over -1", "score under 1", "first by score", "third by score", "prior",
    "shown", "shown twice", "two words", "three words", "place of phrase", "only of phrase", "alone", "among four", "shown × others",
    "shown × is broad", "shown × narrower shown", "shown × broader shown", "shown × siblings", "hidden × narrower shown", "nothing shown",
    "around", "around × nothing shown", "around × shown", "previous", "previous × nothing shown", "previous × shown",
    "trust", "trust of all", "trust × alone", "trust below best", "shown × strong", "hidden × strong", "trust of narrower",
    "shown × short", "shown × length", "hidden × length", "shown × score", "previous × score", "nothing shown × score",
    "own name", "own name × score", "own name × nothing shown", "own name × shown", "inner", "inner × score", "inner × best trust",
    "shown × prior", "trust × score", "shown × first by score",
)  # fmt: skip
# Measures that each topic may weigh in its own way.
OWN = tuple(MEASURES.index(name) for name in ("score", "shown", "nothing shown", "previous", "own name"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one claim shows. `shown` are the hits in the quote but for names of the event's own parties, whose topics are `own_names`."""

    words: Words
    shown: Mapping[str, Sequence[Hit]]
    own_names: frozenset[str]
    inner: frozenset[str]
    around: frozenset[str]
    previous: frozenset[str]
    parties: frozenset[str]
    act: str
    party_words: frozenset[str]

    def names(self) -> Iterator[str]:
        """Yield the named features, some more than once."""
        yield from (word for word in self.words.folded if word not in self.party_words)
        yield from (f"shown={slug}" for slug in self.shown)
        yield from (f"own={slug}" for slug in self.own_names)
        yield from (f"inner={slug}" for slug in self.inner)
        yield from (f"party={code}" for code in self.parties)
        yield f"act={self.act}"
        if not self.shown:
            yield "shown=none"

    def candidates(self) -> set[str]:
        """Return the topics for which anything but the words speaks."""
        return {*self.shown, *self.own_names, *self.inner, *self.around, *self.previous}


def gather(
    lexicon: Lexicon, words: Words, around: Collection[str], *, parties: Collection[str], previous: Collection[str], act: str
) -> Evidence:
    """Collect the evidence of a claim from the words of its quote; `around` are the topics shown in its sentence outside the quote."""
    codes = frozenset(parties)
    shown: dict[str, list[Hit]] = defaultdict(list)
    own_names: set[str] = set()
    inner: set[str] = set()
    party_words: set[str] = set()
    for hit in lexicon.find(words):
        if hit.phrase.parties & codes:
            own_names.update(hit.phrase.topics)
            party_words.update(hit.phrase.folded)
        elif hit.is_inner:
            inner.update(hit.phrase.topics)
        else:
            for slug in hit.phrase.topics:
                shown[slug].append(hit)
    return Evidence(
        words=words,
        shown=shown,
        own_names=frozenset(own_names),
        inner=frozenset(inner - shown.keys()),
        around=frozenset(around),
        previous=frozenset(previous),
        parties=codes,
        act=act,
        party_words=frozenset(party_words),
    )


class Measurer:
    """Takes the measures of one claim, topic by topic. `trust` gives the probability that a phrase means a topic that it shows."""

    def __init__(self, lexicon: Lexicon, evidence: Evidence, trust: Callable[[str, str, int], float]) -> None:
        self._evidence = evidence
        self._broader = {slug: lexicon.topics[slug].broader for slug in evidence.shown}
        self._topics = lexicon.topics
        self._trusts: dict[str, float] = {}
        self._together: dict[str, float] = {}
        for slug, hits in evidence.shown.items():
            chances = [trust(hit.phrase.key, slug, len(hit.phrase.folded)) for hit in hits]
            doubt = 1.0
            for chance in chances:
                doubt *= 1.0 - chance
            best = max(chances)
            self._trusts[slug] = log(best / (1.0 - best))
            self._together[slug] = log((1.0 - doubt) / max(doubt, _MOST))
        self._best = max(self._trusts.values(), default=0.0)
        self._strong = log1p(sum(value > _STRONG for value in self._trusts.values()))
        self._length = max(1, len(evidence.words.folded))

    def measure(self, slug: str, *, score: float, rank: int, prior: float) -> list[float]:
        """Return the values of `MEASURES` for a topic; `score` is that of the words, `rank` its place among all topics (from 0)."""
        evidence = self._evidence
        hits = evidence.shown.get(slug, ())
        shown = 1.0 if hits else 0.0
        hidden = 1.0 - shown
        number = len(evidence.shown)
        nothing = float(number == 0)
        around = float(slug in evidence.around)
        previous = float(slug in evidence.previous)
        own = float(slug in evidence.own_names)
        inner = float(slug in evidence.inner)
        trust = self._trusts.get(slug, 0.0)
        narrower = [other for other, broader in self._broader.items() if broader == slug]
        return [
            score, max(score, -1.0), min(score, 1.0), float(rank == 0), float(rank < 3), prior,
            shown, float(len(hits) > 1), *self._phrase_measures(hits), shown * (number == 1), shown * (number > 3), shown * log1p(number),
            *self._family_measures(slug, shown, narrower), nothing,
            around, around * nothing, around * shown, previous, previous * nothing, previous * shown,
            trust, self._together.get(slug, 0.0), trust * (number == 1), shown * (trust - self._best),
            shown * self._strong, hidden * self._strong, shown * max((self._trusts[other] for other in narrower), default=0.0),
            shown * (self._length < 8), shown * log(self._length), hidden * log(self._length),
            shown * score, previous * score, nothing * score,
            own, own * score, own * nothing, own * shown, inner, inner * score, inner * self._best,
            shown * prior, trust * score, shown * (rank == 0),
        ]  # fmt: skip

    def _phrase_measures(self, hits: Sequence[Hit]) -> tuple[float, float, float, float]:
        if not hits:
            return 0.0, 0.0, 0.0, 0.0
        longest = max(len(hit.phrase.folded) for hit in hits)
        fewest = min(len(hit.phrase.topics) for hit in hits)
        return float(longest > 1), float(longest > 2), hits[0].first / self._length, 1.0 / fewest

    def _family_measures(self, slug: str, shown: float, narrower: Sequence[str]) -> tuple[float, float, float, float, float]:
        broader = self._topics[slug].broader
        siblings = sum(1 for other, above in self._broader.items() if other != slug and above is not None and above == broader)
        has_narrower = float(bool(narrower))
        return (
            shown * (broader is None),
            shown * has_narrower,
            shown * (broader in self._broader),
            shown * siblings,
            (1.0 - shown) * has_narrower,
        )

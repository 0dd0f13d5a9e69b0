"""Train the weights by which topics are read, from annotated readouts.

    python -m bothsides.training.topics GOLD… [--test GOLD…] [--folds N]

GOLD is a folder as `bothsides eval` takes it, or a JSON Lines file of sentences with their claims. With `--test` nothing is written: the
figures of a model trained on GOLD are printed for each of those. With `--folds` the documents of GOLD are split into that many parts,
each read by a model trained on the others. Needs the `training` extra (scikit-learn); the file written needs numpy alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bothsides.evaluate.gold import read_gold
from bothsides.extract.topic_evidence import MEASURES, OWN
from bothsides.extract.topic_model import TopicModel, WordWeights, look_at, measure_all, prior_trust
from bothsides.extract.topics import TopicReader, shipped_lexicon
from bothsides.resources import model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bothsides.extract.topic_evidence import Evidence
    from bothsides.extract.topic_words import Lexicon

# Chosen on documents left out of training; F1 moves by less than a point between half and twice these values.
_WORDS_C, _MEASURES_C = 1.0, 0.3  # inverse strength of the penalty in either step
_SEEN = 2  # how often a name must be seen
_ENOUGH_EXAMPLES = 3  # a topic with fewer is left to the measures
_UNSEEN = -6.0  # the log-odds of such a topic
_INNER_FOLDS = 4  # the second step learns from scores that the first gives to documents it has not seen
_OWN_SHARE = 0.4  # how freely a topic departs from the shared weights
_PRIOR_WEIGHT = 3.0  # how many sightings the trust in a phrase by its length alone is worth
_TINY = 0.01  # weights below this are dropped from the file

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated claim. `previous` are the topics of the claim before it in its document."""

    document: str
    quote: str
    context: str
    parties: tuple[str, ...]
    previous: tuple[str, ...]
    act: str
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Row:
    """One claim ready for training: its evidence and, by column, whether each topic is its own."""

    document: str
    evidence: Evidence
    gold: NDArray[np.bool_]


def read_examples(path: Path) -> list[Example]:
    """Return the claims of a gold folder or of a JSON Lines file of sentences, in text order.

    Raises:
        SourceError: a file of the folder cannot be read.

    """
    return list(_of_sentences(path) if path.is_file() else _of_folder(path))


def _of_folder(folder: Path) -> Iterator[Example]:
    for document in read_gold(folder).documents.values():
        previous: tuple[str, ...] = ()
        for claim in sorted(document.claims, key=lambda claim: claim.span):
            start, end = claim.span.start, claim.span.end
            context = _sentence(document.text, start, end)
            yield Example(
                document.id, document.text[start:end], context, tuple(sorted(document.parties)), previous, claim.act, claim.topics
            )
            previous = tuple(sorted(claim.topics)) or previous


def _of_sentences(path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        raw = json.loads(line)
        previous: tuple[str, ...] = ()
        for claim in raw["claims"]:
            parties = tuple(party.lower() for party in raw["parties"])
            yield Example(f"{path.stem}-{number}", claim["quote"], raw["text"], parties, previous, claim["act"], frozenset(claim["topics"]))
            previous = tuple(claim["topics"]) or previous


def _sentence(text: str, start: int, end: int) -> str:
    before = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]


def train(examples: Sequence[Example], lexicon: Lexicon) -> TopicModel:
    """Return the model of these claims."""
    slugs = tuple(lexicon.topics)
    bare = TopicReader(lexicon, _blank(slugs))
    rows = [
        _Row(
            x.document,
            bare.evidence(x.quote, context=x.context, parties=x.parties, previous=x.previous, act=x.act),
            np.array([slug in x.topics for slug in slugs]),
        )
        for x in examples
    ]
    gold = np.stack([row.gold for row in rows])
    words = _train_words(rows, gold)
    prior = np.log((gold.sum(axis=0) + 0.5) / len(rows)).astype(np.float32)
    trusts = _Trusts(rows, slugs)
    shared, own = _train_measures(rows, _unseen_scores(rows, gold), lexicon, prior, trusts)
    return TopicModel(slugs, words, prior, shared, own, trusts.table())


def _blank(slugs: tuple[str, ...]) -> TopicModel:
    none = np.zeros(len(slugs), dtype=np.float32)
    words = WordWeights({}, np.zeros((0, len(slugs)), dtype=np.float32), none)
    return TopicModel(
        slugs, words, none, np.zeros(len(MEASURES), dtype=np.float32), np.zeros((len(slugs), 1 + len(OWN)), dtype=np.float32), {}
    )


def _train_words(rows: Sequence[_Row], gold: NDArray[np.bool_]) -> WordWeights:
    seen = Counter(name for row in rows for name in set(row.evidence.names()))
    index = {name: i for i, name in enumerate(sorted(name for name, times in seen.items() if times >= _SEEN))}
    found = [sorted({index[name] for name in row.evidence.names() if name in index}) for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(found).astype(np.int32), ends), shape=(len(rows), len(index)))
    weights = np.zeros((len(index), gold.shape[1]), dtype=np.float32)
    bias = np.full(gold.shape[1], _UNSEEN, dtype=np.float32)
    for column in np.nonzero(gold.sum(axis=0) >= _ENOUGH_EXAMPLES)[0]:
        fitted = LogisticRegression(C=_WORDS_C, solver="liblinear").fit(matrix, gold[:, column])
        weights[:, column], bias[column] = fitted.coef_[0], fitted.intercept_[0]
    weights[np.abs(weights) < _TINY] = 0.0
    return WordWeights(index, weights, bias)


def _unseen_scores(rows: Sequence[_Row], gold: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the scores of the first step, each from a model that has not seen the row's document."""
    part = _parts([row.document for row in rows], _INNER_FOLDS)
    scores = np.zeros(gold.shape, dtype=np.float32)
    for fold in range(_INNER_FOLDS):
        words = _train_words([row for row, p in zip(rows, part, strict=True) if p != fold], gold[part != fold])
        for at in np.nonzero(part == fold)[0].tolist():
            scores[at] = words.scores(rows[at].evidence.names())
    return scores


def _train_measures(
    rows: Sequence[_Row], scores: NDArray[np.float32], lexicon: Lexicon, prior: NDArray[np.float32], trusts: _Trusts
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    slugs = tuple(lexicon.topics)
    columns: list[int] = []
    blocks = []
    answers: list[bool] = []
    for row, score in zip(rows, scores, strict=True):
        chosen = look_at(slugs, score, row.evidence)
        trust = partial(trusts.without, row.document)
        blocks.append(measure_all(lexicon, row.evidence, score, chosen, slugs=slugs, prior=prior, trust=trust))
        columns += chosen
        answers += row.gold[chosen].tolist()
    measures = np.concatenate(blocks)
    spread = measures.std(axis=0) + 1e-6
    scaled = measures / spread
    wide, per_topic = 1 + len(OWN), len(slugs) * (1 + len(OWN))
    values = _OWN_SHARE * np.concatenate([np.ones((len(scaled), 1)), scaled[:, OWN]], axis=1)
    places = np.array(columns)[:, None] * wide + np.arange(wide)
    own = csr_matrix((values.ravel(), places.ravel(), np.arange(len(scaled) + 1) * wide), shape=(len(scaled), per_topic))
    fitted = LogisticRegression(C=_MEASURES_C, max_iter=2000).fit(hstack([csr_matrix(scaled), own]).tocsr(), answers)
    shared = fitted.coef_[0][: len(MEASURES)] / spread
    departures = fitted.coef_[0][len(MEASURES) :].reshape(len(slugs), wide) * _OWN_SHARE
    departures[:, 1:] /= spread[list(OWN)]
    departures[:, 0] += fitted.intercept_[0]
    return shared.astype(np.float32), departures.astype(np.float32)


class _Trusts:
    """How often each phrase meant each of its topics; in training, without the sightings of the claim's own document."""

    def __init__(self, rows: Sequence[_Row], slugs: tuple[str, ...]) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()
        self._right: Counter[tuple[str, str]] = Counter()
        self._seen_in: Counter[tuple[str, str, str]] = Counter()
        self._right_in: Counter[tuple[str, str, str]] = Counter()
        self._length: dict[str, int] = {}
        for row in rows:
            own = {slugs[column] for column in np.nonzero(row.gold)[0]}
            for slug, key in {(slug, hit.phrase.key) for slug, hits in row.evidence.shown.items() for hit in hits}:
                self._length[key] = key.count(" ") + 1
                self._seen[key, slug] += 1
                self._right[key, slug] += slug in own
                self._seen_in[row.document, key, slug] += 1
                self._right_in[row.document, key, slug] += slug in own

    def without(self, document: str, key: str, slug: str, length: int) -> float:
        """Return the trust in a phrase as if `document` had not been read."""
        right = self._right[key, slug] - self._right_in[document, key, slug]
        return _smoothed(right, self._seen[key, slug] - self._seen_in[document, key, slug], length)

    def table(self) -> dict[tuple[str, str], float]:
        """Return the trust in every phrase that was seen."""
        return {(key, slug): _smoothed(self._right[key, slug], seen, self._length[key]) for (key, slug), seen in self._seen.items()}


def _smoothed(right: int, seen: int, length: int) -> float:
    return (right + _PRIOR_WEIGHT * prior_trust(length)) / (seen + _PRIOR_WEIGHT)


def _parts(documents: Sequence[str], number: int) -> NDArray[np.int_]:
    names = sorted(set(documents))
    np.random.default_rng(0).shuffle(names)
    part = {name: i % number for i, name in enumerate(names)}
    return np.array([part[name] for name in documents])


def read_again(examples: Sequence[Example], lexicon: Lexicon, weights: TopicModel) -> list[tuple[str, ...]]:
    """Return the topics that a model reads in these claims, each with those it read before as the previous ones."""
    reader = TopicReader(lexicon, weights)
    read: list[tuple[str, ...]] = []
    previous: tuple[str, ...] = ()
    document = ""
    for x in examples:
        previous = previous if x.document == document else ()
        read.append(reader.topics(x.quote, context=x.context, parties=x.parties, previous=previous, act=x.act))
        previous, document = read[-1] or previous, x.document
    return read


def figures(examples: Sequence[Example], read: Sequence[tuple[str, ...]]) -> str:
    """Return precision, recall and F1 over all topics of these claims."""
    hit = sum(len(x.topics & set(topics)) for x, topics in zip(examples, read, strict=True))
    given, gold = sum(map(len, read)), sum(len(x.topics) for x in examples)
    return f"p {hit / max(1, given):.3f}  r {hit / max(1, gold):.3f}  f1 {2 * hit / max(1, given + gold):.3f}  claims {len(examples)}"


def main() -> None:
    """Train and write the shipped model, or print figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    lexicon = shipped_lexicon()
    examples = [example for path in args.gold for example in read_examples(path)]
    if args.folds:
        part = _parts([x.document for x in examples], args.folds)
        tested: list[Example] = []
        read: list[tuple[str, ...]] = []
        for fold in range(args.folds):
            rest = [x for x, p in zip(examples, part, strict=True) if p == fold]
            weights = train([x for x, p in zip(examples, part, strict=True) if p != fold], lexicon)
            tested += rest
            read += read_again(rest, lexicon, weights)
        sys.stdout.write(figures(tested, read) + "\n")
        return
    weights = train(examples, lexicon)
    for path in args.test:
        others = read_examples(path)
        sys.stdout.write(f"{path}: {figures(others, read_again(others, lexicon, weights))}\n")
    if not args.test:
        weights.save(model("topics") / "topics.npz")


if __name__ == "__main__":
    main()

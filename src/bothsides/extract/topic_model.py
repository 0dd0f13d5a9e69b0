"""Evidence → the probability of each topic, by the shipped weights. Needs numpy alone.

Two steps, both logistic: every topic weighs the names; then one set of weights, the same for all topics but for a few of a topic's own,
weighs the measures, the score of the first step among them. Trained by `python -m bothsides.training.topics`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bothsides.errors import ExtractionError
from bothsides.extract.topic_evidence import MEASURES, OWN, PRIOR_TRUST, Measurer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bothsides.extract.topic_evidence import Evidence
    from bothsides.extract.topic_words import Lexicon

Floats = NDArray[np.float32]

# A topic is given from this probability, and the likeliest one from the lower: best F1 in cross-validation. Re-run the training on change.
ENOUGH = 0.45
ENOUGH_ALONE = 0.2
# Topics whose words score lower, and for which nothing else speaks, are not looked at: no model found the few that are right.
_WORTH_A_LOOK = -3.2


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The first step: `weights` has a row for each name and a column for each topic."""

    rows: Mapping[str, int]
    weights: Floats
    bias: Floats

    def scores(self, names: Iterable[str]) -> Floats:
        """Return the log-odds of each topic; names that are not known count for nothing."""
        rows = self.rows
        known = sorted({rows[name] for name in names if name in rows})
        summed: Floats = self.bias + self.weights[known].sum(axis=0, dtype=np.float32)
        return summed


@dataclass(frozen=True, slots=True)
class TopicModel:
    """Both steps. `own` has a row for each topic: its bias and its weights for the measures `OWN`."""

    slugs: tuple[str, ...]
    words: WordWeights
    prior: Floats
    shared: Floats
    own: Floats
    trusts: Mapping[tuple[str, str], float]

    def probabilities(self, lexicon: Lexicon, evidence: Evidence) -> dict[str, float]:
        """Return the probability of each topic worth a look."""
        scores = self.words.scores(evidence.names())
        chosen = look_at(self.slugs, scores, evidence)
        if not chosen:
            return {}
        measures = measure_all(lexicon, evidence, scores, chosen, slugs=self.slugs, prior=self.prior, trust=self.trust)
        odds = measures @ self.shared + self.own[chosen, 0] + (measures[:, OWN] * self.own[chosen, 1:]).sum(axis=1)
        chances = 1.0 / (1.0 + np.exp(-odds))
        return {self.slugs[column]: float(chance) for column, chance in zip(chosen, chances, strict=True)}

    def trust(self, key: str, slug: str, length: int) -> float:
        """Return how far a phrase is to be trusted to mean a topic."""
        found = self.trusts.get((key, slug))
        return prior_trust(length) if found is None else found

    def save(self, path: Path) -> None:
        """Write the model as one file, weights halved in precision."""
        keys = sorted(self.trusts)
        np.savez_compressed(
            path,
            slugs=np.array(self.slugs),
            measures=np.array(MEASURES),
            names=np.array(sorted(self.words.rows, key=self.words.rows.__getitem__)),
            weights=self.words.weights.astype(np.float16),
            bias=self.words.bias.astype(np.float16),
            prior=self.prior.astype(np.float16),
            shared=self.shared,
            own=self.own.astype(np.float16),
            phrases=np.array(["\t".join(key) for key in keys]),
            trusts=np.array([self.trusts[key] for key in keys], dtype=np.float16),
        )

    @classmethod
    def load(cls, path: Path) -> TopicModel:
        """Read a model file.

        Raises:
            ExtractionError: the file is missing, is not one of ours, or was trained on other measures.

        """
        try:
            with np.load(path, allow_pickle=False) as data:
                arrays = {name: data[name] for name in data.files}
            if tuple(arrays["measures"].tolist()) != MEASURES:
                raise ValueError("it was trained on other measures")
            names = [tuple(key.split("\t")) for key in arrays["phrases"].tolist()]
            return cls(
                slugs=tuple(arrays["slugs"].tolist()),
                words=WordWeights(
                    {name: row for row, name in enumerate(arrays["names"].tolist())},
                    arrays["weights"].astype(np.float32),
                    arrays["bias"].astype(np.float32),
                ),
                prior=arrays["prior"].astype(np.float32),
                shared=arrays["shared"],
                own=arrays["own"].astype(np.float32),
                trusts={(key, slug): value for (key, slug), value in zip(names, arrays["trusts"].astype(float).tolist(), strict=True)},
            )
        except (OSError, KeyError, ValueError) as error:
            raise ExtractionError(f"cannot read the topic model {path}: {error}. Reinstall the package.") from error


def prior_trust(length: int) -> float:
    """Return how far a phrase of so many words is to be trusted before it was seen in annotated claims."""
    return PRIOR_TRUST[min(length, len(PRIOR_TRUST)) - 1]


def look_at(slugs: tuple[str, ...], scores: Floats, evidence: Evidence) -> list[int]:
    """Return the columns of the topics worth a look."""
    likely = np.flatnonzero(scores > _WORTH_A_LOOK).tolist()
    return sorted({*likely, *map(slugs.index, evidence.candidates())})


def measure_all(
    lexicon: Lexicon,
    evidence: Evidence,
    scores: Floats,
    chosen: list[int],
    *,
    slugs: tuple[str, ...],
    prior: Floats,
    trust: Callable[[str, str, int], float],
) -> Floats:
    """Return a row of measures for each chosen column."""
    measurer = Measurer(lexicon, evidence, trust)
    ranks = {column: rank for rank, column in enumerate(np.argsort(-scores, kind="stable")[:3].tolist())}
    rows = [
        measurer.measure(slugs[column], score=float(scores[column]), rank=ranks.get(column, len(ranks)), prior=float(prior[column]))
        for column in chosen
    ]
    return np.array(rows, dtype=np.float32).reshape(len(chosen), len(MEASURES))

"""Named features → probabilities, by the shipped linear classifiers. Needs numpy alone.

A classifier file is an `.npz` with `names` (feature names, sorted), `labels`, `weights` (float16, features × labels) and `bias`; it is
written by the commands in `bothsides.training`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from bothsides.errors import ExtractionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class LinearClassifier:
    """A multinomial logistic regression over named binary features; with two labels, one column of weights (for the second)."""

    def __init__(self, names: Sequence[str], labels: Sequence[str], weights: np.ndarray, bias: np.ndarray) -> None:
        self.labels = tuple(labels)
        self._index = {name: i for i, name in enumerate(names)}
        self._weights = weights.astype(np.float32)
        self._bias = bias.astype(np.float32)

    @classmethod
    def load(cls, path: Path) -> LinearClassifier:
        """Read a classifier file.

        Raises:
            ExtractionError: the file is missing or not one of ours.
        """
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
                return cls(data["names"].tolist(), data["labels"].tolist(), data["weights"], data["bias"])
        except (OSError, EOFError, KeyError, ValueError, BadZipFile) as error:
            raise ExtractionError(f"cannot read the classifier {path}: {error}. Reinstall the package.") from error

    def save(self, path: Path) -> None:
        """Write the classifier, weights halved in precision."""
        names = sorted(self._index, key=self._index.__getitem__)
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(
            path, names=np.array(names), labels=np.array(self.labels), weights=self._weights.astype(np.float16), bias=self._bias
        )

    def probabilities(self, features: Sequence[str]) -> np.ndarray:
        """Return the probability of each label, in the order of `labels`; unknown features count for nothing."""
        index = self._index
        rows = [index[name] for name in features if name in index]
        scores = self._bias + self._weights[rows].sum(axis=0)
        if len(self._bias) == 1:
            one = 1.0 / (1.0 + np.exp(-scores[0]))
            return np.array([1.0 - one, one])
        exponents = np.exp(scores - scores.max())
        return np.asarray(exponents / exponents.sum())

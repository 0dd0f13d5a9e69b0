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
    from collections.abc import Callable
    from pathlib import Path

    from bothsides.extract.topic_evidence import Evidence
    from bothsides.extract.topic_words import Lexicon

type _Array = NDArray[np.float32]

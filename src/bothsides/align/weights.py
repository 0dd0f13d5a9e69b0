"""`models/alignment/` → what was learned of claims of one matter: a weight a feature, two thresholds, how rare each word is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bothsides.resources import model


@dataclass(frozen=True, slots=True)
class Rivals:
    """Weights of a pair's own log-odds and of its lead over rivals: the lesser and the greater of its leads on the two sides."""

    own: float
    lesser_lead: float
    greater_lead: float
    bias: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What decides whether two claims are of one matter.

    `features` maps the name of a feature to its weight in log-odds a unit, `bias` is the log-odds of a pair without any of them.
    `rivals` weighs those log-odds, and by how much they exceed the best rival pair of the one claim and of the other.
    `link` is the least probability of a link, `extra` that of a further link of a claim that has one already.
    `rarity` maps a stem (or `~concept`) to the logarithm of how many sentences there are for each that has it; `unseen` is for all others.
    """

    features: dict[str, float]
    bias: float
    rivals: Rivals
    link: float
    extra: float
    rarity: dict[str, float]
    unseen: float

    def rare(self, word: str) -> float:
        """Return how rare a stem or concept is."""
        return self.rarity.get(word, self.unseen)


@cache
def load_weights(folder: Path | None = None) -> Weights:
    """Return the shipped weights, or those in `folder`."""
    home = folder or model("alignment")
    learned = json.loads((home / "weights.json").read_text(encoding="utf-8"))
    rarity = json.loads((home / "rarity.json").read_text(encoding="utf-8"))
    return Weights(
        features=learned["features"],
        bias=learned["bias"],
        rivals=Rivals(**learned["rivals"]),
        link=learned["link"],
        extra=learned["extra"],
        rarity=rarity["words"],
        unseen=rarity["unseen"],
    )

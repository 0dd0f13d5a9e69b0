"""The claims of two readouts → what each pair has in common, as one matrix a feature, each with a name that can be shown to a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bothsides.align.weights import Weights
from bothsides.align.wording import Wording, read_wording
from bothsides.records import Act, Claim, Reading

Matrix = NDArray[np.float64]
T = TypeVar("T")

COMMISSIVE = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT, Act.INVITE, Act.WARN, Act.REFUSE})
DIRECTIVE = frozenset({Act.DEMAND, Act.URGE, Act.REQUEST, Act.PROPOSE})
EXPRESSIVE = frozenset({Act.CONDEMN, Act.CONCERN, Act.WELCOME, Act.SUPPORT, Act.REGRET})
ASSERTIVE = frozenset({Act.STATE, Act.REAFFIRM, Act.ANNOUNCE, Act.DENY, Act.DISAGREE})
CLASSES = (COMMISSIVE, DIRECTIVE, EXPRESSIVE, ASSERTIVE, frozenset({Act.DISCUSS, Act.CHARACTERISE}))

GIVES = frozenset({Act.COMMIT, Act.SUPPORT, Act.ANNOUNCE, Act.AGREE, Act.DISCUSS})

SPECIFIC_NUMBER = 13.0  # from here on a number in common is hardly chance; years are dates, not amounts
FLOOR = 0.1  # what is left of the weight of a word that every claim of the event has


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one readout that can be aligned, with their wordings."""

    claims: tuple[Claim, ...]
    wordings: tuple[Wording, ...]


def side(reading: Reading) -> Side:
    """Return the claims of `reading` with the wording of each one's evidence."""
    text = reading.document.text
    return Side(reading.claims, tuple(read_wording(text[c.span.start : c.span.end]) for c in reading.claims))


def compare(a: Side, b: Side, weights: Weights) -> dict[str, Matrix]:
    """Return one matrix a feature, a row a claim of `a` and a column a claim of `b`."""
    return {**_wording_features(a, b, weights), **_topic_features(a, b), **_claim_features(a, b)}


def act_class(act: Act) -> int:
    """Return the index in `CLASSES` of the class of an act."""
    return next(i for i, acts in enumerate(CLASSES) if act in acts)


def _wording_features(a: Side, b: Side, weights: Weights) -> dict[str, Matrix]:
    everyone = (*a.wordings, *b.wordings)
    stems = _bags([w.content for w in everyone], weights, "")
    concepts = _bags([w.concepts for w in everyone], weights, "~")
    names = _bags([w.names for w in everyone], weights, "")
    n = len(a.wordings)
    features: dict[str, Matrix] = {}
    for name, bags in (("words", stems), ("concepts", concepts)):
        shared = _shared(bags[:n], bags[n:])
        features[f"{name} alike"] = _cosine(bags[:n], bags[n:])
        features[f"{name} contained"] = shared / np.maximum(np.minimum(bags[:n].sum(1)[:, None], bags[n:].sum(1)[None, :]), 1e-9)
        features[f"{name} shared"] = np.log1p(shared)
    pairs = _weigh([w.pairs for w in everyone], lambda pair: min(map(weights.rare, pair.split())))
    features["phrases shared"] = np.log1p(_shared(pairs[:n], pairs[n:]))
    features["best parts alike"] = _best_parts(a, b, weights)
    features["names shared"] = np.log1p(_shared(names[:n], names[n:]))
    features["same number"] = _each(a.wordings, b.wordings, lambda x, y: bool(_specific(x) & _specific(y)))
    features["other number"] = _each(
        a.wordings, b.wordings, lambda x, y: bool(_specific(x) and _specific(y) and not _specific(x) & _specific(y))
    )
    return features


def _topic_features(a: Side, b: Side) -> dict[str, Matrix]:
    everyone = [frozenset(c.topics) for c in (*a.claims, *b.claims)]
    bags = _weigh(everyone, lambda _: 1.0)
    n = len(a.claims)
    shared = np.minimum(bags[:n, None, :], bags[None, n:, :])
    return {
        "topics alike": _cosine(bags[:n], bags[n:]),
        "rarest common topic": shared.max(axis=2, initial=0.0),
        "same topics": _each(a.claims, b.claims, lambda x, y: bool(x.topics) and set(x.topics) == set(y.topics)),
        "topics contained": shared.sum(axis=2) / np.maximum(np.minimum(bags[:n].sum(1)[:, None], bags[n:].sum(1)[None, :]), 1e-9),
        "topic in common": (shared.max(axis=2, initial=0.0) > 0).astype(np.float64),
    }


def _claim_features(a: Side, b: Side) -> dict[str, Matrix]:
    def each(test: Callable[[Claim, Claim], float]) -> Matrix:
        return _each(a.claims, b.claims, test)

    place_a, place_b = (np.arange(len(x.claims)) / max(1, len(x.claims) - 1) for x in (a, b))
    return {
        "holders in common": each(lambda x, y: _jaccard(x.holders, y.holders)),
        "bound parties in common": each(lambda x, y: _jaccard(x.binds, y.binds)),
        "thanks and what is thanked for": each(_is_thanks),
        "one only discusses": each(lambda x, y: (x.act is Act.DISCUSS) != (y.act is Act.DISCUSS)),
        "same act, rare in the event": _same_frame(a, b, lambda c: c.act),
        "same act of the same parties, rare in the event": _same_frame(
            a, b, lambda c: (c.act, frozenset(c.holders), frozenset(c.addressees))
        ),
        "same act": each(lambda x, y: x.act is y.act),
        "same class of act": each(lambda x, y: act_class(x.act) == act_class(y.act)),
        "both commit": each(lambda x, y: x.act in COMMISSIVE and y.act in COMMISSIVE),
        "both only discuss": each(lambda x, y: x.act is y.act is Act.DISCUSS),
        "both tell of the tone": each(lambda x, y: x.act is y.act is Act.CHARACTERISE),
        "one tells of the tone": each(lambda x, y: (x.act is Act.CHARACTERISE) != (y.act is Act.CHARACTERISE)),
        "distance in the text": np.abs(place_a[:, None] - place_b[None, :]),
    }


def _is_thanks(x: Claim, y: Claim) -> bool:
    """Whether one claim thanks or praises the party whose pledge, gift or support the other tells of."""
    return _thanks(x, y) or _thanks(y, x)


def _thanks(x: Claim, y: Claim) -> bool:
    return x.act is Act.WELCOME and y.act in GIVES and bool(set(x.addressees) & set(y.holders))


def _best_parts(a: Side, b: Side, weights: Weights) -> Matrix:
    """Return how alike the two items of an enumeration are that are most alike."""
    everyone = [part for w in (*a.wordings, *b.wordings) for part in w.parts]
    starts_a, starts_b = (np.cumsum([0, *(len(w.parts) for w in x.wordings)]) for x in (a, b))
    bags = _weigh(everyone, weights.rare)
    alike = _cosine(bags[: starts_a[-1]], bags[starts_a[-1] :])
    rows = np.maximum.reduceat(alike, starts_a[:-1], axis=0)
    result: Matrix = np.maximum.reduceat(rows, starts_b[:-1], axis=1)
    return result


def _same_frame(a: Side, b: Side, frame: Callable[[Claim], object]) -> Matrix:
    """Return how rare the frame (act, or act with its parties) is that two claims have in common; 0 where they differ."""
    frames = [frozenset({repr(frame(c))}) for c in (*a.claims, *b.claims)]
    bags = _weigh(frames, lambda _: 1.0)
    return _shared(bags[: len(a.claims)], bags[len(a.claims) :])


def _bags(sets: Sequence[frozenset[str]], weights: Weights, mark: str) -> Matrix:
    return _weigh(sets, lambda word: weights.rare(mark + word))


def _weigh(sets: Sequence[frozenset[str]], rarity: Callable[[str], float]) -> Matrix:
    """Return a row a set, a column a word; a word weighs less, the more claims of this event have it."""
    count = Counter(word for words in sets for word in words)
    columns = {word: i for i, word in enumerate(sorted(count))}
    bags = np.zeros((len(sets), max(1, len(columns))))
    total = np.log(len(sets) + 1)
    weight = {word: rarity(word) * max(FLOOR, np.log((len(sets) + 1) / count[word]) / total) for word in columns}
    for row, words in enumerate(sets):
        for word in words:
            bags[row, columns[word]] = weight[word]
    return bags


def _shared(a: Matrix, b: Matrix) -> Matrix:
    # A word weighs the same on both sides, so the sum of what is shared is the product of presence and weight.
    result: Matrix = (a > 0).astype(np.float64) @ b.T
    return result


def _cosine(a: Matrix, b: Matrix) -> Matrix:
    norms = np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1)[None, :]
    result: Matrix = a @ b.T / np.maximum(norms, 1e-9)
    return result


def _each(a: Sequence[T], b: Sequence[T], test: Callable[[T, T], float]) -> Matrix:
    return np.array([[float(test(x, y)) for y in b] for x in a], dtype=np.float64).reshape(len(a), len(b))


def _jaccard(a: Sequence[str], b: Sequence[str]) -> float:
    union = set(a) | set(b)
    return len(set(a) & set(b)) / len(union) if union else 0.0


def _specific(wording: Wording) -> frozenset[float]:
    return frozenset(n for n in wording.numbers if n >= SPECIFIC_NUMBER and not (n.is_integer() and 1900 <= n <= 2100))

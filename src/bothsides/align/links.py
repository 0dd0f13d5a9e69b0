"""What pairs of claims have in common → how likely they are of one matter, and which are linked."""

from __future__ import annotations

import numpy as np

from bothsides.align.features import Matrix, Side, compare
from bothsides.align.weights import Weights

NOBODY = -4.0  # log-odds of the rival that every claim has at least: to be the only pair there is makes no pair likely
LEAD = 5.0  # log-odds beyond which a lead over rivals, or a lag behind them, says no more


def likelihood(features: dict[str, Matrix], weights: Weights, *, possible: Matrix | None = None) -> Matrix:
    """Return the probability that each pair is of one matter; 0 where `possible` is 0.

    Logistic in the features, then in how the pair compares with the rival pairs of either claim: two claims that are each other's
    best match are likelier to be meant for one another than their likeness alone says.
    """
    odds = log_odds(features, weights)
    if possible is not None:
        odds = np.where(possible > 0, odds, -np.inf)
    own = np.clip(odds, -20.0, 20.0)
    lesser, greater = leads(own)
    r = weights.rivals
    result: Matrix = _logistic(r.bias + r.own * own + r.lesser_lead * lesser + r.greater_lead * greater)
    return result if possible is None else result * (possible > 0)


def log_odds(features: dict[str, Matrix], weights: Weights) -> Matrix:
    """Return the log-odds of each pair by its own features, every weight of which can be shown."""
    odds: Matrix = np.full(next(iter(features.values())).shape, weights.bias)
    for name, weight in weights.features.items():
        odds = odds + weight * features[name]
    return odds


def leads(odds: Matrix) -> tuple[Matrix, Matrix]:
    """Return by how much each pair exceeds the best other pair of its row and of its column: the lesser and the greater of the two."""
    rows, columns = _lead_in_row(odds), _lead_in_row(odds.T).T
    return np.minimum(rows, columns), np.maximum(rows, columns)


def _lead_in_row(odds: Matrix) -> Matrix:
    padded = np.hstack([odds, np.full((odds.shape[0], 2), NOBODY)])
    ordered = np.sort(padded, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    result: Matrix = np.clip(np.where(odds >= best, odds - second, odds - best), -LEAD, LEAD)
    return result


def _logistic(odds: Matrix) -> Matrix:
    result: Matrix = 1.0 / (1.0 + np.exp(-odds))
    return result


def explain(a: Side, b: Side, weights: Weights) -> list[tuple[str, float]]:
    """Return what speaks for and against one pair (one claim a side): features by what they add to the log-odds, the largest first."""
    features = compare(a, b, weights)
    parts = [(name, float(weight * features[name][0, 0])) for name, weight in weights.features.items()]
    return sorted(((name, part) for name, part in parts if part), key=lambda entry: (-abs(entry[1]), entry[0]))


def choose_links(likely: Matrix, weights: Weights) -> list[tuple[int, int]]:
    """Return the linked pairs (row, column), in order.

    First the assignment of claims to claims that is likeliest as a whole, each at most once, leaving out what is less likely than
    `weights.link`; then, since one passage may answer several, every other pair at least as likely as `weights.extra`.
    """
    if not likely.size:
        return []
    clipped = np.clip(likely, 1e-9, 1 - 1e-9)
    gain = np.maximum(np.log(clipped / (1 - clipped)) - np.log(weights.link / (1 - weights.link)), 0.0)
    chosen = {(i, j) for i, j in assign(gain) if gain[i, j] > 0}
    chosen |= {(int(i), int(j)) for i, j in zip(*np.nonzero(likely >= weights.extra), strict=True)}
    return sorted(chosen)


def assign(gain: Matrix) -> list[tuple[int, int]]:
    """Return the one-to-one assignment of rows to columns with the greatest sum of gains.

    Source: shortest augmenting paths after Jonker and Volgenant, Computing 38 (1987); cubic, a few milliseconds for fifty claims a side.
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((i, j) for j, i in assign(gain.T))
    rows, columns = gain.shape
    cost = -gain
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=np.int64)  # 1-based; 0 is free
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least = np.full(columns + 1, np.inf)
        came_from = np.zeros(columns + 1, dtype=np.int64)
        used = np.zeros(columns + 1, dtype=bool)
        while True:
            used[column] = True
            here = row_of[column]
            reduced = cost[here - 1] - row_price[here] - column_price[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            came_from[1:][better] = column
            free = np.where(used[1:], np.inf, least[1:])
            following = int(free.argmin()) + 1
            step = free[following - 1]
            row_price[row_of[used]] += step
            column_price[used] -= step
            least[1:][~used[1:]] -= step
            column = following
            if row_of[column] == 0:
                break
        while column:
            previous = int(came_from[column])
            row_of[column] = row_of[previous]
            column = previous
    return sorted((int(row_of[j]) - 1, j - 1) for j in range(1, columns + 1) if row_of[j])

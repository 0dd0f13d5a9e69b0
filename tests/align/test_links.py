"""Which pairs of claims are linked, given how likely each is."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from claim_samples import FERRY_AGREED, FERRY_ALSO, LYNX, readout
from hypothesis import given, settings
from hypothesis import strategies as st

from bothsides.align.features import compare, side
from bothsides.align.links import assign, choose_links, explain, leads, likelihood
from bothsides.align.weights import load_weights

WEIGHTS = load_weights()
GAINS = st.integers(1, 4).flatmap(
    lambda rows: st.lists(st.lists(st.integers(0, 9), min_size=rows, max_size=rows), min_size=1, max_size=4)
)  # fmt: skip


@settings(deadline=None)
@given(GAINS)
def test_the_assignment_is_the_best_of_all(gains: list[list[int]]) -> None:
    gain = np.array(gains, dtype=float)
    rows, columns = gain.shape
    if rows <= columns:
        best = max(sum(gain[i, p[i]] for i in range(rows)) for p in permutations(range(columns), rows))
    else:
        best = max(sum(gain[p[j], j] for j in range(columns)) for p in permutations(range(rows), columns))
    chosen = assign(gain)
    assert sum(gain[i, j] for i, j in chosen) == pytest.approx(best)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == len(chosen) == min(rows, columns)


def test_the_whole_is_weighed_and_not_each_pair_alone() -> None:
    assert assign(np.array([[0.9, 0.8], [0.8, 0.0]])) == [(0, 1), (1, 0)]


def test_one_claim_may_have_several_links() -> None:
    likely = np.array([[0.9, 0.9]])
    assert choose_links(likely, WEIGHTS) == [(0, 0), (0, 1)]


def test_unlikely_pairs_are_not_linked() -> None:
    assert choose_links(np.full((3, 3), WEIGHTS.link / 2), WEIGHTS) == []


def test_no_claims_no_links() -> None:
    assert choose_links(np.zeros((0, 3)), WEIGHTS) == []


def test_a_lead_is_over_the_best_rival_on_either_side() -> None:
    lesser, greater = leads(np.array([[2.0, 1.0], [0.5, 0.0]]))
    assert (lesser[0, 0], greater[0, 0]) == (1.0, 1.5)


def test_the_only_pair_there_is_has_no_lead_for_that() -> None:
    lesser, greater = leads(np.array([[-6.0]]))
    assert lesser[0, 0] < 0
    assert greater[0, 0] < 0


def test_a_pair_is_explained_by_named_features() -> None:
    a, b = side(readout("xa", FERRY_AGREED)), side(readout("xb", FERRY_ALSO))
    reasons = dict(explain(a, b, WEIGHTS))
    assert reasons["words alike"] > 0
    assert sum(reasons.values()) + WEIGHTS.bias > 0


def test_what_may_not_meet_has_no_likelihood() -> None:
    a, b = side(readout("xa", FERRY_AGREED, LYNX)), side(readout("xb", FERRY_ALSO))
    likely = likelihood(compare(a, b, WEIGHTS), WEIGHTS, possible=np.array([[0.0], [1.0]]))
    assert likely[0, 0] == 0

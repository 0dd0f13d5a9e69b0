"""Small operations on text."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothsides.records import DifferenceKind, Status
from bothsides.views import templating, wording


@pytest.mark.parametrize("module", [wording, templating])
def test_the_examples_in_the_docstrings_run(module):
    assert doctest.testmod(module).failed == 0


def test_every_status_and_difference_has_words():
    assert (set(wording.VERDICTS), set(wording.DIFFERENCES)) == (set(Status), set(DifferenceKind))


@given(st.text(max_size=300), st.integers(1, 120))
def test_a_shortened_text_is_never_longer_than_asked(text, limit):
    assert len(wording.shorten(text, limit)) <= limit


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_marked_parts_put_together_are_the_text(text, words):
    assert "".join(part for part, _ in wording.marked_parts(text, words)) == text


def test_a_word_is_marked_as_a_whole_word_only():
    assert wording.marked_parts("reagreed and agreed", ["agreed"])[-1] == ("agreed", True)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, ""),
        (date(2023, 6, 18), None, "18 June 2023"),
        (date(2023, 6, 30), date(2023, 7, 1), "30 June – 1 July 2023"),
        (date(2023, 12, 31), date(2024, 1, 1), "31 December 2023 – 1 January 2024"),
    ],
)
def test_days_in_words(start, end, said):
    assert wording.when(start, end) == said

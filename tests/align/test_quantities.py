"""Amounts and times as values."""

from __future__ import annotations

from datetime import date

import pytest

from bothsides.align.quantities import read_amounts, read_times
from bothsides.align.wording import read_wording

DAY = date(2027, 4, 22)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a loan of $1.5 billion", [1.5e9]),
        ("JPY 10 trillion over the next decade", [1e13]),
        ("from six to ten patrols", [6, 10]),
        ("tariffs down from 10% to 5%", [10, 5]),
        ("the three ministers of the two brotherly countries", []),
        ("a two-way street at the 2+2 talks and COP32 of 1972", []),
        ("the 27th summit on 15 December", []),
        ("one side will give forty vehicles", [40]),
    ],
)
def test_amounts(text: str, values: list[float]) -> None:
    assert [a.value for a in read_amounts(read_wording(text))] == values


@pytest.mark.parametrize(
    ("text", "first", "last", "until"),
    [
        ("by the end of July", DAY, date(2027, 7, 31), True),
        ("in February 2028", date(2028, 2, 1), date(2028, 2, 29), False),
        ("in March", date(2028, 3, 1), date(2028, 3, 31), False),
        ("in the first half of 2028", date(2028, 1, 1), date(2028, 7, 1), False),
        ("by December 31, 2027", DAY, date(2027, 12, 31), True),
        ("next month", date(2027, 5, 1), date(2027, 5, 31), False),
        ("this autumn", date(2027, 9, 1), date(2027, 11, 30), False),
        ("in 1972", date(1972, 1, 1), date(1972, 12, 31), False),
    ],
)
def test_times(text: str, first: date, last: date, until: bool) -> None:
    (found,) = read_times(read_wording(f"They will meet {text}"), DAY)
    assert (found.first, found.last, found.until) == (first, last, until)


def test_a_vague_time_has_no_days() -> None:
    (found,) = read_times(read_wording("They will meet at an early date"), DAY)
    assert (found.first, found.last, found.text) == (None, None, "early date")


def test_without_the_day_of_the_event_no_date_can_be_placed() -> None:
    assert read_times(read_wording("They will meet next year"), None) == []

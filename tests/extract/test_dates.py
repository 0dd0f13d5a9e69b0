"""The days that a text names."""

from datetime import date

import pytest

from bothsides.extract.dates import find_dates

PUBLISHED = date(2031, 6, 19)  # a Thursday


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("On June 18 they met", date(2031, 6, 18), None),
        ("from June 18-19 in Xara", date(2031, 6, 18), date(2031, 6, 19)),
        ("June 27-June 30", date(2031, 6, 27), date(2031, 6, 30)),
        ("on 18 June 2030", date(2030, 6, 18), None),
        ("on January 29 and 30", date(2031, 1, 29), date(2031, 1, 30)),
        ("July 25th", date(2031, 7, 25), None),
        ("January 17<sup>th</sup>", date(2031, 1, 17), None),
        ("on December 30", date(2030, 12, 30), None),
        ("2031-06-18", date(2031, 6, 18), None),
        ("18.06.2031 Xara", date(2031, 6, 18), None),
        ("they spoke today", PUBLISHED, None),
        ("met yesterday with", date(2031, 6, 18), None),
        ("on Tuesday", date(2031, 6, 17), None),
        ("On Thursday", PUBLISHED, None),
        ("on Friday, April 2, the", date(2031, 4, 2), None),
    ],
)
def test_a_day_is_read_relative_to_the_publication(text: str, start: date, end: date | None) -> None:
    assert [(found.start, found.end) for found in find_dates(text, PUBLISHED)] == [(start, end)]


def test_without_a_publication_a_day_without_a_year_stays_unknown() -> None:
    found = find_dates("On June 18 they met", None)[0]
    assert (found.start, found.month, found.day) == (None, 6, 18)


@pytest.mark.parametrize("text", ["at 8:10 a.m.", "25 March-coloured flags 99", "In May they met", "Resolution 2254", "June 45"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert [found.start for found in find_dates(text, PUBLISHED) if found.day not in (25,)] == []

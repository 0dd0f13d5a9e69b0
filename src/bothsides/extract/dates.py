"""Text → the days it names, absolute ("June 18-19, 2021") or relative to the day of publication ("yesterday", "on Tuesday")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from bothsides.records import Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"), ("July", "Jul"),
         ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"), ("December", "Dec")), 1)
    for name in names
}  # fmt: skip
_WEEKDAYS = {name: number for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?<![\d:.,])(?P<day>\d{1,2})(?:<sup>)?(?:st|nd|rd|th)?(?:</sup>)?(?![\d:])"
_TO_DAY = (
    rf"(?:\s?(?:[-–—−]|to|and|through|until)\s?(?:(?P<month2>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\s)?"
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]))?"
)
_YEAR = r"(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b)?"
_PATTERNS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}{_TO_DAY}{_YEAR}"),
    re.compile(rf"{_DAY}{_TO_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<day>\d\d)\b"),
    re.compile(r"\b(?P<day>\d{1,2})[./](?P<mm>\d{1,2})[./](?P<year>20\d\d)\b"),
    re.compile(r"\b(?P<relative>today|this (?:morning|afternoon|evening)|tonight|earlier today|yesterday|tomorrow)\b", re.IGNORECASE),
    re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b"),
)
_RELATIVE = {"yesterday": -1, "tomorrow": 1}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or a range of days as the text names it.

    `relative` days count from the publication; `month` and `day` are what the text says of any other.
    """

    span: Span
    start: date | None
    end: date | None = None
    relative: bool = False
    weekday: bool = False
    month: int | None = None
    day: int | None = None


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """Return the dates of a text in order.

    A date without a year gets the year that brings it nearest to the publication; without a publication `start` stays unknown
    (`month` and `day` are given). A bare weekday is the last one before the publication, that day included.
    """
    found = [mention for pattern in _PATTERNS for match in pattern.finditer(text) if (mention := _read(match, published))]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return _without_named_weekdays(list(_without_overlaps(found)), text)


def _without_named_weekdays(found: list[DateMention], text: str) -> list[DateMention]:
    """Drop a weekday that a date follows: "Friday, April 2" is the second of April."""
    return [
        mention
        for mention, after in zip_longest(found, found[1:])
        if not (
            mention.weekday and after is not None and not after.relative and not text[mention.span.end : after.span.start].strip(" ,\n")
        )
    ]


def _without_overlaps(found: list[DateMention]) -> Iterator[DateMention]:
    end = -1
    for mention in found:
        if mention.span.start >= end:
            yield mention
            end = mention.span.end


def _read(match: re.Match[str], published: date | None) -> DateMention | None:
    span = Span(match.start(), match.end())
    parts = match.groupdict()
    if parts.get("relative"):
        start = published + timedelta(days=_RELATIVE.get(parts["relative"].lower(), 0)) if published else None
        return DateMention(span, start, relative=True)
    if parts.get("weekday"):
        back = (published.weekday() - _WEEKDAYS[parts["weekday"]]) % 7 if published else 0
        return DateMention(span, published - timedelta(days=back) if published else None, relative=True, weekday=True)
    month = _MONTHS[parts["month"]] if parts.get("month") else int(parts["mm"])
    return _absolute(span, month, parts, published)


def _absolute(span: Span, month: int, parts: Mapping[str, str], published: date | None) -> DateMention | None:
    year = int(parts["year"]) if parts.get("year") else None
    day = int(parts["day"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    start = _on(year, month, day, published)
    end = None
    if parts.get("day2"):
        end = _on(
            year or (start.year if start else None),
            _MONTHS[parts["month2"]] if parts.get("month2") else month,
            int(parts["day2"]),
            published,
        )
        if end is not None and start is not None and end < start:
            end = None
    return DateMention(span, start, end, month=month, day=day)


def _on(year: int | None, month: int, day: int, published: date | None) -> date | None:
    """Return the day, in the year given or that nearest to the publication; `None` if unknown or no such day."""
    if year is None and published is None:
        return None
    years = [year] if year is not None else [published.year + d for d in (-1, 0, 1)] if published else []
    days = []
    for one in years:
        try:
            days.append(date(one, month, day))
        except ValueError:
            continue
    if not days or published is None:
        return days[0] if days else None
    return min(days, key=lambda d: abs((d - published).days))

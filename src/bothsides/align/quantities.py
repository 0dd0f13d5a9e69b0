"""A wording → the amounts and the days that it names, as values that can be compared, with their words."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from bothsides.align.thesaurus import PhraseKind
from bothsides.align.wording import Wording

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
JOINT = 3  # letters of the words that may stand inside a date: "of", "the", "th"
FEW = 3
SAME_AMOUNT = 0.02  # relative: "approximately 60 billion" is 60 billion
SAME_TIME = timedelta(days=20)  # "mid-December" is "the week of 15 December", a half-year is not a quarter


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its scale, whether it counts time, and its words."""

    value: float
    of_time: bool
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """The days within which something is to happen; `until` says that only the last of them counts. Vague times have no days."""

    first: date | None
    last: date | None
    until: bool
    text: str


def same_amount(a: Amount, b: Amount) -> bool:
    """Say whether two amounts are equal but for rounding."""
    return abs(a.value - b.value) <= SAME_AMOUNT * max(abs(a.value), abs(b.value))


def same_time(a: When, b: When) -> bool:
    """Say whether two times are the same but for a few weeks; two vague ones are."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return a.first is b.first
    return (a.until or b.until or abs(a.first - b.first) <= SAME_TIME) and abs(a.last - b.last) <= SAME_TIME


def read_amounts(wording: Wording) -> list[Amount]:
    """Return the amounts of a passage; dates, ordinals and counted participants are none."""
    scale = {p.start: float(p.concept) for p in wording.of_kind(PhraseKind.SCALE)}
    spelt = {p.start: float(p.concept) for p in wording.of_kind(PhraseKind.NUMBER)}
    unit = {p.start for p in wording.of_kind(PhraseKind.TIME_UNIT)}
    people = {p.start for p in wording.of_kind(PhraseKind.COUNTED_PEOPLE)}
    dated = {i for p in _anchors(wording) for i in range(p[0] - 1, p[1] + 2)}
    amounts: list[Amount] = []
    for i, word in enumerate(wording.words):
        value = spelt.get(i, _digits(word))
        if value is None or _is_part_of_a_name(wording, i) or (i in dated and i + 1 not in scale) or _is_year(word, value):
            continue
        following = i + 1
        while following in scale:
            value *= scale[following]
            following += 1
        if _counts_participants(wording, i, following, spelt=i in spelt, value=value, people=people) and following not in unit:
            continue
        end = following + (following < len(wording.words) and len(wording.words[following]) > JOINT)
        text = _with_sign(wording, i, end)
        amounts.append(Amount(value, following in unit, text))
    return amounts


def _counts_participants(wording: Wording, i: int, following: int, *, spelt: bool, value: float, people: set[int]) -> bool:
    """Whether a number only counts who is there ("the two brotherly countries"), or is part of a compound ("two-way", "the three")."""
    if not spelt or following != i + 1:
        return False
    if value == 1 or wording.text[wording.spans[i][1] : wording.spans[i][1] + 1] == "-":
        return True
    return value <= FEW and (following == len(wording.words) or any(k in people for k in range(following, following + 3)))


def read_times(wording: Wording, day: date | None) -> list[When]:
    """Return the times that a passage names, read as of `day`, the event's."""
    times = [When(None, None, False, wording.verbatim(p.start, p.end)) for p in wording.of_kind(PhraseKind.VAGUE_DATE)]
    if day is None:
        return times
    starts = {p.end: p for p in wording.of_kind(PhraseKind.DEADLINE)}
    onwards = {p.end: p for p in wording.of_kind(PhraseKind.ONWARDS)}
    for start, end, parts in _anchors(wording):
        found = _interval(parts, day)
        if found is None:
            continue
        first, last = found
        lead = next((i for i in (start, start - 1) if i in starts or i in onwards), None)
        until = lead is not None and lead in starts
        begin = (
            (starts if until else onwards)[lead].start if lead is not None else start - (start > 0 and len(wording.words[start - 1]) <= 2)
        )
        if last >= day:
            first = day if until else max(first, day)
        times.append(When(first, last, until, wording.verbatim(begin, end)))
    return times


Parts = dict[str, float | int | tuple[float, float]]


def _anchors(wording: Wording) -> list[tuple[int, int, Parts]]:
    """Return each run of words that make up one date: where it starts and ends, and its year, month, day, part and season."""
    named: dict[int, tuple[int, str, float | int | tuple[float, float]]] = {}
    for p in wording.of_kind(PhraseKind.MONTH):
        named[p.start] = (p.end, "month", int(p.concept))
    for p in wording.of_kind(PhraseKind.SEASON):
        named[p.start] = (p.end, "season", SEASONS[p.concept][0])
    for p in wording.of_kind(PhraseKind.YEAR):
        named.setdefault(p.start, (p.end, "years", int(p.concept)))
    for p in wording.of_kind(PhraseKind.MONTH_FROM_NOW):
        named[p.start] = (p.end, "months", int(p.concept))
    for p in wording.of_kind(PhraseKind.DATE_PART):
        low, _, high = p.concept.partition("-")
        named[p.start] = (p.end, "part", (float(low), float(high)))
    for i, word in enumerate(wording.words):
        value = _digits(word)
        if value is not None and _is_year(word, value) and i not in named:
            named[i] = (i + 1, "year", int(value))
        elif value is not None and 1 <= value <= 31 and value.is_integer() and i not in named:
            named[i] = (i + 1, "day", int(value))
    runs: list[tuple[int, int, Parts]] = []
    i = 0
    while i < len(wording.words):
        if i not in named:
            i += 1
            continue
        start, end, parts = i, i, Parts()
        while i in named and named[i][1] not in parts:
            end, name, value_of = named[i]
            parts[name] = value_of
            i = end
            while i not in named and i + 1 < len(wording.words) and len(wording.words[i]) <= JOINT:
                i += 1
        i = max(end, start + 1)
        if parts.keys() & {"month", "year", "years", "months", "season"}:
            runs.append((start, end, parts))
    return runs


def _interval(parts: Parts, day: date) -> tuple[date, date] | None:
    year = parts.get("year", day.year + int(parts["years"]) if "years" in parts else None)  # type: ignore[arg-type]
    month = parts.get("month") or parts.get("season")
    if "months" in parts:
        ahead = day.month - 1 + int(parts["months"])  # type: ignore[arg-type]
        year, month = day.year + ahead // 12, ahead % 12 + 1
    if month is not None and year is None:
        year = day.year if int(month) >= day.month else day.year + 1  # type: ignore[arg-type]
    if year is None:
        return None
    months = (1, 12) if month is None else (int(month), int(month) + (2 if "season" in parts and int(month) < 12 else 0))  # type: ignore[arg-type]
    first = date(int(year), months[0], 1)  # type: ignore[arg-type]
    last = date(int(year), months[1], calendar.monthrange(int(year), months[1])[1])  # type: ignore[arg-type]
    if "day" in parts and "month" in parts:
        number = min(int(parts["day"]), last.day)  # type: ignore[arg-type]
        return first.replace(day=number), first.replace(day=number)
    if isinstance(part := parts.get("part"), tuple):
        length = (last - first).days
        return first + timedelta(days=round(length * part[0])), first + timedelta(days=round(length * part[1]))
    return first, last


def _digits(word: str) -> float | None:
    try:
        return float(word.replace(",", "")) if word[0].isdigit() else None
    except ValueError:
        return None


def _is_year(word: str, value: float) -> bool:
    return len(word) == 4 and word.isdigit() and 1900 <= value <= 2100


def _is_part_of_a_name(wording: Wording, i: int) -> bool:
    """Whether digits are glued to letters or signs: "COP32", "2+2", "26th"."""
    start, end = wording.spans[i]
    before = wording.text[start - 1 : start]
    after = wording.text[end : end + 2]
    return before.isalpha() or before in ("+", "/") or after[:1] in ("+", "/") or after in ("th", "st", "nd", "rd")


def _with_sign(wording: Wording, start: int, end: int) -> str:
    """Return the words of an amount with the currency sign before it or the per-cent sign behind."""
    first, last = wording.spans[start][0], wording.spans[end - 1][1]
    while first > 0 and wording.text[first - 1] not in " \n(" and not wording.text[first - 1].isalnum():
        first -= 1
    return " ".join(wording.text[first:last].split())

"""The year of a day that neither the text nor its publication tells, from the offices that its people hold."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bothsides.extract.persons import PersonMention
    from bothsides.ingest.gazetteer import Gazetteer


def infer_day(people: Iterable[PersonMention], month: int, day: int, gazetteer: Gazetteer) -> date | None:
    """Return the one day of that month and date on which all known people held the offices the text gives them, `None` if there is not one.

    "On June 18 … Foreign Minister Qin Gang" can only be of 2023. People with no office of the tables in the text decide nothing.
    """
    spans = [terms for person in people if (terms := _terms(person, gazetteer))]
    years = {year for terms in spans for since, until in terms for year in range(since.year, until.year + 1)}
    fitting = []
    for year in sorted(years):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if all(any(since <= one <= until for since, until in terms) for terms in spans):
            fitting.append(one)
    return fitting[0] if len(fitting) == 1 else None


def _terms(person: PersonMention, gazetteer: Gazetteer) -> list[tuple[date, date]]:
    """Return the terms of a person in the offices of a mention; none if one is open at either end, which bounds no year."""
    known = gazetteer.person(person.person.key)
    held = [one for one in known.tenures if gazetteer.office_classes(one.office) & person.classes] if known else []
    if any(not one.since or not one.until for one in held):
        return []
    return [(_first(one.since or ""), _last(one.until or "")) for one in held]


def _first(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last(iso: str) -> date:
    parts = [int(part) for part in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)

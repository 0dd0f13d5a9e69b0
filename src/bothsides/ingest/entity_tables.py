"""The tables of names → records, checked row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bothsides.ingest.entities import KnownParty, KnownPerson, KnownPlace, KnownTitle, Tenure
from bothsides.ingest.names import fold
from bothsides.ingest.tables import Row, read_table

PARTY_COLUMNS = ("code", "name", "kind", "aliases", "adjectives", "metonyms", "weak")
PLACE_COLUMNS = ("name", "kind", "party", "stands_for")
TITLE_COLUMNS = ("title", "kind", "party", "class", "sex")
PEOPLE_COLUMNS = ("key", "name", "aliases", "party", "office", "since", "until", "wikidata", "source")

GIVEN_NAME_COLUMNS = ("name", "sex")

PARTY_KINDS = ("state", "territory", "sub-state", "bloc", "international-organisation", "non-state")
PLACE_KINDS = ("capital", "city", "landmark", "region", "exception")
TITLE_KINDS = ("office", "plural", "honorific", "modifier", "particle", "suffix", "common")

_DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")


def read_parties(path: Path) -> Iterator[KnownParty]:
    """Yield the parties of parties.csv; every code is in lower case and stands once."""
    seen: set[str] = set()
    for row in read_table(path, PARTY_COLUMNS):
        if row["code"] in seen or row["code"] != row["code"].lower():
            raise row.wrong(f"the code {row['code']!r}", "a code in lower case that no other row has")
        if row["kind"] not in PARTY_KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(PARTY_KINDS)}")
        seen.add(row["code"])
        yield KnownParty(
            row["code"],
            row["name"],
            row["kind"],
            row.listed("aliases"),
            row.listed("adjectives"),
            row.listed("metonyms"),
            row.listed("weak"),
        )


def read_places(path: Path, parties: Mapping[str, KnownParty]) -> Iterator[KnownPlace]:
    """Yield the places of places.csv; a party that a place lies in or stands for is one of `parties`."""
    for row in read_table(path, PLACE_COLUMNS):
        if row["kind"] not in PLACE_KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(PLACE_KINDS)}")
        for column in ("party", "stands_for"):
            if row[column] and row[column] not in parties:
                raise row.wrong(f"the {column} {row[column]!r}", "a code of parties.csv")
        yield KnownPlace(row["name"], row["kind"], row["party"] or None, row["stands_for"] or None)


def read_titles(path: Path) -> Iterator[KnownTitle]:
    """Yield the titles of titles.csv."""
    for row in read_table(path, TITLE_COLUMNS):
        if row["kind"] not in TITLE_KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(TITLE_KINDS)}")
        if row["sex"] not in ("", "m", "f"):
            raise row.wrong(f"the sex {row['sex']!r}", "m, f or nothing")
        yield KnownTitle(row["title"], row["kind"], row["party"] or None, row["class"] or None, row["sex"] or None)


def read_given_names(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the given names of given-names.csv with the sex they tell."""
    for row in read_table(path, GIVEN_NAME_COLUMNS):
        if row["sex"] not in ("m", "f"):
            raise row.wrong(f"the sex {row['sex']!r}", "m or f")
        yield row["name"], row["sex"]


def read_people(paths: Iterable[Path], parties: Mapping[str, KnownParty]) -> dict[str, KnownPerson]:
    """Gather the rows of each key, of whichever table, into one person; the first row names the person.

    A term that an earlier row tells of (same office, begun in the same year) is left out.
    """
    rows: dict[str, list[Row]] = {}
    for path in paths:
        for row in read_table(path, PEOPLE_COLUMNS):
            if row["party"] not in parties:
                raise row.wrong(f"the party {row['party']!r}", "a code of parties.csv")
            for column in ("since", "until"):
                if not _DATE.fullmatch(row[column]):
                    raise row.wrong(f"{column} {row[column]!r}", "a date, month or year such as 2023-03-12, 2023-03 or 2023")
            rows.setdefault(row["key"], []).append(row)
    people: dict[str, KnownPerson] = {}
    for key, own in rows.items():
        items = {row["wikidata"] for row in own if row["wikidata"]}
        if len(items) > 1:
            raise own[-1].wrong(f"{key} with the items {', '.join(sorted(items))}", "one Wikidata item a key")
        spellings = [alias for row in own for alias in (row["name"], *row.listed("aliases"))]
        terms: dict[tuple[str, str, str], Row] = {}
        for row in own:
            if row["office"]:
                terms.setdefault((row["party"], fold(row["office"]), row["since"][:4]), row)
        tenures = tuple(
            Tenure(key, row["party"], row["office"], row["since"] or None, row["until"] or None, row["source"]) for row in terms.values()
        )
        aliases = tuple(spelling for spelling in dict.fromkeys(spellings) if spelling != own[0]["name"])
        people[key] = KnownPerson(key, own[0]["name"], aliases, next(iter(items), None), tenures)
    return people

"""Lists of office-holders (a folder with officeholders.csv and heads_2022.csv) → the rows of `data/tables/people.csv`, on standard output.

    python -m bothsides.training.gazetteer FOLDER > data/tables/people.csv

officeholders.csv holds monthly snapshots of who was listed for an office; heads_2022.csv the years of heads of state and government.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bothsides.ingest.entity_tables import PARTY_COLUMNS, PEOPLE_COLUMNS
from bothsides.ingest.names import fold, slug
from bothsides.ingest.tables import read_table
from bothsides.resources import resource

LISTS = "Peppercat lists of government leaders"
HEADS = "every-politician list of heads of state and government (Wikidata)"

# Snapshots lie a month apart and some months lack; a gap this long (in months) still is one term of office.
_GAP_MONTHS = 4


@dataclass
class _Holder:
    """One person while the lists are being read: spellings by date last seen, and the terms of each office."""

    wikidata: str
    names: dict[str, str] = field(default_factory=dict)
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    source: dict[tuple[str, str], str] = field(default_factory=dict)


def main(arguments: list[str]) -> int:
    """Write the table for the folder named on the command line."""
    folder = Path(arguments[0])
    holders: dict[str, _Holder] = {}
    _read_lists(folder / "officeholders.csv", holders)
    _read_heads(folder / "heads_2022.csv", holders, _codes())
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(PEOPLE_COLUMNS)
    writer.writerows(_rows(holders.values()))
    return 0


def _codes() -> dict[str, str]:
    """Map the names of parties, folded, to their codes."""
    rows = read_table(resource("data", "tables", "parties.csv"), PARTY_COLUMNS)
    return {fold(name.removeprefix("The ")): row["code"] for row in rows for name in (row["name"], *row.listed("aliases"))}


def _read_lists(path: Path, holders: dict[str, _Holder]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            party, name = row["party"].lower(), _plain(row["person"])
            holder = holders.setdefault(row["wikidata"] or f"{party} {fold(name)}", _Holder(row["wikidata"]))
            seen = row["last_seen"] or "9"
            holder.names[name] = max(seen, holder.names.get(name, ""))
            post = (party, row["office"])
            holder.terms[post].append((_valid(row["since"]) or row["first_seen"][:7], row["first_seen"], row["last_seen"]))
            holder.source[post] = LISTS


def _read_heads(path: Path, holders: dict[str, _Holder], codes: Mapping[str, str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = codes.get(fold(row["country"]))
            if code is None:
                continue
            holder = holders.setdefault(row["officeholder"], _Holder(row["officeholder"]))
            holder.names.setdefault(_plain(row["officeholderLabel"]), row["end_year"] or "2022")
            office = _office(row["positionLabel"])
            if not any(party == code and fold(known) == fold(office) for party, known in holder.terms):
                holder.terms[code, office].append((row["start_year"], row["start_year"], row["end_year"]))
                holder.source[code, office] = HEADS


def _plain(name: str) -> str:
    """Drop what is not the name: "Abdullah II of Jordan" is Abdullah II, "Wang Yi (politician)" Wang Yi."""
    return re.sub(r"\s*\(.*\)$|(?<=\w)\s+of\s+(?:the\s+)?[A-Z].*$", "", name.replace("_", " ").replace("’", "'")).strip()


def _office(label: str) -> str:
    """Drop the country from the name of a position: "President of Albania" is President."""
    kept = re.sub(r"\s+of\s+(?:the\s+)?(?:[A-Z].*)$", "", label)
    return kept[0].upper() + kept[1:]


def _valid(since: str) -> str:
    """Return a date as precise as it is valid: the lists hold "2023-03-39"."""
    match = re.match(r"\d{4}(-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01])$)?)?", since)
    return match.group() if match else ""


def _merged(terms: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Join the rows of one office that follow one another: (since, until), open-ended terms with an empty until."""
    merged: list[tuple[str, str]] = []
    for since, first, last in sorted(terms, key=lambda term: (term[1], term[0])):
        if merged and (not merged[-1][1] or _months(first) - _months(merged[-1][1]) <= _GAP_MONTHS):
            earlier, until = merged[-1]
            merged[-1] = (min(earlier, since), "" if not last or not until else max(until, last))
        else:
            merged.append((since, last))
    return merged


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1)


def _rows(holders: Iterable[_Holder]) -> list[tuple[str, ...]]:
    """Give every person a key of their own and list the terms, sorted by party and key."""
    named: dict[str, list[tuple[_Holder, str, tuple[str, ...]]]] = defaultdict(list)
    for holder in holders:
        spellings = sorted(holder.names, key=lambda name: (" " in name, holder.names[name], name), reverse=True)
        named[slug(spellings[0])].append((holder, spellings[0], tuple(sorted(spellings[1:]))))
    rows = []
    for base, group in named.items():
        group.sort(key=lambda member: (member[0].wikidata == "", member[0].wikidata))
        for holder, name, aliases in group:
            key = base if len(group) == 1 else f"{base}-{(holder.wikidata or min(holder.terms)[0]).lower()}"
            for (party, office), terms in sorted(holder.terms.items()):
                for since, until in _merged(terms):
                    rows.append((key, name, "|".join(aliases), party, office, since, until, holder.wikidata, holder.source[party, office]))
    return sorted(rows, key=lambda row: (row[3], row[0], row[4], row[5]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

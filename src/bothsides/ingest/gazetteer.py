"""The tables of parties, places, titles and people → one immutable `Gazetteer` that knows names when it sees them.

parties.csv    states, territories, blocs and organisations, with aliases, adjectives, metonyms and self-designations
places.csv     capitals, cities, landmarks, regions, and exceptions: phrases in which a party's name does not mean the party
titles.csv     offices with their class, honorifics, words that only occur inside titles, name particles and suffixes
people.csv     office-holders with their terms of office (made by `python -m bothsides.training.gazetteer`)
officials.csv  the same columns, kept by hand: officials below minister, earlier decades, spellings
given-names.csv  given names, without accents and in lower case, that are usually a man's or usually a woman's
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from bothsides.errors import VocabularyError
from bothsides.ingest.names import Phrases, cut_words, fold
from bothsides.ingest.tables import Row, read_table
from bothsides.records import Person
from bothsides.resources import resource

PARTY_COLUMNS = ("code", "name", "kind", "aliases", "adjectives", "metonyms", "weak")
PLACE_COLUMNS = ("name", "kind", "party", "stands_for")
TITLE_COLUMNS = ("title", "kind", "party", "class", "sex")
PEOPLE_COLUMNS = ("key", "name", "aliases", "party", "office", "since", "until", "wikidata", "source")

GIVEN_NAME_COLUMNS = ("name", "sex")

PARTY_KINDS = ("state", "territory", "sub-state", "bloc", "international-organisation", "non-state")
PLACE_KINDS = ("capital", "city", "landmark", "region", "exception")
TITLE_KINDS = ("office", "plural", "honorific", "modifier", "particle", "suffix", "common")

# Where the family name usually stands first in English texts of the place itself, or in either position.
_SURNAME_FIRST = frozenset({"cn", "kr", "kp", "jp", "vn", "tw", "hk", "mo", "kh", "sg", "hu"})
# One-word titles that also stand in lower case before a name ("president Sela"); others are too often common nouns.
_PLAIN_CLASSES = frozenset(
    {"head-of-state", "head-of-government", "crown-prince", "foreign-minister", "minister", "ambassador", "envoy", "leader", "speaker", "spokesperson"}
)
_DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")


class Form(StrEnum):
    """By what sort of word a text names a known thing."""

    NAME = "name"
    ADJECTIVE = "adjective"
    METONYM = "metonym"
    WEAK = "weak"
    PLACE = "place"
    EXCEPTION = "exception"
    OFFICE = "office"
    PLURAL = "plural"
    HONORIFIC = "honorific"
    MODIFIER = "modifier"
    PARTICLE = "particle"
    SUFFIX = "suffix"
    COMMON = "common"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known phrase means: its form, and the code, key or name it stands for."""

    form: Form
    value: str


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A state, territory, bloc or organisation."""

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place, with the party it lies in and the party its name can stand for ("Moscow said")."""

    name: str
    kind: str
    party: str | None = None
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A title: an office with its class, an honorific, or a word with its own place in titles and names. `sex` is `m`, `f` or unknown.

    `party` is the one party that has such an office ("State Councilor"); a `common` word is never part of a name, capital or not.
    """

    title: str
    kind: str
    party: str | None = None
    office_class: str | None = None
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One office of one person. `since` and `until` are dates, months or years as precise as the source, or unknown."""

    person: str
    party: str
    office: str
    since: str | None = None
    until: str | None = None
    source: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether the office was held on a day, as far as the precision of the dates goes."""
        iso = day.isoformat()
        return not (self.since and iso[: len(self.since)] < self.since) and not (self.until and iso[: len(self.until)] > self.until)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An office-holder with the spellings of the name and the terms of office, in the table's order."""

    key: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    tenures: tuple[Tenure, ...]

    @property
    def person(self) -> Person:
        """The person as readings and graphs carry it."""
        return Person(self.key, self.name, self.wikidata)

    def tenures_on(self, day: date | None) -> tuple[Tenure, ...]:
        """Return the offices held on a day, or all of them where the day is not known."""
        return self.tenures if day is None else tuple(tenure for tenure in self.tenures if tenure.covers(day))


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All that the tables know. Load it with `load_gazetteer`; it is never changed."""

    parties: Mapping[str, KnownParty]
    places: Mapping[str, KnownPlace]
    titles: Mapping[str, KnownTitle]
    people: Mapping[str, KnownPerson]
    phrases: Phrases[Entry]
    offices: Phrases[KnownTitle]
    given_names: Mapping[str, str]
    _by_surname: Mapping[str, frozenset[str]]
    _by_word: Mapping[str, frozenset[str]]

    def party(self, code: str) -> KnownParty | None:
        """Return the party of a code, or `None`: readouts of states that no table knows are read all the same."""
        return self.parties.get(code)

    def place(self, name: str) -> KnownPlace | None:
        """Return a place by its name as the table writes it."""
        return self.places.get(name)

    def person(self, key: str) -> KnownPerson | None:
        """Return a person by key."""
        return self.people.get(key)

    def tenures(self, key: str) -> tuple[Tenure, ...]:
        """Return all offices of a person, none for one that is not known."""
        known = self.people.get(key)
        return known.tenures if known else ()

    def office_on(self, key: str, day: date) -> str | None:
        """Return the office that a person held on a day; of several, the first of the table."""
        known = self.people.get(key)
        held = known.tenures_on(day) if known else ()
        return held[0].office if held else None

    def parties_in(self, text: str) -> tuple[str, ...]:
        """Return the parties that a text names, by name, adjective or metonym, each once, in order."""
        words = [word.text for word in cut_words(text)]
        found: dict[str, None] = {}
        for _, _, entries in self.phrases.find(words):
            for entry in entries:
                if entry.form in (Form.NAME, Form.ADJECTIVE, Form.METONYM):
                    found[entry.value] = None
                    break
        return tuple(found)

    def party_named(self, name: str) -> str | None:
        """Return the code of the party that a whole phrase names ("the Republic of Kenya", "Kenyan", "KE"), or `None`."""
        text = name.strip().removeprefix("the ").removeprefix("The ")
        words = [word.text for word in cut_words(text)]
        found = self.phrases.longest(words, 0) if words else None
        if found is not None and found[0] == len(words):
            for entry in found[1]:
                if entry.form in (Form.NAME, Form.ADJECTIVE, Form.METONYM):
                    return entry.value
        return text.lower() if text.lower() in self.parties else None

    def people_named(self, name: str, *, on: date | None = None, party: str | None = None) -> tuple[KnownPerson, ...]:
        """Return the people whom a name can mean, given as surname alone or with other parts in any order and any known spelling.

        Those in office on the day come alone if there are any; so do those of the party.
        """
        parts = [fold(part) for part in re.findall(r"[\w'’-]+", name)]
        parts = [part for part in parts if len(part) > 1]
        if not parts:
            return ()
        keys = self._by_surname.get(parts[-1], frozenset()) if len(parts) == 1 else self._matching(parts)
        found = [self.people[key] for key in sorted(keys)]
        for keep in (lambda p: any(t.party == party for t in p.tenures), lambda p: bool(p.tenures_on(on))):
            found = [person for person in found if keep(person)] or found
        return tuple(found)

    def _matching(self, parts: list[str]) -> frozenset[str]:
        """Return the people all of whose given parts are known spellings; failing that, of like surname and first letter."""
        exact = [self._by_word.get(part, frozenset()) for part in parts]
        every = frozenset.intersection(*exact)
        if every:
            return every
        like = self._by_surname.get(parts[-1], frozenset())
        return frozenset(
            key for key in like if any(fold(alias)[0] == parts[0][0] for alias in (self.people[key].name, *self.people[key].aliases))
        )

    def sex_of(self, name: str) -> str | None:
        """Return `m` or `f` where the given name, first or last of the parts of a name, is usually a man's or a woman's."""
        parts = [fold(part) for part in name.split()]
        return self.given_names.get(parts[0]) or self.given_names.get(parts[-1]) if parts else None

    def office_classes(self, title: str) -> frozenset[str]:
        """Return the classes of the offices that a title is made of: "State Councilor and Foreign Minister" has two."""
        words = [word.text for word in cut_words(title)]
        classes = {
            known.office_class
            for _, _, entries in self.phrases.find(words)
            for entry in entries
            if entry.form in (Form.OFFICE, Form.PLURAL) and (known := self.titles[entry.value]).office_class
        }
        return frozenset(name for name in classes if name)


def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer; read and checked at the first call only.

    Raises:
        VocabularyError: a table is malformed; the message names the file and the line.

    """
    return _load(resource("data", "tables"))


@functools.lru_cache(maxsize=4)
def _load(folder: Path) -> Gazetteer:
    return read_gazetteer(folder)


def read_gazetteer(folder: Path) -> Gazetteer:
    """Read the tables of a folder into a gazetteer.

    Raises:
        VocabularyError: a table is malformed, or names a party that parties.csv does not have.

    """
    parties = {party.code: party for party in _read_parties(folder / "parties.csv")}
    places = {place.name: place for place in _read_places(folder / "places.csv", parties)}
    titles = {title.title: title for title in _read_titles(folder / "titles.csv")}
    people = _read_people([folder / "officials.csv", folder / "people.csv"], parties)
    by_surname: dict[str, set[str]] = {}
    by_word: dict[str, set[str]] = {}
    for person in people.values():
        for surname in _surnames(person):
            by_surname.setdefault(surname, set()).add(person.key)
        for spelling in (person.name, *person.aliases):
            for part in re.findall(r"[\w'’-]+", spelling):
                by_word.setdefault(fold(part), set()).add(person.key)
    return Gazetteer(
        MappingProxyType(parties),
        MappingProxyType(places),
        MappingProxyType(titles),
        MappingProxyType(people),
        Phrases(_entries(parties, places, titles, people)),
        Phrases((title.title.lower(), title) for title in titles.values() if title.kind in ("office", "plural", "honorific") and title.office_class),
        MappingProxyType(dict(_read_given_names(folder / "given-names.csv"))),
        {name: frozenset(keys) for name, keys in by_surname.items()},
        {name: frozenset(keys) for name, keys in by_word.items()},
    )


def _surnames(person: KnownPerson) -> Iterator[str]:
    first_too = any(tenure.party in _SURNAME_FIRST for tenure in person.tenures)
    for spelling in (person.name, *person.aliases):
        parts = [fold(part) for part in re.findall(r"[\w'’-]+", spelling)]
        yield parts[-1]
        if first_too:
            yield parts[0]


def _entries(
    parties: Mapping[str, KnownParty],
    places: Mapping[str, KnownPlace],
    titles: Mapping[str, KnownTitle],
    people: Mapping[str, KnownPerson],
) -> Iterator[tuple[str, Entry]]:
    """Yield every known phrase; of one phrase with several meanings the first yielded comes first."""
    for person in people.values():
        for spelling in dict.fromkeys((person.name, *person.aliases)):
            if " " in spelling:
                yield spelling, Entry(Form.PERSON, person.key)
    for place in places.values():
        yield place.name, Entry(Form.EXCEPTION if place.kind == "exception" else Form.PLACE, place.name)
    for party in parties.values():
        forms = (
            (Form.NAME, (party.name, *party.aliases)),
            (Form.ADJECTIVE, party.adjectives),
            (Form.METONYM, party.metonyms),
            (Form.WEAK, party.weak),
        )
        for form, names in forms:
            for name in dict.fromkeys(names):
                yield name, Entry(form, party.code)
    for title in titles.values():
        yield title.title, Entry(Form(title.kind), title.title)
        if title.kind == "office" and (" " in title.title or title.office_class in _PLAIN_CLASSES) and title.title.lower() not in titles:
            yield title.title.lower(), Entry(Form.OFFICE, title.title)


def _read_parties(path: Path) -> Iterator[KnownParty]:
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


def _read_places(path: Path, parties: Mapping[str, KnownParty]) -> Iterator[KnownPlace]:
    for row in read_table(path, PLACE_COLUMNS):
        if row["kind"] not in PLACE_KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(PLACE_KINDS)}")
        for column in ("party", "stands_for"):
            if row[column] and row[column] not in parties:
                raise row.wrong(f"the {column} {row[column]!r}", "a code of parties.csv")
        yield KnownPlace(row["name"], row["kind"], row["party"] or None, row["stands_for"] or None)


def _read_titles(path: Path) -> Iterator[KnownTitle]:
    for row in read_table(path, TITLE_COLUMNS):
        if row["kind"] not in TITLE_KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(TITLE_KINDS)}")
        if row["sex"] not in ("", "m", "f"):
            raise row.wrong(f"the sex {row['sex']!r}", "m, f or nothing")
        yield KnownTitle(row["title"], row["kind"], row["party"] or None, row["class"] or None, row["sex"] or None)


def _read_given_names(path: Path) -> Iterator[tuple[str, str]]:
    for row in read_table(path, GIVEN_NAME_COLUMNS):
        if row["sex"] not in ("m", "f"):
            raise row.wrong(f"the sex {row['sex']!r}", "m or f")
        yield row["name"], row["sex"]


def _read_people(paths: Iterable[Path], parties: Mapping[str, KnownParty]) -> dict[str, KnownPerson]:
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
        terms = {(row["party"], fold(row["office"]), row["since"][:4]): row for row in reversed(own) if row["office"]}
        tenures = tuple(
            Tenure(key, row["party"], row["office"], row["since"] or None, row["until"] or None, row["source"]) for row in reversed(terms.values())
        )
        aliases = tuple(spelling for spelling in dict.fromkeys(spellings) if spelling != own[0]["name"])
        people[key] = KnownPerson(key, own[0]["name"], aliases, next(iter(items), None), tenures)
    return people


__all__ = [
    "Entry",
    "Form",
    "Gazetteer",
    "KnownParty",
    "KnownPerson",
    "KnownPlace",
    "KnownTitle",
    "Tenure",
    "VocabularyError",
    "load_gazetteer",
    "read_gazetteer",
]

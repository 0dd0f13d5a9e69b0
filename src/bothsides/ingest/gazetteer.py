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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bothsides.ingest.entities import Entry, Form, KnownParty, KnownPerson, KnownPlace, KnownTitle, Tenure
from bothsides.ingest.entity_tables import read_given_names, read_parties, read_people, read_places, read_titles
from bothsides.ingest.names import Phrases, cut_words, fold
from bothsides.resources import resource

# Where the family name usually stands first in English texts of the place itself, or in either position.
_SURNAME_FIRST = frozenset({"cn", "kr", "kp", "jp", "vn", "tw", "hk", "mo", "kh", "sg", "hu"})
# One-word titles that also stand in lower case before a name ("president Sela"); others are too often common nouns.
_PLAIN_CLASSES = frozenset(
    {
        "head-of-state",
        "head-of-government",
        "crown-prince",
        "foreign-minister",
        "minister",
        "ambassador",
        "envoy",
        "leader",
        "speaker",
        "spokesperson",
    }
)
_LEADING_CLASSES = frozenset({"head-of-state", "head-of-government", "crown-prince"})


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
    _offices: frozenset[tuple[str, str]]
    _led: frozenset[str]
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

        Those of the party come alone if there are any; so do those in office on the day.
        """
        parts = [fold(part) for part in re.findall(r"[\w'’-]+", name)]
        parts = [part for part in parts if len(part) > 1]
        if not parts:
            return ()
        keys = self._by_surname.get(parts[-1], frozenset()) if len(parts) == 1 else self._matching(parts)
        found = [self.people[key] for key in sorted(keys)]
        found = [person for person in found if any(tenure.party == party for tenure in person.tenures)] or found
        return tuple([person for person in found if person.tenures_on(on)] or found)

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
        """Return the classes of the offices that a title without a country is made of: "State Councilor and Foreign Minister" has two.

        "President of the Federation of Industries" leads no state: an office that leads one is followed by no "of".
        """
        words = [word.text for word in cut_words(title)]
        classes: set[str] = set()
        for _, end, entries in self.phrases.find(words):
            for entry in entries:
                found = self.titles[entry.value].office_class if entry.form in (Form.OFFICE, Form.PLURAL) else None
                if found and not (found in _LEADING_CLASSES and words[end : end + 1] == ["of"]):
                    classes.add(found)
        return frozenset(classes)

    def can_hold(self, party: str, office: str) -> bool:
        """Tell whether a party can have such a head of state or government: Japan has a Prime Minister and no President.

        Of an office made of several ("Crown Prince and Prime Minister") one is enough; of a party that no table knows, any will do.
        """
        words = [word.text for word in cut_words(office)]
        named = {entry.value for _, _, entries in self.phrases.find(words) for entry in entries if entry.form is Form.OFFICE}
        leading = {title for title in named if self.titles[title].office_class in _LEADING_CLASSES}
        return not leading or party not in self._led or any((party, title) in self._offices for title in leading)


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
    parties = {party.code: party for party in read_parties(folder / "parties.csv")}
    places = {place.name: place for place in read_places(folder / "places.csv", parties)}
    titles = {title.title: title for title in read_titles(folder / "titles.csv")}
    people = read_people([folder / "officials.csv", folder / "people.csv"], parties)
    by_surname: dict[str, set[str]] = {}
    by_word: dict[str, set[str]] = {}
    for person in people.values():
        for surname in _surnames(person):
            by_surname.setdefault(surname, set()).add(person.key)
        for spelling in (person.name, *person.aliases):
            for part in re.findall(r"[\w'’-]+", spelling):
                by_word.setdefault(fold(part), set()).add(person.key)
    offices = frozenset((tenure.party, tenure.office) for person in people.values() for tenure in person.tenures)
    led = frozenset(party for party, office in offices if office in titles and titles[office].office_class in _LEADING_CLASSES)
    return Gazetteer(
        MappingProxyType(parties),
        MappingProxyType(places),
        MappingProxyType(titles),
        MappingProxyType(people),
        Phrases(_entries(parties, places, titles, people)),
        Phrases(
            (title.title.lower(), title)
            for title in titles.values()
            if title.kind in ("office", "plural", "honorific") and title.office_class
        ),
        MappingProxyType(dict(read_given_names(folder / "given-names.csv"))),
        offices,
        led,
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


__all__ = [
    "Entry",
    "Form",
    "Gazetteer",
    "KnownParty",
    "KnownPerson",
    "KnownPlace",
    "KnownTitle",
    "Tenure",
    "load_gazetteer",
    "read_gazetteer",
]

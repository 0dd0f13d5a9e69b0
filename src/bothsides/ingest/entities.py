"""What the tables know, one record a thing: parties, places, titles, people with their terms of office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bothsides.records import Person


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

"""Text of a document → who and what it names, and where: parties, people with their titles, places.

Works on words alone, without a parse: `extract.appellations` knows how titles and names are put together, the gazetteer what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bothsides.ingest.gazetteer import Form
from bothsides.records import Person, Span

if TYPE_CHECKING:
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party as the text names it."""

    span: Span
    party: str
    form: Form


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as the text names them: `span` covers title and name, `name` the name alone.

    `office` is the title in the words of the text, without country; `classes` are its office classes; `sex` is `m`, `f` or not known.
    """

    span: Span
    name: Span
    person: Person
    party: str | None = None
    office: str | None = None
    classes: frozenset[str] = frozenset()
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as the text names it."""

    span: Span
    place: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one text, in text order; `title` holds those of the document's title, with offsets into the title."""

    parties: tuple[PartyMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    title: Mentions | None = None


def find_mentions(document: Document, gazetteer: Gazetteer) -> Mentions:
    """Return the parties, people and places that a document names in its text (furniture left out) and its title."""
    raise NotImplementedError

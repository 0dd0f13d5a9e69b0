"""Text of a document → who and what it names, and where: parties, people with their titles, places.

Works on words alone: `extract.appellations` knows how titles and names are put together, `extract.persons` whom they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bothsides.extract.affiliation import affiliate
from bothsides.extract.appellations import Unit, appellations, read_units
from bothsides.extract.persons import PersonMention, identify
from bothsides.ingest.gazetteer import Form
from bothsides.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document

__all__ = ["Mentions", "PartyMention", "PersonMention", "PlaceMention", "find_mentions"]

# After these a capital is a place; anywhere else its name can stand for the government ("Moscow and Kyiv should …").
_LOCATIVE = frozenset(
    {"in", "at", "to", "from", "near", "into", "via", "outside", "visited", "visiting", "leaving", "left", "around", "across", "In", "At"}
)


# Words beside which "European" or "Allied" means the party; elsewhere it is too often just an adjective.
_SIDES = frozenset({"side", "delegation", "party", "leadership", "leaders"})

# Words from the start in which a text names whose meeting it is.
_LEAD_UNITS = 40


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party as the text names it."""

    span: Span
    party: str
    form: Form


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as the text names it; `located` where a preposition says that something was there."""

    span: Span
    place: str
    party: str | None = None
    located: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one text, in text order; `title` holds those of the document's title, with offsets into the title."""

    parties: tuple[PartyMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    title: Mentions | None = None


def find_mentions(document: Document, gazetteer: Gazetteer) -> Mentions:
    """Return the parties, people and places that a document names in its text (furniture left out) and its title.

    All offsets are in characters; no parse is needed.
    """
    title = document.title or ""
    texts = [title, document.text] if title else [document.text]
    units = [read_units(text, gazetteer, furniture=document.furniture if text is document.text else ()) for text in texts]
    near = frozenset(mention.party for one in units for mention in _mentions(one, (), gazetteer).parties) | set(document.parties)
    people = identify(texts, units, [list(appellations(one)) for one in units], gazetteer=gazetteer, day=document.published, near=near)
    others = _other_parties(units, people, document, gazetteer)
    people = affiliate(texts, people, publishers=document.parties, others=others, gazetteer=gazetteer)
    of_title = _mentions(units[0], people[0], gazetteer) if title else None
    return _mentions(units[-1], people[-1], gazetteer, title=of_title)


def _other_parties(
    units: Sequence[Sequence[Unit]], people: Sequence[Sequence[PersonMention]], document: Document, gazetteer: Gazetteer
) -> tuple[str, ...]:
    """Return the parties that the title, or without any the first sentences, name beside the publishers."""
    for one, named in zip(units, people, strict=True):
        near = [unit for unit in one if unit.symbol != "|"][:_LEAD_UNITS]
        found = dict.fromkeys(mention.party for mention in _mentions(near, named, gazetteer).parties)
        others = tuple(party for party in found if party not in document.parties)
        if others:
            return others
    return ()


def _mentions(units: Sequence[Unit], people: Sequence[PersonMention], gazetteer: Gazetteer, *, title: Mentions | None = None) -> Mentions:
    named = {offset for person in people for offset in range(person.name.start, person.name.end)}
    parties, places = [], []
    for i, unit in enumerate(units):
        if unit.symbol == "t":
            weak = next((entry.value for entry in unit.entries if entry.form is Form.WEAK), None)
            if weak and i + 1 < len(units) and units[i + 1].text in _SIDES:
                parties.append(PartyMention(Span(unit.start, unit.end), weak, Form.WEAK))
        if unit.symbol not in "PAML" or unit.start in named:
            continue
        located = _is_located(units, i)
        for entry in unit.entries:
            if entry.form is Form.PLACE:
                place = gazetteer.places[entry.value]
                if located or not place.stands_for:
                    places.append(PlaceMention(Span(unit.start, unit.end), place.name, place.party, located))
                else:
                    parties.append(PartyMention(Span(unit.start, unit.end), place.stands_for, Form.METONYM))
                if located or place.stands_for:
                    break
            elif entry.form in (Form.NAME, Form.ADJECTIVE, Form.METONYM):
                parties.append(PartyMention(Span(unit.start, unit.end), entry.value, entry.form))
                break
    return Mentions(tuple(parties), tuple(people), tuple(places), title)


def _is_located(units: Sequence[Unit], at: int) -> bool:
    before = list(_words_before(units, at))
    return bool(before) and (
        before[0] in _LOCATIVE or (before[0] == "," and at > 1 and units[at - 2].symbol in "LM" and _is_located(units, at - 2))
    )


def _words_before(units: Sequence[Unit], at: int) -> Iterator[str]:
    for unit in reversed(units[max(0, at - 2) : at]):
        if unit.symbol != "d":
            yield unit.text

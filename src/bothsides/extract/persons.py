"""Names with their titles → people: known office-holders, people whom only the text knows, and their later bare surnames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bothsides.extract.appellations import Appellation, Unit
from bothsides.ingest.gazetteer import Form
from bothsides.ingest.names import fold, slug
from bothsides.records import Person, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bothsides.ingest.gazetteer import Gazetteer, KnownPerson
    from bothsides.records import Document

# Ordinals and the like are part of the name; "Jr." is not.
_NOT_PART = frozenset({"jr", "sr"})


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as the text names them: `span` covers titles and name, `name` the name alone.

    `office` is the title in the words of the text, without the country; `classes` are its office classes; `sex` is `m`, `f` or not known.
    """

    span: Span
    name: Span
    person: Person
    party: str | None = None
    office: str | None = None
    classes: frozenset[str] = frozenset()
    sex: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """An appellation in words, before it is known whom it means."""

    span: Span
    name: Span
    parts: tuple[str, ...]
    written: str
    keys: tuple[str, ...]
    party: str | None
    office: str | None
    classes: frozenset[str]
    sex: str | None

    @property
    def is_full(self) -> bool:
        return len(self.parts) > 1 or bool(self.keys)


def identify(
    texts: Sequence[str],
    units: Sequence[Sequence[Unit]],
    found: Sequence[Sequence[Appellation]],
    *,
    document: Document,
    gazetteer: Gazetteer,
) -> list[list[PersonMention]]:
    """Return the people whom each text names, in order; the texts (title, body) are of one document and share its people.

    A full name in either text makes the bare surname known in both.
    """
    read = [[_read(texts[k], units[k], one, gazetteer) for one in found[k]] for k in range(len(texts))]
    known: list[PersonMention] = []
    mentions: list[list[PersonMention]] = [[] for _ in texts]
    for full in (True, False):
        for k in reversed(range(len(texts))):  # the text before its title: it has the full names
            for one in read[k]:
                if one.is_full is full:
                    mention = _identified(one, known, gazetteer, document.published)
                    if mention is not None:
                        known.append(mention)
                        mentions[k].append(mention)
    for k, text in enumerate(texts):
        taken = [mention.span for mention in mentions[k]]
        mentions[k].extend(_bare(text, units[k], taken, known, gazetteer))
        mentions[k].sort(key=lambda mention: mention.span)
    return _with_parties(mentions, document, gazetteer)


def _read(text: str, units: Sequence[Unit], found: Appellation, gazetteer: Gazetteer) -> _Read:
    name_units = units[found.name[0] : found.name[1]]
    name = Span(name_units[0].start, name_units[-1].end)
    written = _written(text[name.start : name.end])
    keys = tuple(entry.value for unit in name_units for entry in unit.entries if entry.form is Form.PERSON)
    titles = [unit for start, end in found.titles for unit in units[start:end]]
    offices = [entry.value for unit in titles for entry in unit.entries if entry.form in (Form.OFFICE, Form.PLURAL)]
    known = [gazetteer.titles[office] for office in offices]
    honorifics = [
        gazetteer.titles[e.value] for u in units[found.honorific[0] : found.honorific[1]] for e in u.entries if e.form is Form.HONORIFIC
    ]
    party = next((code for i in found.countries if (code := _party_of(units[i], gazetteer))), None)
    return _Read(
        Span(units[found.start].start, units[found.end - 1].end),
        name,
        tuple(_parts(written)),
        written,
        keys,
        party or next((title.party for title in known if title.party), None),
        _office(text, units, found) or None,
        frozenset(title.office_class for title in known if title.office_class),
        next((title.sex for title in (*known, *honorifics) if title.sex), None),
    )


def _parts(name: str) -> list[str]:
    """Return the parts of a name as they are compared, without "Jr." and initials."""
    parts = [fold(part.strip(".,")) for part in name.split()]
    return [part for part in parts if len(part) > 1 and part not in _NOT_PART] or [part for part in parts if part]


def _written(name: str) -> str:
    """Return a name on one line, with a surname in capitals written like the rest: "HAYAMA Ren" is Hayama Ren."""
    words = " ".join(name.split()).split(" ")
    mixed = any(not word.isupper() and len(word) > 1 for word in words)
    return " ".join(
        "-".join(p.capitalize() for p in word.split("-")) if mixed and word.isupper() and len(word) > 3 else word for word in words
    )


def _party_of(unit: Unit, gazetteer: Gazetteer) -> str | None:
    for entry in unit.entries:
        if entry.form in (Form.NAME, Form.ADJECTIVE, Form.METONYM):
            return entry.value
        if entry.form is Form.PLACE:
            place = gazetteer.places[entry.value]
            return place.stands_for or place.party
    return None


def _office(text: str, units: Sequence[Unit], found: Appellation) -> str:
    """Return the titles in the text's words, without the countries and the "of the" before, or the 's after, them."""
    drop = set(found.countries)
    for i in found.countries:
        back = i - 1
        while back >= 0 and units[back].symbol in "od":
            drop.add(back)
            back -= 1
        if i + 1 < len(units) and units[i + 1].symbol == "s":
            drop.add(i + 1)
    titles = []
    for start, end in found.titles:
        pieces: list[str] = []
        last = None
        for i in range(start, end):
            if i not in drop and not (units[i].symbol == "d" and not pieces):
                unit = units[i]
                pieces.append(("" if last is None or last == unit.start else " ") + text[unit.start : unit.end])
                last = unit.end
        titles.append(" ".join("".join(pieces).split()).strip(" ,/"))
    return ", ".join(title for title in titles if title)


def _identified(read: _Read, known: Sequence[PersonMention], gazetteer: Gazetteer, day: date | None) -> PersonMention | None:
    """Return the mention with the person it means: one named before in the document, a known one, or a new one."""
    earlier = _named_before(read, known)
    if earlier is not None:
        person, party, sex = earlier.person, read.party or earlier.party, read.sex or earlier.sex
    else:
        holder = _office_holder(read, gazetteer, day)
        person = holder.person if holder else Person(slug(read.written), read.written)
        party, sex = read.party or (_party_on(holder, day) if holder else None), read.sex
    return PersonMention(read.span, read.name, person, party, read.office, read.classes, sex)


def _named_before(read: _Read, known: Sequence[PersonMention]) -> PersonMention | None:
    """Return the person named in full before whose name has all the parts given; the one of like office first."""
    if read.keys:
        return None
    fitting = [
        one for one in known if _can_mean(read.parts, one.person.name) and not (read.party and one.party and read.party != one.party)
    ]
    same_office = [one for one in fitting if one.classes & read.classes]
    return (same_office or fitting or [None])[-1]  # type: ignore[list-item]


def _can_mean(parts: Sequence[str], name: str) -> bool:
    own = _parts(name)
    return all(part in own for part in parts)


def _office_holder(read: _Read, gazetteer: Gazetteer, day: date | None) -> KnownPerson | None:
    """Return the known person whom a name with its title means, `None` unless there is exactly one."""
    if read.keys:
        candidates = [known for key in read.keys if (known := gazetteer.person(key))]
    else:
        candidates = list(gazetteer.people_named(" ".join(read.parts), on=day, party=read.party))
    if read.party:
        candidates = [one for one in candidates if any(t.party == read.party for t in one.tenures)] or (candidates if read.keys else [])
    if not read.is_full or len(candidates) > 1:
        serving = [one for one in candidates if _serves(one, read.classes, gazetteer, day)]
        candidates = serving if not read.is_full else serving or candidates
    return candidates[0] if candidates and (len(candidates) == 1 or read.keys) else None


def _serves(person: KnownPerson, classes: frozenset[str], gazetteer: Gazetteer, day: date | None) -> bool:
    """Tell whether a person held an office of one of the classes on a day."""
    return any(gazetteer.office_classes(tenure.office) & classes for tenure in person.tenures_on(day))


def _party_on(person: KnownPerson, day: date | None) -> str | None:
    held = person.tenures_on(day) or person.tenures
    return held[0].party if held else None


def _bare(
    text: str, units: Sequence[Unit], taken: Sequence[Span], known: Sequence[PersonMention], gazetteer: Gazetteer
) -> list[PersonMention]:
    """Return the mentions of people by a part of their name alone, or by a full name without a title."""
    by_word: dict[str, list[PersonMention]] = {}
    for mention in {one.person.key: one for one in known}.values():
        for part in _parts(mention.person.name):
            by_word.setdefault(part, []).append(mention)
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    found, at = [], 0
    while at < len(units):
        unit = units[at]
        if unit.symbol in "NK" and unit.start not in covered and fold(unit.text.split()[0]) in by_word:
            end = at + 1
            while end < len(units) and units[end].symbol in "NKlhiS" and units[end].start not in covered:
                end += 1
            mention = _bare_at(text, units[at:end], by_word)
            if mention is not None:
                found.append(mention)
                at = end
                continue
        at += 1
    return found


def _bare_at(text: str, run: Sequence[Unit], by_word: dict[str, list[PersonMention]]) -> PersonMention | None:
    while run and run[-1].symbol in "lh":
        run = run[:-1]
    name = Span(run[0].start, run[-1].end)
    parts = _parts(_written(text[name.start : name.end]))
    candidates = [one for one in by_word.get(parts[0], ()) if _can_mean(parts, one.person.name)]
    if len(candidates) != 1 or (len(parts) == 1 and not _is_surname(parts[0], candidates[0].person.name)):
        return None
    return replace(candidates[0], span=name, name=name, office=None)


def _is_surname(part: str, name: str) -> bool:
    """Tell whether a part of a name can stand for the whole: the last, or in a name of two parts the first (Xi Jinping, Suga Yoshihide)."""
    own = _parts(name)
    return part == own[-1] or (part == own[0] and len(own) <= 3)


def _with_parties(mentions: list[list[PersonMention]], document: Document, gazetteer: Gazetteer) -> list[list[PersonMention]]:
    """Give people without a party the one they have elsewhere, else that of the person just before them, else the publisher's."""
    del gazetteer
    parties = {one.person.key: one.party for text in mentions for one in text if one.party}
    publisher = document.parties[0] if document.parties else None
    for text in reversed(mentions):
        before: PersonMention | None = None
        for one in text:
            if one.person.key not in parties:
                near = before is not None and one.span.start - before.span.end < _NEAR
                party = parties.get(before.person.key) if near and before else publisher
                if party:
                    parties[one.person.key] = party
            before = one
    return [[replace(one, party=one.party or parties.get(one.person.key)) for one in text] for text in mentions]


# Characters between two people who are listed together: ", ", " and ".
_NEAR = 7

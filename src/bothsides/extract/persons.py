"""Names with their titles → people: known office-holders, people whom only the text knows, and their later bare surnames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bothsides.ingest.gazetteer import Form
from bothsides.ingest.names import fold, slug
from bothsides.records import Person, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bothsides.extract.appellations import Appellation, Unit
    from bothsides.ingest.gazetteer import Gazetteer, KnownPerson

_NOT_PART = frozenset({"jr", "sr"})
_ARTICLES = frozenset({"a", "an", "A", "An"})

# Offices whose names are common words too: an unknown single word after one ("Member States", "a General Level") is no surname.
_VAGUE = frozenset({"official", "chair", "executive", "administrator", "judge", "military", "director"})


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
    """An appellation in words, before it is known whom it means; `text` is the index of the text it stands in."""

    text: int
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


class _Register:
    """The people of one document, with every spelling of their names, in the order in which they were found."""

    def __init__(self) -> None:
        self._mentions: dict[str, PersonMention] = {}
        self._names: dict[str, set[tuple[str, ...]]] = {}
        self._by_part: dict[str, dict[str, None]] = {}

    def add(self, mention: PersonMention, names: Iterable[tuple[str, ...]]) -> None:
        key = mention.person.key
        known = self._mentions.get(key)
        if known is not None:
            mention = replace(
                mention,
                classes=known.classes | mention.classes,
                party=known.party or mention.party,
                sex=known.sex or mention.sex,
            )
        self._mentions[key] = mention
        for name in names:
            self._names.setdefault(key, set()).add(name)
            for part in name:
                self._by_part.setdefault(part, {})[key] = None

    def has_part(self, part: str) -> bool:
        """Tell whether a word is part of anybody's name."""
        return part in self._by_part

    def named(self, parts: Sequence[str], *, party: str | None = None, classes: frozenset[str] = frozenset()) -> list[PersonMention]:
        """Return who can be meant by parts of a name: of the party if one is told, those of like office alone if there are any."""
        fitting = []
        for key in self._by_part.get(parts[0], ()) if parts else ():
            mention = self._mentions[key]
            if not (party and mention.party and party != mention.party) and any(set(parts) <= set(name) for name in self._names[key]):
                fitting.append(mention)
        return [mention for mention in fitting if mention.classes & classes] or fitting

    def is_surname(self, part: str, key: str) -> bool:
        """Tell whether a part can stand for the whole name: the last, or the first of at most three (Xi Jinping, Suga Yoshihide)."""
        return any(part == name[-1] or (part == name[0] and len(name) <= 3) for name in self._names[key])


def identify(
    texts: Sequence[str],
    units: Sequence[Sequence[Unit]],
    found: Sequence[Sequence[Appellation]],
    *,
    gazetteer: Gazetteer,
    day: date | None,
    near: frozenset[str],
) -> list[list[PersonMention]]:
    """Return the people whom each text names, in order; the texts (title, body) are of one document and share its people.

    A full name in either text makes the bare surname known in both. `near` are the parties that the document speaks of: an office-holder
    known by surname alone is of one of them. Parties are those that the words and the tables tell.
    """
    read = [
        _read(k, texts[k], units[k], one, gazetteer) for k in reversed(range(len(texts))) for one in found[k]
    ]  # the body has full names
    register = _Register()
    articles = [_after_articles(one) for one in units]
    mentions: list[list[PersonMention]] = [[] for _ in texts]
    for one in sorted(read, key=lambda one: not one.is_full):
        if not one.is_full and (
            one.span.start in articles[one.text] or (one.office and one.classes <= _VAGUE and not register.named(one.parts))
        ):
            continue
        mention, names = _identified(one, register, gazetteer, day, near)
        register.add(mention, names)
        mentions[one.text].append(mention)
    for k, text in enumerate(texts):
        mentions[k].extend(_bare(text, units[k], [mention.span for mention in mentions[k]], register))
        mentions[k].sort(key=lambda mention: mention.span)
    return mentions


def _after_articles(units: Sequence[Unit]) -> set[int]:
    """Return the offsets right behind an indefinite article: what begins there is no name."""
    return {after.start for before, after in pairwise(units) if before.text in _ARTICLES}


def _read(index: int, text: str, units: Sequence[Unit], found: Appellation, gazetteer: Gazetteer) -> _Read:
    name_units = units[found.name[0] : found.name[1]]
    name = Span(name_units[0].start, name_units[-1].end)
    written = _written(text[name.start : name.end])
    titles = [unit for start, end in found.titles for unit in units[start:end]]
    named = [gazetteer.titles[e.value] for unit in titles for e in unit.entries if e.form in (Form.OFFICE, Form.PLURAL)]
    honorifics = [
        gazetteer.titles[e.value] for u in units[found.honorific[0] : found.honorific[1]] for e in u.entries if e.form is Form.HONORIFIC
    ]
    country = next((code for i in found.countries if (code := _party_of(units[i], gazetteer))), None)
    office = _office(text, units, found)
    return _Read(
        index,
        Span(units[found.start].start, units[found.end - 1].end),
        name,
        tuple(_parts(written)),
        written,
        tuple(entry.value for unit in name_units for entry in unit.entries if entry.form is Form.PERSON),
        country or next((title.party for title in named if title.party), None),
        office or None,
        gazetteer.office_classes(office) | {title.office_class for title in honorifics if title.office_class},
        next((title.sex for title in (*honorifics, *named) if title.sex), None),
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


def _identified(
    read: _Read, register: _Register, gazetteer: Gazetteer, day: date | None, near: frozenset[str]
) -> tuple[PersonMention, list[tuple[str, ...]]]:
    """Return the mention with the person it means (named before in the document, known, or new) and the spellings of the name."""
    names = [read.parts] if read.is_full else []
    earlier = register.named(read.parts, party=read.party, classes=read.classes) if not read.keys else []
    if earlier:
        person, party, sex = earlier[-1].person, read.party or earlier[-1].party, read.sex or earlier[-1].sex
    else:
        holder = _office_holder(read, gazetteer, day, near)
        person = holder.person if holder else Person(slug(read.written), read.written)
        party, sex = _party(read, holder, day), read.sex
        names = [*names, *(tuple(_parts(name)) for name in ((holder.name, *holder.aliases) if holder else (read.written,)))]
    return PersonMention(read.span, read.name, person, party, read.office, read.classes, sex or gazetteer.sex_of(person.name)), names


def _office_holder(read: _Read, gazetteer: Gazetteer, day: date | None, near: frozenset[str]) -> KnownPerson | None:
    """Return the known person whom a name with its title means, `None` unless there is exactly one."""
    if read.keys:
        candidates = [known for key in read.keys if (known := gazetteer.person(key))]
    else:
        candidates = list(gazetteer.people_named(" ".join(read.parts), on=day, party=read.party))
    if read.party:
        candidates = [one for one in candidates if any(t.party == read.party for t in one.tenures)] or (candidates if read.keys else [])
    if not read.is_full:
        candidates = [one for one in candidates if any(tenure.party in near for tenure in one.tenures)]
    if not read.is_full or len(candidates) > 1:
        serving = [one for one in candidates if _serves(one, read, gazetteer, day)]
        candidates = serving if not read.is_full else serving or candidates
    return candidates[0] if candidates and (len(candidates) == 1 or read.keys) else None


def _serves(person: KnownPerson, read: _Read, gazetteer: Gazetteer, day: date | None) -> bool:
    """Tell whether a person held an office of the title's classes on a day, or one that its words shorten ("Secretary" of State)."""
    words = set((read.office or "").split())
    return any(
        gazetteer.office_classes(tenure.office) & read.classes or (words and words <= set(tenure.office.split()))
        for tenure in person.tenures_on(day)
    )


def _party(read: _Read, holder: KnownPerson | None, day: date | None) -> str | None:
    """Return the party that a person speaks for: the title's, unless the full name is known and in no office of that party then."""
    if holder is None:
        return read.party
    held = holder.tenures_on(day) or holder.tenures
    serving = [tenure.party for tenure in held]
    doubtful = bool(read.keys) and day is not None and read.party not in serving
    return serving[0] if serving and (read.party is None or doubtful) else read.party


def _bare(text: str, units: Sequence[Unit], taken: Sequence[Span], register: _Register) -> list[PersonMention]:
    """Return the mentions of people by a part of their name alone, or by a full name without a title."""
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    found, at = [], 0
    while at < len(units):
        unit = units[at]
        if unit.symbol in "NKPLM" and register.has_part(fold(unit.text.split()[0])) and unit.start not in covered:
            end = at + 1
            while end < len(units) and units[end].symbol in "NKlhiS" and units[end].start not in covered:
                end += 1
            mention = (
                _bare_at(text, units[at:end], register)
                if unit.symbol in "NK" or end > at + 1 or (at and units[at - 1].symbol in "TH")
                else None
            )
            if mention is not None:
                found.append(mention)
                at = end
                continue
        at += 1
    return found


def _bare_at(text: str, run: Sequence[Unit], register: _Register) -> PersonMention | None:
    while run[-1].symbol in "lh":
        run = run[:-1]
    name = Span(run[0].start, run[-1].end)
    parts = _parts(_written(text[name.start : name.end]))
    candidates = register.named(parts)
    if len(candidates) != 1 or (len(parts) == 1 and not register.is_surname(parts[0], candidates[0].person.key)):
        return None
    return replace(candidates[0], span=name, name=name, office=None)

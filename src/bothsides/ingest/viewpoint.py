"""A text without a publisher → the party from whose side it is told, if that is clear: a small score whose every point can be named.

A government names its own officials first and without their country, the others with it ("Foreign Minister Zhou met Belmoran Foreign
Minister Tran"), and it says "we" of itself.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bothsides.ingest.gazetteer import Entry, Form, Gazetteer, KnownPerson
from bothsides.ingest.names import Word, cut_words, fold

# Measured on the texts of gold/train, dev and invented without their metadata; run tests/ingest with the marker `shared` on change.
KNOWN_OFFICIAL = 4.0  # the official named first is a known person of this party
COUNTRY_FIRST = 1.0  # the official named first is said to be of this party, as presidents' own sites also write
ONLY_UNNAMED = 1.5  # the official named first has no country, and this is the only party whose officials never have one
FIRST_PERSON = 0.7  # "we" stands with this party alone; counted twice at most
MOST_NAMED = 1.0
COUNTRY_GIVEN = -2.0  # another official is said to be of this party
CLEAR_SCORE = 1.5
CLEAR_LEAD = 2.0

_LEAD = 60  # words: within them the first official is named
_READ = 1200  # words: the point of view shows early
_MOST_PERSONS = 2
_LONGEST_NAME = 5
_PARTY_FORMS = (Form.NAME, Form.ADJECTIVE)
_OFFICE_FORMS = (Form.OFFICE, Form.PLURAL)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b(?! two\b| both\b)")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class _Official:
    """The official whom a text names first: the party if known, and whether the text itself gives it."""

    party: str | None
    country_given: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """One known phrase in the text: where it stands (in words) and what it can mean."""

    start: int
    end: int
    entry: Entry


def find_viewpoint(text: str, gazetteer: Gazetteer, *, on: date | None = None) -> str | None:
    """Return the code of the party from whose side a text is told, or `None` where no party is clearly ahead."""
    ranked = sorted(score_viewpoints(text, gazetteer, on=on).items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    best, points = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return best if points >= CLEAR_SCORE and points - second >= CLEAR_LEAD else None


def score_viewpoints(text: str, gazetteer: Gazetteer, *, on: date | None = None) -> dict[str, float]:
    """Return the points of every party that a text names, or whose official it names first."""
    words = cut_words(text)[:_READ]
    named = _named(words, gazetteer)
    mentions = Counter(hit.entry.value for hit in named if hit.entry.form in _PARTY_FORMS)
    score = defaultdict[str, float](float, dict.fromkeys(mentions, 0.0))
    first = _first_official(words, named, gazetteer, on)
    foreign = {party for party, _ in _with_country(words, named)} - {first.party if first else None}
    for party in foreign:
        score[party] += COUNTRY_GIVEN
    if first and first.party:
        score[first.party] += COUNTRY_FIRST if first.country_given else KNOWN_OFFICIAL
    unnamed = [party for party, count in mentions.items() if party not in foreign and count > 1]
    if first and not first.country_given and len(unnamed) == 1:
        score[unnamed[0]] += ONLY_UNNAMED
    for party, count in _first_persons(text, gazetteer).items():
        score[party] += FIRST_PERSON * min(count, _MOST_PERSONS)
    for party, count in mentions.items():
        score[party] += MOST_NAMED * (count == max(mentions.values()))
    return dict(score)


def _named(words: Sequence[Word], gazetteer: Gazetteer) -> list[_Named]:
    """Return the known phrases of a text; of one phrase with several meanings, the one that decides here."""
    found = []
    for start, end, entries in gazetteer.phrases.find([word.text for word in words]):
        wanted = (*_PARTY_FORMS, *_OFFICE_FORMS, Form.PERSON)
        entry = next((entry for entry in entries if entry.form in wanted), None)
        if entry:
            found.append(_Named(start, end, entry))
    return found


def _first_official(words: Sequence[Word], named: Sequence[_Named], gazetteer: Gazetteer, on: date | None) -> _Official | None:
    """Return what the text says of the official it names first, `None` where its first words name none."""
    countries = {start: party for party, start in _with_country(words, named)}
    for hit in named:
        if hit.start > _LEAD:
            return None
        if hit.entry.form is Form.PERSON:
            return _Official(_party_of([gazetteer.people[hit.entry.value]], on), country_given=False)
        if hit.entry.form in _OFFICE_FORMS:
            if hit.start in countries:
                return _Official(countries[hit.start], country_given=True)
            name = " ".join(word.text for word in itertools.takewhile(lambda word: word.text[0].isupper(), words[hit.end : hit.end + 5]))
            known = _party_of(_people(name, gazetteer, on), on) if name else None
            return _Official(known or gazetteer.titles[hit.entry.value].party, country_given=False)
    return None


def _people(name: str, gazetteer: Gazetteer, on: date | None) -> list[KnownPerson]:
    """Return the people of exactly this name; those of this surname only if they were in office on the day."""
    parts = {part for part in re.findall(r"\w+", fold(name)) if len(part) > 1}
    found = gazetteer.people_named(name, on=on)
    if len(parts) == 1:
        return [person for person in found if on and person.tenures_on(on)]
    return [person for person in found if any(parts <= set(re.findall(r"\w+", fold(known))) for known in (person.name, *person.aliases))]


def _party_of(people: Sequence[KnownPerson], on: date | None) -> str | None:
    """Return the one party that all of these people served on the day."""
    parties = {tenure.party for person in people for tenure in person.tenures_on(on) or person.tenures}
    return parties.pop() if len(parties) == 1 else None


def _with_country(words: Sequence[Word], named: Sequence[_Named]) -> Iterator[tuple[str, int]]:
    """Yield each party that stands with an office, and where the office stands.

    "Belmoran Foreign Minister", "President of Belmora", "Foreign Minister Tran Minh of Belmora".
    """
    for one, two in itertools.pairwise(named):
        if one.entry.form in _PARTY_FORMS and two.entry.form in _OFFICE_FORMS and two.start - one.end <= 1:
            yield one.entry.value, two.start
        elif one.entry.form in _OFFICE_FORMS and two.entry.form is Form.NAME:
            between = [word.text for word in words[one.end : two.start] if word.text != "the"]
            if between and between[-1] == "of" and len(between) <= _LONGEST_NAME and all(word[0].isupper() for word in between[:-1]):
                yield two.entry.value, one.start


def _first_persons(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """Count the sentences outside quotations in which "we" stands with one party's name."""
    counts: Counter[str] = Counter()
    for sentence in _SENTENCE.split(_QUOTED.sub(" ", text[: _READ * 7])):
        if _WE.search(sentence):
            parties = gazetteer.parties_in(sentence)
            if len(parties) == 1:
                counts[parties[0]] += 1
    return counts

"""The people and parties of one document, as those whom roles and pronouns can mean."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bothsides.ingest.names import cut_words
from bothsides.records import Person, Role

if TYPE_CHECKING:
    from bothsides.extract.mentions import Mentions
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, ReportedEvent

# A leader without further title ("the Turkish leader") is one of these.
_LEADER = "leader"
_LEADING = frozenset(
    {"head-of-state", "head-of-government", "party-leader", "crown-prince", "leader", "commission-president", "council-president"}
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a noun phrase means: the parties, the one person where it is one, and whether several act as one ("both sides")."""

    parties: tuple[str, ...]
    person: Person | None = None
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a document with what all its mentions tell: party, office classes, titles in words, sex, part in the event."""

    person: Person
    party: str
    classes: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    sex: str | None
    takes_part: bool

    @property
    def referent(self) -> Referent:
        """The person as a referent."""
        return Referent((self.party,), self.person)


@dataclass(frozen=True)
class Cast:
    """Who there is to refer to: people in order of appearance, those who took part first; parties of the event; publishers."""

    members: tuple[Member, ...]
    all: Referent
    publisher: Referent
    others: Referent | None
    roles: tuple[tuple[Role, Referent], ...]

    @classmethod
    def of(cls, document: Document, occurrence: ReportedEvent, mentions: Mentions, gazetteer: Gazetteer) -> Cast:
        """Gather the cast of a document from its mentions and the event it reports."""
        parties = occurrence.parties or document.parties
        own = document.parties or parties[:1]
        others = tuple(party for party in parties if party not in own)
        members = sorted(_members(document, occurrence, mentions, gazetteer), key=lambda member: not member.takes_part)
        everyone = Referent(parties, None, joint=len(parties) > 1)
        roles = tuple((p.role, Referent((p.party,), p.person)) for p in occurrence.participants if p.role is not Role.PARTICIPANT)
        return cls(tuple(members), everyone, Referent(own, None, joint=len(own) > 1), Referent(others) if others else None, roles)

    def sex(self, person: Person) -> str | None:
        """Return the sex of a person where a title or the text tells."""
        return next((member.sex for member in self.members if member.person == person), None)

    def of_sex(self, sex: str) -> Referent | None:
        """Return the first person who can be meant by "he" or "she"."""
        return next((member.referent for member in self.members if member.sex in (None, sex)), None)

    def in_role(self, role: Role) -> Referent | None:
        """Return the host or the guest; where the text names none, the publisher is the host and the other party the guest."""
        named = next((referent for one, referent in self.roles if one is role), None)
        return named or (self.publisher if role is Role.HOST else self.others)

    def in_office(self, classes: frozenset[str], words: tuple[str, ...], *, party: str | None) -> Member | None:
        """Return whom "the Secretary" or "the Turkish President" means.

        Of several people in such an office the publisher's is meant if no country is named, else the one who took part.
        """
        fitting = [member for member in self.members if party in (None, member.party)]
        exact = [member for member in fitting if words and any(_has_words(office, words) for office in member.offices)]
        same = [member for member in fitting if member.classes & (_LEADING if not classes or _LEADER in classes else classes)]
        candidates = exact or same
        if party is None:
            candidates = [member for member in candidates if member.party in self.publisher.parties] or candidates
        return candidates[0] if candidates else None


def _has_words(office: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return all(word in office for word in words)


@functools.lru_cache(maxsize=1 << 14)
def _words(office: str) -> tuple[str, ...]:
    return tuple(word.text.lower() for word in cut_words(office))


def _members(document: Document, occurrence: ReportedEvent, mentions: Mentions, gazetteer: Gazetteer) -> list[Member]:
    taking_part = {p.person.key for p in occurrence.participants if p.person}
    members: dict[str, Member] = {}
    for one in (*mentions.people, *(mentions.title.people if mentions.title else ())):
        if one.party is None:
            continue
        offices = {_words(one.office)} if one.office else set()
        known = members.get(one.person.key)
        if known is None:
            classes = one.classes
            holder = gazetteer.person(one.person.key)
            for tenure in holder.tenures_on(document.published) if holder else ():
                offices.add(_words(tenure.office))
                classes |= gazetteer.office_classes(tenure.office)
            known = Member(one.person, one.party, classes, frozenset(), one.sex, one.person.key in taking_part)
        members[one.person.key] = replace(
            known, classes=known.classes | one.classes, offices=known.offices | offices, sex=known.sex or one.sex
        )
    return list(members.values())

"""Noun phrase → the parties and the person it refers to: names, roles ("the Secretary"), sides, pronouns.

What each word can refer to stands in references.csv; who there is to refer to comes from the mentions and the reported event.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

from bothsides.extract.cast import Cast, Referent
from bothsides.extract.parsed import Parsed, from_doc
from bothsides.ingest.tables import read_table
from bothsides.records import Role
from bothsides.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from bothsides.extract.mentions import Mentions, PartyMention, PersonMention
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, Person, ReportedEvent

_COLUMNS = ("word", "kind", "example")
_KINDS = ("joint", "side", "person", "publisher", "other", "others", "group", "occasion", "host", "guest", "former", "latter")

_SELF = frozenset({"i", "we", "us", "me", "our", "my", "ours", "ourselves", "myself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OTHER = frozenset({"other", "opposite", "opposing", "another"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_QUALIFIERS = frozenset({"amod", "compound", "appos", "conj", "det"})
_JOINERS = frozenset({"and", "&", ",", "the", " "})
_BILATERAL = 2
_NEEDS_OWNER = frozenset({"side", "party"})
_LONGEST_OFFICE = 6

# How many subjects back a pronoun can reach.
_MEMORY = 40

# Letters by which the name of a state and its adjective are taken for one: Belmora, Belmoran.
_STEM = 5
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})


class Range(Protocol):
    """A half-open range of tokens; a spaCy `Span` is one."""

    @property
    def start(self) -> int:
        """The first token."""
        ...

    @property
    def end(self) -> int:
        """The token after the last."""
        ...


class Speaks(Protocol):
    """Who says "we" and "I" in a stretch of text."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, none if unknown."""
        ...

    @property
    def person(self) -> Person | None:
        """The person, where one is meant."""
        ...


@functools.cache
def load_references() -> dict[str, str]:
    """Return what each word of references.csv can refer to.

    Raises:
        VocabularyError: a row has another kind.

    """
    words = {}
    for row in read_table(resource("data", "tables", "references.csv"), _COLUMNS):
        if row["kind"] not in _KINDS:
            raise row.wrong(f"the kind {row['kind']!r}", f"one of {', '.join(_KINDS)}")
        words[row["word"]] = row["kind"]
    return words


class Resolver:
    """Resolves the noun phrases of one document. Reads its subjects once, in order; resolving changes nothing after that."""

    def __init__(
        self, doc: Doc | Parsed, document: Document, occurrence: ReportedEvent, *, mentions: Mentions, gazetteer: Gazetteer
    ) -> None:
        self._parsed = doc if isinstance(doc, Parsed) else from_doc(doc)
        self._gazetteer = gazetteer
        self._cast = Cast.of(document, occurrence, mentions, gazetteer)
        self._words = load_references()
        self._organ = (document.publisher or "").lower()
        known = [party for code in document.parties if (party := gazetteer.party(code))]
        self._own_names = {name.lower() for party in known for name in party.weak}
        self._people = _by_token(mentions.people, self._parsed.starts)
        self._parties = _by_token(mentions.parties, self._parsed.starts)
        self._subjects: list[int] = []
        self._referents: dict[int, Referent] = {}
        for i, dep in enumerate(self._parsed.deps):
            if dep.startswith("nsubj"):
                referent = self._of_heads(self._coordinated(i, None), None)
                if referent is not None:
                    self._subjects.append(i)
                    self._referents[i] = referent

    def resolve(self, phrase: Range, *, speaker: Speaks | None = None) -> Referent | None:
        """Return whom a noun phrase (head with its dependents, a range of tokens) means, `None` if no party.

        `speaker` is whom "I", "we" and "our" mean inside a quotation; outside of one they are the publisher.
        """
        heads, start, end = self._parsed.heads, phrase.start, phrase.end
        root = next((i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i), start)
        return self._of_heads(self._coordinated(root, (start, end)), speaker)

    def referents_in(self, span: Range) -> list[Referent]:
        """Return the referents of the parties and people that a range of tokens names, each once, in order."""
        found: dict[Referent, None] = {}
        for i in range(span.start, span.end):
            person, party = self._people.get(i), self._parties.get(i)
            if person is not None and person.party:
                found[Referent((person.party,), person.person)] = None
            elif person is None and party is not None:
                found[Referent((party.party,))] = None
        return list(found)

    def _coordinated(self, head: int, bounds: tuple[int, int] | None) -> list[int]:
        """Return the head of a noun phrase and what is coordinated with it, by the parse or as people listed one after another."""
        parsed, heads = self._parsed, [head]
        for one in heads:
            for child in parsed.children[one]:
                if parsed.deps[child] == "conj" and parsed.pos[child] in _NOMINAL and (bounds is None or bounds[0] <= child < bounds[1]):
                    heads.append(child)
            for listed in (self._listed_before(one), self._listed_after(one)):
                if listed is not None and listed not in heads and (bounds is None or bounds[0] <= listed < bounds[1]):
                    heads.append(listed)
        return sorted(heads)

    def _listed_after(self, head: int) -> int | None:
        """Return the person that follows a head behind nothing but "and" or a comma: the parser often hangs them elsewhere."""
        at, person = head, self._people.get(head)
        size = len(self._parsed.words)
        while at < size and (at == head or (person is not None and self._people.get(at) is person)):
            at += 1
        joined = at
        while at < size and self._parsed.lowers[at] in _JOINERS:
            at += 1
        return at if joined < at < size and at in self._people else None

    def _listed_before(self, head: int) -> int | None:
        """Return the person or office that precedes a person before nothing but "and" or a comma: "The Secretary and Minister Orto"."""
        at, person = head, self._people.get(head)
        if person is None:
            return None
        while at >= 0 and self._people.get(at) is person:
            at -= 1
        joined = at
        while at >= 0 and self._parsed.lowers[at] in _JOINERS:
            at -= 1
        return at if 0 <= at < joined and (at in self._people or self._office(at)[0]) else None

    def _of_heads(self, heads: Sequence[int], speaker: Speaks | None) -> Referent | None:
        seen: set[PersonMention] = set()
        parts = []
        for head in heads:
            person = self._people.get(head)
            if person is not None and person in seen:
                continue
            if person is not None:
                seen.add(person)
            part = self._one(head, speaker)
            if part is not None:
                parts.append(part)
        if len(parts) < 2:
            return parts[0] if parts else None
        found = _each_once(party for part in parts for party in part.parties)
        if len(found) == 1 and not any(part.person for part in parts) and len(self._cast.all.parties) == _BILATERAL:
            return self._cast.all  # "The Federal Chancellor and the President agreed", neither of them named
        return Referent(found, None, joint=True)

    def _one(self, head: int, speaker: Speaks | None) -> Referent | None:
        """Return whom one head means."""
        person = self._people.get(head)
        if person is not None:
            return Referent((person.party,), person.person) if person.party else None
        if self._parsed.pos[head] in {"PRON", "DET"}:
            pronoun = self._of_pronoun(head, speaker)
            if pronoun is not None:
                return pronoun
        party = self._parties.get(head)
        if party is not None:
            return Referent((party.party,))
        return self._of_role(head, speaker)

    def _of_pronoun(self, head: int, speaker: Speaks | None) -> Referent | None:
        parsed, lower = self._parsed, self._parsed.lowers[head]
        if lower in _SELF:
            return Referent(speaker.parties, speaker.person) if speaker is not None and speaker.parties else self._cast.publisher
        if lower in _THEY:
            return next((one for one in self._before(head) if len(one.parties) > 1), None) or self._cast.all
        if lower in _SINGULAR and not parsed.words[head].isupper():
            sexes = (None, _SINGULAR[lower])
            fitting = (one for one in self._before(head) if one.person is not None and self._cast.sex(one.person) in sexes)
            return next(fitting, None) or self._cast.of_sex(_SINGULAR[lower]) or self._cast.publisher
        if lower in _IT:
            if parsed.deps[head] != "nsubj" and lower == "it":
                return None  # "It was agreed that …"
            return next((one for one in self._before(head) if one.person is None and len(one.parties) == 1), None)
        verb = parsed.heads[head]
        if lower in _RELATIVE and parsed.deps[verb].startswith("acl") and parsed.heads[verb] < head:
            return self._one(parsed.heads[verb], speaker)
        return None

    def _before(self, at: int) -> Iterator[Referent]:
        """Yield the subjects before a token, the nearest first, as far back as a reader remembers."""
        last = bisect_left(self._subjects, at)
        return (self._referents[i] for i in reversed(self._subjects[max(0, last - _MEMORY) : last]))

    def _of_role(self, head: int, speaker: Speaks | None) -> Referent | None:
        """Return whom a common noun means by its kind and what qualifies it: "the Chinese side", "our country", "the Secretary"."""
        lower = self._parsed.lowers[head]
        kind = self._words.get(lower)
        owner = self._owner(head, speaker)
        if lower in self._own_names and self._parsed.words[head][0].isupper():
            return self._cast.publisher
        part = next((self._words[name] for name in self._qualifiers(head) if self._words.get(name) in ("host", "guest")), None)
        if part is not None:
            return self._cast.in_role(Role(part))
        if kind == "joint":
            return owner or (None if self._has_possessive(head) else self._cast.all)
        if kind == "occasion":
            return self._cast.all
        if kind in ("others", "group"):
            return self._of_companions(head, kind, owner)
        classes, words = self._office(head)
        if classes or kind == "person":
            member = self._cast.in_office(classes, words, party=owner.parties[0] if owner and len(owner.parties) == 1 else None)
            return member.referent if member is not None else owner or self._stranger(head) or self._cast.publisher
        if kind is None:
            return self._stranger(head) if self._parsed.pos[head] == "PROPN" else None
        return self._of_side(head, kind, owner)

    def _of_companions(self, head: int, kind: str, owner: Referent | None) -> Referent | None:
        """Return whom "her counterparts" (the other parties) or "our allies and partners" (no party of the event) means."""
        if self._has_possessive(head):
            return self._cast.others if kind == "others" else None
        return owner or self._cast.all

    def _has_possessive(self, head: int) -> bool:
        return any(name in _POSSESSIVE for name in self._qualifiers(head))

    def _qualifiers(self, head: int) -> list[str]:
        return [self._parsed.lowers[child] for child in self._parsed.children[head]]

    def _stranger(self, head: int) -> Referent | None:
        """Return whom the name of a state that no table knows means: the publisher if its organ bears it, else the other party.

        "The Belmoran side" said by the "Ministry of Foreign Affairs of Belmora", or by anyone else.
        """
        parsed = self._parsed
        for one in (head, *parsed.children[head]):
            word = parsed.words[one]
            if (
                word[:1].isupper()
                and len(word) > _STEM
                and parsed.pos[one] in _NAMING
                and one not in self._parties
                and one not in self._people
            ):
                if word in self._gazetteer.phrases.first_words or self._words.get(word.lower()):
                    continue
                return self._cast.publisher if word[:_STEM].lower() in self._organ else self._cast.others
        return None

    def _of_side(self, head: int, kind: str, owner: Referent | None) -> Referent | None:
        parsed = self._parsed
        if kind == "side":
            if any(parsed.lowers[child] in _OTHER for child in parsed.children[head]):
                return self._cast.others
            return owner or self._stranger(head) or (self._cast.publisher if parsed.lowers[head] not in _NEEDS_OWNER else None)
        if kind == "publisher":
            return owner or self._cast.publisher
        if kind == "other":
            return owner if owner is not None and owner.parties != self._cast.publisher.parties else self._cast.others
        if kind in ("host", "guest"):
            return self._cast.in_role(Role(kind))
        pair = next((one for one in self._before(head) if len(one.parties) == 2), self._cast.all)
        return Referent((pair.parties[0 if kind == "former" else -1],)) if pair.parties else None

    def _owner(self, head: int, speaker: Speaks | None) -> Referent | None:
        """Return the party that qualifies a noun: adjective, possessive, compound, "of the …"."""
        parsed = self._parsed
        found: list[str] = []
        for child in parsed.children[head]:
            dep = parsed.deps[child]
            if dep not in _QUALIFIERS and not dep.startswith("nmod"):
                continue
            for one in self._coordinated(child, None):
                party = self._parties.get(one)
                if party is not None:
                    found.append(party.party)
            lower = parsed.lowers[child]
            if lower in _SELF:
                found.extend((speaker if speaker is not None and speaker.parties else self._cast.publisher).parties)
            elif lower in _SINGULAR and self._words.get(parsed.lowers[head]) != "other":
                him = self._of_pronoun(child, speaker)
                found.extend(him.parties if him else ())
        return Referent(_each_once(found), joint=len(set(found)) > 1) if found else None

    def _office(self, head: int) -> tuple[frozenset[str], tuple[str, ...]]:
        """Return the classes and words of the office that a noun names with those beside it: "the Prime Minister", "Head of State"."""
        parsed, start = self._parsed, head
        while start > 0 and head - start < _LONGEST_OFFICE and start <= parsed.heads[start - 1] <= head and start - 1 not in self._parties:
            start -= 1
        words = parsed.lowers[start : head + _LONGEST_OFFICE]
        for first, end, titles in self._gazetteer.offices.find(words):
            if first <= head - start < end:
                classes = frozenset(title.office_class for title in titles if title.office_class)
                return classes, tuple(words[first:end])
        return frozenset(), ()


_M = TypeVar("_M", "PersonMention", "PartyMention")


def _by_token(mentions: Iterable[_M], starts: Sequence[int]) -> dict[int, _M]:
    """Map each token of each mention to the mention, the first where two overlap."""
    found: dict[int, _M] = {}
    for mention in mentions:
        for i in range(bisect_right(starts, mention.span.start) - 1, bisect_left(starts, mention.span.end)):
            found.setdefault(i, mention)
    return found


def _each_once(parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties))


__all__ = ["Referent", "Resolver", "load_references"]

"""Who took part in a reported event: the people and parties that the title, the lead and later sentences put into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bothsides.records import EventKind, Participant, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bothsides.extract.mentions import Mentions, PersonMention
    from bothsides.records import Document

# Where a sentence turns from who met to what about: what follows names topics and third parties. A purpose can still name whom one met
# ("looks forward to welcoming Prime Minister Sela to …"), so it counts only behind two people or parties.
_TOPIC = re.compile(
    r"\s(?:regarding |concerning |about |on (?:the )?(?:situation|sidelines|margins|occasion|fringes|issue)|as part of |"
    r"during (?!his|her|their)|after |following |ahead of |amid |on (?=[a-z])(?!behalf|the \w+ side))|;"
)
_PURPOSE = re.compile(r"\sto (?=[a-z])(?!the |his |her |their |a )")
# The same in a title, which says "on" and "over" before the topic.
_TITLE_TURN = re.compile(
    r"\s(?:regarding|concerning|about|over|amid|during|to discuss|ahead of|following|[Oo]n (?!(?:[A-Z]\S+ ){1,6}\S+[’']s?\s))\b"
)
_ASIDE = re.compile(r"(?:on behalf of|predecessor|successor|former|the late|thanked|congratulated)\s*(?:[A-Z]\S+ )?$")
_POSSESSIVE = re.compile(
    r"['’]s?\s+(?!(?:\w+ ){0,3}(?:call|meeting|visit|conversation|talks|trip|travel|phone|video|bilateral)s?\b)", re.IGNORECASE
)
_HELD_BY = re.compile(r"\b(?P<of>of|to) (?:the )?$")
_SPOKESPERSON = "spokesperson"
_LAST_SENTENCE = 8
_OPENING = 10


def participants(
    document: Document, mentions: Mentions, account: Sequence[Span], *, kind: EventKind, wordings: Mapping[str, Sequence[re.Pattern[str]]]
) -> tuple[Participant, ...]:
    """Return the people that the title and the account put into the event, and a nameless participant for each party without one.

    Those are the people whom the first sentence names before it turns to the topic, whom the title names, and whom a later sentence says
    to have attended; of a visit also those who were met. `wordings` are the patterns of such later sentences.
    """
    people: dict[str, PersonMention] = {}
    title, text = mentions.title, document.text.replace("\n", " ")
    if account:
        _gather(people, mentions, before_turn(text, account[0], mentions), text)
    _gather(people, title, Span(0, len(document.title or "")), document.title or "")
    patterns = (*wordings["attendance"], *(wordings["meetings"] if kind is EventKind.VISIT else ()))
    for sentence in account[: None if kind is EventKind.VISIT else _LAST_SENTENCE]:
        if any(pattern.search(text, sentence.start, sentence.end) for pattern in patterns):
            _gather(people, mentions, before_turn(text, sentence, mentions) if kind is not EventKind.VISIT else sentence, text)
    _gather_pairs(people, mentions, account, text)
    wanted = dict.fromkeys((*document.parties, *_named_parties(document, mentions, account[:1], people.values())))
    for party in wanted:
        if not any(person.party == party for person in people.values()):
            _gather_first(people, mentions, account, party, text)
    found = [Participant(person.party, person.person, person.office) for person in people.values() if person.party]
    parties = {participant.party for participant in found}
    return (*found, *(Participant(party) for party in wanted if party not in parties))


def _gather(people: dict[str, PersonMention], mentions: Mentions | None, within: Span, text: str) -> None:
    if mentions is None:
        return
    for person in mentions.people:
        if within.start <= person.span.start < within.end and not _is_aside(text, person, mentions):
            known = people.get(person.person.key)
            if known is None or (known.office is None and person.office):
                people[person.person.key] = person


def _gather_pairs(people: dict[str, PersonMention], mentions: Mentions, account: Sequence[Span], text: str) -> None:
    """Add whom a sentence opens with beside someone who took part: "President Sela and President Tanoli agreed …"."""
    starts = {sentence.start for sentence in account[:_LAST_SENTENCE]}
    for one, after in zip(mentions.people, mentions.people[1:], strict=False):
        if one.span.start in starts and text[one.span.end : after.span.start] == " and ":
            if one.person.key in people:
                people.setdefault(after.person.key, after)
            elif after.person.key in people:
                people.setdefault(one.person.key, one)


def _gather_first(people: dict[str, PersonMention], mentions: Mentions, account: Sequence[Span], party: str, text: str) -> None:
    """Add the first person of a party who opens a sentence or follows an "and", where neither title nor lead has one."""
    starts = {sentence.start for sentence in account[:_LAST_SENTENCE]}
    end = account[:_LAST_SENTENCE][-1].end if account else 0
    for person in mentions.people:
        opens = person.span.start in starts or text[: person.span.start].endswith(" and ")
        if opens and person.party == party and person.span.start < end and not _is_aside(text, person, mentions):
            people.setdefault(person.person.key, person)
            return


def _named_parties(document: Document, mentions: Mentions, lead: Sequence[Span], people: Iterable[PersonMention]) -> list[str]:
    """Return the parties that take part by name, not in somebody's title.

    Those are all that a title lists ("Japan-China-ROK Meeting") or, where fewer than two parties have people there, those of title and
    lead.
    """
    title = document.title or ""
    turn = _TITLE_TURN.search(title)
    listed = _parties_within(mentions.title, Span(0, turn.start() if turn else len(title))) if mentions.title else []
    if len({person.party for person in people}) > 1:
        return listed if len(set(listed)) > 1 else []
    named = [party for span in lead for party in _parties_within(mentions, before_turn(document.text, span, mentions))]
    own = set(document.parties)
    if set(listed) - own and not set(named) - own - set(listed):
        return listed
    return [*listed, *named]


def _parties_within(mentions: Mentions, within: Span) -> list[str]:
    titles = [person.span for person in mentions.people]
    return [
        mention.party
        for mention in mentions.parties
        if within.start <= mention.span.start < within.end and not _within(mention.span.start, titles)
    ]


def before_turn(text: str, sentence: Span, mentions: Mentions) -> Span:
    """Return the part of a sentence that tells of the event, before it turns to what was said there.

    There is no turn inside a title ("Special Representative on the boundary question Tanoli").
    """
    people = [one.span for one in mentions.people if sentence.start <= one.span.start < sentence.end]
    parties = [
        one.span for one in mentions.parties if sentence.start <= one.span.start < sentence.end and not _within(one.span.start, people)
    ]
    named = [*sorted(span.start for span in (*people, *parties)), sentence.end, sentence.end]
    first = min(named[0] + 1, sentence.start + _OPENING)
    turns = [*_TOPIC.finditer(text, first, sentence.end), *_PURPOSE.finditer(text, min(named[1], sentence.end), sentence.end)]
    return Span(sentence.start, min((turn.start() for turn in turns if not _within(turn.start(), people)), default=sentence.end))


def _within(offset: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _is_aside(text: str, person: PersonMention, mentions: Mentions) -> bool:
    """Tell whether a person is named for something else: who signs the statement, whose envoy, whose policy."""
    if _SPOKESPERSON in person.classes and len(person.classes) == 1:
        return True
    before = text[max(0, person.span.start - 40) : person.span.start]
    held = _HELD_BY.search(before)
    if held and any(other.span.end == person.span.start - len(before) + held.end("of") for other in mentions.people):
        return True  # "Karin Sela, State Secretary to | Prime Minister Tanoli"
    return bool(_ASIDE.search(before) or _POSSESSIVE.match(text, person.span.end))

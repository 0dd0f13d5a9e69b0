"""Who took part in a reported event: the people and parties that the title and the lead put into it, and the meetings of a trip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bothsides.records import EventKind, Participant, ReportedEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bothsides.extract.mentions import Mentions, PersonMention
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, Span

# Where a lead turns from who met to what about: what follows names topics and third parties.
_TURN = re.compile(
    r"\s(?:to (?=[a-z])(?!the |his |her |their )|regarding |concerning |about |on the (?:situation|sidelines|margins|occasion|fringes)|as part of|"
    r"during (?!his|her|their)|after |following |ahead of |where |amid |and (?:discussed|exchanged|reaffirmed|reviewed|thanked))|;"
)
_SPEAKS_FOR = re.compile(
    r"(?:attributable to|Statement (?:by|from)|Readout (?:by|from)|on behalf of|predecessor|successor|former)\s[^,;]{0,40}$"
)


def participants(
    document: Document, mentions: Mentions, lead: Sequence[Span], *, kind: EventKind, gazetteer: Gazetteer
) -> tuple[Participant, ...]:
    """Return the people that the title and the lead put into the event, and a nameless participant for each party without one."""
    del gazetteer, kind
    people: dict[str, PersonMention] = {}
    if lead:
        first = _before_turn(document, lead[0])
        for person in mentions.people:
            if first.start <= person.span.start < first.end and not _is_aside(document.text, person):
                people.setdefault(person.person.key, person)
    title = mentions.title
    for person in title.people if title else ():
        if not _is_aside(document.title or "", person):
            people.setdefault(person.person.key, person)
    found = [Participant(person.party or "", person.person, person.office) for person in people.values()]
    parties = dict.fromkeys(p.party for p in found)
    wanted = dict.fromkeys(document.parties)
    if len(parties) < 2 and lead:
        first = _before_turn(document, lead[0])
        wanted |= dict.fromkeys(m.party for m in (title.parties if title else ()))
        wanted |= dict.fromkeys(m.party for m in mentions.parties if first.start <= m.span.start < first.end)
    found += [Participant(party) for party in wanted if party not in parties]
    return tuple(found)


def _before_turn(document: Document, sentence: Span) -> Span:
    turn = _TURN.search(document.text, sentence.start + 10, sentence.end)
    return type(sentence)(sentence.start, turn.start() if turn else sentence.end)


def _is_aside(text: str, person: PersonMention) -> bool:
    """Tell whether a person is named for something else: who signs the statement, whose envoy or whose policy it is."""
    return bool(_SPEAKS_FOR.search(text[max(0, person.span.start - 60) : person.span.start]))


def trip_parts(document: Document, mentions: Mentions, lead: Sequence[Span], people: Sequence[Participant]) -> tuple[ReportedEvent, ...]:
    """Return the separately named meetings of a trip."""
    del document, mentions, lead, people
    return ()

"""Who was host and who guest, and the separate meetings of a trip."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bothsides.records import EventKind, Participant, ReportedEvent, Role, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bothsides.extract.mentions import Mentions, PersonMention
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document

_RECEIVES = re.compile(r"\b(?:host(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|welcom(?:e|es|ed|ing))\b(?! a (?:phone|telephone|call))")
_COMES = re.compile(r"\b(?:visit(?:s|ed|ing)?|travel(?:s|ed|led|ing)?|called on|(?:was|were) (?:received|welcomed|hosted) by)\b")
_MEETINGS = re.compile(r"\b(?:meetings? with|(?:met|meet|meets|meeting) (?:separately |also )?with|talks with|received by|met)\b")
_PLURAL = re.compile(r"meetings")
_REMOTE = frozenset({EventKind.PHONE_CALL, EventKind.VIDEO_CALL, EventKind.OTHER})


def with_roles(
    people: Sequence[Participant], kind: EventKind, *, place: str | None, lead: str, gazetteer: Gazetteer
) -> tuple[Participant, ...]:
    """Return the participants as hosts and guests, where the first sentence or the place of the meeting tells.

    "X hosted Y" makes X's party the host, "X visited" the guest; otherwise the party in whose country it was is the host.
    """
    parties = list(dict.fromkeys(person.party for person in people))
    if kind in _REMOTE or len(parties) < 2 or (kind is EventKind.VISIT and len(parties) > 2):  # a tour has a host at each stop
        return tuple(people)
    known = gazetteer.place(place) if place else None
    host = known.party if known and known.party in parties else None
    if _RECEIVES.search(lead) and not _COMES.search(lead) and host is None:
        host = parties[0]
    if host is None:
        return tuple(people)
    return tuple(replace(person, role=Role.HOST if person.party == host else Role.GUEST) for person in people)


def trip_parts(document: Document, mentions: Mentions, account: Sequence[Span], people: Sequence[Participant]) -> tuple[ReportedEvent, ...]:
    """Return the separate meetings of a trip: one for each person after "meetings with", one for those after "met with" together.

    "… traveled to Belmora for meetings with President Sela, Director Tanoli and Foreign Minister Arnaz" has three.
    """
    takes_part = {person.person.key: person for person in people if person.person}
    travellers = [person for person in people if person.party in document.parties and person.person][:1]
    if not travellers:
        return ()
    parts: list[ReportedEvent] = []
    met: set[str] = set()
    for sentence in account:
        for cue in _MEETINGS.finditer(document.text, sentence.start, sentence.end):
            named = [one for one in _listed(document.text, mentions, cue.end(), sentence.end) if one.person.key in takes_part]
            named = [one for one in named if one.party != travellers[0].party and one.person.key not in met]
            met.update(one.person.key for one in named)
            groups = [[one] for one in named] if _PLURAL.match(cue.group()) else [named] if named else []
            parts += [_part(travellers, [takes_part[one.person.key] for one in group]) for group in groups]
    return tuple(parts) if len(parts) > 1 else ()


def _listed(text: str, mentions: Mentions, start: int, end: int) -> list[PersonMention]:
    """Return the people named one after another from an offset on, with nothing but commas and "and" between."""
    found: list[PersonMention] = []
    at = start
    for one in mentions.people:
        if start <= one.span.start < end:
            between = text[at : one.span.start].replace(" and ", " ").replace(" the ", " ")
            if between.strip(" ,\n") and not (found == [] and len(between) < _NEAR):
                break
            found.append(one)
            at = one.span.end
    return found


# Characters between "meetings with" and the first name: an adjective, a country.
_NEAR = 30


def _part(travellers: Sequence[Participant], met: Sequence[Participant]) -> ReportedEvent:
    return ReportedEvent(EventKind.MEETING, participants=(*travellers, *met))

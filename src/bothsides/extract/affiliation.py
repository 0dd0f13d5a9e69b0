"""People whose party no title, country or table tells → the party that the way the text lists them suggests."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bothsides.extract.persons import PersonMention
    from bothsides.ingest.gazetteer import Gazetteer

# What may stand between two people who are listed together: ", ", " and ", " (NSA), and ".
_LISTED = re.compile(r"\s*(?:\(\w+\)\s*)?,?\s*(?:(?:and|&|with)\s+)?(?:the\s+)?")

# What stands right before somebody whom the publisher's official met.
_MET = re.compile(r"\b(?:with|met|received|hosted|welcomed|phoned|called)\s+(?:the\s+)?$")

# Two people of one of these classes who stand side by side are counterparts, not colleagues.
_SINGLE = frozenset(
    {
        "head-of-state",
        "head-of-government",
        "foreign-minister",
        "defence-minister",
        "national-security-adviser",
        "finance-minister",
        "crown-prince",
    }
)
_EXCELLENCY = "excellency"
_ANYONE = ""


def affiliate(
    texts: Sequence[str],
    mentions: Sequence[Sequence[PersonMention]],
    *,
    publishers: Sequence[str],
    others: Sequence[str],
    gazetteer: Gazetteer,
) -> list[list[PersonMention]]:
    """Return the mentions with a party for each person, as far as there is one to give.

    `others` are the parties that the title or the lead names beside the publishers. A person without a party gets the one they have
    elsewhere in the document; else the other party, if the publisher has no such office (a President in Japan); else that of the colleague
    listed just before; else the other party if the publisher's people met them or hold the like office; else the publisher's.
    """
    parties = {one.person.key: one.party for text in mentions for one in text if one.party}
    publisher = publishers[0] if publishers else None
    other = others[0] if len(others) == 1 else None
    for text, named in reversed(list(zip(texts, mentions, strict=True))):
        before: PersonMention | None = None
        own: set[str] = set()  # the offices of the publisher's people named so far
        for one in named:
            if one.person.key not in parties:
                party = _party(one, before, text, parties=parties, own=own, publisher=publisher, other=other, gazetteer=gazetteer)
                if party:
                    parties[one.person.key] = party
            if parties.get(one.person.key) == publisher:
                own |= {_ANYONE, *one.classes}
            before = one
    return [[replace(one, party=one.party or parties.get(one.person.key)) for one in text] for text in mentions]


def _party(
    one: PersonMention,
    before: PersonMention | None,
    text: str,
    *,
    parties: Mapping[str, str],
    own: Set[str],
    publisher: str | None,
    other: str | None,
    gazetteer: Gazetteer,
) -> str | None:
    if publisher and one.office and not gazetteer.can_hold(publisher, one.office):
        return other
    if other and own and _EXCELLENCY in one.classes and _EXCELLENCY not in own:
        return other
    if before is not None and before.person.key in parties and _LISTED.fullmatch(text[before.span.end : one.span.start]):
        if not (before.classes & one.classes & _SINGLE):
            return parties[before.person.key]
        return other if parties[before.person.key] == publisher else publisher
    if other and own and (_MET.search(text[max(0, one.span.start - 20) : one.span.start]) or own & one.classes & _SINGLE):
        return other
    return publisher

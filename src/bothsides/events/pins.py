"""Claims → the narrowest event that the text pins them to."""

from __future__ import annotations

import re
from dataclasses import replace

from bothsides.records import Claim, Reading, Resolution

REACH = 60  # code points after the cue in which the other side's person must be named: the object of the verb, not of its content


def event_of_claim(claim: Claim, resolution: Resolution) -> str:
    """Return the key of the narrowest event a claim is pinned to: the part it names, else the document's widest event."""
    parts = resolution.of_part.get(claim.document, ())
    if claim.part is not None and claim.part < len(parts):
        return parts[claim.part]
    return resolution.of_document[claim.document]


def pin_claims(reading: Reading) -> Reading:
    """Return `reading` with its unpinned claims pinned to a part, where the speaker or the person spoken to sat in that part alone.

    "The Secretary invited State Councilor and Foreign Minister Qin to Washington" belongs to the meeting with Qin. A name further on
    in the content does not count: "as discussed by President Xi in Bali" says nothing about where it was said.
    """
    parts = reading.event.parts
    if len(parts) < 2:
        return reading
    present = [{p.person.key for p in part.participants if p.person is not None} for part in parts]
    once = {key: i for i, keys in enumerate(present) for key in keys if sum(key in other for other in present) == 1}
    names = {p.person.key: p.person.name for part in parts for p in part.participants if p.person is not None}
    claims = tuple(c if c.part is not None else replace(c, part=_part(c, reading.document.text, once, names)) for c in reading.claims)
    return replace(reading, claims=claims)


def _part(claim: Claim, text: str, once: dict[str, int], names: dict[str, str]) -> int | None:
    if claim.speaker is not None and claim.speaker.key in once:
        return once[claim.speaker.key]
    spoken_to = text[claim.span.start : min(claim.cue.end + REACH, claim.span.end)]
    clause = re.split(r"[,;:]|\b(?:that|to|as|on|about)\b", spoken_to[max(claim.cue.end - claim.span.start, 0) :], maxsplit=1)[0]
    found = {once[key] for key in once if any(re.search(rf"\b{re.escape(word)}\b", clause) for word in names[key].split())}
    return found.pop() if len(found) == 1 else None

"""Invented readouts of one meeting, with claims marked in the text: Arvania (xa), Belmora (xb), Costrava (xc)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

from bothsides.events import resolve_events
from bothsides.records import Act, Claim, Document, EventKind, Participant, Person, Reading, ReportedEvent, Resolution, Span

DAY = date(2031, 6, 18)
ORSO = Participant("xa", Person("livia-orso", "Livia Orso"))
TAMM = Participant("xb", Person("petr-tamm", "Petr Tamm"))
RUUD = Participant("xc", Person("jon-ruud", "Jon Ruud"))


def claim(act: Act, *holders: str, text: str, **further: object) -> tuple[str, dict[str, object]]:
    """One claim of a readout to be: its words, act and holders."""
    return text, {"act": act, "holders": holders, **further}


def readout(
    party: str | tuple[str, ...], *claims: tuple[str, dict[str, object]], people: tuple[Participant, ...] = (ORSO, TAMM)
) -> Reading:
    """A readout that consists of its claims, one a line."""
    parties = (party,) if isinstance(party, str) else party
    text = f"{'/'.join(parties)}\n" + "\n".join(words for words, _ in claims)
    digest = sha256(text.encode()).hexdigest()
    made: list[Claim] = []
    for words, fields in claims:
        start = text.index(words)
        span = Span(start, start + len(words))
        made.append(Claim(document=digest, span=span, cue=Span(start, start), content=span, **fields))  # type: ignore[arg-type]
    event = ReportedEvent(EventKind.MEETING, DAY, None, "Vell", people)
    return Reading(Document(("-".join(parties),), text, digest, published=DAY, parties=parties), event, tuple(made))


def resolved(*readings: Reading) -> tuple[list[Reading], Resolution]:
    """Readings with what they resolve to."""
    return list(readings), resolve_events(readings)


FERRY_AGREED = claim(
    Act.AGREE,
    "xa",
    "xb",
    text="The two sides agreed to open a ferry line between Lorn and Vell by May 2032",
    binds=("xa", "xb"),
    topics=("infrastructure",),
)
FERRY_ALSO = claim(
    Act.AGREE,
    "xa",
    "xb",
    text="It was agreed that a ferry line from Lorn to Vell will be opened by May 2032",
    binds=("xa", "xb"),
    topics=("infrastructure",),
)
FERRY_LATER = claim(
    Act.AGREE,
    "xa",
    "xb",
    text="Both ministers agreed to open the ferry line from Lorn to Vell in 2034",
    binds=("xa", "xb"),
    topics=("infrastructure",),
)
FERRY_REFUSED = claim(
    Act.REFUSE,
    "xb",
    text="Minister Tamm turned down the proposal to open a ferry line from Lorn to Vell",
    topics=("infrastructure",),
    addressees=("xa",),
)
LYNX = claim(
    Act.CONCERN, "xa", text="The Minister raised concerns over the hunting of lynx in the border forests", topics=("biodiversity-oceans",)
)
TONE = claim(Act.CHARACTERISE, "xa", "xb", text="The talks were frank and constructive")


def with_topics(reading: Reading, *topics: str) -> Reading:
    """The reading with other topics on every claim."""
    return replace(reading, claims=tuple(replace(c, topics=topics) for c in reading.claims))

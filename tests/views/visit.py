"""An invented visit, told by two invented states: Veltria's text covers the whole of it, Ostrany's one meeting only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bothsides.records import DifferenceKind, Relation, Status
from bothsides.views.arrangement import arrange
from bothsides.views.model import (
    ClaimView,
    Comparison,
    DifferenceView,
    Dossier,
    EventView,
    LinkView,
    ParticipantView,
    PartyView,
    ReadoutView,
    TopicView,
    VerdictView,
)

XA_TEXT = """Foreign Minister Anto Brel met Minister Maria Quell in Sarn on May 4.
The two sides agreed to reopen the Sarn crossing by the end of June. They had positive discussions on doubling grain quotas.
The Veltrian side urged Ostrany to stop the patrols.
"""
XB_TEXT = """Minister Maria Quell travelled to Sarn on May 4–5.
Both ministers agreed to reopen the Sarn crossing. This includes a commitment to double grain quotas. The Minister raised the detained crew.
"""
AVIATION, GRAIN, CREW = (
    TopicView("border-crossings", "Border crossings"),
    TopicView("grain", "Grain trade"),
    TopicView("crew", "Detained crew"),
)


def claim(readout: str, text: str, quote: str, act: str, **more: object) -> ClaimView:
    """Make a claim whose offsets are those of `quote` in `text`."""
    start = text.index(quote)
    key = f"{readout}-{start:05}-{start + len(quote):05}-{act}"
    base = ClaimView(f"https://example.org/claim/{key}", key, readout, act, quote, start, start + len(quote), content=quote)
    return replace(base, **more)


def visit() -> Dossier:
    """The visit with two linked matters, one matter of each side alone, and one claim that binds the other."""
    a = ReadoutView(
        "https://example.org/readout/xa-1", "xa-1", ("xa",), "Veltrian Foreign Ministry", published=date(2031, 5, 5), text=XA_TEXT
    )
    b = ReadoutView(
        "https://example.org/readout/xb-1", "xb-1", ("xb",), "Ostrany Department", url="https://example.org/b", partial=True, text=XB_TEXT
    )
    both = ("xa", "xb")
    a1 = claim(
        "xa-1",
        XA_TEXT,
        "The two sides agreed to reopen the Sarn crossing by the end of June",
        "agree",
        strength=5,
        holders=both,
        binds=both,
        topics=(AVIATION,),
    )
    a2 = claim(
        "xa-1", XA_TEXT, "They had positive discussions on doubling grain quotas", "discuss", strength=1, holders=both, topics=(GRAIN,)
    )
    a3 = claim("xa-1", XA_TEXT, "The Veltrian side urged Ostrany to stop the patrols", "urge", strength=4, holders=("xa",))
    b1 = claim(
        "xb-1",
        XB_TEXT,
        "Both ministers agreed to reopen the Sarn crossing",
        "agree",
        strength=5,
        holders=both,
        binds=both,
        topics=(AVIATION,),
    )
    b2 = claim(
        "xb-1",
        XB_TEXT,
        "This includes a commitment to double grain quotas",
        "commit",
        strength=5,
        holders=both,
        binds=both,
        topics=(GRAIN,),
    )
    b3 = claim("xb-1", XB_TEXT, "The Minister raised the detained crew", "concern", strength=3, holders=("xb",), topics=(CREW,))
    return Dossier(
        event=EventView(
            iri="https://example.org/event/1",
            label="Veltria and Ostrany: talks in Sarn",
            kind="Visit",
            start=date(2031, 5, 4),
            end=date(2031, 5, 5),
            place="Sarn",
            parties=(PartyView("xa", "Veltria"), PartyView("xb", "Ostrany")),
            participants=(ParticipantView("xa", "Anto Brel", "Foreign Minister"), ParticipantView("xb", "Maria Quell", "Minister")),
        ),
        readouts=(b, a),
        claims=(a1, a2, a3, b1, b2, b3),
        links=(LinkView(a1.key, b1.key, Relation.CORROBORATES, 0.9), LinkView(b2.key, a2.key, Relation.OVERLAPS, 0.7)),
        differences=(DifferenceView(b2.key, a2.key, DifferenceKind.FORCE, "commitment", "positive discussions"),),
        verdicts=(
            VerdictView(a1.key, "xb", Status.SHARED, ("xb-1",)),
            VerdictView(b1.key, "xa", Status.SHARED, ("xa-1",)),
            VerdictView(a2.key, "xb", Status.SHARED_UNEQUAL, ("xb-1",)),
            VerdictView(b2.key, "xa", Status.SHARED_UNEQUAL, ("xa-1",)),
            VerdictView(a3.key, "xb", Status.ONE_SIDED_PARTIAL, ("xb-1",), b3.key, 0.21),
            VerdictView(b3.key, "xa", Status.ONE_SIDED, ("xa-1",)),
        ),
    )


def hostile(word: str) -> Comparison:
    """Make a comparison in which every word that a document could bring is the given one."""
    text = f"{word} said {word}."
    party = PartyView("xa", word)
    readout = ReadoutView("https://example.org/r", "xa-1", ("xa",), word, word, url=word, about=word, partial=True, text=text)
    other = ReadoutView("https://example.org/s", "xb-1", ("xb",), word, text=text)
    topic = TopicView(word, word)
    made = [
        ClaimView(
            "https://example.org/c",
            f"{key}-c",
            key,
            word,
            text[:-1],
            0,
            len(text) - 1,
            holders=("xa",),
            binds=("xa", "xb"),
            topics=(topic,),
            content=word,
            part=word,
        )
        for key in ("xa-1", "xb-1")
    ]
    alone = replace(made[0], key="xa-1-d", quote=word, start=0, end=len(word))
    event = EventView(
        "https://example.org/e", word, word, None, None, word, (party, PartyView("xb", word)), (ParticipantView("xa", word, word),), (word,)
    )
    return arrange(
        Dossier(
            event,
            (readout, other),
            (*made, alone),
            (LinkView("xa-1-c", "xb-1-c", Relation.CONTRADICTS),),
            (DifferenceView("xa-1-c", "xb-1-c", DifferenceKind.TERM, word, word),),
            (VerdictView("xa-1-d", "xb", Status.ONE_SIDED, ("xb-1",), "xb-1-c", 0.4),),
        )
    )

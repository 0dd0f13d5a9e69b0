"""Two invented states and what each tells of one trip, built by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from pyoxigraph import Quad

from bothsides.graph import Iris, Program, Told, entity_quads, event_quads, readout_quads, run_quads, schema_quads
from bothsides.ingest.gazetteer import Entry, Form, Gazetteer, KnownParty, KnownPerson, Tenure, load_gazetteer
from bothsides.ingest.names import Phrases
from bothsides.records import (
    Act,
    Alignment,
    Assessment,
    Claim,
    Difference,
    DifferenceKind,
    Document,
    Event,
    EventKind,
    Participant,
    Person,
    Reading,
    Relation,
    ReportedEvent,
    Resolution,
    Role,
    Span,
    Status,
)

VELA = Person("ana-vela", "Ana Vela", "Q1")
ORTO = Person("pal-orto", "Pál Orto")

XA_TEXT = """Minister Ana Vela met Pál Orto in Port Xara. Both sides agreed to reopen the strait ferry.
Vela urged Xebia to deliver on its pledge to release the crew."""
XB_TEXT = "BANNER\n\nMr Orto travelled to Xara. They discussed  the ferry. The visit was cordial.\n\nShare this page"


def gazetteer() -> Gazetteer:
    """Return a gazetteer that knows Xara, Xebia and one minister's term of office."""
    parties = {"xa": KnownParty("xa", "Xara", "state"), "xb": KnownParty("xb", "Xebia", "state")}
    held = Tenure(VELA.key, "xa", "Foreign Minister", "2029-03-01", "2031")
    people = {VELA.key: KnownPerson(VELA.key, VELA.name, (), VELA.wikidata, (held,))}
    phrases = Phrases((party.name, Entry(Form.NAME, code)) for code, party in parties.items())
    return replace(load_gazetteer(), parties=parties, people=people, phrases=phrases)


def document(text: str, **known: object) -> Document:
    return Document(**{"identifiers": ("doc",), "text": text, "sha256": sha256(text.encode()).hexdigest()} | known)  # type: ignore[arg-type]


def claim(of: Document, words: str, act: Act, holders: tuple[str, ...], *, cue: str, content: str, **more: object) -> Claim:
    """Return a claim on the first passage of a document with these words."""

    def find(part: str) -> Span:
        start = of.text.index(part, of.text.index(words))
        return Span(start, start + len(part))

    return Claim(of.sha256, find(words), act, holders, find(cue), find(content), **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Case:
    """Everything that the graph is made from."""

    readings: tuple[Reading, ...]
    resolution: Resolution
    alignments: tuple[Alignment, ...]
    assessments: tuple[Assessment, ...]

    def quads(self, *, iris: Iris | None = None, schema: bool = True) -> list[Quad]:
        """Return all quads of the case, its two events in one graph."""
        made = {"iris": iris or Iris(), "program": Program("1.0")}
        known = gazetteer()
        quads = list(schema_quads()) if schema else []
        quads += run_quads(**made)
        quads += entity_quads(self.readings, names=known, iris=made["iris"])
        for reading in self.readings:
            quads += readout_quads(reading, names=known, **made)
        compared = {"resolution": self.resolution, "alignments": self.alignments, "assessments": self.assessments}
        events = sorted(self.resolution.events, key=lambda event: event.part_of is not None)
        return [*quads, *event_quads(events, self.readings, **compared, told=Told.of(self.readings), **made)]


def xara() -> Reading:
    """Xara's account of one meeting, with a nested commitment."""
    known = {
        "identifiers": ("xara-1", "repost-7"),
        "title": "Vela meets Orto",
        "published": date(2030, 5, 3),
        "parties": ("xa",),
        "publisher": "Ministry of Foreign Affairs of Xara",
        "url": "https://mfa.example/r?id=1",
        "place": "Port Xara",
        "inferred": frozenset({"parties"}),
    }
    doc = document(XA_TEXT, **known)
    both = ("xa", "xb")
    agree = claim(
        doc,
        "Both sides agreed to reopen the strait ferry",
        Act.AGREE,
        both,
        cue="agreed to",
        content="reopen the strait ferry",
        binds=both,
        owed_to=both,
        strength=5,
        stance=1,
        confidence=0.9,
        topics=("maritime-security",),
        mentions=("xb",),
    )
    urge = claim(
        doc,
        "Vela urged Xebia to deliver on its pledge to release the crew",
        Act.URGE,
        ("xa",),
        cue="urged",
        content="deliver on its pledge to release the crew",
        speaker=VELA,
        addressees=("xb",),
        strength=4,
        stance=-1,
        topics=("detained-citizens",),
    )
    pledge = claim(
        doc,
        "its pledge to release the crew",
        Act.COMMIT,
        ("xb",),
        cue="pledge to",
        content="release the crew",
        binds=("xb",),
        owed_to=("xa",),
        topics=("detained-citizens",),
        nested_in=urge.key,
    )
    people = (Participant("xa", VELA, "Foreign Minister", Role.HOST), Participant("xb", ORTO, role=Role.GUEST))
    told = ReportedEvent(EventKind.MEETING, date(2030, 5, 2), None, "Port Xara", people, date_inferred=True)
    return Reading(doc, told, (agree, urge, pledge))


def xebia() -> Reading:
    """Xebia's account of the trip with that meeting in it, between a banner and a footer, by nobody known."""
    furniture = (Span(0, 6), Span(XB_TEXT.index("Share"), len(XB_TEXT)))
    doc = document(XB_TEXT, identifiers=("xebia-1",), parties=("xb",), furniture=furniture)
    both = ("xa", "xb")
    discuss = claim(
        doc, "They discussed  the ferry", Act.DISCUSS, both, cue="discussed", content="the ferry", part=0, topics=("maritime-security",)
    )
    cordial = claim(doc, "The visit was cordial", Act.CHARACTERISE, both, cue="cordial", content="cordial", strength=1, stance=1)
    meeting = ReportedEvent(EventKind.MEETING, participants=(Participant("xa", VELA, role=Role.HOST), Participant("xb", ORTO)))
    trip = ReportedEvent(
        EventKind.VISIT, place="Xara", participants=(Participant("xb", ORTO, role=Role.GUEST), Participant("xa")), parts=(meeting,)
    )
    return Reading(doc, trip, (discuss, cordial))


def invented_case() -> Case:
    """Return both accounts, resolved, compared and judged."""
    xa, xb = xara(), xebia()
    trip = Event(
        "2030-05-visit-xa-xb-orto", EventKind.VISIT, "Visit of Orto to Xara, May 2030", parties=("xa", "xb"), readouts=(xb.document.sha256,)
    )
    meeting = Event(
        "2030-05-02-meeting-xa-xb-orto-vela",
        EventKind.MEETING,
        "Talks of Vela and Orto, 2 May 2030",
        date(2030, 5, 2),
        place="Port Xara",
        parties=("xa", "xb"),
        part_of=trip.key,
        readouts=(xa.document.sha256,),
        because=("the same people met",),
    )
    resolution = Resolution(
        (meeting, trip),
        {xa.document.sha256: meeting.key, xb.document.sha256: trip.key},
        {xb.document.sha256: (meeting.key,)},
    )
    a, b = sorted([xa.claims[0].key, xb.claims[0].key])
    force = Difference(DifferenceKind.FORCE, "agreed to", "discussed")
    scope = Difference(DifferenceKind.SCOPE, "reopen", "")
    alignment = Alignment(a, b, Relation.OVERLAPS, 0.8125, (force, scope))
    assessments = (
        Assessment(xa.claims[0].key, "xb", Status.SHARED_UNEQUAL, (xb.document.sha256,)),
        Assessment(xb.claims[0].key, "xa", Status.SHARED_UNEQUAL, (xa.document.sha256,)),
        Assessment(xa.claims[1].key, "xb", Status.ONE_SIDED, (xb.document.sha256,), xb.claims[1].key, 0.25),
        Assessment(xb.claims[1].key, "xa", Status.UNCOMPARED),
    )
    return Case((xa, xb), resolution, (alignment,), assessments)

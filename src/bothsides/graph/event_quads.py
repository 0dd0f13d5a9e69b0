"""A top-level event with all that was resolved and compared in it → its named graph.

In it stands whatever needs more than one document: the event and its parts, which readout and claim belongs to which of them, which
claims correspond, in what they differ, and the verdict on each claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from bothsides import vocabulary as v
from bothsides.errors import ExtractionError
from bothsides.events import event_of_claim
from bothsides.graph.iri import Iris
from bothsides.graph.readout_quads import told_participations
from bothsides.graph.runs import Program, Stage
from bothsides.graph.statements import Term, day, decimal, english, statements
from bothsides.records import Alignment, Assessment, Claim, Document, Event, Reading, Relation, Resolution

_PREDICATES = {
    Relation.CORROBORATES: v.CORROBORATES,
    Relation.OVERLAPS: v.OVERLAPS,
    Relation.CONTRADICTS: v.CONTRADICTS,
}


@dataclass(frozen=True, slots=True)
class Told:
    """The readings held, found by digest and by key of claim, for what names them by these."""

    documents: Mapping[str, Document]
    claims: Mapping[str, tuple[Document, Claim]]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Told:
        """Return the readings held."""
        held = list(readings)
        claims = {claim.key: (reading.document, claim) for reading in held for claim in reading.claims}
        return cls({reading.document.sha256: reading.document for reading in held}, claims)

    def claim(self, key: str) -> tuple[Document, Claim]:
        """Return a claim with its document.

        Raises:
            ExtractionError: no reading has a claim of that key.
        """
        try:
            return self.claims[key]
        except KeyError:
            raise ExtractionError(f"cannot write what was compared: there is no claim {key} in the readings held. Build again.") from None


def event_quads(
    events: Sequence[Event],
    readings: Sequence[Reading],
    *,
    resolution: Resolution,
    alignments: Iterable[Alignment],
    assessments: Iterable[Assessment],
    told: Told,
    iris: Iris,
    program: Program,
) -> Iterator[Quad]:
    """Yield the graph of a top-level event: `events` are the event, first, and all its parts; `readings` those that report on any of them.

    `told` holds at least every claim and document that the alignments and assessments name.

    Raises:
        ExtractionError: an alignment or assessment names a claim or document that is not held.
    """
    graph = iris.event_graph(events[0].key)
    for stage in (Stage.RESOLUTION, Stage.ALIGNMENT, Stage.ASSESSMENT):
        yield Quad(graph, v.PROV_WAS_GENERATED_BY, program.run(iris, stage), graph)
    parties = _parties(events)
    for event in events:
        values = _event(event, parties[event.key], iris) | {v.PROV_WAS_GENERATED_BY: program.run(iris, Stage.RESOLUTION)}
        yield from statements(graph, iris.event(event.key), values)
    for reading in readings:
        yield from _placement(reading, graph, resolution, iris)
    for alignment in alignments:
        yield from _alignment(alignment, graph, told, iris, program.run(iris, Stage.ALIGNMENT))
    for assessment in assessments:
        yield from _assessment(assessment, graph, told, iris, program.run(iris, Stage.ASSESSMENT))


def _parties(events: Sequence[Event]) -> dict[str, set[str]]:
    """Return the parties of each event, by key: its own and those of its parts."""
    whole = {event.key: event.part_of for event in events}
    parties: dict[str, set[str]] = {event.key: set() for event in events}
    for event in events:
        key: str | None = event.key
        while key in parties and not parties[key].issuperset(event.parties):
            parties[key].update(event.parties)
            key = whole[key]
    return parties


def _event(event: Event, parties: Iterable[str], iris: Iris) -> dict[NamedNode, Term | list[Term] | None]:
    return {
        v.RDF_TYPE: v.DIPLOMATIC_EVENT,
        v.RDFS_LABEL: english(event.label),
        v.HAS_KIND: v.kind(f"event-{event.kind}"),
        v.SCHEMA_START_DATE: day(event.start),
        v.SCHEMA_END_DATE: day(event.end or event.start),
        v.DCTERMS_SPATIAL: iris.place(event.place) if event.place else None,
        v.IS_SUB_EVENT_OF: iris.event(event.part_of) if event.part_of else None,
        v.INVOLVES: [iris.party(code) for code in sorted(parties)],
        v.RESOLUTION_REASON: [english(reason) for reason in event.because],
    }


def _placement(reading: Reading, graph: NamedNode, resolution: Resolution, iris: Iris) -> Iterator[Quad]:
    """Yield in which event a readout, its claims and its participations belong."""
    document = reading.document
    whole = resolution.of_document[document.sha256]
    parts = resolution.of_part.get(document.sha256, ())
    yield Quad(iris.readout(document), v.REPORTS_ON, iris.event(whole), graph)
    for iri, part, _ in told_participations(reading, iris):
        key = whole if part is None or part >= len(parts) else parts[part]
        yield Quad(iri, v.IS_IN_EVENT, iris.event(key), graph)
    for claim in reading.claims:
        yield Quad(iris.claim(document, claim), v.IS_IN_EVENT, iris.event(event_of_claim(claim, resolution)), graph)


def _alignment(alignment: Alignment, graph: NamedNode, told: Told, iris: Iris, run: NamedNode) -> Iterator[Quad]:
    a, b = (iris.claim(*told.claim(key)) for key in (alignment.a, alignment.b))
    predicate, node = _PREDICATES[alignment.relation], iris.alignment(alignment)
    yield Quad(a, predicate, b, graph)
    yield Quad(b, predicate, a, graph)
    values: dict[NamedNode, Term | list[Term]] = {
        v.RDF_TYPE: v.ALIGNMENT,
        v.RDF_SUBJECT: a,
        v.RDF_PREDICATE: predicate,
        v.RDF_OBJECT: b,
        v.CONFIDENCE: decimal(alignment.score),
        v.DIFFERS_IN: [v.kind(f"difference-{difference.kind}") for difference in alignment.differences],
        v.PROV_WAS_GENERATED_BY: run,
    }
    yield from statements(graph, node, values)
    for difference in alignment.differences:
        described = {
            v.RDF_TYPE: v.DIFFERENCE,
            v.IS_DIFFERENCE_OF: node,
            v.HAS_KIND: v.kind(f"difference-{difference.kind}"),
            v.SUBJECT_WORDING: english(difference.a) if difference.a.strip() else None,
            v.OBJECT_WORDING: english(difference.b) if difference.b.strip() else None,
        }
        yield from statements(graph, iris.difference(alignment, difference), described)


def _assessment(assessment: Assessment, graph: NamedNode, told: Told, iris: Iris, run: NamedNode) -> Iterator[Quad]:
    document, claim = told.claim(assessment.claim)
    nearest = told.claim(assessment.nearest) if assessment.nearest else None
    values: dict[NamedNode, Term | list[Term] | None] = {
        v.RDF_TYPE: v.ASSESSMENT,
        v.ASSESSES: iris.claim(document, claim),
        v.SCHEMA_ABOUT: iris.party(assessment.party),
        v.HAS_STATUS: v.kind(f"status-{assessment.status}"),
        v.COMPARES_WITH: [iris.readout(told.documents[digest]) for digest in assessment.searched],
        v.HAS_NEAREST: iris.claim(*nearest) if nearest else None,
        v.NEAREST_SCORE: decimal(assessment.nearest_score) if nearest and assessment.nearest_score is not None else None,
        v.PROV_WAS_GENERATED_BY: run,
    }
    yield from statements(graph, iris.assessment(document, claim, assessment.party), values)

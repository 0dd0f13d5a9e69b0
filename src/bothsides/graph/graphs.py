"""All that was read, resolved and compared → every named graph of a store. No triple stands in two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad

from bothsides.graph.entity_quads import entity_quads
from bothsides.graph.event_quads import Told, event_quads
from bothsides.graph.iri import Iris
from bothsides.graph.names import Names
from bothsides.graph.readout_quads import readout_quads
from bothsides.graph.runs import Program, run_quads
from bothsides.graph.schema_quads import schema_quads
from bothsides.records import Alignment, Assessment, Event, Reading, Resolution


def build_graphs(
    readings: Sequence[Reading],
    *,
    resolution: Resolution,
    alignments: Iterable[Alignment],
    assessments: Iterable[Assessment],
    names: Names,
    program: Program,
    iris: Iris,
) -> Iterator[tuple[NamedNode, list[Quad]]]:
    """Yield each graph with its quads: the same graphs for the same readings, whatever their order.

    Raises:
        ExtractionError: a reading contradicts its text, or something compared names a claim that no reading has.
    """
    for reading in readings:
        yield iris.readout_graph(reading.document), list(readout_quads(reading, names=names, iris=iris, program=program))
    yield from _event_graphs(readings, resolution, alignments, assessments, iris, program)
    yield iris.graph("entities"), list(entity_quads(readings, names=names, iris=iris))
    yield iris.graph("runs"), list(run_quads(iris=iris, program=program))
    schema: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in schema_quads(iris=iris):
        schema[quad.graph_name].append(quad)  # type: ignore[index]  # it names every graph
    yield from schema.items()


def _event_graphs(
    readings: Sequence[Reading],
    resolution: Resolution,
    alignments: Iterable[Alignment],
    assessments: Iterable[Assessment],
    iris: Iris,
    program: Program,
) -> Iterator[tuple[NamedNode, list[Quad]]]:
    """Yield the graph of each top-level event; what compares two events stands with the first claim's."""
    told = Told.of(readings)
    tops = top_events(resolution)
    events: dict[str, list[Event]] = defaultdict(list)
    for event in resolution.events:
        events[tops[event.key]].append(event)
    told_in: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        told_in[tops[resolution.of_document[reading.document.sha256]]].append(reading)
    aligned: dict[str, list[Alignment]] = defaultdict(list)
    for alignment in alignments:
        aligned[tops[resolution.of_document[told.claim(alignment.a)[0].sha256]]].append(alignment)
    assessed: dict[str, list[Assessment]] = defaultdict(list)
    for assessment in assessments:
        assessed[tops[resolution.of_document[told.claim(assessment.claim)[0].sha256]]].append(assessment)
    for top, own in events.items():
        own.sort(key=lambda event: (event.key != top, event.key))
        quads = event_quads(
            own,
            told_in[top],
            resolution=resolution,
            alignments=aligned[top],
            assessments=assessed[top],
            told=told,
            iris=iris,
            program=program,
        )
        yield iris.event_graph(top), list(quads)


def top_events(resolution: Resolution) -> dict[str, str]:
    """Return for each event, by key, the key of the widest event that it is part of."""
    whole = {event.key: event.part_of for event in resolution.events}

    def top(key: str) -> str:
        seen = {key}
        while (wider := whole.get(key)) is not None and wider in whole and wider not in seen:
            seen.add(wider)
            key = wider
        return key

    return {key: top(key) for key in whole}

"""What a graph can be written as, and the one order in which its statements are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Quad, Triple

from bothsides.vocabulary import RDF_TYPE


class Format(StrEnum):
    """A syntax to write; the values are what a user types."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


def n_quads(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield the lines of N-Quads, sorted by code point, each once."""
    for line in sorted({str(quad) for quad in quads}):
        yield f"{line} .\n"


def n_triples(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield the lines of N-Triples of the union of the graphs, sorted by code point, each once."""
    for line in sorted({str(quad.triple) for quad in quads}):
        yield f"{line} .\n"


def by_graph(quads: Iterable[Quad]) -> Iterator[tuple[NamedNode, list[Triple]]]:
    """Yield the triples of each named graph, graphs sorted by name."""
    graphs: dict[NamedNode, list[Triple]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad.triple)  # type: ignore[arg-type]  # a store has named graphs only
    for name in sorted(graphs, key=lambda name: name.value):
        yield name, graphs[name]


def by_subject(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, dict[NamedNode, list[NamedNode | Literal]]]]:
    """Yield each subject with its predicates and their objects, all sorted by code point; `rdf:type` comes first."""
    subjects: dict[NamedNode, dict[NamedNode, set[NamedNode | Literal]]] = {}
    for triple in triples:
        subjects.setdefault(triple.subject, {}).setdefault(triple.predicate, set()).add(triple.object)  # type: ignore[arg-type]
    for subject in sorted(subjects, key=str):
        held = subjects[subject]
        yield subject, {predicate: sorted(held[predicate], key=str) for predicate in sorted(held, key=_type_first)}


def _type_first(predicate: NamedNode) -> tuple[bool, str]:
    return predicate != RDF_TYPE, predicate.value

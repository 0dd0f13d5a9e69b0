"""The Turtle files of the ontology → the graphs `ontology` and `schemes`, without blank nodes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse

from bothsides.errors import VocabularyError
from bothsides.graph.iri import Iris
from bothsides.resources import resource

_TERMS = "ontology.ttl"
_CONSTRAINTS = "shapes.ttl"  # for a validator, not for a reader of the graph


def schema_quads(*, iris: Iris | None = None) -> Iterator[Quad]:
    """Yield the terms as graph `ontology`, and the acts, topics and kinds as graph `schemes`.

    Raises:
        VocabularyError: a file is not Turtle.
    """
    iris = iris or Iris()
    files = sorted(path for path in resource("ontology").glob("*.ttl") if path.name != _CONSTRAINTS)
    terms = _triples(file for file in files if file.name == _TERMS)
    schemes = _triples(file for file in files if file.name != _TERMS) - terms
    for graph, quads in ((iris.graph("ontology"), terms), (iris.graph("schemes"), schemes)):
        for quad in sorted(_named(quads, iris), key=str):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)


def _triples(files: Iterator[Path]) -> set[Quad]:
    found: set[Quad] = set()
    for file in files:
        try:
            found.update(parse(path=file, format=RdfFormat.TURTLE))
        except SyntaxError as error:
            raise VocabularyError(f"cannot read {file} as Turtle: {error}. Mend that line.") from error
    return found


def _named(quads: set[Quad], iris: Iris) -> Iterator[Quad]:
    """Yield the quads with an IRI for each blank node, after its canonical label: the same for the same content."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)

    def name(term: object) -> object:
        return iris.blank(term.value) if isinstance(term, BlankNode) else term

    for quad in dataset:
        yield Quad(name(quad.subject), quad.predicate, name(quad.object), quad.graph_name)  # type: ignore[arg-type]

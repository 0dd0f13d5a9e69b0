"""The two fixture graphs with the vocabulary, in Oxigraph and in rdflib."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse, serialize

from bothsides import vocabulary as v
from bothsides.resources import resource
from bothsides.store import EmbeddedStore, memory_store

FIXTURES = Path(__file__).parent.parent / "fixtures"
NAMES = ("seeds", "summit")


@cache
def quads(name: str) -> tuple[Quad, ...]:
    """A fixture with the vocabulary, each triple in one graph."""
    files = {"ontology": ("ontology",), "schemes": ("acts", "kinds", "topics")}
    vocabulary = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(v.GRAPH + graph))
        for graph, parts in files.items()
        for part in parts
        for quad in parse(path=str(resource("ontology", f"{part}.ttl")))
        if not any(isinstance(term, BlankNode) for term in (quad.subject, quad.object))
    ]
    return (*vocabulary, *parse(path=str(FIXTURES / f"{name}.trig")))


@cache
def flat_graph(name: str) -> rdflib.Graph:
    """The same triples without their graphs, as a flat Turtle export has them, in rdflib."""
    triples = [Quad(quad.subject, quad.predicate, quad.object) for quad in quads(name)]
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text, format="nt")


@pytest.fixture(scope="session")
def store_of() -> Callable[[str], EmbeddedStore]:
    """Fixture name → Oxigraph store."""

    @cache
    def held(name: str) -> EmbeddedStore:
        store = memory_store()
        store.database.extend(quads(name))
        return store

    return held


@pytest.fixture(scope="session")
def flat_graph_of() -> Callable[[str], rdflib.Graph]:
    """Fixture name → rdflib graph."""
    return flat_graph

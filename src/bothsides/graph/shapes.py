"""A graph and the shapes of the ontology → what does not hold, in plain words, with the readout and the passage concerned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, QueryBoolean, QuerySolution, QuerySolutions, QueryTriples

from bothsides import vocabulary as v
from bothsides.graph.constraints import Constraint, Level, read_constraints
from bothsides.resources import resource

_CONTEXT_AT_ONCE = 500  # nodes whose readout and passage are asked for in one query


class Queryable(Protocol):
    """A store, as far as validation needs one: SPARQL over the union of its graphs."""

    def query(self, text: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Answer a SPARQL query."""
        ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold, of the node `about`, where known in the readout with these ids and on this passage."""

    level: Level
    shape: str
    message: str
    about: str
    value: str | None = None
    readout: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a validation found, errors first. A graph is valid if it has no errors; warnings are what its sources left open."""

    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        """True where nothing is an error."""
        return not any(finding.level is Level.ERROR for finding in self.findings)

    def count(self, level: Level) -> int:
        """Return how many findings are of a level."""
        return sum(finding.level is level for finding in self.findings)


def validate(store: Queryable, *, shapes: Path | None = None) -> Report:
    """Check a graph against the shapes, by default those of the ontology.

    Raises:
        VocabularyError: the shapes cannot be read.
        StoreError: the store cannot be read.
    """
    constraints = read_constraints(shapes or resource("ontology", "shapes.ttl"), subclasses=_subclasses(store))
    found = {(constraint, row["this"], row["value"]) for constraint in constraints for row in _select(store, constraint.query)}
    contexts = _contexts(store, sorted({node for _, node, _ in found if isinstance(node, NamedNode)}, key=str))
    findings = {_finding(constraint, node, value, contexts) for constraint, node, value in found}
    order = list(Level)
    return Report(tuple(sorted(findings, key=lambda f: (order.index(f.level), f.shape, f.about, f.value or ""))))


def _finding(constraint: Constraint, node: object, value: object, contexts: dict[str, tuple[str | None, str | None]]) -> Finding:
    about = _text(node)
    readout, quote = contexts.get(about, (None, None))
    said = None if value is None or value == node else _text(value)
    return Finding(constraint.level, constraint.shape, constraint.message, about, said, readout, quote)


def _subclasses(store: Queryable) -> dict[NamedNode, frozenset[NamedNode]]:
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    sub_class_of = NamedNode(v.RDFS + "subClassOf")
    for row in _select(store, f"SELECT DISTINCT ?sub ?class WHERE {{ ?sub {sub_class_of}+ ?class FILTER(?sub != ?class) }}"):
        found[row["class"]].add(row["sub"])
    return {whole: frozenset(subs) for whole, subs in found.items()}


def _contexts(store: Queryable, nodes: Sequence[NamedNode]) -> dict[str, tuple[str | None, str | None]]:
    """Return for each node that has one the ids of its readout, and the passage that it rests on."""
    claim = f"({v.ASSESSES}|{v.RDF_SUBJECT}|{v.IS_DIFFERENCE_OF}/{v.RDF_SUBJECT})?"
    contexts: dict[str, tuple[str | None, str | None]] = {}
    for start in range(0, len(nodes), _CONTEXT_AT_ONCE):
        some = nodes[start : start + _CONTEXT_AT_ONCE]
        query = f"""
            SELECT ?this (GROUP_CONCAT(DISTINCT ?id; SEPARATOR=", ") AS ?ids) (MIN(?exact) AS ?quote) WHERE {{
              VALUES ?this {{ {" ".join(map(str, some))} }}
              OPTIONAL {{ ?this {claim}/({v.IS_IN_READOUT}|{v.OA_HAS_SOURCE})?/{v.DCTERMS_IDENTIFIER} ?id }}
              OPTIONAL {{ ?this {claim}/{v.IS_EVIDENCED_BY}?/{v.OA_EXACT} ?exact }}
            }} GROUP BY ?this"""
        for row in _select(store, query):
            contexts[_text(row["this"])] = (_text(row["ids"]) or None, _text(row["quote"]) or None)
    return contexts


def _select(store: Queryable, query: str) -> Iterator[QuerySolution]:
    answer = store.query(query)
    if isinstance(answer, QuerySolutions):
        yield from answer


def _text(term: object) -> str:
    return "" if term is None else getattr(term, "value", str(term))

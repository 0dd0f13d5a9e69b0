"""A graph and the shapes of the ontology → what does not hold, in plain words, with the readout and the passage concerned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, QueryBoolean, QuerySolution, QuerySolutions, QueryTriples

from bothsides import vocabulary as v
from bothsides.graph.constraints import Constraint, Level, Term, read_constraints
from bothsides.resources import resource

_NODES_AT_ONCE = 500

Contexts = dict[NamedNode, tuple[str | None, str | None]]


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
    contexts = _contexts(store, {node for _, node, _ in found if isinstance(node, NamedNode)})
    findings = {_finding(constraint, node, value, contexts) for constraint, node, value in found}
    order = list(Level)
    return Report(tuple(sorted(findings, key=lambda f: (order.index(f.level), f.shape, f.about, f.value or ""))))


def _finding(constraint: Constraint, node: object, value: object, contexts: Contexts) -> Finding:
    readout, quote = contexts.get(node, (None, None)) if isinstance(node, NamedNode) else (None, None)
    said = None if value is None or value == node else _text(value)
    return Finding(constraint.level, constraint.shape, constraint.message, _text(node), said, readout, quote)


def _subclasses(store: Queryable) -> dict[NamedNode, frozenset[NamedNode]]:
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    sub_class_of = NamedNode(v.RDFS + "subClassOf")
    for row in _select(store, f"SELECT DISTINCT ?sub ?class WHERE {{ ?sub {sub_class_of}+ ?class FILTER(?sub != ?class) }}"):
        found[row["class"]].add(row["sub"])
    return {whole: frozenset(subs) for whole, subs in found.items()}


def _contexts(store: Queryable, nodes: set[NamedNode]) -> Contexts:
    """Return for each node the ids of its readout and the passage that it rests on, as far as it has any.

    What is about a claim (a verdict, an alignment, a difference) has those of that claim, of two claims of the first.
    """
    differing = _follow(store, nodes, v.IS_DIFFERENCE_OF)
    judged = _follow(store, nodes | _all(differing), v.ASSESSES, v.RDF_SUBJECT)
    bases = {node: _first(judged, _first(differing, node)) for node in nodes}
    readouts = _follow(store, set(bases.values()), v.IS_IN_READOUT, v.OA_HAS_SOURCE)
    ids = _follow(store, set(bases.values()) | _all(readouts), v.DCTERMS_IDENTIFIER)
    spans = _follow(store, set(bases.values()), v.IS_EVIDENCED_BY)
    words = _follow(store, set(bases.values()) | _all(spans), v.OA_EXACT)
    found = {}
    for node, base in bases.items():
        named = ", ".join(_text(term) for term in ids.get(_first(readouts, base), ()))
        quote = next((_text(term) for term in words.get(_first(spans, base), ())), None)
        found[node] = (named or None, quote)
    return found


def _follow(store: Queryable, nodes: set[NamedNode], *predicates: NamedNode) -> dict[NamedNode, list[Term]]:
    """Return the values, sorted, that these nodes have for a predicate; many nodes at a time, since each query has its price."""
    found: dict[NamedNode, list[Term]] = defaultdict(list)
    ordered = sorted(nodes, key=str)
    for predicate in predicates:
        for start in range(0, len(ordered), _NODES_AT_ONCE):
            some = " ".join(map(str, ordered[start : start + _NODES_AT_ONCE]))
            for row in _select(store, f"SELECT DISTINCT ?this ?value WHERE {{ VALUES ?this {{ {some} }} ?this {predicate} ?value }}"):
                found[row["this"]].append(row["value"])
    return {node: sorted(values, key=str) for node, values in found.items()}


def _first(followed: dict[NamedNode, list[Term]], node: NamedNode) -> NamedNode:
    """Return the first node that this one leads to, or itself where it leads nowhere."""
    return next((term for term in followed.get(node, ()) if isinstance(term, NamedNode)), node)


def _all(followed: dict[NamedNode, list[Term]]) -> set[NamedNode]:
    return {term for values in followed.values() for term in values if isinstance(term, NamedNode)}


def _select(store: Queryable, query: str) -> Iterator[QuerySolution]:
    answer = store.query(query)
    if isinstance(answer, QuerySolutions):
        yield from answer


def _text(term: object) -> str:
    return "" if term is None else getattr(term, "value", str(term))

"""Shapes in Turtle → one SPARQL query a constraint, which finds every violation of it at once.

A SHACL processor looks at one node after the other, in rdflib; a query over an indexed store looks at all of them. Supported is what
`ontology/shapes.ttl` uses; anything else is an error, never passed over. A test holds the findings equal to those of pySHACL.

Source: Shapes Constraint Language (SHACL), W3C Recommendation 20 July 2017, sections 2, 4 and 5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode

from bothsides.errors import VocabularyError
from bothsides.vocabulary import RDF, RDF_TYPE, XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal


class Level(StrEnum):
    """How bad it is that a constraint does not hold."""

    ERROR = "ERROR"
    WARN = "WARN"
    INFO = "INFO"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that must hold. `query` yields `?this`, and `?value` where a value is at fault, for each node for which it does not."""

    shape: str
    level: Level
    message: str
    query: str


_SH = "http://www.w3.org/ns/shacl#"


def _sh(name: str) -> NamedNode:
    return NamedNode(_SH + name)


_LEVELS = {_sh("Violation"): Level.ERROR, _sh("Warning"): Level.WARN, _sh("Info"): Level.INFO}
_NODE_KINDS = {_sh("IRI"): "isIRI(?value)", _sh("Literal"): "isLiteral(?value)", _sh("BlankNodeOrIRI"): "!isLiteral(?value)"}
_CASTS = frozenset({XSD_INTEGER, XSD_DECIMAL, XSD_BOOLEAN, XSD_DATE})
_NO_CONSTRAINT = frozenset(
    {RDF_TYPE, *map(_sh, ("path", "message", "severity", "property", "sparql", "targetClass", "targetSubjectsOf", "targetObjectsOf"))}
)


def read_constraints(path: Path, *, subclasses: Mapping[NamedNode, frozenset[NamedNode]]) -> list[Constraint]:
    """Read a file of shapes into constraints, sorted by shape.

    `subclasses` are the proper subclasses, direct and indirect, of each class that has any.

    Raises:
        VocabularyError: the file is not Turtle, or uses a part of SHACL that is not supported.
    """
    store = ox.Store()
    try:
        store.load(path=path, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise VocabularyError(f"cannot read {path} as Turtle: {error}. Mend that line.") from error
    return sorted(_Shapes(store, path, subclasses).constraints(), key=lambda c: (c.shape, c.message, c.query))


class _Shapes:
    """The shapes of one file, and how each part of them is said in SPARQL."""

    def __init__(self, store: ox.Store, path: Path, subclasses: Mapping[NamedNode, frozenset[NamedNode]]) -> None:
        self._store = store
        self._path = path
        self._subclasses = subclasses
        self._components: dict[NamedNode, Callable[[str, str, Term], str]] = {
            _sh("class"): self._class,
            _sh("datatype"): self._datatype,
            _sh("nodeKind"): lambda all_, path, kind: f"{all_} {path} FILTER(!({_NODE_KINDS[kind]}))",  # type: ignore[index]
            _sh("minCount"): self._min_count,
            _sh("maxCount"): lambda all_, path, n: (
                f"{{ SELECT ?this {{ {all_} {path} }} GROUP BY ?this HAVING(COUNT(DISTINCT ?value) > {_number(n)}) }}"
            ),
            _sh("minInclusive"): lambda all_, path, least: f"{all_} {path} FILTER(!COALESCE(?value >= {least}, false))",
            _sh("maxInclusive"): lambda all_, path, most: f"{all_} {path} FILTER(!COALESCE(?value <= {most}, false))",
            _sh("in"): self._in,
            _sh("pattern"): lambda all_, path, pattern: f"{all_} {path} FILTER(!REGEX(STR(?value), {pattern}))",
            _sh("uniqueLang"): self._unique_language,
            _sh("lessThan"): lambda all_, path, other: f"{all_} {path} ?this {other} ?other FILTER(!COALESCE(?value < ?other, false))",
            _sh("lessThanOrEquals"): lambda all_, path, other: (
                f"{all_} {path} ?this {other} ?other FILTER(!COALESCE(?value <= ?other, false))"
            ),
            _sh("disjoint"): lambda all_, path, other: f"{all_} {path} ?this {other} ?value",
        }

    def constraints(self) -> Iterator[Constraint]:
        """Yield the constraints of every shape that has a target."""
        targets = [_sh("targetClass"), _sh("targetSubjectsOf"), _sh("targetObjectsOf")]
        shapes = {quad.subject for target in targets for quad in self._store.quads_for_pattern(None, target, None, None)}
        for shape in shapes:
            if not isinstance(shape, NamedNode):
                raise self._unsupported(shape, "a shape without a name")
            everything = " UNION ".join(sorted(t for kind in targets for of in self._values(shape, kind) for t in self._target(kind, of)))
            yield from self._of_shape(shape, everything, "BIND(?this AS ?value)")
            for prop in self._values(shape, _sh("property")):
                yield from self._of_shape(prop, everything, f"?this {self._path_of(prop)} ?value .")
            for sparql in self._values(shape, _sh("sparql")):
                yield self._sparql(shape, sparql, everything)

    def _target(self, kind: NamedNode, of: Term) -> Iterator[str]:
        if kind == _sh("targetClass"):
            yield from (f"{{ ?this {RDF_TYPE} {name} }}" for name in self._classes(of))
        else:
            yield f"{{ ?this {of} ?any }}" if kind == _sh("targetSubjectsOf") else f"{{ ?any {of} ?this }}"

    def _of_shape(self, shape: Term, everything: str, values: str) -> Iterator[Constraint]:
        for quad in self._store.quads_for_pattern(shape, None, None, None):  # type: ignore[arg-type]
            if quad.predicate in _NO_CONSTRAINT:
                continue
            if quad.predicate not in self._components or not isinstance(shape, NamedNode):
                raise self._unsupported(shape, str(quad.predicate))
            pattern = self._components[quad.predicate](everything, values, quad.object)  # type: ignore[arg-type]
            yield self._constraint(shape, shape, f"SELECT DISTINCT ?this ?value WHERE {{ {pattern} }}")

    def _sparql(self, shape: NamedNode, sparql: Term, everything: str) -> Constraint:
        declared = {}
        for holder in self._values(sparql, _sh("prefixes")):
            for declaration in self._values(holder, _sh("declare")):
                declared[self._one(declaration, _sh("prefix")).value] = self._one(declaration, _sh("namespace")).value
        head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(declared.items()))
        select = self._one(sparql, _sh("select")).value.replace("$this", "?this")
        return self._constraint(shape, sparql, f"{head}SELECT DISTINCT ?this ?value WHERE {{ {everything} {{ {select} }} }}")

    def _constraint(self, shape: NamedNode, holder: Term, query: str) -> Constraint:
        name = shape.value.rsplit("#", 1)[-1]
        severity = next(iter(self._values(shape, _sh("severity"))), _sh("Violation"))
        message = next(iter(self._values(holder, _sh("message"))), None)
        return Constraint(name, _LEVELS[severity], message.value if message else f"The shape {name} does not hold.", query)  # type: ignore[index]

    def _class(self, everything: str, values: str, of: Term) -> str:
        return f"{everything} {values} " + " ".join(f"FILTER NOT EXISTS {{ ?value {RDF_TYPE} {name} }}" for name in self._classes(of))

    def _datatype(self, everything: str, values: str, datatype: Term) -> str:
        wrong = f"!isLiteral(?value) || DATATYPE(?value) != {datatype}"
        if datatype in _CASTS:  # of the right type by name, yet no such value: "abc"^^xsd:integer
            wrong += f" || !COALESCE(isLiteral({datatype}(STR(?value))), false)"
        return f"{everything} {values} FILTER({wrong})"

    def _min_count(self, everything: str, values: str, number: Term) -> str:
        if _number(number) != 1:
            raise self._unsupported(number, "sh:minCount other than 1")
        return f"{everything} FILTER NOT EXISTS {{ {values} }}"

    def _in(self, everything: str, values: str, members: Term) -> str:
        differs = " && ".join(f"!sameTerm(?value, {member})" for member in self._list(members))
        return f"{everything} {values} FILTER({differs})"

    def _unique_language(self, everything: str, values: str, _: Term) -> str:
        same = 'LANG(?value) != "" && LANG(?value) = LANG(?other) && ?value != ?other'
        return f"{everything} {values} {values.replace('?value', '?other')} FILTER({same})"

    def _classes(self, of: Term) -> list[str]:
        return sorted({str(of), *map(str, self._subclasses.get(of, ()))})  # type: ignore[arg-type]

    def _path_of(self, prop: Term) -> str:
        path = self._one(prop, _sh("path"))
        if not isinstance(path, NamedNode):
            raise self._unsupported(prop, "a path of several steps; use sh:sparql")
        return str(path)

    def _list(self, head: Term) -> Iterator[Term]:
        while head != NamedNode(RDF + "nil"):
            yield self._one(head, NamedNode(RDF + "first"))
            head = self._one(head, NamedNode(RDF + "rest"))

    def _values(self, subject: Term, predicate: NamedNode) -> list[Term]:
        quads = self._store.quads_for_pattern(subject, predicate, None, None)  # type: ignore[arg-type]
        return [quad.object for quad in quads]  # type: ignore[misc]

    def _one(self, subject: Term, predicate: NamedNode) -> Term:
        values = self._values(subject, predicate)
        if len(values) != 1:
            raise self._unsupported(subject, f"{len(values)} values of {predicate}, not one")
        return values[0]

    def _unsupported(self, where: object, what: str) -> VocabularyError:
        return VocabularyError(f"cannot use the shape {where} of {self._path}: {what} is not supported. Say it with sh:sparql.")


def _number(literal: Term) -> int:
    return int(literal.value)

"""Quads → Turtle and TriG that a person can read, the same bytes for the same content.

Written here because Oxigraph's writer puts classes after properties, escapes `#char=…` and leaves no line between subjects, and
rdflib's takes minutes on what this does in seconds. Turtle 1.1, sections 2.4 and 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Triple

from bothsides.export.formats import by_graph, by_subject
from bothsides.vocabulary import RDF_TYPE, XSD_BOOLEAN, XSD_DECIMAL, XSD_INTEGER, XSD_STRING

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")  # of PN_LOCAL what needs no escape
_BARE = {XSD_INTEGER: re.compile(r"[+-]?[0-9]+"), XSD_DECIMAL: re.compile(r"[+-]?[0-9]+\.[0-9]+"), XSD_BOOLEAN: re.compile("true|false")}


def turtle(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield one Turtle document of the union of the graphs, subject by subject."""
    short = Shortener(prefixes)
    yield from _prefixes(prefixes)
    for block in _subjects((quad.triple for quad in quads), short):
        yield f"\n{block}"


def trig(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield one TriG document, graph by graph."""
    short = Shortener(prefixes)
    yield from _prefixes(prefixes)
    for name, triples in by_graph(quads):
        yield f"\n{short(name)} {{\n"
        yield from _subjects(triples, short, indent="    ")
        yield "}\n"


class Shortener:
    """Writes terms, IRIs by the longest prefix that leaves a local name without escapes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known: dict[NamedNode | Literal, str] = {}

    def __call__(self, term: NamedNode | Literal) -> str:
        """Return the term as Turtle writes it."""
        if (written := self._known.get(term)) is None:
            written = self._iri(term) if isinstance(term, NamedNode) else self._literal(term)
            if isinstance(term, NamedNode):  # literals are long and seldom repeated
                self._known[term] = written
        return written

    def _iri(self, iri: NamedNode) -> str:
        for end in (i for i in range(len(iri.value), 0, -1) if iri.value[i - 1] in "/#"):
            prefix = self._prefixes.get(iri.value[:end])
            if prefix is not None and _LOCAL.fullmatch(iri.value, end):
                return f"{prefix}:{iri.value[end:]}"
        return str(iri)

    def _literal(self, literal: Literal) -> str:
        bare = _BARE.get(literal.datatype)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        written = str(literal)
        if literal.language or literal.datatype == XSD_STRING:
            return written
        return f"{written[: written.rindex('^^')]}^^{self(literal.datatype)}"


def _prefixes(prefixes: Mapping[str, str]) -> Iterator[str]:
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _subjects(triples: Iterable[Triple], short: Shortener, indent: str = "") -> Iterator[str]:
    for subject, values in by_subject(triples):
        lines = [f"{_verb(predicate, short)} {', '.join(map(short, objects))}" for predicate, objects in values.items()]
        yield f"{indent}{short(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _verb(predicate: NamedNode, short: Shortener) -> str:
    return "a" if predicate == RDF_TYPE else short(predicate)

"""Quads → JSON-LD 1.1 with its context inside, graph by graph, the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Triple

from bothsides.export.formats import by_graph, by_subject
from bothsides.export.turtle import Shortener
from bothsides.vocabulary import RDF_TYPE, XSD_STRING


def json_ld(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield one JSON-LD document, one node a line."""
    short = Shortener(prefixes)
    yield f'{{\n"@context": {_json(dict(sorted(prefixes.items())))},\n"@graph": ['
    between = "\n"
    for name, triples in by_graph(quads):
        yield f'{between}{{"@id": {_json(_iri(name, short))}, "@graph": [\n'
        yield ",\n".join(_json(node) for node in _nodes(triples, short))
        yield "\n]}"
        between = ",\n"
    yield "\n]\n}\n"


def _nodes(triples: Iterable[Triple], short: Shortener) -> Iterator[dict[str, object]]:
    for subject, values in by_subject(triples):
        node: dict[str, object] = {"@id": _iri(subject, short)}
        for predicate, objects in values.items():
            if predicate == RDF_TYPE:
                node["@type"] = [_iri(kind, short) for kind in objects if isinstance(kind, NamedNode)]
            else:
                node[_iri(predicate, short)] = [_value(term, short) for term in objects]
        yield node


def _value(term: NamedNode | Literal, short: Shortener) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"@id": _iri(term, short)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    # Numbers and booleans keep their spelling as typed strings: JSON's own would not come back as the same literals everywhere.
    return {"@value": term.value} if term.datatype == XSD_STRING else {"@value": term.value, "@type": _iri(term.datatype, short)}


def _iri(iri: NamedNode, short: Shortener) -> str:
    written = short(iri)
    return iri.value if written.startswith("<") else written


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

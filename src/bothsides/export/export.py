"""A store → a file in one of the usual syntaxes of RDF, or a folder with one Turtle file a readout."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from bothsides import vocabulary as v
from bothsides.errors import StoreError
from bothsides.export.formats import Format, n_quads, n_triples
from bothsides.export.jsonld import json_ld
from bothsides.export.output import write
from bothsides.export.prefixes import prefixes_of
from bothsides.export.turtle import trig, turtle
from bothsides.store import Store

_NAMED = frozenset(
    {v.PARTY, v.FOAF_PERSON, v.ORG_ORGANIZATION, v.ORG_POST, v.DCTERMS_LOCATION, v.DIPLOMATIC_EVENT, v.RUN, v.PROV_SOFTWARE_AGENT}
)  # things that an export of one readout describes wherever it names them
_WRITERS: Mapping[Format, Callable[[Sequence[Quad]], Iterator[str]]] = {
    Format.TURTLE: lambda quads: turtle(quads, prefixes_of(quads)),
    Format.TRIG: lambda quads: trig(quads, prefixes_of(quads)),
    Format.NQUADS: n_quads,
    Format.NTRIPLES: n_triples,
    Format.JSONLD: lambda quads: json_ld(quads, prefixes_of(quads)),
}


def export(store: Store, *, format: str, output: str | PathLike[str]) -> None:  # noqa: A002  (the users' word for it)
    """Write all that a store holds, sorted, in one file; `-` is standard output. The same content gives the same bytes.

    Turtle and N-Triples merge the graphs; TriG, N-Quads and JSON-LD keep them.

    Raises:
        StoreError: the format is none of `Format`, the store cannot be read, or the file cannot be written.
    """
    quads = list(store.quads())
    write(_WRITERS[_format(format)](quads), None if str(output) == "-" else Path(output))


def export_readouts(store: Store, folder: str | PathLike[str]) -> list[Path]:
    """Write one Turtle file for each readout, with the names of all that it speaks of; returns the files, sorted.

    Raises:
        StoreError: the store cannot be read, or a file cannot be written.
    """
    described: dict[NamedNode, list[Quad]] = {}
    readouts: dict[NamedNode, list[Quad]] = {}
    for quad in store.quads():
        described.setdefault(quad.subject, []).append(quad)  # type: ignore[arg-type]
        if quad.predicate == v.RDF_TYPE and quad.object == v.READOUT:
            readouts[quad.graph_name] = []  # type: ignore[index]
    written = []
    for name in sorted(readouts, key=lambda name: name.value):
        quads = _with_names(list(store.quads(name)), described)
        file = Path(folder) / f"{name.value.rsplit('/', 1)[-1].removeprefix('readout-')}.ttl"
        write(turtle(quads, prefixes_of(quads)), file)
        written.append(file)
    return written


def _with_names(quads: list[Quad], described: Mapping[NamedNode, list[Quad]]) -> list[Quad]:
    """Return the quads with all that is said of their subjects anywhere, and what the people, parties, events … in them are called."""
    found: dict[NamedNode, list[Quad]] = {}
    waiting = [quad.subject for quad in quads]
    while waiting:
        subject = waiting.pop()
        if subject in found:
            continue
        found[subject] = described.get(subject, [])  # type: ignore[index, arg-type]
        waiting += [quad.object for quad in found[subject] if _is_named(quad.object, described)]  # type: ignore[index, misc]
    return [quad for own in found.values() for quad in own]


def _is_named(term: object, described: Mapping[NamedNode, list[Quad]]) -> bool:
    if not isinstance(term, NamedNode):
        return False
    return any(quad.predicate == v.RDF_TYPE and quad.object in _NAMED for quad in described.get(term, ()))


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise StoreError(f"cannot write the format {name!r}: choose one of {', '.join(Format)}.") from None

"""A mention, as a claim names it, → the IRI of the party or place that it is."""

from __future__ import annotations

from pyoxigraph import NamedNode

from bothsides.graph.iri import Iris
from bothsides.graph.names import Names


def mention_iri(mention: str, *, names: Names, iris: Iris) -> NamedNode:
    """Return the IRI of what a claim mentions: a party where the gazetteer knows its code, else a place by its name."""
    return iris.party(mention) if names.party(mention) is not None else iris.place(mention)

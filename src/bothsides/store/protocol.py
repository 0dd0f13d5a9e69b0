"""What a place that keeps quads can do: the seam between builders and readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples


class Store(Protocol):
    """Quads in named graphs, asked in SPARQL over the union of the graphs.

    No quad has a blank node or stands in the default graph, and a triple stands in one graph only: Oxigraph's union repeats a triple
    that stands in two, and every count over it would be wrong.
    """

    def query(self, text: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Answer a SPARQL query over the union of all named graphs; raises `QueryError` on a malformed one."""
        ...

    def apply(self, replacements: Mapping[NamedNode, Iterable[Quad]], drops: Iterable[NamedNode] = ()) -> bool:
        """Replace whole graphs and drop others as one atomic change; returns whether anything was different."""
        ...

    def replace_graph(self, name: NamedNode, quads: Iterable[Quad]) -> bool:
        """Put these quads, all of the graph `name`, in place of what that graph holds."""
        ...

    def drop_graph(self, name: NamedNode) -> bool:
        """Remove a graph with all it holds; a graph that is not there is no error."""
        ...

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs, sorted."""
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield all quads, or those of one graph, in no particular order."""
        ...

    def count(self) -> int:
        """Return the number of quads."""
        ...

    def close(self) -> None:
        """Write what is buffered and let go of the lock; the store answers nothing afterwards."""
        ...

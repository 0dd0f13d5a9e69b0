"""A folder, or memory, as a store of quads, by Oxigraph inside this process.

On disk a store is a folder: `bothsides-store.json` says what wrote it, `oxigraph/` holds the quads; whoever builds may keep more beside.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from os import PathLike
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

from bothsides.errors import QueryError, StoreError

MARKER = "bothsides-store.json"
_DATABASE = "oxigraph"
_LAYOUT = 1  # raised when a store written before can no longer be read


class EmbeddedStore:
    """Quads in an Oxigraph database; made by `open_store`, `read_store` or `memory_store`."""

    def __init__(self, database: ox.Store, *, name: str = "memory", writable: bool = True) -> None:
        self._database: ox.Store | None = database
        self._name = name
        self._writable = writable

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def database(self) -> ox.Store:
        """The Oxigraph database itself, for a library that speaks to it (`oxrdflib`)."""
        if self._database is None:
            raise StoreError(f"cannot use the store {self._name}: it was closed. Open it again.")
        return self._database

    def query(self, text: str) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Answer a SPARQL query over the union of all named graphs.

        Raises:
            QueryError: the text is not SPARQL 1.1.
            StoreError: the store is closed or cannot be read.
        """
        try:
            return self.database.query(text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"cannot read the query as SPARQL: {error}. See `bothsides query --help`.") from error
        except OSError as error:
            raise StoreError(f"cannot read the store {self._name}: {error}.") from error

    def apply(self, replacements: Mapping[NamedNode, Iterable[Quad]], drops: Iterable[NamedNode] = ()) -> bool:
        """Replace whole graphs and drop others as one atomic change; returns whether anything was different.

        Only differences are written, so that applying the same graphs again touches nothing.

        Raises:
            StoreError: a quad has a blank node or belongs to another graph, or the store is closed, read-only or cannot be written.
        """
        if not self._writable:
            raise StoreError(f"cannot write the store {self._name}: it was opened for reading.")
        added, removed = self._changes(replacements, drops)
        if not added and not removed:
            return False
        try:
            if removed:
                self.database.update(_update(added, removed))
            else:
                self.database.extend(added)  # atomic as well, and twice as fast as the text of an update
            self.database.flush()
        except OSError as error:
            raise StoreError(f"cannot write the store {self._name}: {error}. Nothing was changed.") from error
        return True

    def _changes(self, replacements: Mapping[NamedNode, Iterable[Quad]], drops: Iterable[NamedNode]) -> tuple[list[Quad], list[Quad]]:
        added: list[Quad] = []
        removed: list[Quad] = []
        for name, quads in [*((name, ()) for name in drops), *replacements.items()]:
            wanted = {_checked(quad, name) for quad in quads}
            held = set(self.quads(name))
            added += wanted - held
            removed += held - wanted
        return added, removed

    def replace_graph(self, name: NamedNode, quads: Iterable[Quad]) -> bool:
        """Put these quads, all of the graph `name`, in place of what that graph holds; see `apply`."""
        return self.apply({name: quads})

    def drop_graph(self, name: NamedNode) -> bool:
        """Remove a graph with all it holds; a graph that is not there is no error. See `apply`."""
        return self.apply({}, [name])

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs that hold a quad, sorted."""
        names = (name for name in self.database.named_graphs() if isinstance(name, NamedNode))
        held = (name for name in names if next(self.quads(name), None) is not None)
        return sorted(held, key=lambda name: name.value)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield all quads, or those of one graph, in no particular order."""
        return self.database.quads_for_pattern(None, None, None, graph)

    def count(self) -> int:
        """Return the number of quads."""
        return len(self.database)

    def close(self) -> None:
        """Write what is buffered and let go of the lock; the store answers nothing afterwards."""
        if self._database is None:
            return
        if self._writable:
            self._database.flush()
        self._database = None
        gc.collect()  # Oxigraph has no close: the lock falls with the last reference, which may be in a cycle


def memory_store() -> EmbeddedStore:
    """Return an empty store that lives in memory."""
    return EmbeddedStore(ox.Store())


def open_store(path: str | PathLike[str]) -> EmbeddedStore:
    """Open the store in a folder for reading and writing; make it where the folder is empty or not there.

    Raises:
        StoreError: the folder holds something else, another version's store, or a store that another process writes.
    """
    folder = Path(path)
    _check_folder(folder)
    try:
        database = folder / _DATABASE
        database.mkdir(parents=True, exist_ok=True)
        store = ox.Store(database)
        if not (folder / MARKER).exists():
            (folder / MARKER).write_text(json.dumps(_marker(), indent=2) + "\n", encoding="utf-8")
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise StoreError(f"cannot open {folder} for writing: another process has it open. Wait, or open it for reading.") from error
        raise StoreError(f"cannot open the store {folder}: {error}. Check its path and rights, or build into a new folder.") from error
    return EmbeddedStore(store, name=str(folder))


def read_store(path: str | PathLike[str]) -> EmbeddedStore:
    """Open the store in a folder for reading, also beside a process that writes it; later writes are not seen.

    Raises:
        StoreError: there is no store in the folder, or it is another version's or damaged.
    """
    folder = Path(path)
    if not (folder / MARKER).is_file():
        _check_folder(folder)
        raise StoreError(f"cannot read {folder}: there is no store. Build one with `bothsides build … --store {folder}`.")
    _check_folder(folder)
    try:
        store = ox.Store.read_only(str(folder / _DATABASE))
    except (OSError, RuntimeError) as error:  # Oxigraph raises RuntimeError for a damaged file
        raise StoreError(f"cannot read the store {folder}: {error}. Build it again into a new folder.") from error
    return EmbeddedStore(store, name=str(folder), writable=False)


def _marker() -> dict[str, object]:
    engine = ".".join(version("pyoxigraph").split(".")[:2])  # the format on disk may change with a minor version
    return {"layout": _LAYOUT, "bothsides": version("bothsides"), "oxigraph": engine}


def _check_folder(folder: Path) -> None:
    """Raise unless the folder is absent, empty, or a store that this version reads."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"cannot open {folder} as a store: it is a file. Name a folder.")
    marker = folder / MARKER
    if not marker.is_file():
        if folder.is_dir() and any(folder.iterdir()):
            raise StoreError(f"cannot open {folder} as a store: it holds other things and no {MARKER}. Name an empty or a new folder.")
        return
    try:
        found = json.loads(marker.read_text(encoding="utf-8"))
        layout, engine = found["layout"], found["oxigraph"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"cannot open the store {folder}: {marker} is damaged ({error!r}). Build it again into a new folder.") from error
    ours = _marker()
    if (layout, engine) != (ours["layout"], ours["oxigraph"]):
        theirs = f"bothsides {found.get('bothsides', '?')} wrote it (layout {layout}, Oxigraph {engine})"
        this = f"this is bothsides {ours['bothsides']} (layout {ours['layout']}, Oxigraph {ours['oxigraph']})"
        raise StoreError(f"cannot open the store {folder}: {theirs}, {this}. Build it again into a new folder.")


def _checked(quad: Quad, name: NamedNode) -> Quad:
    if quad.graph_name != name:
        raise StoreError(f"cannot write into the graph {name}: the statement {quad} belongs to another.")
    if not isinstance(quad.subject, NamedNode) or isinstance(quad.object, ox.BlankNode | ox.Triple):
        raise StoreError(f"cannot write {quad}: blank nodes and triple terms have no place in a store; give the thing an IRI.")
    return quad


def _update(added: list[Quad], removed: list[Quad]) -> str:
    """Return one SPARQL update, which Oxigraph runs as one transaction."""
    return f"DELETE DATA {{ {_data(removed)} }} ;\nINSERT DATA {{ {_data(added)} }}"


def _data(quads: list[Quad]) -> str:
    return "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in quads)

"""A store that was built → the object a library user holds: questions, comparisons, pages, and an `rdflib.Dataset` over the same data."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bothsides.archive import Archive
from bothsides.query import Rows, ask
from bothsides.store import read_store

if TYPE_CHECKING:
    from os import PathLike

    from rdflib import Dataset

    from bothsides.store import EmbeddedStore
    from bothsides.views import Comparison


class Knowledge:
    """What a store knows. Use it as a context manager, or call `close` when done.

    It sees the store as it was when opened; a build that goes on beside it does not disturb it, nor is it seen.
    """

    def __init__(self, store: EmbeddedStore, archive: Archive) -> None:
        self._store = store
        self._archive = archive

    def __enter__(self) -> Knowledge:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def store(self) -> EmbeddedStore:
        """The quads."""
        return self._store

    @functools.cached_property
    def texts(self) -> Mapping[str, str]:
        """The canonical texts by digest, each read from disk when asked for."""
        return _Texts(self._archive)

    @property
    def dataset(self) -> Dataset:
        """An `rdflib.Dataset` over the same quads; its default graph is the union of all."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset as RdflibDataset

        return RdflibDataset(store=OxigraphStore(store=self._store.database), default_union=True)

    def ask(self, question: str | Path, **parameters: str) -> Rows:
        """Ask a shipped question by name, or a `.rq` file; parameters narrow it (`event=…`, `party="cn"`).

        Raises:
            QueryError: there is no such question or parameter, or a value does not fit.
        """
        return ask(self._store, question, parameters)

    def events(self) -> Rows:
        """Return one row an event, with its label, kind, days, place, parties and number of readouts."""
        return self.ask("events")

    def compare(self, event: str | None = None) -> Comparison:
        """Lay the readouts of an event side by side.

        The event is named by its key, its IRI, or words of its name; without a name, it is the only one that was compared.

        Raises:
            QueryError: there is no such event, or several fit.
        """
        from bothsides.views import compare, find_event

        return compare(self._store, find_event(self._store, event), texts=self.texts)

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()


class _Texts(Mapping[str, str]):
    """Texts by digest, over the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def __getitem__(self, digest: str) -> str:
        copies = self._archive.copies(digest)
        if not copies:
            raise KeyError(digest)
        return copies[0].text

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._archive.digests())

    def __len__(self) -> int:
        return len(self._archive.digests())


def open_knowledge(path: str | PathLike[str]) -> Knowledge:
    """Open a built store for reading.

    Raises:
        StoreError: there is no store, or it was written by an incompatible version.
    """
    return Knowledge(read_store(path), Archive(Path(path)))

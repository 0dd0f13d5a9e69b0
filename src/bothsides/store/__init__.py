"""Quads in, answers out: a SPARQL store that knows no document and no claim."""

from bothsides.store.embedded import EmbeddedStore, memory_store, open_store, read_store
from bothsides.store.protocol import Store

__all__ = ["EmbeddedStore", "Store", "memory_store", "open_store", "read_store"]

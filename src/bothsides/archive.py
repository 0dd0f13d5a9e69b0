"""What lies beside a store: the canonical texts, and the readings made of them, so that a build reads each text once.

    <store>/texts/<sha256>.json       every copy of one text that was ingested, with its metadata (a list of documents)
    <store>/readings/<sha256>.json    what was read from it, under the digest of all that the reading depends on

The graph holds quotations only; pages that show whole texts, and checks of offsets, read them here. Files are written whole or not at all.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from bothsides.errors import StoreError
from bothsides.records import Document, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence


T = TypeVar("T")


class _Kept(msgspec.Struct):
    """A reading as kept on disk, with the digest of what it was made from."""

    made_from: str
    reading: Reading


class Archive:
    """The folders `texts/` and `readings/` of one store; both are made when something is put there."""

    def __init__(self, folder: Path) -> None:
        self._texts = folder / "texts"
        self._readings = folder / "readings"

    def digests(self) -> list[str]:
        """Return the digests of all texts held, sorted."""
        return sorted(path.stem for path in self._texts.glob("*.json"))

    def copies(self, digest: str) -> tuple[Document, ...]:
        """Return every ingested copy of a text, none if the text is not held.

        Raises:
            StoreError: the file is damaged.
        """
        path = self._texts / f"{digest}.json"
        return _decoded(path, tuple[Document, ...]) if path.exists() else ()

    def put_copies(self, digest: str, copies: Sequence[Document]) -> None:
        """Keep these copies of a text in place of those held."""
        _write(self._texts / f"{digest}.json", msgspec.json.encode(copies))

    def reading(self, digest: str, made_from: str) -> Reading | None:
        """Return the reading kept of a text, if it was made from exactly what `made_from` names."""
        path = self._readings / f"{digest}.json"
        if not path.exists():
            return None
        kept = _decoded(path, _Kept)
        return kept.reading if kept.made_from == made_from else None

    def put_reading(self, reading: Reading, made_from: str) -> None:
        """Keep a reading in place of an older one of the same text."""
        _write(self._readings / f"{reading.document.sha256}.json", msgspec.json.encode(_Kept(made_from, reading)))

    def remove(self, digest: str) -> None:
        """Forget a text and its reading."""
        for folder in (self._texts, self._readings):
            (folder / f"{digest}.json").unlink(missing_ok=True)


def _decoded(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (msgspec.DecodeError, OSError) as error:
        raise StoreError(f"cannot read {path}: {error}. Delete the file and build again from the sources.") from error


def _write(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that a full disk or a killed process leaves the old file whole."""
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # the folder itself may be what is wrong
            partial.unlink(missing_ok=True)
        raise StoreError(
            f"cannot write {path}: {error}. What was there before is untouched; free some space or choose another --store."
        ) from error

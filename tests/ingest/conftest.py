"""Shared by the tests of ingest: one gazetteer, files written on the spot, and the annotated corpora if they are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bothsides.ingest import SourceFailure, read_sources
from bothsides.ingest.gazetteer import Gazetteer, load_gazetteer
from bothsides.records import Document

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's own folder."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def read(gazetteer: Gazetteer) -> Callable[..., list[Document | SourceFailure]]:
    """Read all that some paths lead to."""

    def read_all(*paths: Path | str) -> list[Document | SourceFailure]:
        return list(read_sources([str(path) for path in paths], gazetteer=gazetteer))

    return read_all


@pytest.fixture
def read_one(read: Callable[..., list[Document | SourceFailure]]) -> Callable[..., Document]:
    """Read a path that leads to one document."""

    def read_single(path: Path | str) -> Document:
        (found,) = read(path)
        assert isinstance(found, Document), str(found)
        return found

    return read_single


@pytest.fixture
def fail_one(read: Callable[..., list[Document | SourceFailure]]) -> Callable[..., SourceFailure]:
    """Read a path that leads to one failure."""

    def read_failure(path: Path | str) -> SourceFailure:
        (found,) = read(path)
        assert isinstance(found, SourceFailure)
        return found

    return read_failure


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the annotated corpora are not here")
    return SHARED

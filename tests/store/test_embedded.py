"""The store in a folder: its lock, its marker, and what else may lie there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from bothsides.errors import StoreError
from bothsides.store import open_store, read_store
from bothsides.store.embedded import MARKER

GRAPH = NamedNode("http://example.org/graph")
QUAD = Quad(NamedNode("http://example.org/s"), NamedNode("http://example.org/p"), Literal("o"), GRAPH)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with one quad, closed."""
    with open_store(tmp_path / "store") as store:
        store.replace_graph(GRAPH, [QUAD])
    return tmp_path / "store"


def test_what_was_written_is_there_after_reopening(folder: Path) -> None:
    with open_store(folder) as store:
        assert list(store.quads()) == [QUAD]


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert store.count() == 0


def test_a_second_writer_is_told_of_the_first(folder: Path) -> None:
    with open_store(folder), pytest.raises(StoreError, match="another process has it open"):
        open_store(folder)


def test_a_reader_works_beside_a_writer(folder: Path) -> None:
    with open_store(folder), read_store(folder) as reader:
        assert list(reader.quads()) == [QUAD]


def test_a_reader_cannot_write(folder: Path) -> None:
    with read_store(folder) as reader, pytest.raises(StoreError, match="opened for reading"):
        reader.drop_graph(GRAPH)


def test_reading_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        read_store(tmp_path / "absent")


def test_reading_does_not_make_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        read_store(tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


@pytest.mark.parametrize("opened", [open_store, read_store])
def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, opened: object) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    with pytest.raises(StoreError, match="holds other things"):
        opened(tmp_path)  # type: ignore[operator]
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="it is a file"):
        open_store(tmp_path / "file")


def test_a_store_of_another_layout_names_its_writer(folder: Path) -> None:
    marker = json.loads((folder / MARKER).read_text()) | {"layout": 99, "bothsides": "9.9"}
    (folder / MARKER).write_text(json.dumps(marker))
    with pytest.raises(StoreError, match=r"bothsides 9\.9 wrote it"):
        open_store(folder)


def test_a_damaged_marker_is_named(folder: Path) -> None:
    (folder / MARKER).write_text("{")
    with pytest.raises(StoreError, match="is damaged"):
        read_store(folder)


def test_a_damaged_database_is_an_error_of_the_store(folder: Path) -> None:
    (folder / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="Build it again"):
        read_store(folder)


def test_a_folder_that_cannot_be_made_is_an_error_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="Check its path"):
        open_store(tmp_path / "file" / "store")


def test_the_marker_holds_no_time(folder: Path) -> None:
    assert set(json.loads((folder / MARKER).read_text())) == {"layout", "bothsides", "oxigraph"}

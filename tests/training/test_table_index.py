"""The index of tables: digests follow the files, and everything else is left to a person."""

import csv
from hashlib import sha256
from pathlib import Path

import pytest

from bothsides.errors import SourceError
from bothsides.training.table_index import refresh

HEAD = "file,content,source,retrieved,licence,sha256\n"
ROW = 'colours.csv,"Colours, by name",written for this test,2026-01-02,CC0-1.0,old\n'


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "colours.csv").write_text("name\nred\n", encoding="utf-8")
    (tmp_path / "index.csv").write_text(HEAD + ROW, encoding="utf-8")
    return tmp_path


def row(tables: Path) -> dict[str, str]:
    with (tables / "index.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.DictReader(file))


def test_a_digest_becomes_that_of_its_file(tables):
    assert refresh(tables) == ["colours.csv"]
    assert row(tables)["sha256"] == sha256(b"name\nred\n").hexdigest()


def test_all_else_of_a_row_is_left_as_it_was(tables):
    refresh(tables)
    assert (tables / "index.csv").read_text(encoding="utf-8") == HEAD + ROW.replace(",old", f",{row(tables)['sha256']}")


def test_a_second_run_changes_nothing(tables):
    refresh(tables)
    assert refresh(tables) == []


def test_a_table_without_a_row_is_an_error_and_no_row_is_made_up(tables):
    (tables / "shapes.csv").write_text("name\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"no row for shapes\.csv"):
        refresh(tables)
    assert (tables / "index.csv").read_text(encoding="utf-8") == HEAD + ROW


def test_a_row_without_a_table_is_an_error(tables):
    (tables / "colours.csv").unlink()
    with pytest.raises(SourceError, match=r"lists colours\.csv"):
        refresh(tables)

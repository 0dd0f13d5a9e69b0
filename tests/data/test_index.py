"""Beside every data folder lies its index: rows and files agree both ways, and nothing was changed unseen."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from bothsides.ingest import read_sources
from bothsides.records import Document
from bothsides.resources import resource


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("folder", ["data", "data/tables"])
def test_files_and_rows_agree(folder: str) -> None:
    home = resource(*folder.split("/"))
    files = {path.name for path in home.iterdir() if path.is_file()} - {"index.csv"}
    assert {row["file"] for row in rows(home / "index.csv")} == files


@pytest.mark.parametrize("folder", ["data", "data/tables"])
def test_every_row_names_source_and_licence(folder: str) -> None:
    assert all(row["source"] and row["licence"] for row in rows(resource(*folder.split("/"), "index.csv")))


@pytest.mark.parametrize("row", rows(resource("data", "tables", "index.csv")), ids=lambda row: row["file"])
def test_a_table_is_the_one_its_row_describes(row: dict[str, str]) -> None:
    """Run `sha256sum` on the table and mend its row after every change."""
    assert hashlib.sha256(resource("data", "tables", row["file"]).read_bytes()).hexdigest() == row["sha256"]


def test_the_sample_readouts_are_read_as_their_rows_say() -> None:
    documents = list(read_sources([str(resource("data"))]))
    assert all(isinstance(document, Document) for document in documents)
    assert [(d.identifiers, d.parties, str(d.published)) for d in documents if isinstance(d, Document)] == [
        (("seed-cn",), ("cn",), "2023-06-19"),
        (("seed-us",), ("us",), "2023-06-19"),
    ]

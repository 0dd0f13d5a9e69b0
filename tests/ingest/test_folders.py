"""Folders, indexes and paths: order, precedence, and nothing outside the folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from readout_samples import ACCOUNT

from bothsides.ingest import SourceFailure
from bothsides.records import Document

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., list[Document | SourceFailure]]
HEADER = "id,file,party,publisher,published,source,licence,sha256\n"


def identifiers(found: list[Document | SourceFailure]) -> list[str]:
    return [one.identifiers[0] if isinstance(one, Document) else f"! {one.reason}" for one in found]


def test_folder_is_read_in_the_order_of_names_with_its_subfolders(write: Write, read: Read, tmp_path: Path) -> None:
    for name in ("b.txt", "a/second.txt", "a/first.md", ".hidden.txt", "b.meta.json"):
        write(name, "{}" if name.endswith("json") else ACCOUNT)
    assert identifiers(read(tmp_path)) == ["a/first", "a/second", "b"]


def test_folder_names_what_it_cannot_read(write: Write, read: Read, tmp_path: Path) -> None:
    write("talks.docx", "PK")
    assert identifiers(read(tmp_path)) == ["! .docx is no known kind of file"]


def test_index_takes_over_its_folder(write: Write, read: Read, tmp_path: Path) -> None:
    write("index.csv", HEADER + "one,talks.txt,JP,Ministry of Foreign Affairs of Japan,2027-03-04,https://a.example/x,,\n")
    write("talks.txt", ACCOUNT)
    write("other.txt", ACCOUNT)
    (document,) = read(tmp_path)
    assert isinstance(document, Document)
    assert (document.identifiers, document.parties, document.published) == (("one",), ("jp",), date(2027, 3, 4))
    assert document.url == "https://a.example/x"


def test_index_named_itself_is_the_same(write: Write, read: Read, tmp_path: Path) -> None:
    write("talks.txt", ACCOUNT)
    index = write("list.csv", "id,file\none,talks.txt\n")
    assert identifiers(read(index)) == ["one"]


def test_index_row_counts_for_more_than_the_header_of_its_file(write: Write, read: Read, tmp_path: Path) -> None:
    write("index.csv", "id,file,title\none,talks.md,From the row\n")
    write("talks.md", f"---\ntitle: From the header\nplace: Hanoi\n---\n{ACCOUNT}")
    (document,) = read(tmp_path)
    assert isinstance(document, Document)
    assert (document.title, document.place) == ("From the row", "Hanoi")


def test_index_checks_the_digest(write: Write, read: Read, tmp_path: Path) -> None:
    digest = hashlib.sha256(ACCOUNT.encode()).hexdigest()
    write("index.csv", f"id,file,sha256\ngood,talks.txt,{digest}\nbad,changed.txt,{digest}\n")
    write("talks.txt", ACCOUNT)
    write("changed.txt", ACCOUNT + " They smiled.")
    good, bad = read(tmp_path)
    assert isinstance(good, Document)
    assert isinstance(bad, SourceFailure)
    assert bad.path_or_id == "bad"
    assert "was changed" in bad.reason


@pytest.mark.parametrize("named", ["../outside.txt", "/etc/passwd", "", ".", "sub/../../outside.txt"])
def test_index_cannot_lead_out_of_its_folder(write: Write, read: Read, tmp_path: Path, named: str) -> None:
    write("outside.txt", ACCOUNT)
    index = write("in/index.csv", f"id,file\none,{named}\n")
    (failure,) = read(index.parent)
    assert isinstance(failure, SourceFailure)
    assert failure.hint == "name a file in the folder of the index"


def test_index_cannot_lead_out_by_a_link(write: Write, read: Read, tmp_path: Path) -> None:
    outside = write("outside.txt", ACCOUNT)
    index = write("in/index.csv", "id,file\none,link.txt\n")
    (index.parent / "link.txt").symlink_to(outside)
    assert all(isinstance(found, SourceFailure) for found in read(index.parent))


def test_folder_follows_no_link_out_of_itself(write: Write, read: Read, tmp_path: Path) -> None:
    outside = write("outside.txt", ACCOUNT)
    inside = write("in/a.txt", ACCOUNT)
    (inside.parent / "b.txt").symlink_to(outside)
    assert identifiers(read(inside.parent)) == ["a", "! it is a link out of the folder"]


def test_folder_that_links_to_itself_ends(write: Write, read: Read, tmp_path: Path) -> None:
    inside = write("in/a.txt", ACCOUNT)
    (inside.parent / "loop").symlink_to(inside.parent, target_is_directory=True)
    assert identifiers(read(inside.parent)) == ["a"]


def test_index_row_without_its_file(write: Write, read: Read, tmp_path: Path) -> None:
    write("index.csv", "id,file\ngone,gone.txt\nhere,here.txt\n")
    write("here.txt", ACCOUNT)
    failure, document = read(tmp_path)
    assert isinstance(failure, SourceFailure)
    assert (failure.path_or_id, failure.hint) == ("gone", "add the file or remove the row")
    assert isinstance(document, Document)


def test_what_is_not_there_is_said(read: Read) -> None:
    (failure,) = read("no/such/folder")
    assert isinstance(failure, SourceFailure)
    assert "no such file or folder" in str(failure)

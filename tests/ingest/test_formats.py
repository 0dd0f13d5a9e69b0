"""Every format gives the same document: its text, and what it states of itself."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from readout_samples import ACCOUNT, ATOM, FEED, PAGE, make_pdf

from bothsides.ingest import SourceFailure
from bothsides.ingest.known import Known
from bothsides.records import Document

Write = Callable[[str, str | bytes], Path]
ReadOne = Callable[..., Document]
Read = Callable[..., list[Document | SourceFailure]]

LINE = {
    "id": "talks-1",
    "text": ACCOUNT,
    "title": "Talks",
    "date": "2027-03-04",
    "party": "XA",
    "publisher": "Ministry of Foreign Affairs of Arvania",
}


def test_plain_text_is_taken_as_it_is(write: Write, read_one: ReadOne) -> None:
    document = read_one(write("talks.txt", ACCOUNT + "\n"))
    assert (document.text, document.identifiers) == (ACCOUNT, ("talks",))


def test_markdown_header_is_read_and_left_out(write: Write, read_one: ReadOne) -> None:
    stated = (
        "date: '2027-03-04'\nsource_url: https://www.kantei.go.jp/talks\nparty: [JP, VN]\ntitle: \"Talks with\\_Minister\\\n  \\ Tran\""
    )
    header = f"---\n{stated}\n---\n \n"
    document = read_one(write("talks.md", header + ACCOUNT))
    assert document.text == ACCOUNT
    assert (document.title, document.published, document.parties) == ("Talks with Minister Tran", date(2027, 3, 4), ("jp", "vn"))
    assert document.url == "https://www.kantei.go.jp/talks"


def test_markdown_without_a_header_keeps_its_rules(write: Write, read_one: ReadOne) -> None:
    assert read_one(write("talks.md", f"{ACCOUNT}\n\n---\n\n{ACCOUNT}")).text.count("agreed") == 2


def test_page_gives_main_text_and_statements(write: Write, read_one: ReadOne) -> None:
    document = read_one(write("talks.html", PAGE))
    assert "agreed to resume" in document.text
    assert not any(word in document.text for word in ("alert", "Home", "Cookies", "&amp;"))
    assert (document.title, document.published) == ("Reyes meets Tran", date(2027, 3, 4))
    assert (document.parties, document.publisher) == (("jp",), "Ministry of Foreign Affairs of Japan")
    assert document.url == "https://www.mofa.go.jp/talks.html"


def test_page_keeps_the_summary_that_stands_above_the_text(write: Write, read_one: ReadOne) -> None:
    lead = "Ana Reyes had a telephone conversation with Minister Tran of Belmora."
    body = "".join(
        f"<p>{sentence}</p>"
        for sentence in ("The ministers discussed trade at length.", "They agreed to speak again within the month.") * 3
    )
    page = f'<html><head><meta name="description" content="{lead}"></head><body><div>{lead}</div><article>{body}</article></body></html>'
    assert read_one(write("talks.html", page)).text.startswith(lead)


def test_pdf_keeps_its_lines_and_hyphens(write: Write, read_one: ReadOne) -> None:
    pdf = make_pdf(["The two ministers agreed to hold high-", "level talks on trade in the autumn."])
    assert read_one(write("talks.pdf", pdf)).text == "The two ministers agreed to hold high-\nlevel talks on trade in the autumn."


def test_feed_gives_one_document_an_entry(write: Write, read: Read) -> None:
    first, second = read(write("news.rss", FEED))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (
        first.text
        == "Office of the Spokesperson\n\nThe Secretary spoke today with Foreign Minister Tran of Belmora.\n\n- They agreed to meet again."
    )
    assert first.identifiers == ("www.state.gov/call-with-minister-tran",)
    assert (first.title, first.parties, first.publisher) == ("Call with Minister Tran & others", ("us",), "U.S. Department of State")
    assert second.identifiers == ("news:2",)


def test_feed_day_is_counted_by_the_publishers_clock(write: Write, read: Read) -> None:
    """What Washington published at 20:49 on March 4 bears March 5 in universal time."""
    first = read(write("news.rss", FEED))[0]
    assert isinstance(first, Document)
    assert first.published == date(2027, 3, 4)


def test_atom_entry_with_markup_as_content(write: Write, read_one: ReadOne) -> None:
    document = read_one(write("news.atom", ATOM))
    assert (document.text, document.url) == ("The President met the Prime Minister of Belmora.", "https://a.example/talks")


@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "gzip"])
def test_json_lines(write: Write, read_one: ReadOne, *, compressed: bool) -> None:
    data = (json.dumps({**LINE, "kind": "ignored"}) + "\n\n").encode()
    document = read_one(write("in.jsonl.gz", gzip.compress(data)) if compressed else write("in.jsonl", data))
    assert (document.identifiers, document.title, document.published, document.parties) == (
        ("talks-1",),
        "Talks",
        date(2027, 3, 4),
        ("xa",),
    )
    assert document.publisher == "Ministry of Foreign Affairs of Arvania"


def test_json_line_of_several_parties_is_a_joint_statement(write: Write, read_one: ReadOne) -> None:
    assert read_one(write("in.jsonl", json.dumps({**LINE, "party": ["US", "India", "G7"]}))).parties == ("us", "in", "g7")


def test_csv_holds_the_same_columns(write: Write, read_one: ReadOne) -> None:
    document = read_one(write("in.csv", f'id,text,party,date,place\nrow-1,"{ACCOUNT}",US;JP,2027-03-04,Hanoi\n'))
    assert (document.identifiers, document.text, document.parties, document.place) == (("row-1",), ACCOUNT, ("us", "jp"), "Hanoi")


def test_csv_cell_longer_than_the_modules_limit(write: Write, read_one: ReadOne) -> None:
    assert len(read_one(write("in.csv", f'text\n"{ACCOUNT * 2000}"\n')).text) > 131_072


@pytest.mark.parametrize("name", ["talks.txt.meta.json", "talks.meta.json"])
def test_sidecar_beside_a_file(write: Write, read_one: ReadOne, name: str) -> None:
    write(name, json.dumps({"id": "own", "party": "JP", "date": "2027-03-04", "title": "Talks", "place": "NA"}))
    document = read_one(write("talks.txt", ACCOUNT))
    assert (document.identifiers, document.parties, document.title, document.place) == (("own",), ("jp",), "Talks", None)


@pytest.mark.parametrize(
    ("name", "content"),
    [("stdin.txt", ACCOUNT), ("lines", json.dumps(LINE) + "\n"), ("page", PAGE)],
    ids=["text", "json-lines", "html"],
)
def test_standard_input_is_known_by_its_look(read_one: ReadOne, monkeypatch: pytest.MonkeyPatch, name: str, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert "agreed to resume the dialogue on trade." in read_one("-").text


def test_a_file_without_suffix_is_known_by_its_look(write: Write, read_one: ReadOne) -> None:
    assert read_one(write("talks", json.dumps(LINE))).identifiers == ("talks-1",)


def test_a_stated_field_counts_in_the_order_of_its_sources() -> None:
    """Index row over header over page: each field is the first that states it."""
    row, page = Known(title="Row", parties=("XA",)), Known(title="Page", place="Hanoi", parties=("XB",))
    assert row.over(page) == Known(title="Row", place="Hanoi", parties=("XA",))

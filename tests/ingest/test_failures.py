"""Bad and hostile input: a clear failure for that document, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from readout_samples import ACCOUNT, make_pdf

from bothsides.ingest import SourceFailure, rows
from bothsides.records import Document

Write = Callable[[str, str | bytes], Path]
Read = Callable[..., list[Document | SourceFailure]]
FailOne = Callable[..., SourceFailure]
GOOD = json.dumps({"id": "good", "text": ACCOUNT})


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "no JSON"),
        ("[1, 2]", "not an object"),
        ('{"id": "x"}', "no field 'text'"),
        ('{"id": "x", "text": 5}', "holds int"),
        ('{"id": "x", "text": " "}', "empty"),
        ('{"id": "x", "text": "Talks.", "date": "2027-02-30"}', "no day of the calendar"),
        ('{"id": "x", "text": "Talks.", "date": "soon"}', "cannot be read"),
        ('{"id": "x", "text": "Talks.", "title": {"a": 1}}', "holds an object"),
        ('{"id": "x", "text": "a\\u0000b"}', "NUL"),
        ("[" * 100_000, "no JSON"),
        ("\xff\xfe", "no JSON"),
    ],
)
def test_a_bad_line_fails_alone(write: Write, read: Read, line: str, reason: str) -> None:
    failure, document = read(write("in.jsonl", f"{line}\n{GOOD}\n".encode("latin-1")))
    assert isinstance(failure, SourceFailure)
    assert reason in failure.reason
    assert "in.jsonl:1" in failure.path_or_id or failure.path_or_id == "x"
    assert isinstance(document, Document)


def test_a_line_longer_than_the_limit_fails_alone(write: Write, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_LINE", 1000)
    failure, document = read(write("in.jsonl", json.dumps({"text": "a" * 5000}) + "\n" + GOOD))
    assert isinstance(failure, SourceFailure)
    assert failure.path_or_id.endswith("in.jsonl:1")
    assert isinstance(document, Document)


def test_lines_are_read_as_they_are_asked_for(write: Write, gazetteer: object) -> None:
    """A file of any length is never held as a whole: the first document comes before the broken end is reached."""
    whole = gzip.compress((GOOD + "\n").encode() * 3000, compresslevel=1)
    with gzip.open(write("in.jsonl.gz", whole[:-200])) as unfolded:
        stream = rows.read_lines(unfolded, name="in", stem="in")
        assert isinstance(next(stream), rows.Source)
        *_, last = stream
    assert isinstance(last, SourceFailure)
    assert "cannot be read on" in last.reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02\xff\xfe", "no text"),
        ("a.txt", "El ministro se reunió hoy con su homólogo y acordaron continuar el diálogo.".encode(), "not in English"),
        ("a.md", b"---\nthis is no field\n---\nTalks.", "expected 'key: value'"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.html", b"", "cannot be parsed"),
        ("a.pdf", b"%PDF-1.4 broken", "the PDF cannot be read"),
        ("a.pdf", make_pdf([]), "holds no text"),
        ("a.rss", b"<rss><channel>", "not well formed"),
        ("a.xml", b"<?xml version='1.0'?><letter/>", "expected an RSS or Atom feed"),
        ("a.jsonl.gz", b"not gzip", "cannot be read on"),
        ("a.csv", b"id,text\n1,Talks,extra\n", "more or fewer cells"),
        ("a.csv", b"id,text\n1,\xff\n", "cannot be read on"),
        ("a.csv", b"id,words\n1,Talks\n", "no field 'text'"),
    ],
)
def test_an_unreadable_file_says_why(write: Write, fail_one: FailOne, name: str, content: bytes, reason: str) -> None:
    assert reason in fail_one(write(name, content)).reason


def test_a_broken_sidecar_is_the_documents_failure(write: Write, fail_one: FailOne) -> None:
    write("talks.meta.json", "{")
    assert "sidecar" in fail_one(write("talks.txt", ACCOUNT)).reason


@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ids=["bomb", "file"],
)
def test_a_feed_with_entities_is_refused(write: Write, fail_one: FailOne, declared: str) -> None:
    feed = f'<?xml version="1.0"?>{declared}<rss><channel><item><description>&x;&b;</description></item></channel></rss>'
    assert "document type" in fail_one(write("a.rss", feed)).reason


def test_a_pdf_that_unfolds_without_end_fails(write: Write, fail_one: FailOne) -> None:
    bomb = zlib.compress(b"0" * 200_000_000, 9)
    pdf = make_pdf(["x"]).replace(b"<< /Length", b"<< /Filter /FlateDecode /Length").replace(b"stream\nBT", b"stream\n" + bomb + b"BT")
    assert isinstance(fail_one(write("a.pdf", pdf)), SourceFailure)


def test_script_in_plain_text_stays_text(write: Write, read: Read) -> None:
    (document,) = read(write("a.txt", f"<script>alert(1)</script> {ACCOUNT}"))
    assert isinstance(document, Document)
    assert "<script>" in document.text


def test_a_line_of_a_megabyte_is_read(write: Write, read: Read) -> None:
    (document,) = read(write("a.txt", ACCOUNT * 8000))
    assert isinstance(document, Document)
    assert len(document.text) > 1_000_000


def test_twenty_thousand_short_lines_are_read(write: Write, read: Read) -> None:
    (document,) = read(write("a.txt", "The sides met on trade.\n" * 20_000))
    assert isinstance(document, Document)


@pytest.mark.parametrize("text", ["> " * 190, "a, " * 130, "- " * 199, "(((" * 130, ". " * 199, "May 1 " * 60, "www." * 90])
def test_no_pattern_takes_long_over_any_line(write: Write, read: Read, text: str) -> None:
    """Lines made to make patterns try again and again: each is read at once."""
    assert len(read(write("a.txt", f"{text}x\n\n{ACCOUNT}\n\n{text}"))) == 1


def test_a_failure_reads_as_one_sentence() -> None:
    assert str(SourceFailure("a.txt", "it is empty")) == "a.txt: it is empty. Next: mend or remove it, then build again."

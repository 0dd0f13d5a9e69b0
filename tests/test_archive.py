"""What lies beside a store survives a round trip, and neither a full disk nor a damaged file goes unnoticed."""

import os
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from bothsides.archive import Archive
from bothsides.errors import StoreError
from bothsides.records import Act, Claim, Document, EventKind, Participant, Person, Reading, ReportedEvent, Role, Span

TEXT = "Vela urged Xebia — “at once” — to trade.\n\u202etfel ot thgir\u202c <script>alert(1)</script>"
DIGEST = sha256(TEXT.encode()).hexdigest()
KNOWN = {"title": "Vela", "published": date(2030, 5, 3), "parties": ("xa",), "furniture": (Span(0, 4),), "inferred": frozenset({"parties"})}
DOCUMENT = Document(("xara-1",), TEXT, DIGEST, **KNOWN)
CLAIM = Claim(DIGEST, Span(0, 39), Act.URGE, ("xa",), Span(5, 10), Span(11, 39), speaker=Person("ana-vela", "Ana Vela"), part=0)
MEETING = ReportedEvent(EventKind.MEETING, date(2030, 5, 2), participants=(Participant("xa", role=Role.HOST),))
READING = Reading(DOCUMENT, ReportedEvent(EventKind.VISIT, parts=(MEETING,)), (CLAIM,))


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path)


def test_a_text_comes_back_whole(archive):
    archive.put_copies(DIGEST, [DOCUMENT])
    assert archive.copies(DIGEST) == (DOCUMENT,)


def test_all_copies_of_a_text_come_back(archive):
    repost = replace(DOCUMENT, identifiers=("repost-7",), parties=())
    archive.put_copies(DIGEST, [DOCUMENT, repost])
    assert archive.copies(DIGEST) == (DOCUMENT, repost)


def test_a_text_not_held_has_no_copies(archive):
    assert archive.copies(DIGEST) == ()


def test_digests_are_listed_in_order(archive):
    for digest in ("c0", "a0", "b0"):
        archive.put_copies(digest, [DOCUMENT])
    assert archive.digests() == ["a0", "b0", "c0"]


def test_a_reading_comes_back_whole(archive):
    archive.put_reading(READING, "inputs")
    assert archive.reading(DIGEST, "inputs") == READING


def test_a_reading_made_from_something_else_is_not_used(archive):
    archive.put_reading(READING, "inputs")
    assert archive.reading(DIGEST, "other inputs") is None


def test_a_text_can_be_forgotten_with_its_reading(archive):
    archive.put_copies(DIGEST, [DOCUMENT])
    archive.put_reading(READING, "inputs")
    archive.remove(DIGEST)
    assert (archive.copies(DIGEST), archive.reading(DIGEST, "inputs")) == ((), None)


def test_forgetting_what_is_not_held_does_nothing(archive):
    archive.remove(DIGEST)


@pytest.mark.parametrize("content", [b"", b"[{", b'{"made_from": 1}', b"\xff\xfe"], ids=["empty", "cut off", "another form", "no UTF-8"])
def test_a_damaged_text_is_named(archive, tmp_path, content):
    archive.put_copies(DIGEST, [DOCUMENT])
    (tmp_path / "texts" / f"{DIGEST}.json").write_bytes(content)
    with pytest.raises(StoreError, match=DIGEST):
        archive.copies(DIGEST)


def test_a_damaged_reading_is_named(archive, tmp_path):
    archive.put_reading(READING, "inputs")
    (tmp_path / "readings" / f"{DIGEST}.json").write_bytes(b'{"made_from": "inputs"')
    with pytest.raises(StoreError, match="build again"):
        archive.reading(DIGEST, "inputs")


@pytest.fixture
def full_disk(archive, monkeypatch):
    """A disk that fills up when the second version of a text is put in place."""
    archive.put_copies(DIGEST, [DOCUMENT])

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)


@pytest.mark.usefixtures("full_disk")
def test_a_failed_write_says_so(archive):
    with pytest.raises(StoreError, match="No space left"):
        archive.put_copies(DIGEST, [])


@pytest.mark.usefixtures("full_disk")
def test_a_failed_write_leaves_the_old_file(archive):
    with pytest.raises(StoreError):
        archive.put_copies(DIGEST, [])
    assert archive.copies(DIGEST) == (DOCUMENT,)


@pytest.mark.usefixtures("full_disk")
def test_a_failed_write_leaves_nothing_half_written(archive, tmp_path):
    with pytest.raises(StoreError):
        archive.put_copies(DIGEST, [])
    assert [path.name for path in (tmp_path / "texts").iterdir()] == [f"{DIGEST}.json"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "texts").write_text("a file in its place")
    with pytest.raises(StoreError, match="cannot write"):
        Archive(tmp_path).put_copies(DIGEST, [DOCUMENT])

"""The bytes of one file or page → the texts in it, each with what it states of itself: one table of formats, by suffix and by look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bothsides.ingest.feed import read_feed
from bothsides.ingest.header import split_header
from bothsides.ingest.known import Known, read_known
from bothsides.ingest.page import read_page
from bothsides.ingest.pdf import read_pdf
from bothsides.ingest.text import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]+)", re.IGNORECASE)

Texts = Iterator[tuple[str, Known]]
Reader = Callable[[bytes, "Place"], Texts]


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes came from, as far as it helps to read them: the address, and the character set that the server named."""

    url: str | None = None
    charset: str | None = None


def read_texts(data: bytes, kind: str, place: Place) -> Texts:
    """Yield the texts in the bytes of a file of one of `KINDS` (a feed holds several), with what they state.

    Raises:
        SourceError: the bytes are not of that kind, or hold no text.
    """
    yield from KINDS[kind](data, place)


def kind_of(path: Path) -> str | None:
    """Return the kind of a file by its name, `None` where the name does not tell."""
    return _SUFFIXES.get("".join(path.suffixes[-2:]).lower()) or _SUFFIXES.get(path.suffix.lower())


def kind_of_type(content_type: str) -> str | None:
    """Return the kind that a server's content type names, `None` where it does not tell."""
    return next((kind for part, kind in _TYPES if part in content_type.lower()), None)


def sniff(head: bytes) -> str:
    """Return the kind of a file by how it begins; what looks like nothing else is text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000].lower()
    if start.startswith(b"%pdf-"):
        return "pdf"
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start):
        return "html"
    if start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    return "lines" if re.match(rb"\{\s*\"\w+\"\s*:", start) else "text"


def _plain(data: bytes, place: Place) -> Texts:
    yield decode(data, charset=place.charset), Known(url=place.url)


def _markdown(data: bytes, place: Place) -> Texts:
    fields, text = split_header(decode(data, charset=place.charset).replace("\r\n", "\n"))
    # The blank lines between header and body belong to neither; without them a text is the same as when its site gives it bare.
    yield text.lstrip(), read_known(fields).over(Known(url=place.url))


def _html(data: bytes, place: Place) -> Texts:
    named = _CHARSET.search(data[:4096])
    yield read_page(decode(data, charset=place.charset or (named.group(1).decode() if named else None)), url=place.url)


def _pdf(data: bytes, place: Place) -> Texts:
    text, known = read_pdf(data)
    yield text, known.over(Known(url=place.url))


def _feed(data: bytes, place: Place) -> Texts:
    del place  # the address of a feed is not the address of its entries
    yield from read_feed(data)


KINDS: dict[str, Reader] = {"text": _plain, "markdown": _markdown, "html": _html, "pdf": _pdf, "feed": _feed}
# Two more kinds hold one document a line and are streamed by `tables`: "lines" (JSON Lines) and "csv".
_SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "lines",
    ".ndjson.gz": "lines",
    ".csv": "csv",
}
SUFFIXES = tuple(_SUFFIXES)
_TYPES = (
    ("pdf", "pdf"),
    ("ndjson", "lines"),
    ("jsonl", "lines"),
    ("html", "html"),
    ("rss", "feed"),
    ("atom", "feed"),
    ("xml", "feed"),
    ("csv", "csv"),
    ("markdown", "markdown"),
)

"""Addresses, against a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from readout_samples import ACCOUNT, FEED, PAGE

from bothsides.ingest import SourceFailure, address
from bothsides.records import Document

PAGES = {
    "/talks": ("text/html; charset=utf-8", PAGE.encode()),
    "/latin": (
        "text/html; charset=iso-8859-1",
        "<html><body><p>The minister visited the Château to agree on trade.</p></body></html>".encode("latin-1"),
    ),
    "/plain": ("text/plain", ACCOUNT.encode()),
    "/feed": ("application/rss+xml", FEED.encode()),
    "/lines": ("application/x-ndjson", b'{"id": "one", "text": "The sides met on trade today."}\n'),
    "/long": ("text/plain", b"a" * 5000),
}
MOVED = {"/moved": "/plain", "/file": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/x", "/round": "/round"}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in MOVED:
            self.send_response(302)
            self.send_header("Location", MOVED[self.path])
            self.end_headers()
        elif self.path in PAGES:
            kind, data = PAGES[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(data)
        else:
            self.send_error(404)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched(site: str, read_one: Callable[..., Document]) -> None:
    document = read_one(f"{site}/talks")
    assert document.url == f"{site}/talks"
    assert document.identifiers == (f"{site}/talks".removeprefix("http://"),)
    assert "agreed to resume" in document.text


@pytest.mark.parametrize(("path", "words"), [("/plain", "agreed"), ("/latin", "Château"), ("/moved", "agreed"), ("/lines", "met on trade")])
def test_kinds_are_told_by_the_server(site: str, read_one: Callable[..., Document], path: str, words: str) -> None:
    assert words in read_one(site + path).text


def test_a_feed_is_fetched_entry_by_entry(site: str, read: Callable[..., list[Document | SourceFailure]]) -> None:
    assert len(read(f"{site}/feed")) == 2


@pytest.mark.parametrize(
    ("path", "reason"), [("/none", "404"), ("/file", "cannot be fetched|302"), ("/ftp", "cannot be fetched|unknown"), ("/round", "302")]
)
def test_what_cannot_be_fetched_is_said(site: str, fail_one: Callable[..., SourceFailure], path: str, reason: str) -> None:
    failure = fail_one(site + path)
    assert failure.path_or_id == site + path
    assert any(part in failure.reason for part in reason.split("|"))


def test_an_answer_longer_than_the_limit_is_refused(
    site: str, fail_one: Callable[..., SourceFailure], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "MAX_BYTES", 1000)
    assert "longer than" in fail_one(f"{site}/long").reason


def test_nobody_listens(fail_one: Callable[..., SourceFailure]) -> None:
    assert "cannot be fetched" in fail_one("http://127.0.0.1:9/talks").reason

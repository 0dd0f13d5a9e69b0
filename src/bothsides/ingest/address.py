"""An http(s) address → the bytes there, within a limit of time and size, and what the server says of them."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from bothsides.errors import SourceError
from bothsides.ingest.text import MAX_BYTES

SECONDS_SILENT = 20.0
SECONDS_WHOLE = 120.0
_CHUNK = 1 << 16
_AGENT = "bothsides (reads official readouts; +https://w3id.org/bothsides/)"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` is where redirections ended."""

    data: bytes
    url: str
    content_type: str
    charset: str | None


def is_address(path: str) -> bool:
    """Tell whether a path is an address to fetch."""
    return path.lower().startswith(("http://", "https://"))


def address_identifier(url: str) -> str:
    """Return the id of a document found at an address: host and path, so that a page and its entry in a feed are one.

    >>> address_identifier("https://www.arvania.example/news/talks/?lang=en#top")
    'www.arvania.example/news/talks?lang=en'
    """
    parts = urlsplit(url)
    return parts.netloc.lower() + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")


def fetch(url: str) -> Fetched:
    """Fetch an address.

    Raises:
        SourceError: it cannot be reached, answers with an error, leads to something that is not http, or is too long or too slow.
    """
    # Built by hand: the default opener would follow a redirection to ftp.
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    try:
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept-Language": "en"})  # noqa: S310  (see is_address)
        with opener.open(request, timeout=SECONDS_SILENT) as answer:
            data = _read(answer)
            return Fetched(data, answer.url, answer.headers.get_content_type(), answer.headers.get_content_charset())
    except urllib.error.HTTPError as error:
        error.close()
        raise SourceError(f"the server answers {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise SourceError(f"it cannot be fetched ({error})") from error


def _read(answer: object) -> bytes:
    chunks: list[bytes] = []
    size, begun = 0, time.monotonic()
    while chunk := answer.read(_CHUNK):  # type: ignore[attr-defined]
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise SourceError(f"it is longer than {MAX_BYTES:,} bytes")
        if time.monotonic() - begun > SECONDS_WHOLE:
            raise SourceError(f"it is not complete after {SECONDS_WHOLE:.0f} seconds")
    return b"".join(chunks)

"""What a source states of a document (an index row, a line of JSON, a header, a page) → one record, and which source counts first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from bothsides.errors import SourceError

_ABSENT = frozenset({"", "na", "n/a", "none", "null", "unknown", "-"})
_SEPARATORS = re.compile(r"\s*[;|]\s*")
_WRITTEN = ("%B %d, %Y", "%B %d %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y", "%b. %d, %Y", "%d.%m.%Y")
# The one list of accepted spellings: a field of ours ← the keys that state it, first known key first.
_KEYS = {
    "identifier": ("id",),
    "title": ("title",),
    "published": ("date", "published", "published_time"),
    "parties": ("party", "parties"),
    "publisher": ("publisher",),
    "url": ("url", "source_url", "source"),
    "place": ("place",),
    "sha256": ("sha256",),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is stated of one document; `None` or empty where nothing is.

    `parties` are as the source wrote them (codes or names); `published` keeps the time of day and zone where a feed gives them,
    since only the publisher's own clock says which day that was. `site` is what a page or feed calls the site it stands on.
    """

    identifier: str | None = None
    title: str | None = None
    published: date | None = None
    parties: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    place: str | None = None
    sha256: str | None = None
    site: str | None = None

    def over(self, other: Known) -> Known:
        """Return a record in which each field is this one's, or the other's where this one states nothing."""
        return Known(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(Known)))


def read_known(stated: Mapping[str, object]) -> Known:
    """Read the known fields of a mapping (JSON object, table row, header); others are ignored.

    Raises:
        SourceError: a field holds what it cannot hold, such as a date that is none.
    """
    texts = {field: next((text for key in keys if (text := _text(key, stated.get(key)))), None) for field, keys in _KEYS.items()}
    url = texts["url"]
    return Known(
        identifier=texts["identifier"],
        title=texts["title"],
        published=None if texts["published"] is None else read_date(texts["published"]),
        parties=next((listed for key in _KEYS["parties"] if (listed := _listed(key, stated.get(key)))), ()),
        publisher=texts["publisher"],
        url=url if url and re.match(r"https?://\S+$", url) else None,
        place=texts["place"],
        sha256=texts["sha256"],
    )


def read_date(text: str) -> date:
    """Read a day, or a moment, written as ISO 8601, as in mail and feeds (RFC 5322), or in English words.

    Raises:
        SourceError: it is none of these.

    >>> read_date("2023-06-19"), read_date("June 19, 2023")
    (datetime.date(2023, 6, 19), datetime.date(2023, 6, 19))
    """
    text = " ".join(text.split())
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", text):
            return datetime.fromisoformat(text)
        if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
            return parsedate_to_datetime(text)
    except ValueError as error:
        raise SourceError(f"the date {text!r} is no day of the calendar ({error}); write it as YYYY-MM-DD") from error
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise SourceError(f"the date {text!r} cannot be read; write it as YYYY-MM-DD")


def _text(key: str, value: object) -> str | None:
    """Return a stated value as one line of text, `None` where it states nothing."""
    if value is None or isinstance(value, list | tuple):
        return None
    if isinstance(value, dict):
        raise SourceError(f"the field {key!r} holds an object; expected text")
    text = " ".join(str(value).split())
    return None if text.casefold() in _ABSENT else text


def _listed(key: str, value: object) -> tuple[str, ...]:
    """Return a stated value as several texts: a list, or text with semicolons or vertical bars between."""
    parts = value if isinstance(value, list | tuple) else _SEPARATORS.split(_text(key, value) or "")
    texts = (_text(key, part) for part in parts)
    return tuple(dict.fromkeys(text for text in texts if text))

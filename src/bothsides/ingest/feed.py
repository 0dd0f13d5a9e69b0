"""An RSS or Atom feed → its entries, each with its text and what the feed states of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from bothsides.errors import SourceError
from bothsides.ingest.known import Known, read_date
from bothsides.ingest.page import fragment_text

_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")


def read_feed(data: bytes) -> Iterator[tuple[str, Known]]:
    """Yield text and statements of every entry of a feed, in its order.

    Raises:
        SourceError: it is no well-formed feed, or declares entities (which feeds do not need, and attacks do).
    """
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data[:100_000], re.IGNORECASE):
        raise SourceError("the feed declares a document type, which feeds do not need")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"its XML is not well formed ({error})") from error
    entries = list(root.iter("{*}item", "{*}entry"))
    if not entries and _name(root) not in {"rss", "feed", "RDF"}:
        raise SourceError(f"it is XML of the kind <{_name(root)}>; expected an RSS or Atom feed")
    channel = next(root.iter("{*}channel"), root)
    site = _child_text(channel, ("title",))
    for entry in entries:
        yield _entry(entry, site)


def _entry(entry: Any, site: str | None) -> tuple[str, Known]:
    text = _child_text(entry, _TEXTS) or ""
    title = _child_text(entry, ("title",))
    known = Known(
        title=fragment_text(title) if title and re.search(r"[<&]", title) else title,
        published=next((day for name in _DATES if (day := _day(_child_text(entry, (name,))))), None),
        site=site,
        url=_link(entry),
    )
    return (fragment_text(text) if text.strip() else ""), known


def _link(entry: Any) -> str | None:
    links = [child for child in entry if _name(child) == "link"]
    # Atom: the address is an attribute, and only `alternate` (or no relation) is the entry's own page.
    found = next((link.get("href") for link in links if link.get("href") and link.get("rel", "alternate") == "alternate"), None)
    found = found or next((link.text.strip() for link in links if link.text), None)
    return found if found and re.match(r"https?://\S+$", found) else None


def _child_text(parent: Any, names: tuple[str, ...]) -> str | None:
    for name in names:
        for child in parent:
            if _name(child) == name:
                text = "".join(child.itertext()).strip()
                if len(child):  # Atom's xhtml content holds elements
                    text = etree.tostring(child, encoding="unicode", with_tail=False)
                if text:
                    return str(text) if name in _TEXTS else " ".join(text.split())
    return None


def _name(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _day(text: str | None) -> Any:
    try:
        return read_date(text) if text else None
    except SourceError:
        return None

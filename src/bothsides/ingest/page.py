"""HTML → the main text of the page, and what the page states of itself (title, date, address, who runs the site)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from bothsides.errors import SourceError
from bothsides.ingest.known import Known, read_date

_LEFT_OUT = frozenset({"script", "style", "noscript", "template", "svg", "form", "button", "select", "nav", "head", "iframe", "object"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
)
_BLOCKS |= {"footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary"}
_BLOCKS |= {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
# Shorter descriptions are slogans.
_SHORTEST_LEAD = 20
_SPACE = re.compile(r"[ \t\r\n]+")
# "Talks with President Doe • President of Arvania": the site's name after a mark. A hyphen between words counts only with spaces.
_SITE_IN_TITLE = re.compile(r"\s+[•|·–—-]\s+(?=[^•|·]*$)")
_TITLES = ("meta:og:title", "ld:headline", "meta:twitter:title", "meta:dc.title", "meta:dcterms.title")
_DATES = (
    "ld:datePublished",
    "meta:article:published_time",
    "meta:dc.date.issued",
    "meta:dcterms.date",
    "meta:dcterms.issued",
    "meta:dc.date",
    "meta:date",
    "meta:pubdate",
    "meta:publishdate",
    "meta:datepublished",
    "meta:govuk:first-published-at",
    "meta:ya:ovs:upload_date",
    "time",
)
_SITES = ("ld:publisher", "meta:og:site_name", "meta:dc.publisher", "meta:dcterms.publisher", "meta:application-name", "ld:author")
_ADDRESSES = ("link:canonical", "meta:og:url", "ld:url")


def read_page(text: str, *, url: str | None = None) -> tuple[str, Known]:
    """Return the main text of an HTML page, paragraphs apart by blank lines, and what the page states.

    Raises:
        SourceError: the page cannot be parsed, or has no text.
    """
    tree = _parse(text)
    stated = dict(_stated(tree))
    known = Known(
        title=_first(stated, _TITLES) or _title(tree),
        published=next((day for key in _DATES if (day := _day(stated.get(key)))), None),
        site=_first(stated, _SITES),
        url=url or next((found for key in _ADDRESSES if re.match(r"https?://\S+$", found := stated.get(key, ""))), None),
    )
    body = _main_text(text) or fragment_text(text)
    if not body.strip():
        raise SourceError("the page has no text")
    return _with_lead(tree, body, stated), known


def fragment_text(text: str) -> str:
    """Return all the text of a piece of HTML (an entry of a feed), block by block, scripts and forms left out."""
    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(_parse(text), events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"  # comments and processing instructions
        if event == "start":
            skipped += tag in _LEFT_OUT
            pieces.append("\n\n- " if tag == "li" else "\n\n" if tag in _BLOCKS else "\n" if tag == "br" else "")
            pieces.append("" if skipped else _SPACE.sub(" ", element.text or ""))
        else:
            skipped -= tag in _LEFT_OUT
            pieces.append("\n\n" if tag in _BLOCKS else "")
            pieces.append("" if skipped else _SPACE.sub(" ", element.tail or ""))
    lines = (line.strip(" ") for line in "".join(pieces).split("\n"))
    return re.sub(r"\n(?:\s*\n)+", "\n\n", re.sub(r"^- $", "", "\n".join(lines), flags=re.MULTILINE)).strip()


def _parse(text: str) -> Any:
    # As bytes: lxml refuses text that declares an encoding. No network, no huge trees: pages come from anywhere.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(f"its HTML cannot be parsed ({error})") from error


def _main_text(text: str) -> str:
    import trafilatura  # here: it loads many modules, and most builds meet no page

    try:
        found = trafilatura.extract(_parse(text), output_format="txt", include_comments=False, include_tables=True, with_metadata=False)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise SourceError(f"the main text of the page cannot be found ({error})") from error
    # Each line is one block of the page; a blank line between them says so to whoever splits sentences.
    return re.sub(r"\n+", "\n\n", found or "")


def _with_lead(tree: Any, body: str, stated: dict[str, str]) -> str:
    """Put the page's summary line first, where the page shows it above the text and the search for the main text left it out.

    Motivated by sites whose first sentence ("The Minister spoke by telephone with …") stands in a block of its own; the page's description
    repeats it, so that description and a visible block agree.
    """
    wanted = _words(stated.get("meta:og:description") or stated.get("meta:description") or "")
    if len(wanted) < _SHORTEST_LEAD or wanted in _words(body):
        return body
    for block in tree.iter("p", "div", "h2", "h3", "strong"):
        if not any(parent.tag in _LEFT_OUT for parent in block.iterancestors()):
            shown = _words("".join(block.itertext()))
            if shown == wanted:
                return f"{shown}\n\n{body}"
    return body


def _stated(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield what the page states, as `kind:name` → text; of two statements of one name the first counts, hence the reversal."""
    for meta in reversed(tree.findall(".//meta")):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            yield f"meta:{name.casefold()}", meta.get("content").strip()
    for link in tree.findall(".//link"):
        if link.get("rel") == "canonical" and link.get("href"):
            yield "link:canonical", link.get("href").strip()
    for time in reversed(tree.findall(".//time")):
        if time.get("datetime"):
            yield "time", time.get("datetime").strip()
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _linked_data(script.text or "")


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return  # a page's own error; its other statements still count
    nodes = data.get("@graph", [data]) if isinstance(data, dict) else data
    for node in nodes if isinstance(nodes, list) else []:
        if isinstance(node, dict):
            for key in ("headline", "datePublished", "url", "publisher", "author"):
                value = node.get(key)
                value = value[0] if isinstance(value, list) and value else value
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str) and value.strip():
                    yield f"ld:{key}", value.strip()


def _first(stated: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((_SPACE.sub(" ", stated[key]) for key in keys if stated.get(key)), None)


def _title(tree: Any) -> str | None:
    headings = [_SPACE.sub(" ", heading.text_content()).strip() for heading in tree.findall(".//h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = _SPACE.sub(" ", tree.findtext(".//title") or "").strip()
    return _SITE_IN_TITLE.split(title)[0] or None


def _words(text: str) -> str:
    return " ".join(text.split())  # no-break spaces too, which a page's description and its text use differently


def _day(text: str | None) -> Any:
    if not text:
        return None
    try:
        return read_date(text)
    except SourceError:
        return None  # a page's date in another form is no statement; the reader is not asked to mend the page

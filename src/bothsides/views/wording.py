"""The words that views use for verdicts and differences, and small operations on text: shortening, listing, marking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from bothsides.records import DifferenceKind, Status

# Names that English speaks of with "the": plural or common nouns made names.
_ARTICLE = re.compile(
    r"^(United|Russian Fed|Czech Rep|Dominican Rep|Holy)|\b(Union|Islands|Netherlands|Philippines|Maldives|Bahamas|Gambia)$"
)


class Verdict(NamedTuple):
    """How a status is shown: a mark that needs no colour, a short word, and what it does and does not mean."""

    mark: str
    word: str
    meaning: str


VERDICTS: dict[Status, Verdict] = {
    Status.SHARED: Verdict("=", "shared", "Both texts report the same matter with like force."),
    Status.SHARED_UNEQUAL: Verdict(
        "≈", "shared, unequal", "Both texts speak of the same matter, but differ in force, scope, wording, or in who is bound."
    ),
    Status.CONTESTED: Verdict("≠", "contested", "The two texts cannot both be true."),
    Status.ONE_SIDED: Verdict(
        "○", "one-sided", "Not found in the other side’s text, which covers the event. It may still have been said: texts leave things out."
    ),
    Status.ONE_SIDED_PARTIAL: Verdict(
        "◌",
        "one-sided, partial",
        "Not found in the other side’s text, but that text covers only a part of the event: its silence proves little.",
    ),
    Status.UNCOMPARED: Verdict("·", "not compared", "No text of the other side on this event is held, so nothing follows."),
}

DIFFERENCES: dict[DifferenceKind, str] = {
    DifferenceKind.FORCE: "force",
    DifferenceKind.BOUND: "who is bound",
    DifferenceKind.AMOUNT: "amount",
    DifferenceKind.DATE: "date",
    DifferenceKind.PLACE: "place",
    DifferenceKind.SCOPE: "scope",
    DifferenceKind.TERM: "term",
    DifferenceKind.HEDGE: "hedge",
    DifferenceKind.ADDRESSEE: "addressee",
}

INFERRED: dict[str, str] = {
    "publisher": "publisher",
    "isIssuedBy": "party that publishes",
    "title": "title",
    "source": "address",
    "issued": "day of publication",
    "startDate": "day of the event",
    "spatial": "place",
}
"""What a readout's properties are called where no source stated them."""


def definite(label: str) -> str:
    """Return a party's label as it stands in a sentence.

    >>> definite("United States"), definite("China")
    ('the United States', 'China')
    """
    return f"the {label}" if _ARTICLE.search(label) else label


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence lists them.

    >>> listed(["China", "Japan", "Korea"])
    'China, Japan and Korea'
    """
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "claim"), count(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word boundary so that, with its ellipsis, it has at most `limit` characters; white space is made even.

    >>> shorten("agreed to  maintain high-level interactions", 22)
    'agreed to maintain…'
    """
    even = " ".join(text.split())
    if len(even) <= limit:
        return even
    cut = even[: limit - 1]
    return (cut if even[limit - 1] == " " else cut.rsplit(" ", 1)[0]).rstrip(" ,;:.–—") + "…"


def excerpt(text: str, limit: int, marked: Sequence[str] = ()) -> str:
    """Shorten a quote, starting late enough that the first marked words are still to be seen.

    >>> excerpt("Both sides agreed to keep moving forward consultations on the principles", 40, ["principles"])
    '…consultations on the principles'
    """
    even = " ".join(text.split())
    ends = [end for _, end in _ranges(even, marked)]
    if not ends or ends[0] < limit or len(even) <= limit:
        return shorten(even, limit)
    start = even.find(" ", max(0, ends[0] - limit + 2)) + 1
    return "…" + shorten(even[start:], limit - 1)


def when(start: date | None, end: date | None = None) -> str:
    """Return a day or a range of days in words; empty if not known.

    >>> when(date(2023, 6, 18), date(2023, 6, 19))
    '18–19 June 2023'
    """
    if start is None or end is None or start == end:
        day = start or end
        return f"{day.day} {day:%B %Y}" if day else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%B %Y}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {end.day} {end:%B %Y}"
    return f"{start.day} {start:%B %Y} – {end.day} {end:%B %Y}"


def marked_parts(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """Split a text into stretches, each with whether it is one of `words` (sought without regard to case, whole words only).

    >>> marked_parts("urged them to act", ["urged"])
    [('urged', True), (' them to act', False)]
    """
    bounds = _ranges(text, words)
    inside = {start for start, _ in bounds}
    cuts = sorted({0, len(text), *(point for bound in bounds for point in bound)})
    return [(text[start:end], start in inside) for start, end in pairwise(cuts)]


def _ranges(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return the non-overlapping ranges of the first occurrence of each of `words`, longest words first, in text order."""
    found: list[tuple[int, int]] = []
    for word in sorted({word.strip() for word in words} - {""}, key=lambda word: (-len(word), word)):
        pattern = r"\s+".join(re.escape(part) for part in word.split())
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            if all(match.end() <= start or end <= match.start() for start, end in found):
                found.append(match.span())
                break
    return sorted(found)

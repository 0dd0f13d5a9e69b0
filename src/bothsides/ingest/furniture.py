"""A canonical text → the ranges of it that are not the publisher's account, by the patterns of `data/tables/furniture.csv`.

Scopes of a pattern: `line` matches a whole line anywhere; `edge` one in the head or the foot; `rest` a line after which nothing more of the
account comes; `start` the beginning and `end` the end of a paragraph (datelines and end marks, which no sentence runs through).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothsides.errors import VocabularyError
from bothsides.ingest.layout import LONGEST_LINE, Part, Unit, is_title_like, lay_out
from bothsides.ingest.tables import read_table
from bothsides.records import Span
from bothsides.resources import resource

COLUMNS = ("kind", "scope", "pattern", "example")
SCOPES = ("line", "edge", "rest", "start", "end")
# A sentence of as many words after "Related links" is the account going on, not a link.
_ACCOUNT = 12
_DATELINE = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the account of one text: its ranges in text order, and the title that the text opens with, if it has one."""

    furniture: tuple[Span, ...]
    title: str | None


def find_frame(text: str, *, title: str | None, names_publisher: Callable[[str], bool]) -> Frame:
    """Find the furniture of a canonical text; the title, given or found, belongs to it where the text repeats it.

    `names_publisher` tells whether a line is nothing but the name of an organ that publishes.
    """
    patterns = load_patterns()
    units = lay_out(text, patterns["line"], patterns["end"])
    found: set[Span] = set()
    titles: list[str] = []
    wanted = _bare(title or "") or None
    for number, unit in enumerate(units):
        short = len(unit.words) <= LONGEST_LINE
        span = Span(unit.start, unit.end)
        outside = unit.part in (Part.HEAD, Part.FOOT)
        if unit.is_frame or (short and (_bare(unit.words) == wanted or (outside and patterns["edge"].fullmatch(unit.words)))):
            found.add(span)
        elif unit.part is Part.HEAD and is_title_like(unit) and not names_publisher(unit.words):
            titles.append(unit.words)
            found.add(span)
        elif unit.part is Part.HEADING or (unit.part is Part.HEAD and unit.words.count(" ") < 3):
            found.add(span)
        elif short and outside and names_publisher(unit.words):
            found.update([span] if unit.part is Part.HEAD else _rest(units[number:]))
        elif short and number and patterns["rest"].fullmatch(unit.words):
            found.update(_rest(units[number:]))
        elif unit.part is Part.FOOT and _is_signature(unit, units[number + 1 :]):
            found.add(span)
        else:
            found.update(_ends(text, unit, patterns))
    return Frame(_merged(found), max(titles, key=lambda words: words.count(" "), default=None))


def _rest(units: Sequence[Unit]) -> Iterator[Span]:
    """Yield the ranges of a closing line and of what follows, until the account goes on after all."""
    for number, unit in enumerate(units):
        if number and unit.is_sentence and not unit.is_frame and unit.words.count(" ") + 1 >= _ACCOUNT:
            return
        yield Span(unit.start, unit.end)


def _is_signature(unit: Unit, after: Sequence[Unit]) -> bool:
    """Tell a place that stands alone above the closing date ("New Delhi", then "September 17, 2026")."""
    words = unit.words.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words) and bool(after) and any(c.isdigit() for c in after[0].words)


def _ends(text: str, unit: Unit, patterns: Mapping[str, re.Pattern[str]]) -> Iterator[Span]:
    """Yield the dateline before a paragraph and the end mark behind it."""
    opening = patterns["start"].match(text[unit.start : min(unit.end, unit.start + _DATELINE)])
    if opening and opening.end() < unit.end - unit.start:
        yield Span(unit.start, unit.start + len(opening.group().rstrip()))
    tail = text[max(unit.start, unit.end - 40) : unit.end]
    closing = patterns["end"].search(tail)
    if closing:
        yield Span(unit.end - len(tail) + closing.start(1), unit.end)


def _merged(spans: set[Span]) -> tuple[Span, ...]:
    """Return the ranges in text order without those that lie within another."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


@functools.cache
def load_patterns() -> Mapping[str, re.Pattern[str]]:
    """Return one pattern for each scope, made of the rows of the table.

    Raises:
        VocabularyError: a row has an unknown scope, a pattern that is none, or an example that its own pattern does not match.
    """
    rows: dict[str, list[str]] = {scope: [] for scope in SCOPES}
    for row in read_table(resource("data", "tables", "furniture.csv"), COLUMNS):
        if row["scope"] not in rows:
            raise row.wrong(f"the scope {row['scope']!r}", f"one of {', '.join(SCOPES)}")
        try:
            pattern = re.compile(row["pattern"], re.IGNORECASE)
        except re.error as error:
            raise VocabularyError(f"{row.path}:{row.line}: the pattern is none ({error}). Mend that row.") from error
        if not (pattern.match if row["scope"] == "start" else pattern.fullmatch)(row["example"]):
            raise row.wrong(f"the example {row['example']!r}", "one that the pattern matches")
        rows[row["scope"]].append(f"(?:{row['pattern']})")
    joined = {scope: "|".join(patterns) for scope, patterns in rows.items()}
    joined["end"] = rf"(?<=[.!?”\"’)])\s*({joined['end']})$"  # a mark counts as one only behind the end of a sentence
    return {scope: re.compile(pattern, re.IGNORECASE) for scope, pattern in joined.items()}

"""A canonical text → its units (paragraphs, headings, lines of a site's frame), each with the part it plays in the text.

A readout copied from a page is a head (site, ministry, title, date), a body, and a foot (contacts, links). The body is what has sentences:
whatever stands before the first of them or after the last one is judged by that alone, whatever stands between by its own words only.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

# Longer than this is no line of a site's frame.
LONGEST_LINE = 400
_LONGEST_HEADING = 8
_LONGEST_TITLE = 25
_SENTENCE = 40  # words: what has as many is a sentence, with or without a full stop

# The last line of a wrapped sentence: a few words with a full stop, below a line that is as wide as lines are.
_WIDE = 60
_LONGEST_TAIL = 6

_TERMINAL = re.compile(r"[.!?…:;][”\"’'»)\]*_]*$|[”\"»]$")
_BULLET = re.compile(r"(?:[-–—*•·°▪]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_NUMBERED_HEADING = re.compile(r"(?:\(?\d{1,2}[.)]?|\(?[A-Za-z][.)]|[IVX]{1,4}\.)\s+\S")
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
# A small letter begins a word that goes on with the sentence; "www.arvania.example" does not.
_SMALL_WORD = re.compile(r"[a-zà-þ][\w’'-]*(?:[,;:.!?)]?$|[,;:.!?)]* )")
_ESCAPED = re.compile(r"\\([#*_\[\]()<>.!+-])")


class Part(StrEnum):
    """The part a unit plays before any word of it is looked at."""

    HEAD = "head"
    BODY = "body"
    HEADING = "heading"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph or line: its range in the text, and its words as patterns see them (marks unescaped, white space single)."""

    start: int
    end: int
    words: str
    part: Part = Part.BODY
    is_frame: bool = False

    @property
    def is_sentence(self) -> bool:
        """Tell whether it ends like a sentence or an address ("Mr President,"), is as long as a sentence, or is an item of a list."""
        count = self.words.count(" ") + 1
        return (
            self.words.endswith(",")
            or bool(_TERMINAL.search(self.words))
            or count >= _SENTENCE
            or (count >= 4 and bool(_BULLET.match(self.words)))
        )


def lay_out(text: str, frame: re.Pattern[str], closing: re.Pattern[str]) -> list[Unit]:
    """Return the units of a canonical text in order.

    `frame` matches lines that belong to a site's frame wherever they stand; `closing` finds the end mark behind a sentence, no word of it.
    """
    units = list(_units(text, frame, closing))
    sentences = [number for number, unit in enumerate(units) if unit.is_sentence and not unit.is_frame]
    if not sentences:
        return units
    first, last = sentences[0], sentences[-1]
    return [replace(unit, part=_part(units, number, first, last)) for number, unit in enumerate(units)]


def is_title_like(unit: Unit) -> bool:
    """Tell whether a unit could be a title: some words, and not too many."""
    return 3 <= unit.words.count(" ") + 1 <= _LONGEST_TITLE


def _part(units: list[Unit], number: int, first: int, last: int) -> Part:
    if number < first:
        return Part.HEAD
    if number > last:
        return Part.FOOT
    return Part.HEADING if number < last and _is_heading(units, number) else Part.BODY


def _is_heading(units: list[Unit], number: int) -> bool:
    """Tell a heading within the body ("2. Regional situation"): few words without a full stop, after a sentence and before one.

    What follows a colon is an item of a list, and what is followed by another such line may be one.
    """
    unit, after = units[number], units[number + 1]
    before = next((units[at] for at in range(number - 1, -1, -1) if not units[at].is_frame), None)
    few = unit.words.count(" ") + 1 <= _LONGEST_HEADING and not (unit.words.endswith(",") or _TERMINAL.search(unit.words))
    plain = not _BULLET.match(unit.words) or bool(_NUMBERED_HEADING.match(unit.words))
    introduced = before is not None and (before.words.endswith((":", ";", ",")) or not before.is_sentence)
    return few and plain and not introduced and after.is_sentence and not _BULLET.match(after.words) and after.words.count(" ") >= 7


def _units(text: str, frame: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[Unit]:
    lines = list(_lines(text, closing))
    wrapped = any(a and b and _runs_on(a, b) for a, b in itertools.pairwise(lines))
    block: list[Unit] = []
    for line in [*lines, None]:
        if line is not None:
            block.append(line)
            continue
        yield from _joined(block, frame, wrapped=wrapped)
        block = []


def _lines(text: str, closing: re.Pattern[str]) -> Iterator[Unit | None]:
    """Yield the lines of a text without the white space around them, `None` for a blank one."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            yield Unit(start, start + len(bare), closing.sub("", _plain(bare) if len(bare) <= LONGEST_LINE else bare))
        else:
            yield None
        at += len(line) + 1


def _plain(line: str) -> str:
    shown = "".join(" " if unicodedata.category(c) == "Zs" else c for c in line if unicodedata.category(c) != "Cf")
    return " ".join(_BOLD.sub(r"\1", _ESCAPED.sub(r"\1", shown)).split())


def _joined(block: list[Unit], frame: re.Pattern[str], *, wrapped: bool) -> Iterator[Unit]:
    """Put the lines of one block together where a sentence was wrapped over them."""
    pending: Unit | None = None
    for number, line in enumerate(block):
        after = block[number + 1] if number + 1 < len(block) else None
        goes_on = pending is not None and _goes_on(pending, line, wrapped=wrapped)
        leads_on = after is not None and _runs_on(line, after)
        if not (goes_on or leads_on) and len(line.words) <= LONGEST_LINE and frame.fullmatch(line.words):
            if pending:
                yield pending
            pending = None
            yield replace(line, is_frame=True)
        elif pending and goes_on:
            pending = Unit(pending.start, line.end, f"{pending.words} {line.words}")
        else:
            if pending:
                yield pending
            pending = line
    if pending:
        yield pending


def _goes_on(pending: Unit, line: Unit, *, wrapped: bool) -> bool:
    """Tell whether a line belongs to the sentence before it; `wrapped` says that this text breaks its sentences over lines."""
    if _BULLET.match(line.words) or _TERMINAL.search(pending.words):
        return False
    is_tail = len(pending.words) >= _WIDE and bool(_TERMINAL.search(line.words)) and line.words.count(" ") < _LONGEST_TAIL
    return wrapped or is_tail or _runs_on(pending, line)


def _runs_on(line: Unit, after: Unit) -> bool:
    """Tell whether a sentence surely runs from one line on to the next: no stop at the end, a small letter at the beginning."""
    return not _TERMINAL.search(line.words) and bool(_SMALL_WORD.match(after.words))

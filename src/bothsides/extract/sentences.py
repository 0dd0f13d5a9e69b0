"""Where sentences begin: what the layout and abbreviations say before the parser finds the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
    at, final, quoted = 0, True, False
    for token in doc:
        reached = at
        while at < len(ordered) and ordered[at] <= token.idx:
            at += 1
        if token.is_space:
            at = reached  # the first word behind the white space begins the paragraph
        elif token.i and (at > reached or _opens_after_abbreviation(doc, token.i, names_party)):
            token.is_sent_start, quoted = True, False
        elif token.i and (not final or (quoted and token.text in _QUOTES)):
            token.is_sent_start = False
        if token.text in _QUOTES:
            quoted = not quoted
        elif not token.is_space:
            final = token.text[-1] in _FINAL


def _opens_after_abbreviation(doc: Doc, i: int, names_party: Callable[[str], bool]) -> bool:
    """Tell whether a token begins a sentence although the stop before it belongs to an abbreviation.

    "… a stable relationship with the U.S. China hopes that …": a capitalised function word, or the name of a party that a lower-case
    word follows. A title may follow an abbreviation within a sentence ("the U.S. Secretary of State said"), so other nouns do not count.
    """
    if i < 2 or not _ABBREVIATION.fullmatch(doc[i - 1].text) or not doc[i].text[:1].isupper():
        return False
    if doc[i].lower_ in _OPENERS:
        return True
    follows = doc[i + 1].text if i + 1 < len(doc) else ""
    return doc[i - 2].lower_ in {"the", "with"} and names_party(doc[i].text) and follows.islower() and follows.isalpha()

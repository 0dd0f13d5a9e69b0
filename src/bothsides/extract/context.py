"""A parsed text → its sentences, each with the cues it holds and the kind of speech it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bothsides.extract.speech import quotations, turns

if TYPE_CHECKING:
    from bothsides.extract.lexicon import Lexicon, Match
    from bothsides.extract.parsed import Parsed
    from bothsides.extract.speech import Turn
    from bothsides.records import Document

# A line of at most so many words without a final stop is a heading: it sets a topic and claims nothing by itself.
_HEADING_WORDS = 12
_FINAL = '.!?"”;:…'


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its half-open token range, its cues by token, where it stands and in what kind of speech.

    `index` counts the sentences of the publisher's account from 0; `speech` is "turn" in a transcript's speaker turn, "quote" when
    quotation marks reach over the sentence, else empty; `turn` is the turn; `heading` marks a short line without a final stop.
    """

    start: int
    end: int
    index: int
    cues: dict[int, list[Match]]
    quoted: frozenset[int]
    speech: str = ""
    heading: bool = False
    turn: Turn | None = None
    paragraph: int = 0


def read_sentences(parsed: Parsed, document: Document, lexicon: Lexicon, paragraphs: list[int]) -> list[Sentence]:
    """Return the sentences of a document's own account, in order; furniture and the names before a speaker's turn are left out.

    `paragraphs` are the offsets at which paragraphs begin.
    """
    spoken = turns(document.text)
    quoted = {i for start, end in quotations(parsed) for i in range(start, end)}
    out: list[Sentence] = []
    for start, end in parsed.sentences:
        turn = _turn_of(parsed, start, end, spoken)
        if turn is not None:
            while start < end and parsed.starts[start] < turn.start:
                start += 1
        tokens = [i for i in range(start, end) if not parsed.words[i].isspace()]
        if not tokens or any(span.start <= parsed.starts[tokens[0]] < span.end for span in document.furniture):
            continue
        cues: dict[int, list[Match]] = {}
        for match in lexicon.matches(parsed, start, end):
            for token in match.tokens:
                cues.setdefault(token, []).append(match)
        inside = frozenset(i for i in tokens if i in quoted)
        speech = "turn" if turn is not None else "quote" if len(inside) >= len(tokens) - 2 and len(inside) > len(tokens) / 2 else ""
        heading = len(tokens) <= _HEADING_WORDS and parsed.words[tokens[-1]][-1] not in _FINAL
        paragraph = sum(1 for offset in paragraphs if offset <= parsed.starts[tokens[0]])
        out.append(Sentence(start, end, len(out), cues, inside, speech, heading, turn=turn, paragraph=paragraph))
    return out


def _turn_of(parsed: Parsed, start: int, end: int, spoken: list[Turn]) -> Turn | None:
    first, last = parsed.starts[start], parsed.starts[end - 1]
    return next((turn for turn in spoken if turn.start <= last < turn.end or turn.start <= first < turn.end), None)

"""Parses written by hand, so that the grammar rules are tested without a model.

One line a token: `word lemma POS TAG head relation`. Heads count from 1 within a sentence, 0 is the root; `=` stands for the word in
lower case; a blank line ends a sentence, a line `--` a paragraph. Words are joined by one space, paragraphs by a blank line.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from hashlib import sha256

from spacy import blank
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bothsides.extract.context import Sentence, read_sentences
from bothsides.extract.features import cue_of
from bothsides.extract.lexicon import CueKind, Entry, Lexicon
from bothsides.extract.parsed import Parsed, build
from bothsides.extract.reference import Referent
from bothsides.extract.select import Found
from bothsides.extract.sentences import paragraph_starts
from bothsides.records import Act, Document

# A demand with a promise nested in it.
URGED = """
Vela vela PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Xebia xebia PROPN NNP 2 obj
to = PART TO 5 mark
honour = VERB VB 2 xcomp
its = PRON PRP$ 7 nmod:poss
commitment = NOUN NN 5 obj
to = ADP IN 9 case
trade = NOUN NN 7 nmod
. = PUNCT . 2 punct
"""


def tree(notation: str) -> Parsed:
    """Return the parse that the notation draws."""
    rows: list[list[str]] = []
    heads: list[int] = []
    sentences: list[tuple[int, int]] = []
    begin, gaps = 0, {}
    for line in [*notation.strip().splitlines(), ""]:
        fields = line.split()
        if fields and fields != ["--"]:
            head = int(fields[4])
            heads.append(begin + head - 1 if head else len(rows))
            rows.append(fields)
        elif len(rows) > begin:
            sentences.append((begin, len(rows)))
            begin = len(rows)
        if fields == ["--"]:
            gaps[len(rows)] = "\n\n"
    starts, ends, at = [], [], 0
    for i, row in enumerate(rows):
        at += len(gaps.get(i, " ")) if i else 0
        starts.append(at)
        at += len(row[0])
        ends.append(at)
    words = [row[0] for row in rows]
    lowers = [word.lower() for word in words]
    lemmas = [lower if row[1] == "=" else row[1] for row, lower in zip(rows, lowers, strict=True)]
    return build(
        words=words, lowers=lowers, lemmas=lemmas, pos=[r[2] for r in rows], tags=[r[3] for r in rows], deps=[r[5] for r in rows],
        heads=heads, starts=starts, ends=ends, sentences=sentences,
    )  # fmt: skip


def text_of(parsed: Parsed) -> str:
    """Return the text whose offsets the parse has."""
    text = ""
    for i, (start, word) in enumerate(zip(parsed.starts, parsed.words, strict=True)):
        gap = start - len(text)
        text += (("\n\n" if gap == 2 else " ") if i else "") + word
    return text


def document_of(parsed: Parsed, **known: object) -> Document:
    """Return a document with the parse's text."""
    text = text_of(parsed)
    return Document(**{"identifiers": ("doc",), "text": text, "sha256": sha256(text.encode()).hexdigest()} | known)  # type: ignore[arg-type]


def words_of(parsed: Parsed, span: tuple[int, int]) -> str:
    """Return the words of a token range, for comparing by eye."""
    return " ".join(parsed.words[span[0] : span[1]])


def at(parsed: Parsed, word: str) -> int:
    """Return the index of a word that occurs once."""
    assert parsed.words.count(word) == 1, f"{word!r} occurs {parsed.words.count(word)} times"
    return parsed.words.index(word)


def entry(cue: str, kind: str, act: str | None = None, shift: int = 0) -> Entry:
    """Return a row of a lexicon."""
    return Entry(tuple(cue.split()), CueKind(kind), Act(act) if act else None, shift)


def small_lexicon(*rows: Entry) -> Lexicon:
    """Return a lexicon of these rows and a few that every test may use."""
    return Lexicon([*COMMON, *rows])


COMMON = [
    entry("agree", "verb", "agree"),
    entry("urge", "verb", "urge"),
    entry("say", "verb", "state"),
    entry("stress", "verb", "state"),
    entry("welcome", "verb", "welcome"),
    entry("condemn", "verb", "condemn"),
    entry("inform", "verb", "state"),
    entry("discuss", "verb", "discuss"),
    entry("brief", "verb", "discuss"),
    entry("brief", "telling"),
    entry("invite", "verb", "invite"),
    entry("reaffirm", "verb", "reaffirm"),
    entry("express", "light"),
    entry("readiness", "noun", "accept"),
    entry("commitment", "noun", "commit"),
    entry("concern", "noun", "concern"),
    entry("focus on", "topic", "discuss"),
    entry("strongly", "booster"),
    entry("hope", "hedge"),
    entry("not", "negator"),
    entry("no", "negator"),
    entry("both sides", "joint"),
]


def sentences_of(parsed: Parsed, lexicon: Lexicon | None = None, **known: object) -> list[Sentence]:
    """Return the parse's sentences with their cues."""
    document = document_of(parsed, **known)
    return read_sentences(parsed, document, lexicon or small_lexicon(), paragraph_starts(document.text))


def claim_at(parsed: Parsed, sentence: Sentence, head: str | int, act: str, *, above: int | None = None) -> Found:
    """Return a claim as the selector would hand it on, over its head's whole subtree."""
    token = at(parsed, head) if isinstance(head, str) else head
    return Found(token, (parsed.left[token], parsed.right[token] + 1), Act(act), 0.9, above, cue_of(parsed, token, sentence), sentence)


class Phrasebook:
    """Stands in for the resolver: phrases in lower case and whom they mean, whatever preposition is before them; "we" means the speaker."""

    def __init__(self, parsed: Parsed, phrases: Mapping[str, Referent]) -> None:
        self._parsed = parsed
        self._phrases = phrases

    def resolve(self, start: int, end: int, *, speaker: Referent | None = None) -> Referent | None:
        while self._parsed.pos[start] in {"ADP", "CCONJ"} and start < end - 1:
            start += 1
        phrase = " ".join(self._parsed.lowers[start:end]).rstrip(" :")
        return speaker if phrase in {"we", "our", "i"} else self._phrases.get(phrase)

    def parties_in(self, start: int, end: int) -> tuple[str, ...]:
        inside = f" {' '.join(self._parsed.lowers[start:end])} "
        return tuple(dict.fromkeys(p for phrase, who in self._phrases.items() if f" {phrase} " in inside for p in who.parties))


@functools.cache
def _vocab() -> Vocab:
    return blank("en").vocab


def spacy_doc(words: Sequence[str], **annotations: object) -> Doc:
    """Return a spaCy `Doc` with these annotations and no model behind it."""
    return Doc(_vocab(), words=list(words), **annotations)  # type: ignore[arg-type]

"""Text of a document → a parsed spaCy `Doc` whose token offsets are offsets into that text.

The pipeline shipped inside the package is used unless another installed one is named.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from bothsides.errors import ExtractionError
from bothsides.extract.sentences import preset_boundaries
from bothsides.resources import model

if TYPE_CHECKING:
    from spacy.language import Language

    from bothsides.records import Document

SHIPPED = "shipped"

# One-to-one replacements, so that every offset stays: the parser was trained on plain spaces and straight quotes.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\t": " ",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "‹": '"',
        "›": '"',
        "–": "-",
    }
)

# The pipeline takes some 25 kB a token of what it parses at once. Few readouts are as long as a piece.
_PIECE, _BATCH = 4000, 8


@functools.lru_cache(maxsize=2)
def load(name: str = SHIPPED) -> Language:
    """Load a spaCy pipeline with a parser: the shipped one, or an installed one by name (`en_core_web_trf`).

    Raises:
        ExtractionError: no such pipeline is installed, or it has no parser.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a patch release newer than the model's warns, and reads it all the same
            nlp = spacy.load(model("syntax") if name == SHIPPED else name)
    except OSError as error:
        raise ExtractionError(f"cannot load the spaCy pipeline {name!r}: {error}. Install it, or leave --model out.") from error
    if not {"parser"} & set(nlp.pipe_names):
        raise ExtractionError(f"the spaCy pipeline {name!r} has no parser, only {', '.join(nlp.pipe_names)}. Name one that has.")
    return nlp


def parse(documents: Iterable[Document], nlp: Language, *, names_party: Callable[[str], bool]) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its parsed text, in order.

    Streams in batches; a long text is parsed piece by piece. `doc[i].idx` is a code-point offset into `document.text`.
    """

    def tasks() -> Iterator[tuple[Doc, Document | None]]:
        for document in documents:
            whole = nlp.tokenizer(document.text.translate(_PLAIN))
            preset_boundaries(whole, document, names_party)
            *first, last = _pieces(whole)
            for piece in first:
                yield piece, None
            yield last, document

    pieces: list[Doc] = []
    for doc, document in nlp.pipe(tasks(), as_tuples=True, batch_size=_BATCH):
        pieces.append(doc)
        if document is not None:
            yield document, doc if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)
            pieces = []


def _pieces(doc: Doc) -> Iterator[Doc]:
    """Yield a text in pieces of at most `_PIECE` tokens, cut where a sentence is known to begin if that is anywhere in the last half."""
    start = 0
    while len(doc) - start > _PIECE:
        window = range(start + _PIECE, start + _PIECE // 2, -1)
        end = next((i for i in window if doc[i].is_sent_start), start + _PIECE)
        yield doc[start:end].as_doc()
        start = end
    yield doc[start:].as_doc() if start else doc

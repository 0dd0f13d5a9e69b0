"""Text of a document → a parsed spaCy `Doc` whose token offsets are offsets into that text.

The pipeline shipped inside the package is used unless another installed one is named. Both label schemes that English pipelines use
(Universal Dependencies, as ours; ClearNLP, as spaCy's own) are understood through `LABELS`.
"""

from __future__ import annotations

import functools
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

from bothsides.errors import ExtractionError
from bothsides.extract.sentences import mend_boundaries, preset_boundaries
from bothsides.resources import model

if TYPE_CHECKING:
    from spacy.language import Language

    from bothsides.records import Document

SHIPPED = "shipped"

# One-to-one replacements, so that every offset stays: the parser was trained on plain spaces and straight quotes.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "‹": '"', "›": '"', "–": "-"})

# ClearNLP label → UD label, where the two name the same relation to the same head.
_CLEARNLP = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "relcl": "acl:relcl",
    "poss": "nmod:poss", "nn": "compound", "attr": "xcomp", "acomp": "xcomp", "prt": "compound:prt", "ROOT": "root",
}  # fmt: skip


def label(token: object) -> str:
    """Return a token's relation to its head as a Universal Dependencies label, whatever scheme the pipeline uses."""
    name = str(token.dep_)  # type: ignore[attr-defined]
    return _CLEARNLP.get(name, name)


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


def parse(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, Doc, Doc]]:
    """Yield each document with its parsed text and its parsed title (empty without one), in order.

    Streams in batches. `doc[i].idx` is a code-point offset into `document.text`; sentence starts are set at paragraph and furniture
    boundaries before parsing, and mended after it.
    """

    def tasks() -> Iterator[tuple[Doc, tuple[Document, bool]]]:
        for document in documents:
            body = nlp.make_doc(document.text.translate(_PLAIN))
            preset_boundaries(body, document)
            yield body, (document, False)
            yield nlp.make_doc((document.title or "").translate(_PLAIN)), (document, True)

    body: Doc | None = None
    for doc, (document, is_title) in nlp.pipe(tasks(), as_tuples=True, batch_size=32):
        if not is_title:
            body = doc
            mend_boundaries(body)
        else:
            if body is None:  # pragma: no cover - the pairs come as they were put in
                raise ExtractionError("a title came before its text")
            yield document, body, doc
            body = None

"""A spaCy `Doc` → plain lists, one entry a token: what the grammar rules read.

Rules that ask a spaCy `Token` for its attributes one by one spend most of their time in look-ups; lists need no look-ups, no
model in tests, and hold Universal Dependencies labels whatever scheme the pipeline uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG

from bothsides.extract.repair import mend_roots

if TYPE_CHECKING:
    from spacy.tokens import Doc

# ClearNLP label → UD label, where the two name the same relation to the same head.
CLEARNLP = {
    "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "relcl": "acl:relcl",
    "poss": "nmod:poss", "nn": "compound", "attr": "xcomp", "acomp": "xcomp", "prt": "compound:prt", "ROOT": "root",
    "prep": "obl", "agent": "obl:agent",
}  # fmt: skip

# Regular endings of verbs and nouns, and what stands in their place in the lemma.
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("es", "e"), ("es", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Parsed:
    """One parsed text. All lists run over its tokens; `sentences` are half-open token ranges; offsets are code points.

    `children[i]` are the dependents of token i in order; `left[i]` and `right[i]` bound its subtree (inclusive).
    """

    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    children: list[list[int]]
    left: list[int]
    right: list[int]


def from_doc(
    doc: Doc, known: frozenset[str] = frozenset(), irregular: Mapping[str, str] = MappingProxyType({}), verbs: frozenset[str] = frozenset()
) -> Parsed:
    """Copy what the rules need out of a parsed `Doc`, in one pass over its array.

    `irregular` maps word forms to lemmas; `known` are lemmas that matter: where the pipeline's lemma is none of them but the word is
    a regular form of one, that one is taken (statistical lemmatisers cut "underscored" to "underscor").
    `verbs` are the lemmas of reporting verbs, for mending roots.
    """
    strings = doc.vocab.strings
    table = doc.to_array([LOWER, LEMMA, POS, TAG, DEP, HEAD, IDX, LENGTH, SENT_START])
    names: dict[int, str] = {}

    def named(column: int) -> list[str]:
        out = []
        for key in table[:, column].tolist():
            text = names.get(key)
            if text is None:
                text = names[key] = strings[key] if key else ""
            out.append(text)
        return out

    offsets = table[:, 5].astype("int64").tolist()  # HEAD is a signed distance kept in an unsigned column
    heads = [i + distance for i, distance in enumerate(offsets)]
    starts = table[:, 6].astype("int64").tolist()
    lengths = table[:, 7].astype("int64").tolist()
    text = doc.text
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lowers = named(0)
    deps = [CLEARNLP.get(name, name) for name in named(4)]
    begins = [i for i, mark in enumerate(table[:, 8].astype("int64").tolist()) if mark == 1 or i == 0]
    sentences = list(zip(begins, [*begins[1:], len(words)], strict=True)) if words else []
    tags, pos, lemmas = named(3), named(2), _lemmas(lowers, named(1), known, irregular)
    mend_roots(heads, deps, tags, pos, lemmas, sentences, verbs)
    return build(
        words=words, lowers=lowers, lemmas=lemmas, pos=pos, tags=tags, deps=deps, heads=heads, starts=starts, ends=ends, sentences=sentences
    )


def _lemmas(lowers: list[str], given: list[str], known: frozenset[str], irregular: Mapping[str, str]) -> list[str]:
    mended: dict[tuple[str, str], str] = {}
    out = []
    for pair in zip(lowers, given, strict=True):
        lemma = mended.get(pair)
        if lemma is None:
            lemma = mended[pair] = irregular.get(pair[0]) or _lemma(*pair, known)
        out.append(lemma)
    return out


def _lemma(lower: str, given: str, known: frozenset[str]) -> str:
    lemma = given.lower()
    if lemma in known or len(lower) < 5:
        return lemma
    for ending, restored in _ENDINGS:
        if lower.endswith(ending):
            base = lower[: -len(ending)] + restored
            if base in known:
                return base
            if base[-1:] == base[-2:-1] and base[:-1] in known:
                return base[:-1]
    return lemma


def build(
    *, words: list[str], lowers: list[str], lemmas: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int],
    starts: list[int], ends: list[int], sentences: list[tuple[int, int]],
) -> Parsed:  # fmt: skip
    """Derive children and subtree bounds from heads."""
    size = len(words)
    children: list[list[int]] = [[] for _ in range(size)]
    left, right = list(range(size)), list(range(size))
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    for start, end in sentences:
        for i in range(start, end):
            low = high = i
            at = i
            while heads[at] != at:  # bounds of every ancestor grow; trees are shallow, so this beats a post-order walk
                at = heads[at]
                if left[at] > low:
                    left[at] = low
                if right[at] < high:
                    right[at] = high
    return Parsed(words, lowers, lemmas, pos, tags, deps, heads, starts, ends, sentences, children, left, right)

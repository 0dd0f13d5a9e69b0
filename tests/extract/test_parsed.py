"""A spaCy document becomes plain lists in Universal Dependencies labels, with lemmas that the lexicon can be looked up by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import spacy_doc, tree

from bothsides.extract.parsed import from_doc

SIDES = """
Both both DET DT 2 det
sides side NOUN NNS 3 nsubj
agreed agree VERB VBD 0 root
to = PART TO 5 mark
talk = VERB VB 3 xcomp

They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
"""


def lemmas(words, given, **known):
    size = len(words)
    tags = {"heads": [0] * size, "deps": ["ROOT", *["dep"] * (size - 1)], "tags": ["NN"] * size, "pos": ["NOUN"] * size}
    return from_doc(spacy_doc(words, lemmas=given, **tags), **known).lemmas


@pytest.mark.parametrize(
    ("word", "given", "lemma"),
    [
        ("underscored", "underscor", "underscore"),
        ("pledges", "pledges", "pledge"),
        ("reaffirming", "reaffirming", "reaffirm"),
        ("denied", "denied", "deny"),
        ("worries", "worries", "worry"),
        ("begged", "begged", "beg"),
    ],
)
def test_a_regular_form_gets_the_lemma_that_the_lexicon_knows(word, given, lemma):
    assert lemmas([word], [given], known=frozenset({lemma})) == [lemma]


def test_a_lemma_that_the_lexicon_knows_is_left_alone():
    assert lemmas(["agreed"], ["agree"], known=frozenset({"agree", "agreed"})) == ["agree"]


def test_a_form_of_no_known_lemma_keeps_its_own():
    assert lemmas(["needed"], ["neede"], known=frozenset({"agree"})) == ["neede"]


def test_a_short_word_is_not_taken_apart():
    assert lemmas(["used"], ["used"], known=frozenset({"use"})) == ["used"]


def test_an_irregular_form_is_looked_up():
    assert lemmas(["sought"], ["sought"], irregular={"sought": "seek"}) == ["seek"]


def test_clearnlp_labels_are_read_as_universal_ones():
    doc = spacy_doc(
        ["Talks", "were", "held", "by", "envoys", "in", "Ostrava"],
        lemmas=["talk", "be", "hold", "by", "envoy", "in", "Ostrava"], tags=["NNS", "VBD", "VBN", "IN", "NNS", "IN", "NNP"],
        pos=["NOUN", "AUX", "VERB", "ADP", "NOUN", "ADP", "PROPN"], heads=[2, 2, 2, 2, 3, 2, 5],
        deps=["nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj"],
    )  # fmt: skip
    assert from_doc(doc).deps[:4] == ["nsubj:pass", "aux:pass", "root", "obl:agent"]


def test_words_stand_at_their_offsets():
    doc = spacy_doc(["Ünïcode", "“quoted", "”", "end"], spaces=[True, False, True, False])
    parsed = from_doc(doc)
    assert [doc.text[start:end] for start, end in zip(parsed.starts, parsed.ends, strict=True)] == parsed.words


def test_sentences_are_ranges_of_tokens():
    doc = spacy_doc(["They", "met", ".", "He", "left", "."], sent_starts=[True, False, False, True, False, False])
    assert from_doc(doc).sentences == [(0, 3), (3, 6)]


def test_an_empty_text_has_no_sentence():
    assert from_doc(spacy_doc([])).sentences == []


def test_a_subtree_is_bounded_by_its_outermost_tokens():
    parsed = tree(SIDES)
    assert [(parsed.left[i], parsed.right[i]) for i in (1, 2, 4)] == [(0, 1), (0, 4), (3, 4)]


def test_dependents_are_listed_in_order():
    assert tree(SIDES).children[2] == [1, 4]


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs", "Z", "C"]), min_size=1), st.booleans()), max_size=12))
def test_every_word_is_the_text_at_its_offsets(tokens):
    doc = spacy_doc([word for word, _ in tokens], spaces=[space for _, space in tokens])
    parsed = from_doc(doc)
    assert [doc.text[start:end] for start, end in zip(parsed.starts, parsed.ends, strict=True)] == [word for word, _ in tokens]

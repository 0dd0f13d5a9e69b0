"""Candidates become claims by the classifiers' word, each with its span, its act, and the claim it hangs on."""

import numpy as np
import pytest
from trees import URGED, at, sentences_of, small_lexicon, tree, words_of

from bothsides.extract.lexicon import load_lexicon
from bothsides.extract.linear import LinearClassifier
from bothsides.extract.select import Selector, act_nouns, claim_span, load_selector
from bothsides.records import Act

QUOTED = """
" = PUNCT `` 5 punct
We we PRON PRP 5 nsubj
will = AUX MD 5 aux
soon = ADV RB 5 advmod
agree = VERB VB 10 ccomp
gladly = ADV RB 5 advmod
, = PUNCT , 5 punct
" = PUNCT '' 5 punct
Orto orto PROPN NNP 10 nsubj
said say VERB VBD 0 root
. = PUNCT . 10 punct
"""

TORN = """
The the DET DT 2 det
Secretary secretary PROPN NNP 6 nsubj
and = CCONJ CC 6 cc
Minister minister PROPN NNP 5 compound
Hall = PROPN NNP 6 nsubj
met meet VERB VBD 0 root
"""


def selector(accepting, acts=("state",)):
    """Return a selector that takes a candidate whose lexicon act is `accepting`, and names acts by their cues."""
    heads = LinearClassifier([f"act={act}" for act in accepting], ["none", "claim"], np.full((len(accepting), 1), 9.0), np.array([-5.0]))
    labels = [*acts, "regret"]
    weights = np.eye(len(labels))[: len(acts)] * 9.0
    return Selector(heads, LinearClassifier([f"cue.act={act}" for act in acts], labels, weights, np.zeros(len(labels))), small_lexicon())


def select(notation, accepting):
    parsed = tree(notation)
    (sentence,) = sentences_of(parsed)
    return parsed, selector(accepting, accepting).select(parsed, sentence)


def test_a_claim_has_the_act_that_is_likeliest():
    _, found = select(URGED, ["urge"])
    assert [claim.act for claim in found] == [Act.URGE]


def test_a_claim_has_its_words():
    parsed, (claim,) = select(URGED, ["urge"])
    assert words_of(parsed, claim.span) == "Vela urged Xebia to honour its commitment to trade"


def test_confidence_is_of_both_decisions():
    _, (claim,) = select(URGED, ["urge"])
    assert claim.confidence == pytest.approx(1 / (1 + np.exp(-4)) * np.exp(9) / (np.exp(9) + 1), rel=1e-3)


def test_a_nested_claim_knows_the_claim_above_it():
    parsed, found = select(URGED, ["urge", "commit"])
    assert [(parsed.words[claim.head], claim.above) for claim in found] == [("urged", None), ("commitment", at(parsed, "urged"))]


def test_nothing_is_found_below_the_threshold():
    assert select(URGED, ["regret"])[1] == []


def span(notation, head):
    parsed = tree(notation)
    (sentence,) = sentences_of(parsed)
    return words_of(parsed, claim_span(parsed, at(parsed, head), [at(parsed, head)], sentence))


def test_a_claim_in_quotation_marks_ends_with_them():
    assert span(QUOTED, "agree") == "We will soon agree gladly"


def test_a_subject_cut_in_two_is_put_together():
    assert span(TORN, "met") == "The Secretary and Minister Hall met"


def test_act_nouns_are_the_single_nouns_of_the_lexicon():
    assert act_nouns(small_lexicon()) == {"readiness", "commitment", "concern"}


def test_the_shipped_classifiers_know_every_act():
    lexicon = load_lexicon()
    assert {Act(label) for label in load_selector(lexicon)._acts.labels} == set(Act)

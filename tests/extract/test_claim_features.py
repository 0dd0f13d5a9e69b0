"""Which cue a candidate carries, and how it is described to the classifiers."""

import pytest
from trees import at, entry, sentences_of, small_lexicon, tree

from bothsides.extract.features import act_features, cue_of, head_features, subject_of

READINESS = """
Orto orto PROPN NNP 2 nsubj
expressed express VERB VBD 0 root
his = PRON PRP$ 4 nmod:poss
readiness = NOUN NN 2 obj
to = PART TO 6 mark
go = VERB VB 4 acl
"""

REAFFIRMED = """
They they PRON PRP 2 nsubj
reaffirmed reaffirm VERB VBD 0 root
their = PRON PRP$ 4 nmod:poss
commitment = NOUN NN 2 obj
"""

WELCOMED = """
They they PRON PRP 2 nsubj
welcomed welcome VERB VBD 0 root
the = DET DT 4 det
commitment = NOUN NN 2 obj
"""

CONCERNED = """
Xara xara PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
not = PART RB 4 advmod
worried = ADJ JJ 0 root
"""

NAMED = """
Both both DET DT 2 det
sides side NOUN NNS 3 nsubj
agreed agree VERB VBD 0 root
"""


def cue(notation, word, *rows):
    parsed = tree(notation)
    (sentence,) = sentences_of(parsed, small_lexicon(*rows))
    return cue_of(parsed, at(parsed, word), sentence)


def features(notation, word):
    parsed = tree(notation)
    (sentence,) = sentences_of(parsed)
    head = at(parsed, word)
    return head_features(parsed, head, None, None, sentence, {head: cue_of(parsed, head, sentence)})


def test_a_light_verb_passes_on_the_act_of_its_noun():
    found = cue(READINESS, "expressed", entry("express", "light"))
    assert (found.entry.act, found.tokens) == ("accept", (1, 3))


def test_reaffirming_a_commitment_with_a_light_verb_commits():
    assert cue(REAFFIRMED, "reaffirmed", entry("reaffirm", "light", "reaffirm")).entry.act == "commit"


def test_welcoming_a_commitment_does_not_commit():
    assert cue(WELCOMED, "welcomed").entry.act == "welcome"


def test_a_longer_cue_counts_before_a_shorter():
    assert cue(READINESS, "expressed", entry("express readiness", "phrase", "commit")).entry.cue == "express readiness"


def test_a_cue_on_the_copula_counts_for_its_predicate():
    assert cue(CONCERNED, "worried", entry("be", "verb", "state")).entry.cue == "be"


def test_a_word_of_no_row_has_no_cue():
    assert cue(READINESS, "go") is None


def test_hedges_are_no_cues_of_a_claim():
    assert cue("They they PRON PRP 2 nsubj\nhope = VERB VBP 0 root", "hope") is None


def test_the_subject_of_a_predicate_is_found():
    parsed = tree(NAMED)
    assert subject_of(parsed, at(parsed, "agreed")) == at(parsed, "sides")


def test_a_predicate_may_have_no_subject():
    parsed = tree(READINESS)
    assert subject_of(parsed, at(parsed, "go")) is None


@pytest.mark.parametrize(
    ("notation", "word", "feature"),
    [
        (NAMED, "agreed", "subject=joint"), (READINESS, "expressed", "subject=name"), (WELCOMED, "welcomed", "subject=they"),
        (READINESS, "go", "subject=none"), (CONCERNED, "worried", "negated"), (NAMED, "agreed", "act=agree"), (NAMED, "agreed", "tag=VBD"),
    ],
)  # fmt: skip
def test_a_head_is_described(notation, word, feature):
    assert feature in features(notation, word)


def test_each_feature_is_named_once():
    names = features(NAMED, "agreed")
    assert len(names) == len(set(names))


def test_no_name_of_a_party_is_a_feature_of_an_act():
    parsed = tree(CONCERNED)
    (sentence,) = sentences_of(parsed)
    assert not [name for name in act_features(parsed, 3, (0, 4), "", sentence, None) if "xara" in name]


def test_the_act_above_is_a_feature_of_an_act():
    parsed = tree(NAMED)
    (sentence,) = sentences_of(parsed)
    assert "above=state" in act_features(parsed, 2, (0, 3), "state", sentence, None)

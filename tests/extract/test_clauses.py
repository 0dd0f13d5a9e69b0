"""Which tokens could head a claim, and which words belong to one."""

import pytest
from trees import at, tree, words_of

from bothsides.extract.clauses import candidates, governor, span_of, stands_beside, trim

# Qin welcomed the talks and agreed to visit.
COORDINATED = """
Orto orto PROPN NNP 2 nsubj
welcomed welcome VERB VBD 0 root
the = DET DT 4 det
talks talk NOUN NNS 2 obj
and = CCONJ CC 6 cc
agreed agree VERB VBD 2 conj
to = PART TO 8 mark
visit = VERB VB 6 xcomp
. = PUNCT . 2 punct
"""

COMMITMENT = """
Xara xara PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
Xebia xebia PROPN NNP 2 obj
to = PART TO 5 mark
honour = VERB VB 2 xcomp
its = PRON PRP$ 7 nmod:poss
commitment = NOUN NN 5 obj
of = SCONJ IN 9 mark
trading trade VERB VBG 7 acl
. = PUNCT . 2 punct
"""

# The aux, the prenominal participle and the copula head nothing; the adjective with a copula does.
PLAIN = """
The the DET DT 3 det
planned plan VERB VBN 3 amod
visit = NOUN NN 6 nsubj
will = AUX MD 6 aux
be = AUX VB 6 cop
useful = ADJ JJ 0 root
. = PUNCT . 6 punct
"""

QUOTED = """
He he PRON PRP 2 nsubj
said say VERB VBD 0 root
" = PUNCT `` 6 punct
we = PRON PRP 6 nsubj
must = AUX MD 6 aux
talk = VERB VB 2 ccomp
" = PUNCT '' 6 punct
. = PUNCT . 2 punct
"""


def heads_of(notation, nouns=frozenset({"commitment"})):
    parsed = tree(notation)
    return [parsed.words[i] for i in candidates(parsed, 0, len(parsed.words), nouns)]


def test_coordinated_verbs_are_candidates_heads_first():
    assert heads_of(COORDINATED) == ["welcomed", "agreed", "visit"]


def test_a_noun_with_an_act_and_a_dependent_is_a_candidate():
    assert "commitment" in heads_of(COMMITMENT)


def test_a_noun_without_an_act_is_none():
    assert "commitment" not in heads_of(COMMITMENT, nouns=frozenset())


def test_a_predicate_adjective_is_one_and_auxiliaries_and_adjectives_of_nouns_are_not():
    assert heads_of(PLAIN) == ["useful"]


def test_a_root_is_one_whatever_its_word_class():
    assert heads_of("Handshakes handshake NOUN NNS 0 root\n. = PUNCT . 1 punct") == ["Handshakes"]


def test_a_governor_is_the_nearest_among_the_heads():
    parsed = tree(COORDINATED)
    heads = [at(parsed, "welcomed"), at(parsed, "agreed")]
    assert governor(parsed, at(parsed, "visit"), heads) == at(parsed, "agreed")


def test_a_root_has_no_governor():
    parsed = tree(COORDINATED)
    assert governor(parsed, at(parsed, "welcomed"), [at(parsed, "agreed")]) is None


@pytest.mark.parametrize(("word", "head", "beside"), [("agreed", "welcomed", True), ("visit", "agreed", False)])
def test_a_coordinated_clause_stands_beside_and_a_complement_does_not(word, head, beside):
    parsed = tree(COORDINATED)
    assert stands_beside(parsed, at(parsed, word), at(parsed, head)) is beside


def span(notation, head, *others):
    parsed = tree(notation)
    return words_of(parsed, span_of(parsed, at(parsed, head), [at(parsed, other) for other in others], 0, len(parsed.words)))


def test_a_claim_ends_where_the_coordinated_one_begins():
    assert span(COORDINATED, "welcomed", "agreed") == "Orto welcomed the talks"


def test_a_coordinated_claim_begins_behind_its_conjunction():
    assert span(COORDINATED, "agreed", "welcomed") == "agreed to visit"


def test_without_a_claim_beside_it_a_claim_keeps_all_its_words():
    assert span(COORDINATED, "welcomed") == "Orto welcomed the talks and agreed to visit"


def test_a_claim_inside_what_another_says_takes_nothing_away():
    assert span(COMMITMENT, "urged", "commitment") == "Xara urged Xebia to honour its commitment of trading"


def test_a_noun_claim_has_its_possessor_and_its_clause():
    assert span(COMMITMENT, "commitment", "urged") == "its commitment of trading"


def test_quotation_marks_are_kept_in_pairs():
    assert span(QUOTED, "said") == 'He said " we must talk "'


def test_an_opening_mark_whose_partner_is_outside_is_dropped():
    parsed = tree(QUOTED)
    assert words_of(parsed, trim(parsed, at(parsed, "said") + 1, at(parsed, "talk") + 1, at(parsed, "talk"))) == "we must talk"


def test_trimming_never_drops_the_head():
    parsed = tree("And and CCONJ CC 0 root\n. = PUNCT . 1 punct")
    assert trim(parsed, 0, 2, 0) == (0, 1)

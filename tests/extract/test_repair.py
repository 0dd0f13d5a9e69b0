"""Roots that the parser puts on a noun go back to the reporting verb."""

from trees import at, tree

from bothsides.extract.repair import mend_roots

AGREED = """
The the DET DT 3 det
two = NUM CD 3 nummod
sides side NOUN NNS 0 root
agreed agree VERB VBD 3 acl
to = PART TO 6 mark
hold = VERB VB 4 xcomp
talks talk NOUN NNS 6 obj
. = PUNCT . 3 punct
"""

CONDEMNED = """
The the DET DT 2 det
Secretary secretary PROPN NNP 0 root
and = CCONJ CC 5 cc
Foreign foreign PROPN NNP 5 compound
Minister minister PROPN NNP 6 nsubj
condemned condemn VERB VBD 2 conj
the = DET DT 8 det
attack = NOUN NN 6 obj
. = PUNCT . 2 punct
"""

COPULA = """
Peace peace NOUN NN 3 nsubj
is be AUX VBZ 3 cop
goal = NOUN NN 0 root
agreed agree VERB VBN 3 acl
. = PUNCT . 3 punct
"""

PARTICIPLE = """
Talks talk NOUN NNS 0 root
planned plan VERB VBN 1 acl
. = PUNCT . 1 punct
"""


def mended(notation):
    parsed = tree(notation)
    mend_roots(parsed.heads, parsed.deps, parsed.tags, parsed.pos, parsed.lemmas, parsed.sentences, frozenset({"agree", "condemn"}))
    return parsed


def test_the_reporting_verb_becomes_the_root_of_the_two_sides_agreed():
    parsed = mended(AGREED)
    verb = at(parsed, "agreed")
    assert (parsed.heads[verb], parsed.deps[verb]) == (verb, "root")


def test_the_old_root_becomes_the_subject():
    parsed = mended(AGREED)
    sides = at(parsed, "sides")
    assert (parsed.heads[sides], parsed.deps[sides]) == (at(parsed, "agreed"), "nsubj")


def test_what_follows_the_verb_belongs_to_it():
    parsed = mended(AGREED)
    assert parsed.heads[at(parsed, ".")] == at(parsed, "agreed")


def test_a_second_name_is_coordinated_with_the_first():
    parsed = mended(CONDEMNED)
    assert (parsed.heads[at(parsed, "Minister")], parsed.deps[at(parsed, "Minister")]) == (at(parsed, "Secretary"), "conj")


def test_a_verb_coordinated_with_the_first_name_becomes_the_root():
    parsed = mended(CONDEMNED)
    assert parsed.deps[at(parsed, "condemned")] == "root"


def test_a_noun_with_a_copula_stays_the_root():
    assert mended(COPULA).heads == tree(COPULA).heads


def test_a_verb_that_reports_nothing_stays_a_participle():
    assert mended(PARTICIPLE).heads == tree(PARTICIPLE).heads


def test_a_sound_tree_is_left_alone():
    sound = mended(AGREED)
    before = (list(sound.heads), list(sound.deps))
    mend_roots(sound.heads, sound.deps, sound.tags, sound.pos, sound.lemmas, sound.sentences, frozenset({"agree"}))
    assert (sound.heads, sound.deps) == before

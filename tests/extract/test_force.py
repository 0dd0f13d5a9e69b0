"""How firmly a claim is put, and whether its content is negated."""

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF
from trees import at, claim_at, entry, sentences_of, small_lexicon, tree

from bothsides.extract.force import DEFAULTS, force, is_negated
from bothsides.records import Act
from bothsides.resources import resource
from bothsides.vocabulary import NS

CONDEMNED = """
Xara xara PROPN NNP 3 nsubj
strongly = ADV RB 3 advmod
condemned condemn VERB VBD 0 root
the = DET DT 5 det
raid = NOUN NN 3 obj
"""

HOPES = """
Xara xara PROPN NNP 2 nsubj
urged urge VERB VBD 0 root
hope = NOUN NN 2 obj
"""

REFUSED = """
Xara xara PROPN NNP 2 nsubj
said say VERB VBD 0 root
it = PRON PRP 6 nsubj
would = AUX MD 6 aux
not = PART RB 6 advmod
yield = VERB VB 2 ccomp
"""

NO_CHANGE = """
Xara xara PROPN NNP 2 nsubj
stressed stress VERB VBD 0 root
no = DET DT 4 det
change = NOUN NN 2 obj
"""

RELATIVE = """
Xara xara PROPN NNP 2 nsubj
stressed stress VERB VBD 0 root
rules rule NOUN NNS 2 obj
that = PRON WDT 6 nsubj
not = PART RB 6 advmod
bind = VERB VBP 3 acl:relcl
"""


def claim(notation, head, act, *rows):
    parsed = tree(notation)
    (sentence,) = sentences_of(parsed, small_lexicon(*rows))
    return parsed, claim_at(parsed, sentence, head, act)


def strength(notation, head, act, *rows):
    return force(claim(notation, head, act, *rows)[1])[0]


def negated(notation, head, act):
    parsed, found = claim(notation, head, act)
    return is_negated(parsed, found, (at(parsed, head) + 1, len(parsed.words)))


def test_an_act_has_its_own_strength_and_stance():
    assert force(claim(NO_CHANGE, "stressed", "state")[1]) == DEFAULTS[Act.STATE]


def test_a_hedge_weakens():
    assert strength(HOPES, "urged", "urge") == DEFAULTS[Act.URGE][0] - 1


def test_a_booster_strengthens():
    assert strength(CONDEMNED, "condemned", "concern") == DEFAULTS[Act.CONCERN][0] + 1


def test_a_cue_shifts():
    assert strength(NO_CHANGE, "stressed", "state", entry("stress no", "phrase", "state", 2)) == DEFAULTS[Act.STATE][0] + 2


def test_nothing_is_stronger_than_five():
    assert strength(CONDEMNED, "condemned", "condemn") == 5


def test_nothing_is_weaker_than_one():
    assert strength(HOPES, "urged", "discuss") == 1


def test_the_defaults_are_those_of_the_ontology():
    graph, ns = Graph().parse(resource("ontology", "acts.ttl")), Namespace(NS)
    acts = list(graph.subjects(RDF.type, ns.Act))
    assert {str(act).rsplit("/", 1)[-1]: (int(graph.value(act, ns.strength)), int(graph.value(act, ns.stance))) for act in acts} == DEFAULTS


@pytest.mark.parametrize(
    ("notation", "head", "expected"),
    [(REFUSED, "said", True), (NO_CHANGE, "stressed", True), (RELATIVE, "stressed", False), (CONDEMNED, "condemned", False)],
    ids=["of what is said", "of its object", "in a relative clause", "none"],
)
def test_only_a_negation_of_the_content_counts(notation, head, expected):
    assert negated(notation, head, "state") is expected

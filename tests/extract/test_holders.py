"""Whose word a claim is, with a resolver that knows a few phrases."""

import pytest
from trees import Phrasebook, at, claim_at, sentences_of, small_lexicon, tree

from bothsides.extract.holders import Holders
from bothsides.extract.reference import Referent
from bothsides.records import Person

VELA, ORTO = Person("ana-vela", "Ana Vela"), Person("pal-orto", "Pál Orto")
BOTH = Referent(("xa", "xb"), joint=True)
PHRASES = {
    "both sides": BOTH, "the two ministers": BOTH, "xara": Referent(("xa",)), "xebia": Referent(("xb",)), "vela": Referent(("xa",), VELA),
    "orto": Referent(("xb",), ORTO), "vela and orto": BOTH, "the minister": Referent(("xb",), ORTO), "ana vela": Referent(("xa",), VELA),
    "pál orto": Referent(("xb",), ORTO), "he": Referent(("xb",), ORTO), "its": Referent(("xb",)), "xebia 's": Referent(("xb",)),
}  # fmt: skip


def voices(notation, *claims, publisher=("xa",)):
    """Return the parties of each claim, given as (word, act) or (word, act, word above), in order; one list for all sentences."""
    parsed = tree(notation)
    holders = Holders(parsed, Phrasebook(parsed, PHRASES), publisher=publisher, parties=("xa", "xb"))
    found = {}
    for sentence in sentences_of(parsed, small_lexicon()):
        items = []
        for word, act, *above in claims:
            if sentence.start <= at(parsed, word) < sentence.end:
                items.append(claim_at(parsed, sentence, word, act, above=at(parsed, above[0]) if above else None))
        found |= holders.of_sentence(sentence, items)
    return [found[at(parsed, word)] for word, *_ in claims]


def parties(notation, *claims, **options):
    return [voice.parties for voice in voices(notation, *claims, **options)]


AGREED = "Both both DET DT 2 det\nsides side NOUN NNS 3 nsubj\nagreed agree VERB VBD 0 root\nto = PART TO 5 mark\ntrade = VERB VB 3 xcomp"
URGED = "Vela vela PROPN NNP 2 nsubj\nurged urge VERB VBD 0 root\nXebia xebia PROPN NNP 2 obj\nto = PART TO 5 mark\nact = VERB VB 2 xcomp"


def test_both_sides_hold_what_both_sides_agreed():
    assert parties(AGREED, ("agreed", "agree")) == [("xa", "xb")]


def test_the_subject_holds_what_it_said():
    assert parties(URGED, ("urged", "urge")) == [("xa",)]


def test_a_person_who_spoke_is_named():
    assert voices(URGED, ("urged", "urge"))[0].person == VELA


def test_an_embedded_infinitive_keeps_the_outer_holder():
    assert parties(URGED, ("urged", "urge"), ("act", "propose", "urged")) == [("xa",), ("xa",)]


def test_two_names_torn_apart_count_together():
    torn = "Vela vela PROPN NNP 4 dep\nand = CCONJ CC 3 cc\nOrto orto PROPN NNP 4 nsubj\ncondemned condemn VERB VBD 0 root"
    assert parties(torn, ("condemned", "condemn")) == [("xa", "xb")]


PASSIVE = """
{0} {1} NOUN NN 3 nsubj:pass
was be AUX VBD 3 aux:pass
{2} {3} VERB VBN 0 root
"""


@pytest.mark.parametrize(
    ("subject", "verb", "lemma", "act", "expected"),
    [
        ("It", "agreed", "agree", "agree", ("xa", "xb")),
        ("Trade", "discussed", "discuss", "discuss", ("xa", "xb")),
        ("Piracy", "condemned", "condemn", "condemn", ("xa",)),
    ],
    ids=["it was agreed: all", "was discussed: all", "was condemned: the publisher"],
)
def test_a_passive_without_an_agent(subject, verb, lemma, act, expected):
    assert parties(PASSIVE.format(subject, subject.lower(), verb, lemma), (verb, act)) == [expected]


def test_the_agent_of_a_passive_is_the_actor():
    passive = """
    Piracy piracy NOUN NN 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    condemned condemn VERB VBN 0 root
    by = ADP IN 5 case
    Xebia xebia PROPN NNP 3 obl:agent
    """
    assert parties(passive, ("condemned", "condemn")) == [("xb",)]


def test_who_is_informed_hears_it_from_the_others():
    informed = """
    The the DET DT 2 det
    Minister minister NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    informed inform VERB VBN 0 root
    """
    assert parties(informed, ("informed", "state")) == [("xa",)]


NOUN = """
Vela vela PROPN NNP 2 nsubj
stressed stress VERB VBD 0 root
{0} {1} 5 nmod:poss
firm = ADJ JJ 5 amod
commitment = NOUN NN 2 obj
"""


@pytest.mark.parametrize(
    ("possessor", "expected"), [("its = PRON PRP$", ("xb",)), ("our = PRON PRP$", ("xa",))], ids=["named", "without a speaker"]
)
def test_the_possessor_of_a_noun_holds_what_it_names(possessor, expected):
    word, rest = possessor.split(" ", 1)
    assert parties(NOUN.format(word, rest), ("stressed", "state"), ("commitment", "commit", "stressed"))[1] == expected


def test_a_shared_commitment_is_held_by_all():
    shared = """
    Vela vela PROPN NNP 2 nsubj
    stressed stress VERB VBD 0 root
    the = DET DT 5 det
    shared = ADJ JJ 5 amod
    commitment = NOUN NN 2 obj
    """
    assert parties(shared, ("stressed", "state"), ("commitment", "commit", "stressed"))[1] == ("xa", "xb")


def test_coordinated_predicates_share_the_subject():
    coordinated = """
    Orto orto PROPN NNP 2 nsubj
    condemned condemn VERB VBD 0 root
    piracy = NOUN NN 2 obj
    and = CCONJ CC 5 cc
    welcomed welcome VERB VBD 2 conj
    trade = NOUN NN 5 obj
    """
    assert parties(coordinated, ("condemned", "condemn"), ("welcomed", "welcome", "condemned")) == [("xb",), ("xb",)]


CONTINUED = """
Orto orto PROPN NNP 2 nsubj
said say VERB VBD 0 root
so = ADV RB 2 advmod
. = PUNCT . 2 punct
{gap}
Trade trade NOUN NN 3 nsubj
should = AUX MD 3 aux
grow = VERB VB 0 root
. = PUNCT . 3 punct
"""


def test_the_speaker_continues_in_the_next_sentence():
    assert parties(CONTINUED.format(gap=""), ("said", "state"), ("grow", "propose")) == [("xb",), ("xb",)]


def test_a_new_paragraph_is_the_publishers_again():
    assert parties(CONTINUED.format(gap="--"), ("said", "state"), ("grow", "propose")) == [("xb",), ("xa",)]


def test_what_the_two_should_do_is_the_speakers_word():
    deontic = "Both both DET DT 2 det\nsides side NOUN NNS 4 nsubj\nshould = AUX MD 4 aux\nwork = VERB VB 0 root"
    assert parties(deontic, ("work", "urge")) == [("xa",)]


def test_a_plain_deed_is_the_subjects_own():
    deed = "Xebia xebia PROPN NNP 3 nsubj\nwill = AUX MD 3 aux\ncontinue = VERB VB 0 root"
    assert parties(deed, ("continue", "commit")) == [("xb",)]


def test_discussing_takes_two():
    discussed = "Vela vela PROPN NNP 2 nsubj\ndiscussed discuss VERB VBD 0 root\ntrade = NOUN NN 2 obj"
    assert parties(discussed, ("discussed", "discuss")) == [("xa", "xb")]


def test_briefing_takes_one():
    briefed = "Vela vela PROPN NNP 2 nsubj\nbriefed brief VERB VBD 0 root\nOrto orto PROPN NNP 2 obj"
    assert parties(briefed, ("briefed", "discuss")) == [("xa",)]


def test_the_tone_is_of_all():
    assert parties("Talks talk NOUN NNS 3 nsubj\nwere be AUX VBD 3 cop\nfrank = ADJ JJ 0 root", ("frank", "characterise")) == [("xa", "xb")]


def test_what_the_talks_turned_on_is_of_all():
    focused = "Talks talk NOUN NNS 2 nsubj\nfocused focus VERB VBD 0 root\non = ADP IN 4 case\ntrade = NOUN NN 2 obl"
    assert parties(focused, ("focused", "discuss")) == [("xa", "xb")]


def test_a_quotation_belongs_to_whom_it_is_attributed():
    quoted = """
    " = PUNCT `` 4 punct
    We we PRON PRP 4 nsubj
    gladly = ADV RB 4 advmod
    welcome = VERB VBP 10 ccomp
    the = DET DT 6 det
    new = ADJ JJ 4 obj
    , = PUNCT , 4 punct
    " = PUNCT '' 4 punct
    Orto orto PROPN NNP 10 nsubj
    said say VERB VBD 0 root
    . = PUNCT . 10 punct
    """
    assert parties(quoted, ("said", "state"), ("welcome", "welcome", "said")) == [("xb",), ("xb",)]


def test_we_in_a_speakers_turn_is_the_speaker():
    transcript = """
    Pál = PROPN NNP 2 compound
    Orto: = PROPN NNP 4 dep
    We we PRON PRP 4 nsubj
    welcome = VERB VBP 0 root
    it = PRON PRP 4 obj
    --
    Ana = PROPN NNP 2 compound
    Vela: = PROPN NNP 4 dep
    We we PRON PRP 4 nsubj
    condemn = VERB VBP 0 root
    it = PRON PRP 4 obj
    """
    assert parties(transcript, ("welcome", "welcome"), ("condemn", "condemn")) == [("xb",), ("xa",)]


def test_without_a_subject_the_publisher_speaks():
    assert parties("Welcoming welcome VERB VBG 0 root\ntrade = NOUN NN 1 obj", ("Welcoming", "welcome")) == [("xa",)]


def test_an_unknown_publisher_leaves_the_first_party():
    unknown = parties("Welcoming welcome VERB VBG 0 root\ntrade = NOUN NN 1 obj", ("Welcoming", "welcome"), publisher=())
    assert unknown == [("xa",)]

"""Found claims become records: verbatim evidence, content without the reporting verb, whom they address and bind."""

import pytest
from trees import URGED, Phrasebook, at, claim_at, document_of, sentences_of, text_of, tree

from bothsides.extract.claims import ClaimReader
from bothsides.extract.reference import Referent
from bothsides.records import Person

VELA = Person("ana-vela", "Ana Vela")
PHRASES = {"vela": Referent(("xa",), VELA), "xebia": Referent(("xb",)), "both sides": Referent(("xa", "xb"))}

AGREED = """
Both both DET DT 2 det
sides side NOUN NNS 3 nsubj
agreed agree VERB VBD 0 root
to = PART TO 5 mark
trade = VERB VB 3 xcomp
. = PUNCT . 3 punct
"""

PASSIVE = """
Free free ADJ JJ 2 amod
trade = NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
welcomed welcome VERB VBN 0 root
. = PUNCT . 4 punct
"""


class Chosen:
    """Stands in for the selector: the claims given, as (head word, act, word above or nothing)."""

    def __init__(self, *claims):
        self._claims = claims

    def select(self, parsed, sentence):
        return [claim_at(parsed, sentence, word, act, above=at(parsed, up[0]) if up else None) for word, act, *up in self._claims]


class Heads:
    """Stands in for the finder of holders: whom each head word belongs to."""

    def __init__(self, parsed, voices):
        self._voices = {at(parsed, word): voice for word, voice in voices.items()}

    def of_sentence(self, sentence, claims):
        return {claim.head: self._voices[claim.head] for claim in claims}


class NoTopics:
    def topics(self, text, **_):
        return ()


def read(notation, *claims, voices):
    parsed = tree(notation)
    document = document_of(parsed)
    resolver = Phrasebook(parsed, PHRASES)
    chosen, holders = Chosen(*claims), Heads(parsed, voices)
    reader = ClaimReader(document, parsed, selector=chosen, holders=holders, resolver=resolver, topics=NoTopics(), parties=("xa", "xb"))
    return text_of(parsed), reader.read(sentences_of(parsed))


def one(notation, head, act, voice):
    text, (claim,) = read(notation, (head, act), voices={head: voice})
    return text, claim


def words(text, span):
    return text[span.start : span.end]


def test_a_claims_evidence_is_verbatim():
    text, claim = one(URGED, "urged", "urge", PHRASES["vela"])
    assert words(text, claim.span) == "Vela urged Xebia to honour its commitment to trade ."


def test_a_claims_cue_is_the_reporting_word():
    text, claim = one(URGED, "urged", "urge", PHRASES["vela"])
    assert words(text, claim.cue) == "urged"


def test_the_content_stands_behind_the_cue():
    text, claim = one(AGREED, "agreed", "agree", PHRASES["both sides"])
    assert words(text, claim.content) == "trade ."


def test_the_content_of_a_passive_stands_before_the_cue():
    parsed = tree(PASSIVE.replace(". = PUNCT . 4 punct\n", ""))
    reader = ClaimReader(
        document_of(parsed), parsed, selector=Chosen(("welcomed", "welcome")), holders=Heads(parsed, {"welcomed": PHRASES["both sides"]}),
        resolver=Phrasebook(parsed, PHRASES), topics=NoTopics(), parties=("xa", "xb"),
    )  # fmt: skip
    (claim,) = reader.read(sentences_of(parsed))
    assert words(text_of(parsed), claim.content) == "Free trade was"


@pytest.mark.parametrize(
    ("notation", "head", "act", "voice", "expected"),
    [
        (URGED, "urged", "urge", "vela", ("xb",)),
        (URGED, "urged", "state", "vela", ()),
        (PASSIVE, "welcomed", "invite", "vela", ("xb",)),
        (PASSIVE, "welcomed", "welcome", "vela", ()),
    ],
    ids=["named", "an act aimed at nobody", "the other, if none is named", "none, if none is meant"],
)
def test_whom_a_claim_addresses(notation, head, act, voice, expected):
    assert one(notation, head, act, PHRASES[voice])[1].addressees == expected


@pytest.mark.parametrize(
    ("notation", "head", "act", "voice", "binds", "owed"),
    [
        (AGREED, "agreed", "agree", "both sides", ("xa", "xb"), ("xa", "xb")),
        (AGREED, "agreed", "commit", "vela", ("xa",), ("xb",)),
        (URGED, "urged", "urge", "vela", (), ()),
    ],
    ids=["both to one another", "one to the other", "nobody by urging"],
)
def test_whom_a_claim_binds(notation, head, act, voice, binds, owed):
    claim = one(notation, head, act, PHRASES[voice])[1]
    assert (claim.binds, claim.owed_to) == (binds, owed)


def test_a_person_who_spoke_is_the_speaker():
    assert one(URGED, "urged", "urge", PHRASES["vela"])[1].speaker == VELA


def test_other_parties_that_are_named_are_mentioned():
    assert one(URGED, "urged", "urge", PHRASES["vela"])[1].mentions == ("xb",)


def test_a_claim_inside_another_is_nested_in_it():
    voices = {"urged": PHRASES["vela"], "commitment": PHRASES["xebia"]}
    _, (outer, inner) = read(URGED, ("urged", "urge"), ("commitment", "commit", "urged"), voices=voices)
    assert (outer.nested_in, inner.nested_in) == (None, outer.key)


def test_claims_come_in_the_order_of_the_text():
    voices = {"urged": PHRASES["vela"], "commitment": PHRASES["xebia"]}
    _, claims = read(URGED, ("commitment", "commit"), ("urged", "urge"), voices=voices)
    assert [claim.act for claim in claims] == ["urge", "commit"]


def test_the_same_words_and_act_are_one_claim():
    _, claims = read(URGED, ("urged", "urge"), ("urged", "urge"), voices={"urged": PHRASES["vela"]})
    assert len(claims) == 1

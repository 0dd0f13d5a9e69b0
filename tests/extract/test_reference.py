"""Whom a noun phrase means, on parses and casts written by hand."""

from types import SimpleNamespace

import pytest
from trees import document_of, tree

from bothsides.extract.mentions import find_mentions
from bothsides.extract.reference import Referent, Resolver, load_references
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.records import EventKind, Participant, Person, ReportedEvent, Role

SELA, ORTO = Person("ada-sela", "Ada Sela"), Person("bruno-orto", "Bruno Orto")
MEETING = ReportedEvent(
    EventKind.MEETING,
    participants=(Participant("fr", SELA, "Foreign Minister", Role.HOST), Participant("it", ORTO, "President", Role.GUEST)),
)

LEAD = """
French french ADJ JJ 3 amod
Foreign foreign ADJ JJ 3 amod
Minister minister PROPN NNP 6 nsubj
Ada Ada PROPN NNP 3 flat
Sela Sela PROPN NNP 4 flat
met meet VERB VBD 0 root
Italian italian ADJ JJ 8 amod
President president PROPN NNP 6 obj
Bruno Bruno PROPN NNP 8 flat
Orto Orto PROPN NNP 9 flat
. . PUNCT . 6 punct
"""


def referent(*sentences: str, of: str, event: ReportedEvent = MEETING, speaker: Referent | None = None, **known: object) -> Referent | None:
    """Return whom the phrase `of` means in the last place where it stands in the sentences (lines of a tree) after the lead."""
    parsed = tree("\n\n".join((LEAD.strip(), *(one.strip() for one in sentences))))
    document = document_of(parsed, **{"parties": ("fr",), **known})
    gazetteer = load_gazetteer()
    resolver = Resolver(parsed, document, event, mentions=find_mentions(document, gazetteer), gazetteer=gazetteer)
    words = of.split()
    start = max(i for i in range(len(parsed.words)) if parsed.words[i : i + len(words)] == words)
    return resolver.resolve(SimpleNamespace(start=start, end=start + len(words)), speaker=speaker)


def subject(*words: str, pos: str = "NOUN") -> str:
    """Return a sentence whose subject is the words, the last being the head, and whose verb is "agreed"."""
    size = len(words)
    lines = [
        f"{word} = {pos if i == size - 1 else 'ADJ'} X {size if i < size - 1 else size + 1} {'amod' if i < size - 1 else 'nsubj'}"
        for i, word in enumerate(words)
    ]
    return "\n".join([*lines, f"agreed agree VERB VBD 0 root\n. . PUNCT . {size + 1} punct"])


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        (("The", "two", "sides"), ("fr", "it")), (("Both", "leaders"), ("fr", "it")), (("The", "Ministers"), ("fr", "it")),
        (("The", "Italian", "side"), ("it",)), (("The", "other", "side"), ("it",)), (("The", "Spokesperson"), ("fr",)),
        (("Our", "country"), ("fr",)), (("The", "host"), ("fr",)), (("The", "guest"), ("it",)), (("The", "meeting"), ("fr", "it")),
        (("Her", "counterpart"), ("it",)), (("The", "Belmoran", "side"), ("it",)), (("The", "talks"), ("fr", "it")),
    ],
)  # fmt: skip
def test_sides_and_roles_mean_parties(words: tuple[str, ...], parties: tuple[str, ...]) -> None:
    found = referent(subject(*words), of=" ".join(words))
    assert found is not None
    assert found.parties == parties


@pytest.mark.parametrize(
    ("words", "person"),
    [
        (("The", "Minister"), SELA), (("The", "President"), ORTO), (("The", "Italian", "President"), ORTO),
        (("The", "Head", "of", "State"), ORTO), (("The", "Italian", "leader"), ORTO),
    ],
)  # fmt: skip
def test_an_office_means_who_holds_it(words: tuple[str, ...], person: Person) -> None:
    if "of" in words:
        sentence = (
            "The the DET DT 2 det\nHead head NOUN NN 5 nsubj\nof of ADP IN 4 case\nState state NOUN NN 2 nmod\nagreed agree VERB VBD 0 root"
        )
    else:
        sentence = subject(*words)
    found = referent(sentence, of=" ".join(words))
    assert found is not None
    assert found.person == person


def test_an_office_that_nobody_named_holds_is_the_publishers() -> None:
    found = referent(subject("The", "Chancellor"), of="The Chancellor")
    assert found == Referent(("fr",))


@pytest.mark.parametrize(("word", "person"), [("She", SELA), ("He", ORTO)])
def test_he_and_she_mean_the_nearest_subject_of_that_sex(word: str, person: Person) -> None:
    sentences = (subject("Sela", pos="PROPN"), subject("Orto", pos="PROPN"), subject(word, pos="PRON"))
    found = referent(*sentences, of=word)
    assert found is not None
    assert found.person == person


def test_they_means_the_last_several() -> None:
    found = referent(subject("Both", "sides"), subject("Sela", pos="PROPN"), subject("They", pos="PRON"), of="They")
    assert found is not None
    assert found.parties == ("fr", "it")


def test_we_means_the_publisher_and_in_a_quotation_the_speaker() -> None:
    sentence = subject("We", pos="PRON")
    told, said = referent(sentence, of="We"), referent(sentence, of="We", speaker=Referent(("it",), ORTO))
    assert (told and told.parties, said) == (("fr",), Referent(("it",), ORTO))


def test_it_means_the_last_party_but_not_in_it_was_agreed() -> None:
    party = "Italy Italy PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root"
    anaphor = subject("It", pos="PRON")
    expletive = "It it PRON PRP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nagreed agree VERB VBN 0 root"
    assert (referent(party, anaphor, of="It"), referent(party, expletive, of="It")) == (Referent(("it",)), None)


def test_people_listed_one_after_another_act_together() -> None:
    sentence = """
The the DET DT 2 det
Minister minister NOUN NN 6 nsubj
and and CCONJ CC 4 cc
President president PROPN NNP 6 dep
Orto Orto PROPN NNP 4 flat
agreed agree VERB VBD 0 root"""
    found = referent(sentence, of="The Minister and President Orto")
    assert found is not None
    assert (found.parties, found.joint) == (("fr", "it"), True)


def test_a_phrase_that_names_no_party_means_none() -> None:
    assert referent(subject("The", "weather"), of="The weather") is None


def test_the_parties_that_a_stretch_names_come_once_each_in_order() -> None:
    parsed = tree(LEAD)
    document = document_of(parsed, parties=("fr",))
    gazetteer = load_gazetteer()
    resolver = Resolver(parsed, document, MEETING, mentions=find_mentions(document, gazetteer), gazetteer=gazetteer)
    assert resolver.referents_in(SimpleNamespace(start=0, end=len(parsed.words))) == [Referent(("fr",), SELA), Referent(("it",), ORTO)]


def test_every_word_of_the_table_has_a_known_kind() -> None:
    assert load_references()["sides"] == "joint"

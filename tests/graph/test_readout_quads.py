"""A reading as the graph of its readout."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import XB_TEXT, claim, document, gazetteer, xara, xebia
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from bothsides import vocabulary as v
from bothsides.errors import ExtractionError
from bothsides.graph import Iris, Program, readout_quads
from bothsides.graph.readout_quads import body
from bothsides.records import Act, Document, EventKind, Participant, Reading, ReportedEvent, Span

IRIS = Iris()


def quads(reading: Reading) -> list[Quad]:
    return list(readout_quads(reading, names=gazetteer(), iris=IRIS, program=Program("1.0")))


def values(reading: Reading, subject: NamedNode, predicate: NamedNode) -> set[str]:
    return {quad.object.value for quad in quads(reading) if quad.subject == subject and quad.predicate == predicate}


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


def told(doc: Document, quote: str) -> Reading:
    """Return a reading with one claim on a whole passage."""
    return Reading(doc, ReportedEvent(EventKind.MEETING), (claim(doc, quote, Act.STATE, ("xa",), cue=quote, content=quote),))


def test_all_quads_are_in_the_graph_of_the_readout() -> None:
    assert {quad.graph_name for quad in quads(xara())} == {IRIS.readout_graph(xara().document)}


def test_the_graph_says_what_made_it() -> None:
    graph = IRIS.readout_graph(xara().document)
    assert values(xara(), graph, v.PROV_WAS_GENERATED_BY) == {IRIS.run("extraction", "1.0", "").value}


def test_nothing_depends_on_another_document() -> None:
    assert not {quad.predicate for quad in quads(xara())} & {v.REPORTS_ON, v.IS_IN_EVENT, v.OVERLAPS}


def test_the_same_reading_gives_the_same_quads_in_the_same_order() -> None:
    assert quads(xara()) == quads(xara())


def test_every_identifier_is_kept() -> None:
    assert values(xara(), IRIS.readout(xara().document), v.DCTERMS_IDENTIFIER) == {"xara-1", "repost-7"}


def test_what_was_inferred_is_said_to_be() -> None:
    marked = values(xara(), IRIS.readout(xara().document), v.HAS_INFERRED_PROPERTY)
    assert marked == {v.IS_ISSUED_BY.value, v.SCHEMA_START_DATE.value}


def test_the_publisher_is_the_organ_that_its_name_means() -> None:
    assert values(xara(), IRIS.readout(xara().document), v.DCTERMS_PUBLISHER) == {IRIS.organ("xa-mfa").value}


def test_what_is_not_known_is_left_out() -> None:
    readout = IRIS.readout(xebia().document)
    known = {quad.predicate for quad in quads(xebia()) if quad.subject == readout}
    assert not known & {v.DCTERMS_PUBLISHER, v.DCTERMS_ISSUED, v.DCTERMS_SOURCE, v.DCTERMS_TITLE, v.DCTERMS_SPATIAL}


def test_a_text_of_two_parties_is_a_joint_statement() -> None:
    doc = document("text", parties=("xa", "xb"))
    assert values(Reading(doc, ReportedEvent(EventKind.MEETING), ()), IRIS.readout(doc), v.HAS_KIND) == {
        v.kind("readout-joint-statement").value
    }


def test_the_words_of_a_passage_are_verbatim_and_its_content_is_in_one_line() -> None:
    doc = document("They  met.\nXara agreed to\n  talk. Later.")
    reading = told(doc, "agreed to\n  talk")
    assert values(reading, IRIS.span(doc, reading.claims[0].span), v.OA_EXACT) == {"agreed to\n  talk"}
    assert values(reading, IRIS.claim(doc, reading.claims[0]), v.CONTENT) == {"agreed to talk"}


def test_a_nested_claim_names_the_one_around_it() -> None:
    reading = xara()
    inner, outer = reading.claims[2], reading.claims[1]
    assert values(reading, IRIS.claim(reading.document, inner), v.IS_NESTED_IN) == {IRIS.claim(reading.document, outer).value}


def test_numbers_are_spelled_as_stores_give_them_back() -> None:
    found = [quad.object for quad in quads(xara()) if quad.predicate == v.CONFIDENCE]
    assert Literal("0.9", datatype=v.XSD_DECIMAL) in found


def test_someone_named_twice_took_part_once_in_the_office_named_first() -> None:
    doc = document("text")
    person = xara().event.participants[0].person
    people = (Participant("xa", person, "Minister"), Participant("xa", person, "Envoy"))
    reading = Reading(doc, ReportedEvent(EventKind.MEETING, participants=people), ())
    posts = [quad.object for quad in quads(reading) if quad.predicate == v.HOLDS_POST]
    assert posts == [IRIS.post("xa", "Minister")]


def test_a_party_without_a_person_takes_part_itself() -> None:
    assert IRIS.party("xa") in {quad.object for quad in quads(xebia()) if quad.predicate == v.HAS_PARTICIPANT}


@pytest.mark.parametrize(
    ("furniture", "expected"),
    [
        ((), (0, 20)),
        ((Span(0, 6),), (7, 20)),
        ((Span(0, 3), Span(3, 6), Span(16, 20)), (7, 16)),
        ((Span(8, 10),), (0, 20)),
        ((Span(0, 20),), (0, 20)),
        ((Span(0, 15), Span(5, 20)), (0, 20)),
    ],
    ids=["none", "in front", "around", "in the middle", "all", "overlapping"],
)
def test_the_body_lies_between_the_furniture(furniture: tuple[Span, ...], expected: tuple[int, int]) -> None:
    assert body(document("BANNER The text. END", furniture=furniture)) == expected


def test_the_body_of_an_empty_text_is_empty() -> None:
    assert body(document("")) == (0, 0)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/a?b=1#c", {"https://x.example/a?b=1#c"}),
        ("https://x.example/a b<c>", {"https://x.example/a%20b%3Cc%3E"}),
        ("https://x.example/\u202e", {"https://x.example/%E2%80%AE"}),
        ("no address", set()),
    ],
)
def test_an_address_is_an_iri_or_left_out(url: str, expected: set[str]) -> None:
    doc = document("text", url=url)
    assert values(Reading(doc, ReportedEvent(EventKind.MEETING), ()), IRIS.readout(doc), v.DCTERMS_SOURCE) == expected


def test_a_passage_outside_the_text_is_refused() -> None:
    reading = xebia()
    beyond = replace(reading.claims[0], span=Span(0, len(XB_TEXT) + 1))
    with pytest.raises(ExtractionError, match="is not in its text"):
        quads(replace(reading, claims=(beyond,)))


def test_a_text_that_is_not_the_one_that_was_read_is_refused() -> None:
    reading = xebia()
    with pytest.raises(ExtractionError, match="was changed"):
        quads(replace(reading, document=replace(reading.document, text=XB_TEXT.lower())))


def test_two_claims_of_one_identity_are_refused() -> None:
    reading = xebia()
    with pytest.raises(ExtractionError, match="two claims have the identity"):
        quads(replace(reading, claims=(reading.claims[0], reading.claims[0])))


def test_a_claim_nested_in_none_is_refused() -> None:
    reading = xebia()
    with pytest.raises(ExtractionError, match="nested in nowhere"):
        quads(replace(reading, claims=(replace(reading.claims[0], nested_in="nowhere"),)))


@pytest.mark.parametrize("character", ["\x00", "\ud800"])
def test_a_character_that_no_syntax_can_carry_is_refused(character: str) -> None:
    text = f"Xara {character} agreed"
    doc = Document(("x",), text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    with pytest.raises(ExtractionError, match="cannot write text with the character"):
        quads(told(doc, text))


@given(TEXT)
def test_any_other_text_comes_back_from_n_quads_as_it_was(text: str) -> None:
    doc = document(text, title=text, place=text, publisher=text, url=text, identifiers=(text,))
    written = quads(told(doc, text))
    assert list(parse(serialize(written, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)) == written


def test_a_line_of_a_million_characters_is_written_whole() -> None:
    text = "<script>'\"\u202e" * 90_000
    assert text in {quad.object.value for quad in quads(told(document(text), text))}

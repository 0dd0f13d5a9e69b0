"""The values that travel along the line: identity, order, and the terms of the ontology."""

from dataclasses import FrozenInstanceError, replace

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS

from bothsides.records import Act, Claim, DifferenceKind, EventKind, Participant, ReadoutKind, ReportedEvent, Role, Span, Status
from bothsides.resources import resource
from bothsides.vocabulary import NS

CLAIM = Claim("abcdef0123456789", Span(7, 42), Act.URGE, ("xa",), Span(7, 12), Span(13, 42))


def test_a_claims_key_names_its_document_place_and_act():
    assert CLAIM.key == "abcdef01-00007-00042-urge"


def test_keys_of_one_document_sort_as_the_text_does():
    later = replace(CLAIM, span=Span(100, 120))
    assert sorted([later.key, CLAIM.key]) == [CLAIM.key, later.key]


def test_a_claims_key_does_not_depend_on_how_it_was_judged():
    assert replace(CLAIM, holders=("xb",), strength=5, confidence=0.1).key == CLAIM.key


def test_spans_sort_by_their_beginning():
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(5, 6)]


def test_records_do_not_change():
    with pytest.raises(FrozenInstanceError):
        CLAIM.strength = 1  # type: ignore[misc]


def test_the_parties_of_an_event_are_named_once_in_order():
    event = ReportedEvent(EventKind.MEETING, participants=(Participant("xb"), Participant("xa"), Participant("xb")))
    assert event.parties == ("xb", "xa")


def terms(file, of_class):
    graph = Graph().parse(resource("ontology", file))
    return {str(term).rsplit("/", 1)[-1] for term in graph.subjects(RDF.type, of_class)}


def test_the_acts_are_those_of_the_ontology():
    assert terms("acts.ttl", Namespace(NS).Act) == set(Act)


@pytest.mark.parametrize(
    ("kinds", "prefix"),
    [(EventKind, "event-"), (ReadoutKind, "readout-"), (Role, "role-"), (DifferenceKind, "difference-"), (Status, "status-")],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_kinds_are_those_of_the_ontology(kinds, prefix):
    assert {term.removeprefix(prefix) for term in terms("kinds.ttl", SKOS.Concept) if term.startswith(prefix)} == set(kinds)

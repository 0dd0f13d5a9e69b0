"""What needs more than one document, as the graph of an event; and that all graphs fit together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from invented import Case, gazetteer
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse, serialize

from bothsides import vocabulary as v
from bothsides.errors import ExtractionError
from bothsides.graph import Iris, Stage, entity_quads, schema_quads
from bothsides.records import Assessment, Person, Status
from bothsides.store import memory_store

IRIS = Iris()


def about(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> set[str]:
    return {quad.object.value for quad in quads if quad.subject == subject and quad.predicate == predicate}


@pytest.fixture
def quads(case: Case) -> list[Quad]:
    return case.quads(schema=False)


def test_no_triple_stands_in_two_graphs(case: Case) -> None:
    """A union repeats such a triple, and every count over it is wrong."""
    count = Counter(quad.triple for quad in set(case.quads()))
    assert [triple for triple, times in count.items() if times > 1] == []


def test_no_quad_has_a_blank_node(case: Case) -> None:
    assert not [quad for quad in case.quads() if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_readings_in_another_order_make_the_same_quads(case: Case) -> None:
    assert set(replace(case, readings=case.readings[::-1]).quads()) == set(case.quads())


def test_quads_come_back_from_a_store_as_they_went_in(case: Case) -> None:
    """Otherwise a second build would find differences where there are none."""
    graphs: dict[NamedNode, list[Quad]] = {}
    for quad in case.quads():
        graphs.setdefault(quad.graph_name, []).append(quad)  # type: ignore[arg-type]
    store = memory_store()
    store.apply(graphs)
    assert store.apply(graphs) is False


def test_quads_come_back_from_n_quads_as_they_went_in(case: Case) -> None:
    quads = case.quads()
    assert list(parse(serialize(quads, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)) == quads


def test_a_readout_reports_on_its_widest_event(case: Case, quads: list[Quad]) -> None:
    reports = [about(quads, IRIS.readout(r.document), v.REPORTS_ON) for r in case.readings]
    assert reports == [{IRIS.event(key).value} for key in case.resolution.of_document.values()]


def test_a_claim_of_a_part_is_in_the_event_of_that_part(case: Case, quads: list[Quad]) -> None:
    reading = case.readings[1]
    events = [about(quads, IRIS.claim(reading.document, claim), v.IS_IN_EVENT) for claim in reading.claims]
    meeting, trip = case.resolution.events
    assert events == [{IRIS.event(meeting.key).value}, {IRIS.event(trip.key).value}]


def test_every_participation_is_in_one_event(quads: list[Quad]) -> None:
    told = {quad.subject for quad in quads if quad.object == v.PARTICIPATION}
    placed = Counter(quad.subject for quad in quads if quad.predicate == v.IS_IN_EVENT and quad.subject in told)
    assert placed == dict.fromkeys(told, 1)


def test_a_whole_involves_the_parties_of_its_parts(case: Case) -> None:
    meeting, trip = case.resolution.events
    events = (replace(meeting, parties=("xa", "xb", "xc")), replace(trip, parties=("xa",)))
    quads = replace(case, resolution=replace(case.resolution, events=events)).quads(schema=False)
    assert about(quads, IRIS.event(trip.key), v.INVOLVES) == {IRIS.party(code).value for code in ("xa", "xb", "xc")}


def test_an_event_of_one_day_ends_on_that_day(case: Case, quads: list[Quad]) -> None:
    assert about(quads, IRIS.event(case.resolution.events[0].key), v.SCHEMA_END_DATE) == {"2030-05-02"}


def test_a_correspondence_is_stated_both_ways(case: Case, quads: list[Quad]) -> None:
    pairs = {(quad.subject, quad.object) for quad in quads if quad.predicate == v.OVERLAPS}
    assert len(pairs) == 2
    assert pairs == {(b, a) for a, b in pairs}


def test_a_difference_has_the_words_of_either_side(case: Case, quads: list[Quad]) -> None:
    alignment = case.alignments[0]
    node = IRIS.difference(alignment, alignment.differences[0])
    assert (about(quads, node, v.SUBJECT_WORDING), about(quads, node, v.OBJECT_WORDING)) == ({"agreed to"}, {"discussed"})


def test_a_side_without_words_has_no_wording(case: Case, quads: list[Quad]) -> None:
    alignment = case.alignments[0]
    assert about(quads, IRIS.difference(alignment, alignment.differences[1]), v.OBJECT_WORDING) == set()


def test_a_verdict_names_what_was_searched_and_what_came_closest(case: Case, quads: list[Quad]) -> None:
    xara, xebia = case.readings
    node = IRIS.assessment(xara.document, xara.claims[1], "xb")
    found = [about(quads, node, predicate) for predicate in (v.HAS_STATUS, v.COMPARES_WITH, v.HAS_NEAREST, v.NEAREST_SCORE)]
    nearest = IRIS.claim(xebia.document, xebia.claims[1])
    assert found == [{v.kind("status-one-sided").value}, {IRIS.readout(xebia.document).value}, {nearest.value}, {"0.25"}]


def test_a_verdict_on_no_claim_that_is_held_is_refused(case: Case) -> None:
    with pytest.raises(ExtractionError, match="there is no claim nowhere"):
        replace(case, assessments=(Assessment("nowhere", "xb", Status.UNCOMPARED),)).quads()


def test_an_event_graph_says_what_made_it(case: Case, quads: list[Quad]) -> None:
    graph = IRIS.event_graph(case.resolution.events[1].key)
    stages = (Stage.RESOLUTION, Stage.ALIGNMENT, Stage.ASSESSMENT)
    assert about(quads, graph, v.PROV_WAS_GENERATED_BY) == {IRIS.run(stage, "1.0", "").value for stage in stages}


def test_everything_named_has_a_label(quads: list[Quad]) -> None:
    kinds = {v.PARTY, v.ORG_ORGANIZATION, v.ORG_POST, v.DCTERMS_LOCATION, v.FOAF_PERSON, v.DIPLOMATIC_EVENT}
    named = {quad.subject for quad in quads if quad.predicate == v.RDF_TYPE and quad.object in kinds}
    assert named == {quad.subject for quad in quads if quad.predicate == v.RDFS_LABEL and quad.subject in named}


def test_a_term_of_office_keeps_the_precision_of_its_source(quads: list[Quad]) -> None:
    node = IRIS.membership("ana-vela", "xa", "Foreign Minister", "2029-03-01")
    assert (about(quads, node, v.SCHEMA_START_DATE), about(quads, node, v.SCHEMA_END_DATE)) == ({"2029-03-01"}, {"2031"})


def test_of_two_spellings_of_a_name_the_one_known_to_wikidata_stands(case: Case) -> None:
    xara, xebia = case.readings
    other = replace(xebia.event, participants=(replace(xebia.event.participants[0], person=Person("ana-vela", "A. VELA")),))
    readings = (replace(xebia, event=other), xara)
    quads = list(entity_quads(readings, names=gazetteer(), iris=IRIS))
    assert about(quads, IRIS.person("ana-vela"), v.FOAF_NAME) == {"Ana Vela"}


def test_a_party_that_no_table_knows_is_called_by_its_code(case: Case) -> None:
    xara = case.readings[0]
    readings = (replace(xara, claims=(replace(xara.claims[0], holders=("xz",)),)),)
    assert about(list(entity_quads(readings, names=gazetteer(), iris=IRIS)), IRIS.party("xz"), v.RDFS_LABEL) == {"XZ"}


def test_the_ontology_is_the_same_each_time() -> None:
    assert list(schema_quads()) == list(schema_quads())


def test_terms_and_schemes_are_apart() -> None:
    terms = {quad.graph_name for quad in schema_quads() if quad.subject == v.CLAIM}
    acts = {quad.graph_name for quad in schema_quads() if quad.subject == v.act("agree")}
    assert (terms, acts) == ({IRIS.graph("ontology")}, {IRIS.graph("schemes")})

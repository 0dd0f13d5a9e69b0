"""The vocabulary keeps its own rules: labels, definitions, hierarchy, closed lists, one home for every term."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from enum import StrEnum

import pyoxigraph as ox
import pytest

from bothsides import records
from bothsides import vocabulary as v
from bothsides.resources import resource

FILES = ("ontology", "acts", "kinds", "topics", "shapes")
ONTOLOGY = ox.NamedNode(v.BASE + "ns")
VANN_PREFIX = ox.NamedNode("http://purl.org/vocab/vann/preferredNamespacePrefix")


def parse(name: str) -> list[ox.Quad]:
    return list(ox.parse(path=str(resource("ontology", f"{name}.ttl"))))


QUADS = {name: parse(name) for name in FILES}
ALL = [quad for name in FILES[:4] for quad in QUADS[name]]
CONCEPTS = sorted({quad.subject for quad in ALL if quad.predicate == v.RDF_TYPE and quad.object == v.SKOS_CONCEPT}, key=str)
TERMS = sorted(
    {quad.subject for quad in QUADS["ontology"] if quad.predicate == v.RDF_TYPE and isinstance(quad.subject, ox.NamedNode)} - {ONTOLOGY},
    key=str,
)


def objects(subject: object, predicate: ox.NamedNode) -> list[object]:
    return [quad.object for quad in ALL if quad.subject == subject and quad.predicate == predicate]


def concepts(home: str) -> set[str]:
    return {concept.value.removeprefix(home) for concept in CONCEPTS if concept.value.startswith(home)}


@pytest.mark.parametrize("name", FILES)
def test_each_file_says_its_version_licence_and_makers(name: str) -> None:
    said = {quad.predicate for quad in QUADS[name]}
    assert {v.OWL_VERSION_IRI, v.OWL_VERSION_INFO, v.DCTERMS_LICENSE, v.DCTERMS_CREATOR, v.DCTERMS_TITLE} <= said


def test_the_preferred_prefix_is_the_one_that_is_used() -> None:
    assert [str(value.value) for value in objects(ONTOLOGY, VANN_PREFIX)] == ["bs"]


def test_every_term_has_one_label_and_every_concept_one_preferred_label() -> None:
    wrong = [term for term in TERMS if len(objects(term, v.RDFS_LABEL)) != 1]
    wrong += [concept for concept in CONCEPTS if len(objects(concept, v.SKOS_PREF_LABEL)) != 1]
    assert wrong == []


def test_every_definition_is_one_sentence() -> None:
    """A capital, a full stop at the end and nowhere else (bar abbreviations, which are not used)."""
    wrong = []
    for node in (*TERMS, *CONCEPTS):
        match objects(node, v.SKOS_DEFINITION):
            case [definition] if re.fullmatch(r"[A-Z][^.?!]*\.", definition.value):
                pass
            case found:
                wrong.append((node, found))
    assert wrong == []


def test_no_definition_repeats_its_label() -> None:
    circular = []
    for node in (*TERMS, *CONCEPTS):
        (label,) = objects(node, v.RDFS_LABEL) + objects(node, v.SKOS_PREF_LABEL)
        (definition,) = objects(node, v.SKOS_DEFINITION)
        if re.search(rf"\b{re.escape(label.value.lower())}\b", definition.value.lower()):
            circular.append((label.value, definition.value))
    assert circular == []


def test_no_two_concepts_of_a_scheme_share_a_label() -> None:
    shared = []
    for home in (v.ACTS, v.TOPICS, v.KINDS):
        labels: dict[str, set[str]] = defaultdict(set)
        for quad in ALL:
            if quad.subject in CONCEPTS and quad.subject.value.startswith(home) and quad.predicate in (v.SKOS_PREF_LABEL, v.SKOS_ALT_LABEL):
                labels[quad.object.value.lower()].add(quad.subject.value)
        shared += [(label, sorted(owners)) for label, owners in labels.items() if len(owners) > 1]
    assert shared == []


def test_every_concept_lies_below_a_top_concept_of_its_scheme_and_none_below_itself() -> None:
    top = {quad.subject for quad in ALL if quad.predicate.value.endswith("#topConceptOf")}
    for concept in CONCEPTS:
        path = [concept]
        while path[-1] not in top:
            (broader,) = objects(path[-1], v.SKOS_BROADER)
            assert broader not in path
            path.append(broader)


def test_the_topics_are_a_hundred_in_two_levels() -> None:
    levels = Counter(len(objects(concept, v.SKOS_BROADER)) for concept in CONCEPTS if concept.value.startswith(v.TOPICS))
    assert levels == {0: 14, 1: 86}


@pytest.mark.parametrize(
    ("enum", "prefix"),
    [
        (records.EventKind, "event-"),
        (records.ReadoutKind, "readout-"),
        (records.Role, "role-"),
        (records.Status, "status-"),
        (records.DifferenceKind, "difference-"),
    ],
)
def test_the_closed_lists_of_the_records_are_those_of_the_kinds(enum: type[StrEnum], prefix: str) -> None:
    assert {slug.removeprefix(prefix) for slug in concepts(v.KINDS) if slug.startswith(prefix)} == {member.value for member in enum}


def test_the_acts_of_the_records_are_those_of_the_ontology() -> None:
    acts = {quad.subject.value.removeprefix(v.ACTS) for quad in QUADS["acts"] if quad.object == v.ACT}
    assert acts == {act.value for act in records.Act}


def test_the_relations_of_the_records_are_symmetric_properties() -> None:
    symmetric = {quad.subject.value.removeprefix(v.NS) for quad in QUADS["ontology"] if str(quad.object).endswith("#SymmetricProperty>")}
    assert symmetric == {relation.value for relation in records.Relation}


def test_every_term_is_used_by_a_query_or_a_shape() -> None:
    used = resource("ontology", "shapes.ttl").read_text(encoding="utf-8")
    used += "".join(path.read_text(encoding="utf-8") for path in resource("queries").glob("*.rq"))
    own = [term.value.removeprefix(v.NS) for term in TERMS if term.value.startswith(v.NS)]
    assert [name for name in own if not re.search(rf"\bbs:{name}\b", used)] == []


def test_the_datatypes_of_notations_are_declared() -> None:
    used = {quad.object.datatype for quad in ALL if quad.predicate == v.SKOS_NOTATION}
    assert used == {term for term in TERMS if term.value.startswith(v.DATATYPES)}


def test_the_registration_names_every_file_and_its_version() -> None:
    rules = resource("ontology", "w3id", ".htaccess").read_text(encoding="utf-8")
    assert [name for name in FILES if f"{name}.ttl" not in rules] == []

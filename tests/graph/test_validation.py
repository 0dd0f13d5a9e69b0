"""Validation: what each kind of fault is called, where it is found, and that pySHACL finds the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from invented import Case
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from bothsides import vocabulary as v
from bothsides.errors import VocabularyError
from bothsides.graph import Finding, Iris, Level, Report, validate
from bothsides.resources import resource
from bothsides.store import EmbeddedStore, memory_store

IRIS = Iris()
NUMBER = NamedNode(v.XSD + "integer")


def held(quads: Iterable[Quad]) -> EmbeddedStore:
    store = memory_store()
    store.database.extend(quads)
    return store


def check(quads: Iterable[Quad]) -> Report:
    return validate(held(quads))


def without(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> list[Quad]:
    kept = [quad for quad in quads if not (quad.subject == subject and quad.predicate == predicate)]
    assert len(kept) < len(quads)
    return kept


def errors(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level is Level.ERROR]


@pytest.fixture
def quads(case: Case) -> list[Quad]:
    return case.quads()


@pytest.fixture
def agreement(case: Case) -> NamedNode:
    """The first claim, on which Xebia's text overlaps."""
    return IRIS.claim(case.readings[0].document, case.readings[0].claims[0])


def test_what_is_built_is_valid(quads: list[Quad]) -> None:
    assert check(quads).is_valid


def test_what_the_sources_left_open_is_a_warning(quads: list[Quad]) -> None:
    assert {finding.shape for finding in check(quads).findings if finding.level is Level.WARN} == {
        "Claim-topic",
        "Event-undated",
        "Readout-issued",
        "Readout-publisher",
        "Readout-source",
    }


def test_a_finding_names_the_readout_and_the_passage(quads: list[Quad], agreement: NamedNode) -> None:
    (finding,) = errors(check(without(quads, agreement, v.STANCE)))
    assert (finding.shape, finding.about, finding.readout, finding.quote) == (
        "Claim-stance",
        agreement.value,
        "repost-7, xara-1",
        "Both sides agreed to reopen the strait ferry",
    )


def test_a_finding_on_an_alignment_names_the_passage_of_its_first_claim(case: Case, quads: list[Quad]) -> None:
    node = IRIS.alignment(case.alignments[0])
    (finding,) = errors(check(without(quads, node, v.CONFIDENCE)))
    assert (finding.shape, finding.quote) == ("Alignment-confidence", "Both sides agreed to reopen the strait ferry")


def test_a_value_at_fault_is_given(quads: list[Quad], agreement: NamedNode) -> None:
    wrong = Quad(agreement, v.STRENGTH, Literal("9", datatype=NUMBER), IRIS.graph("x"))
    assert "9" in {finding.value for finding in errors(check([*without(quads, agreement, v.STRENGTH), wrong]))}


def test_errors_come_first(quads: list[Quad], agreement: NamedNode) -> None:
    report = check(without(quads, agreement, v.STANCE))
    assert report.findings[0].level is Level.ERROR


def test_levels_are_counted(quads: list[Quad], agreement: NamedNode) -> None:
    report = check(without(quads, agreement, v.STANCE))
    assert (report.count(Level.ERROR), report.count(Level.WARN), report.is_valid) == (1, 5, False)


def test_shapes_that_use_more_than_is_supported_are_refused(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> ."
        ":S a sh:NodeShape ; sh:targetClass :C ; sh:property :P . :P sh:path :p ; sh:qualifiedMinCount 1 ."
    )
    with pytest.raises(VocabularyError, match="qualifiedMinCount> is not supported"):
        validate(memory_store(), shapes=tmp_path / "shapes.ttl")


def test_shapes_that_are_not_turtle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("no Turtle")
    with pytest.raises(VocabularyError, match="as Turtle"):
        validate(memory_store(), shapes=tmp_path / "shapes.ttl")


def test_pyshacl_finds_the_same(case: Case) -> None:
    """In a graph in which every seventh statement is missing, and every fifth has a stray second value."""
    quads = case.quads(schema=False)
    for number, quad in enumerate(list(quads)):
        if number % 7 == 3:
            quads.remove(quad)
        if number % 5 == 1:
            stray = quads[(number * 31) % len(quads)].object
            quads.append(Quad(quad.subject, quad.predicate, stray, quad.graph_name))
    assert _by_pyshacl(quads) == {(f.level, f.shape, f.about) for f in check(quads).findings}


def _by_pyshacl(quads: Iterable[Quad]) -> set[tuple[str, str, str]]:
    levels = {"Violation": "ERROR", "Warning": "WARN", "Info": "INFO"}
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    graph = rdflib.Graph().parse(data=serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    shapes = rdflib.Graph().parse(resource("ontology", "shapes.ttl"))
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)

    def local(result: rdflib.Node, predicate: rdflib.URIRef) -> str:
        return str(report.value(result, predicate)).rsplit("#", 1)[-1]

    return {
        (levels[local(result, sh.resultSeverity)], local(result, sh.sourceShape), str(report.value(result, sh.focusNode)))
        for result in report.subjects(rdflib.RDF.type, sh.ValidationResult)
    }

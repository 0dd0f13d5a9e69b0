"""Every shape says no to a graph that breaks it, and to nothing else; what is right passes."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from bothsides import vocabulary as v
from bothsides.graph import Level, Report, validate
from bothsides.resources import resource

HERE = Path(__file__).parent
TWINS = sorted((HERE / "invalid").glob("*.ru"))
LOCAL = {"i": "", "c": "claim/", "r": "readout/", "e": "event/", "d": "difference/", "al": "alignment/", "as": "assessment/"}
NAMESPACES = [*v.PREFIXES.items(), *((name, v.ID + path) for name, path in LOCAL.items())]
PREFIXES = "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in NAMESPACES)
SHAPES = resource("ontology", "shapes.ttl").read_text(encoding="utf-8")


@functools.cache
def valid_quads() -> tuple[ox.Quad, ...]:
    """The valid graph with the vocabulary that it uses."""
    files = [*(resource("ontology", f"{name}.ttl") for name in ("ontology", "acts", "kinds", "topics")), HERE / "valid.ttl"]
    return tuple(quad for file in files for quad in ox.parse(path=str(file)))


class Graph:
    """The valid graph, to be changed."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self.store.extend(valid_quads())

    def query(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self.store.query(text)


def check(change: str = "") -> Report:
    graph = Graph()
    graph.store.update(PREFIXES + change)
    return validate(graph)


def named_shapes() -> set[str]:
    """The shapes that can say no: property shapes, and node shapes with a rule of their own."""
    return set(re.findall(r"^bssh:(\S+) a sh:PropertyShape", SHAPES, re.MULTILINE)) | set(
        re.findall(r"^bssh:(\S+) a sh:NodeShape ;\n(?:    [^\n]*;\n)*?    sh:sparql", SHAPES, re.MULTILINE)
    )


def test_the_valid_graph_passes_without_a_warning() -> None:
    assert check().findings == ()


def test_each_shape_has_one_invalid_twin() -> None:
    assert {twin.stem for twin in TWINS} == named_shapes()


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.stem)
def test_an_invalid_twin_is_caught_by_its_shape_alone(twin: Path) -> None:
    assert {finding.shape for finding in check(twin.read_text(encoding="utf-8")).findings} == {twin.stem}


def test_every_shape_says_what_is_wrong_in_a_sentence() -> None:
    shapes = re.findall(r"^bssh:(\S+) a sh:(?:Property|Node)Shape(.*?)(?=^bssh:|\Z)", SHAPES, re.MULTILINE | re.DOTALL)
    silent = [name for name, body in shapes if name in named_shapes() and not re.search(r'sh:message "[A-Z][^"]+\."', body)]
    assert silent == []


@pytest.mark.parametrize("fact", ["bs:isIssuedBy", "dcterms:publisher", "dcterms:issued", "dcterms:source"])
def test_what_is_not_known_of_a_readout_is_a_warning(fact: str) -> None:
    report = check(f"DELETE WHERE {{ r:c {fact} ?value }}")
    assert report.is_valid or fact == "bs:isIssuedBy"  # a known organ makes its party known
    assert report.count(Level.WARN) == 1


def test_a_claim_without_topic_is_a_warning() -> None:
    assert check("DELETE WHERE { c:reaffirm dcterms:subject ?topic }").is_valid


def test_a_claim_of_nobody_known_is_a_warning() -> None:
    report = check("DELETE WHERE { c:agree-a bs:isHeldBy ?party } ; DELETE WHERE { c:agree-a bs:binds ?party }")
    assert report.is_valid
    assert {finding.shape for finding in report.findings} == {"Claim-holder"}


@pytest.mark.parametrize("act", ["invite", "warn", "refuse"])
def test_an_act_that_offers_or_threatens_need_bind_nobody(act: str) -> None:
    report = check(f"DELETE WHERE {{ c:reaffirm bs:performsAct ?act }} ; INSERT DATA {{ c:reaffirm bs:performsAct act:{act} }}")
    assert report.findings == ()


def test_an_event_of_one_party_is_allowed() -> None:
    assert check("DELETE DATA { e:call bs:involves i:xb }").findings == ()

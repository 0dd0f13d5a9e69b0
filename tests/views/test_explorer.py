"""The explorer's graph and its data."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from bothsides.records import Status
from bothsides.views.arrangement import arrange
from bothsides.views.explorer import explorer_page, network_data
from bothsides.views.graph_layout import explorer_graph
from bothsides.views.model import VerdictView


def test_sides_stand_left_and_right_of_the_matters(comparison):
    nodes = explorer_graph(comparison).graph.nodes
    xs = {
        kind: {node["x"] for _, node in nodes(data=True) if (node["kind"], node["side"]) == kind}
        for kind in (("claim", 0), ("matter", None), ("claim", 1))
    }
    assert max(xs["claim", 0]) < min(xs["matter", None]) <= max(xs["matter", None]) < min(xs["claim", 1])


def test_claims_on_one_matter_stand_level(comparison):
    graph = explorer_graph(comparison).graph
    row = comparison.sections[0].rows[0]
    left, right = (graph.nodes[claim.key]["y"] for claim in row.claims)
    assert left == right == graph.nodes[f"matter-{row.key}"]["y"]


def test_no_two_boxes_of_a_column_overlap(comparison):
    nodes = [node for _, node in explorer_graph(comparison).graph.nodes(data=True) if node["kind"] == "claim"]
    places = sorted((node["x"], node["y"]) for node in nodes)
    assert all(b[1] - a[1] > 30 for a, b in pairwise(places) if a[0] == b[0])


def test_every_claim_hangs_on_one_matter_or_topic(comparison):
    graph = explorer_graph(comparison).graph
    assert [graph.degree(key) for key, node in graph.nodes(data=True) if node["kind"] == "claim"] == [1] * 6


@pytest.fixture
def crowd(dossier):
    """A comparison with far more one-sided claims than a page has room for."""
    many = tuple(replace(dossier.claims[5], key=f"xb-1-{number:05}", strength=number % 5 + 1) for number in range(900))
    verdicts = tuple(VerdictView(claim.key, "xa", Status.ONE_SIDED, ("xa-1",)) for claim in many)
    return arrange(replace(dossier, claims=(*dossier.claims, *many), verdicts=(*dossier.verdicts, *verdicts)))


def test_there_are_never_more_nodes_than_the_limit(crowd):
    assert len(explorer_graph(crowd).graph) <= 500


def test_what_is_left_out_is_counted_and_of_little_force(crowd):
    explorer = explorer_graph(crowd)
    shown = sum(1 for _, node in explorer.graph.nodes(data=True) if node["kind"] == "claim")
    assert explorer.left_out == 906 - shown
    assert f"{explorer.left_out} claims of little force left out" in explorer_page(crowd)


def test_physics_is_off_and_titles_are_not_used(comparison):
    nodes, _ = network_data(explorer_graph(comparison))
    assert {node["physics"] for node in nodes} == {False}
    assert not any("title" in node for node in nodes)


def test_the_data_of_the_page_is_read_back_as_it_was(comparison):
    page = explorer_page(comparison)
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert json.loads(data)["nodes"] == network_data(explorer_graph(comparison))[0]


def test_quotes_link_into_the_comparison_beside(comparison):
    key = comparison.rows[0].key
    assert f'href="compare.html#{key}"' in explorer_page(comparison, beside="/somewhere/compare.html")


def test_without_a_comparison_page_there_is_no_link(comparison):
    assert "See it in the comparison" not in explorer_page(comparison)

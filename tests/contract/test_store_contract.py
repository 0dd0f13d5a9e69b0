"""What every store promises, asked of each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from bothsides.errors import QueryError, StoreError
from bothsides.store import Store, memory_store, open_store

A, B = NamedNode("http://example.org/graph/a"), NamedNode("http://example.org/graph/b")
S, P = NamedNode("http://example.org/s"), NamedNode("http://example.org/p")
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = memory_store() if request.param == "memory" else open_store(tmp_path / "store")
    yield made
    made.close()


def quad(value: str, graph: NamedNode = A) -> Quad:
    return Quad(S, P, Literal(value), graph)


def values(store: Store) -> list[str]:
    rows = store.query("SELECT ?o WHERE { ?s ?p ?o } ORDER BY ?o")
    assert isinstance(rows, QuerySolutions)
    return [row["o"].value for row in rows]


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert (store.count(), store.graphs(), list(store.quads())) == (0, [], [])


def test_a_query_sees_the_union_of_the_graphs(store: Store) -> None:
    store.apply({A: [quad("1")], B: [quad("2", B)]})
    assert values(store) == ["1", "2"]


def test_replacing_a_graph_leaves_the_others(store: Store) -> None:
    store.apply({A: [quad("1"), quad("2")], B: [quad("3", B)]})
    store.replace_graph(A, [quad("2"), quad("4")])
    assert values(store) == ["2", "3", "4"]


def test_dropping_a_graph_removes_its_name(store: Store) -> None:
    store.apply({A: [quad("1")], B: [quad("2", B)]})
    store.drop_graph(A)
    assert (store.graphs(), values(store)) == ([B], ["2"])


def test_dropping_what_is_not_there_changes_nothing(store: Store) -> None:
    assert store.drop_graph(A) is False


def test_one_change_replaces_and_drops(store: Store) -> None:
    store.apply({A: [quad("1")]})
    store.apply({B: [quad("2", B)]}, drops=[A])
    assert values(store) == ["2"]


def test_the_same_graph_again_is_no_change(store: Store) -> None:
    store.replace_graph(A, [quad("1")])
    assert store.replace_graph(A, [quad("1")]) is False


def test_a_change_is_said_to_be_one(store: Store) -> None:
    assert store.replace_graph(A, [quad("1")]) is True


def test_graph_names_are_sorted(store: Store) -> None:
    store.apply({B: [quad("1", B)], A: [quad("2")]})
    assert store.graphs() == [A, B]


def test_the_quads_of_one_graph(store: Store) -> None:
    store.apply({A: [quad("1")], B: [quad("2", B)]})
    assert list(store.quads(B)) == [quad("2", B)]


@pytest.mark.parametrize(
    "wrong",
    [quad("1", B), Quad(S, P, Literal("1"), DefaultGraph()), Quad(BlankNode("x"), P, S, A), Quad(S, P, BlankNode("x"), A)],
    ids=["another graph", "the default graph", "a blank subject", "a blank object"],
)
def test_a_quad_out_of_place_is_refused_and_nothing_is_written(store: Store, wrong: Quad) -> None:
    with pytest.raises(StoreError):
        store.apply({B: [quad("2", B)], A: [quad("1"), wrong]})
    assert store.count() == 0


def test_a_malformed_query_is_the_askers_error(store: Store) -> None:
    with pytest.raises(QueryError, match="SPARQL"):
        store.query("SELECT nonsense")


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.count()


def test_closing_twice_is_no_error(store: Store) -> None:
    store.close()
    store.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=TEXT, second=TEXT)
def test_any_text_comes_back_as_it_went_in(store: Store, first: str, second: str) -> None:
    """By the loader, and by the update that a replacement is."""
    store.replace_graph(A, [quad(first)])
    store.replace_graph(A, [quad(second)])
    assert values(store) == [second]


def test_a_line_of_a_million_characters_comes_back(store: Store) -> None:
    store.replace_graph(A, [quad("x")])
    store.replace_graph(A, [quad("<b>" * 350_000)])
    assert values(store) == ["<b>" * 350_000]

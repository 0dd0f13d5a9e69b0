"""IRIs: the same thing gets the same one, and no name whatever breaks one."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from invented import document, xara
from pyoxigraph import NamedNode

from bothsides.errors import VocabularyError
from bothsides.graph import Iris, iri, statements
from bothsides.graph.iri import slug
from bothsides.records import Alignment, Difference, DifferenceKind, Relation, Span

IRIS = Iris()
HOSTILE = ("<script>", 'a"b', "a\nb", "\u202eltr", "\x00", "\ud800", " ", "", "%2F../..", "王毅", "x" * 1_000_000)


@given(st.text())
@example("<script>alert('x')</script>")
@example("\x00\u202e\ud800")
@example("x" * 1_000_000)
def test_a_slug_of_any_text_is_lower_case_words(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jens Støre", "jens-store"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("U.S. Department of State", "u-s-department-of-state"),
        ("N'Djamena", "n-djamena"),
        ("Œuvre", "oeuvre"),
        ("cn", "cn"),
    ],
)
def test_names_are_written_in_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(("one", "other"), [("王毅", "秦刚"), ("Wang 毅", "Wang 刚"), ("a" * 200, "a" * 201), ("", " ")])
def test_what_plain_letters_cannot_tell_apart_a_digest_does(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "mint",
    [
        IRIS.party,
        IRIS.person,
        IRIS.organ,
        IRIS.place,
        IRIS.event,
        IRIS.wikidata,
        IRIS.event_graph,
        lambda name: IRIS.post(name, name),
        lambda name: IRIS.membership(name, name, name, name),
        lambda name: IRIS.participation(document("x", parties=(name,)), 1, name),
        lambda name: IRIS.assessment(document("x", parties=(name, name)), xara().claims[0], name),
        lambda name: IRIS.difference(ALIGNMENT, Difference(DifferenceKind.TERM, name, name)),
        lambda name: IRIS.run("extraction", name, name),
    ],
)
def test_no_name_breaks_an_iri(mint, name: str) -> None:
    assert isinstance(mint(name), NamedNode)


ALIGNMENT = Alignment("b", "a", Relation.OVERLAPS, 0.5)


def test_an_alignment_is_the_same_from_either_side() -> None:
    assert IRIS.alignment(ALIGNMENT) == IRIS.alignment(Alignment("a", "b", Relation.OVERLAPS, 0.9))


def test_a_readout_is_named_after_its_parties_and_its_text() -> None:
    doc = document("text", parties=("xa", "xb"))
    assert IRIS.readout(doc).value.endswith(f"/id/readout/xa-xb-{doc.sha256[:8]}")


def test_a_readout_of_nobody_known_is_unknown() -> None:
    assert "/id/readout/unknown-" in IRIS.readout(document("text")).value


def test_a_span_ends_in_its_offsets() -> None:
    assert IRIS.span(document("text"), Span(1, 3)).value.endswith("#char=1,3")


def test_a_claim_ends_in_its_key() -> None:
    reading = xara()
    claim = reading.claims[0]
    assert IRIS.claim(reading.document, claim).value.endswith(f"/id/claim/xa-{claim.key}")


def test_claims_sort_in_text_order() -> None:
    reading = xara()
    assert sorted(IRIS.claim(reading.document, c).value for c in reading.claims) == [
        IRIS.claim(reading.document, c).value for c in reading.claims
    ]


def test_another_base_is_that_of_everything() -> None:
    iris = Iris("https://data.example/")
    assert {iris.party("xa").value, iris.graph("runs").value} == {"https://data.example/id/party/xa", "https://data.example/graph/runs"}


@pytest.mark.parametrize("base", ["https://data.example", "data/", "https://data.example/ x/", ""])
def test_a_base_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(VocabularyError, match="as the base of IRIs"):
        Iris(base)


@pytest.mark.parametrize("module", [iri, statements])
def test_the_examples_are_right(module) -> None:
    assert doctest.testmod(module).failed == 0

"""Exports: every syntax brings the same quads back, in the same bytes, to this and other readers of RDF."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothsides.errors import StoreError
from bothsides.export import Format, export, export_readouts
from bothsides.store import EmbeddedStore, memory_store

READERS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}
MERGED = {Format.TURTLE, Format.NTRIPLES}
S, P, G = (ox.NamedNode(f"http://example.org/{name}") for name in "spg")


def content(store: EmbeddedStore, syntax: Format) -> set[object]:
    """Return what an export in a format should hold."""
    return {quad.triple if syntax in MERGED else quad for quad in store.quads()}


def read(path: Path, syntax: Format) -> set[object]:
    return {quad.triple if syntax in MERGED else quad for quad in ox.parse(path=path, format=READERS[syntax])}


@pytest.mark.parametrize("syntax", Format)
def test_what_was_written_reads_the_same(store: EmbeddedStore, tmp_path: Path, syntax: Format) -> None:
    export(store, format=syntax, output=tmp_path / "graph")
    assert read(tmp_path / "graph", syntax) == content(store, syntax)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own calls
@pytest.mark.parametrize("syntax", Format)
def test_rdflib_reads_as_many_statements(store: EmbeddedStore, tmp_path: Path, syntax: Format) -> None:
    export(store, format=syntax, output=tmp_path / "graph")
    known = {"jsonld": "json-ld", "ntriples": "nt"}
    dataset = rdflib.Dataset()
    dataset.parse(data=(tmp_path / "graph").read_bytes(), format=known.get(syntax, str(syntax)))
    assert len(list(dataset.quads())) == len(content(store, syntax))


@pytest.mark.parametrize("syntax", sorted(set(Format) - {Format.JSONLD}))
def test_rapper_counts_as_many_statements(store: EmbeddedStore, tmp_path: Path, syntax: Format) -> None:
    if shutil.which("rapper") is None and not os.environ.get("CI"):
        pytest.skip("rapper is not installed (Debian: raptor2-utils)")
    export(store, format=syntax, output=tmp_path / "graph")
    told = subprocess.run(["rapper", "--count", "--input", str(syntax), tmp_path / "graph"], capture_output=True, text=True, check=True)
    assert f"returned {len(content(store, syntax))} " in told.stderr


@pytest.mark.parametrize("syntax", Format)
def test_the_same_content_gives_the_same_bytes(store: EmbeddedStore, tmp_path: Path, syntax: Format) -> None:
    """Also from another store, filled in another order."""
    other = memory_store()
    other.database.extend(sorted(store.quads(), key=str, reverse=True))
    export(store, format=syntax, output=tmp_path / "one")
    export(other, format=syntax, output=tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("syntax", [Format.NQUADS, Format.NTRIPLES])
def test_lines_are_sorted(store: EmbeddedStore, tmp_path: Path, syntax: Format) -> None:
    export(store, format=syntax, output=tmp_path / "graph")
    lines = (tmp_path / "graph").read_text().splitlines()
    assert lines == sorted(lines)


@pytest.mark.parametrize("syntax", Format)
def test_an_empty_store_is_written(tmp_path: Path, syntax: Format) -> None:
    export(memory_store(), format=syntax, output=tmp_path / "graph")
    assert read(tmp_path / "graph", syntax) == set()


def test_turtle_is_grouped_by_subject_with_its_class_first(store: EmbeddedStore, tmp_path: Path) -> None:
    export(store, format="turtle", output=tmp_path / "graph.ttl")
    expected = """
claim:xa-11111111-00000-00004-agree a bs:Claim ;
    bs:confidence 0.75 ;
    bs:content "reopen the ferry"@en ;
    bs:contentNegated false ;
    bs:isEvidencedBy <https://w3id.org/bothsides/id/readout/xa-11111111#char=0,4> ;
    bs:isHeldBy party:xa, party:xb ;
    bs:isInReadout readout:xa-11111111 ;
    bs:overlaps claim:xb-22222222-00000-00004-discuss ;
    bs:strength 5 .
"""
    assert expected in (tmp_path / "graph.ttl").read_text()


def test_the_context_of_json_ld_is_inside(store: EmbeddedStore, tmp_path: Path) -> None:
    export(store, format="jsonld", output=tmp_path / "graph.jsonld")
    assert '"claim": "https://w3id.org/bothsides/id/claim/"' in (tmp_path / "graph.jsonld").read_text()


def test_data_under_another_base_has_prefixes_too(tmp_path: Path) -> None:
    store = memory_store()
    graph = ox.NamedNode("https://data.example/graph/x")
    store.replace_graph(graph, [ox.Quad(ox.NamedNode("https://data.example/id/party/xa"), P, ox.Literal("o"), graph)])
    export(store, format="turtle", output=tmp_path / "graph.ttl")
    assert "\nparty:xa <http://example.org/p>" in (tmp_path / "graph.ttl").read_text()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@pytest.mark.parametrize("syntax", Format)
def test_any_text_comes_back(tmp_path: Path, syntax: Format, text: str) -> None:
    store = memory_store()
    store.replace_graph(G, [ox.Quad(S, P, ox.Literal(text), G), ox.Quad(S, P, ox.Literal(text, language="en"), G)])
    export(store, format=syntax, output=tmp_path / "graph")
    assert read(tmp_path / "graph", syntax) == content(store, syntax)


def test_a_hyphen_is_standard_output(store: EmbeddedStore, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    export(store, format="nquads", output="-")
    export(store, format="nquads", output=tmp_path / "graph.nq")
    assert capfdbinary.readouterr().out == (tmp_path / "graph.nq").read_bytes()


def test_folders_on_the_way_are_made(store: EmbeddedStore, tmp_path: Path) -> None:
    export(store, format="turtle", output=tmp_path / "a" / "b" / "graph.ttl")
    assert (tmp_path / "a" / "b" / "graph.ttl").is_file()


def test_a_format_that_is_none_names_those_that_are(store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="choose one of turtle, trig, nquads, ntriples, jsonld"):
        export(store, format="xml", output=tmp_path / "graph")


def test_a_full_disk_leaves_the_old_file_and_no_other(store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph.ttl").write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"):
        export(store, format="turtle", output=tmp_path / "graph.ttl")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"graph.ttl": "old"}


def test_a_folder_in_the_place_of_the_file_is_an_error(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "graph" / "inner").mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot write"):
        export(store, format="turtle", output=tmp_path / "graph")


def test_each_readout_has_a_file(store: EmbeddedStore, tmp_path: Path) -> None:
    assert [path.name for path in export_readouts(store, tmp_path)] == ["xa-11111111.ttl", "xb-22222222.ttl"]


def test_the_file_of_a_readout_names_whatever_it_speaks_of(store: EmbeddedStore, tmp_path: Path) -> None:
    """The parties it names, the event it reports on, and the party of that event; not the other readout's claims."""
    file = export_readouts(store, tmp_path)[0]
    subjects = {quad.subject.value.rsplit("/", 1)[-1] for quad in ox.parse(path=file)}
    assert subjects == {"xa-11111111", "xa-11111111-00000-00004-agree", "xa", "xb", "xc", "2030-talks"}

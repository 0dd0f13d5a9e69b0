"""The whole line, from files to a store: the same texts make the same graphs, and nothing that is wrong with one text harms another."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, RdfFormat, parse

import bothsides
from bothsides.errors import ExtractionError
from bothsides.export import export
from bothsides.graph import validate
from bothsides.pipeline import BuildReport, build
from bothsides.resources import resource
from bothsides.store import read_store

pytestmark = pytest.mark.model

READOUTS = Path(__file__).with_name("readouts")
FORMATS = ("nquads", "trig", "turtle")
HOSTILE = (
    "The Minister said: \"<script>alert(1)</script> & 'quotes' agreed\" with Foreign Minister Ruth Amory of New Zealand on 4 May 2031. "
    "Both sides agreed to \u202ereopen\u202c the “ferry”}} {{ link \\ and `so` on. The Minister thanked \U0001f6a2 the crew <b>warmly</b>."
)


def exports(store, folder):
    """Return the bytes of a store in every format."""
    with read_store(store) as opened:
        for form in FORMATS:
            export(opened, format=form, output=folder / f"{store.name}.{form}")
    return [(folder / f"{store.name}.{form}").read_bytes() for form in FORMATS]


def sources():
    """Return every single document of the samples and the invented readouts, each by a table of its own."""
    return [
        (folder, row)
        for folder in (resource("data"), READOUTS)
        for row in (folder / "index.csv").read_text(encoding="utf-8").splitlines()[1:]
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("stores")


@pytest.fixture(scope="module")
def singles(folder):
    """A folder for each document, so that they can be given one at a time."""
    made = []
    for number, (home, row) in enumerate(sources()):
        own = folder / f"single-{number}"
        own.mkdir()
        shutil.copy(home / row.split(",")[1], own)
        head = (home / "index.csv").read_text(encoding="utf-8").splitlines()[0]
        (own / "index.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
        made.append(str(own))
    return made


@pytest.fixture(scope="module")
def built(folder) -> tuple[Path, BuildReport]:
    store = folder / "all"
    return store, build([str(resource("data")), str(READOUTS)], store=store)


@pytest.fixture(scope="module")
def expected(built, folder):
    return exports(built[0], folder)


def test_building_twice_makes_the_same_bytes(built, expected, folder):
    again = folder / "again"
    shutil.copytree(built[0], again)
    build([str(resource("data")), str(READOUTS)], store=again)
    assert exports(again, folder) == expected


def test_another_order_makes_the_same_bytes(singles, expected, folder):
    build(singles[::-1], store=folder / "reverse")
    assert exports(folder / "reverse", folder) == expected


def test_one_readout_at_a_time_makes_the_same_bytes(singles, expected, folder):
    for single in [*singles[3:], *singles[:3]]:
        build([single], store=folder / "single")
    assert exports(folder / "single", folder) == expected


def test_nothing_is_read_twice(built):
    assert build([str(READOUTS)], store=built[0]).read_anew == 0


def test_every_document_is_read(built):
    assert (built[1].documents, built[1].readouts, built[1].failures, built[1].warnings) == (6, 6, (), ())


def test_two_accounts_of_one_meeting_are_compared(built):
    assert built[1].compared_events == 2


def test_what_is_built_is_valid(built):
    with read_store(built[0]) as store:
        assert validate(store).is_valid


def test_all_evidence_is_verbatim(built):
    with bothsides.open(built[0]) as knowledge:
        rows = knowledge.ask("claims-of-event")
        texts = {digest[:8]: text for digest, text in knowledge.texts.items()}
    assert [(row["claim"], row["quote"]) for row in rows if texts[row["readout"][-8:]][row["start"] : row["end"]] != row["quote"]] == []
    assert len(rows) >= 20


def test_no_node_is_blank(built):
    with read_store(built[0]) as store:
        assert not [quad for quad in store.quads() if BlankNode in (type(quad.subject), type(quad.object))]


def test_a_joint_statement_is_of_all_its_parties(built):
    with bothsides.open(built[0]) as knowledge:
        statement = next(row for row in knowledge.ask("readouts-of-event") if len(row["parties"]) == 2)
    assert statement["party_labels"] == ("Iceland", "New Zealand")


def readings(store):
    """Return the readings that a store keeps, by the ids of their documents."""
    kept = [json.loads(path.read_bytes())["reading"] for path in sorted((store / "readings").iterdir())]
    return {tuple(reading["document"]["identifiers"]): reading for reading in kept}


def test_a_joint_statement_is_held_by_all(built):
    assert {tuple(claim["holders"]) for claim in readings(built[0])[("joint",)]["claims"]} == {("is", "nz")}


def test_a_text_of_unknown_states_is_read_without_them(built):
    reading = readings(built[0])[("nowhere",)]
    assert (reading["document"]["parties"], reading["document"]["published"], bool(reading["claims"])) == ([], None, True)


TEXT = "Foreign Minister Hildur Strand met Foreign Minister Ruth Amory of New Zealand today. Both sides agreed to reopen the port."


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def lines(tmp_path):
    """Write documents as JSON Lines; returns the file's path."""

    def write(*rows, name="given.jsonl"):
        path = tmp_path / name
        path.write_text(
            "\n".join(json.dumps({"id": "talks", "text": TEXT, "party": "is", "date": "2031-05-04"} | row) for row in rows),
            encoding="utf-8",
        )
        return str(path)

    return write


def test_a_repost_is_the_same_readout_with_two_ids(lines, store):
    build([lines({}, {"id": "repost"})], store=store)
    assert list(readings(store)) == [("repost", "talks")]


def test_a_repost_that_comes_later_is_the_same_readout(lines, store):
    build([lines({})], store=store)
    assert build([lines({"id": "repost"})], store=store).readouts == 1


def test_a_changed_text_takes_the_place_of_the_old(lines, store):
    build([lines({})], store=store)
    build([lines({"text": TEXT.replace("port", "airport")})], store=store)
    assert [reading["document"]["text"].split()[-1] for reading in readings(store).values()] == ["airport."]


def test_a_changed_text_is_warned_of(lines, store):
    build([lines({})], store=store)
    report = build([lines({"text": TEXT.replace("port", "airport")})], store=store)
    assert report.warnings == ("talks: the text changed since the last build; the new one replaces it.",)


def test_a_changed_text_leaves_nothing_of_the_old_in_the_graph(lines, store, tmp_path):
    build([lines({})], store=store)
    build([lines({"text": TEXT.replace("port", "airport")})], store=store)
    fresh = tmp_path / "fresh"
    build([lines({"text": TEXT.replace("port", "airport")})], store=fresh)
    assert exports(store, tmp_path) == exports(fresh, tmp_path)


def test_a_repost_survives_a_change_of_the_other_copy(lines, store):
    build([lines({}, {"id": "repost"})], store=store)
    build([lines({"text": TEXT.replace("port", "airport")})], store=store)
    assert sorted(readings(store)) == [("repost",), ("talks",)]


def test_one_id_for_two_texts_is_warned_of(lines, store):
    report = build([lines({}, {"text": TEXT.replace("port", "airport")})], store=store)
    assert (report.readouts, len(report.warnings)) == (2, 1)


def test_changed_metadata_is_read_anew(lines, store):
    build([lines({})], store=store)
    assert build([lines({"date": "2031-05-06"})], store=store).read_anew == 1


@pytest.fixture
def mixed(lines, tmp_path):
    """A folder in which one document can be read, and what is wrong with each of the others."""
    bad = tmp_path / "mixed"
    bad.mkdir()
    (bad / "good.txt").write_text(TEXT, encoding="utf-8")
    (bad / "empty.txt").write_text("  \n", encoding="utf-8")
    (bad / "binary.txt").write_bytes(b"\x00\xff\x00\x10")
    (bad / "german.txt").write_text(
        "Die beiden Minister haben sich darauf geeinigt, den Hafen wieder zu öffnen und die Gespräche fortzusetzen.", encoding="utf-8"
    )
    (bad / "program.exe").write_bytes(b"MZ")
    return bad


def test_what_cannot_be_read_is_listed_and_the_rest_is_built(mixed, store):
    report = build([str(mixed), str(mixed / "absent.txt")], store=store)
    failed = {Path(failure.path_or_id).name for failure in report.failures}
    assert (report.readouts, failed) == (1, {"empty.txt", "binary.txt", "german.txt", "program.exe", "absent.txt"})


def test_a_failure_harms_nothing_that_is_stored(mixed, lines, store):
    build([lines({})], store=store)
    assert build([str(mixed / "german.txt")], store=store).readouts == 1


def test_nothing_given_makes_an_empty_store(store):
    assert build([], store=store).readouts == 0


@pytest.fixture
def hostile(lines, store):
    build([lines({"id": "<b>&\"'", "title": "<script>alert(2)</script>", "text": HOSTILE})], store=store)
    return store


def test_hostile_text_is_kept_as_it_is(hostile):
    with bothsides.open(hostile) as knowledge:
        assert list(knowledge.texts.values()) == [HOSTILE]


def test_hostile_text_makes_a_valid_graph(hostile):
    with read_store(hostile) as opened:
        assert validate(opened).is_valid


@pytest.mark.parametrize("form", ["trig", "turtle", "nquads", "jsonld"])
def test_hostile_text_survives_every_format(hostile, tmp_path, form):
    with read_store(hostile) as opened:
        export(opened, format=form, output=tmp_path / "graph")
        before = {quad.object.value for quad in opened.quads() if isinstance(quad.object, Literal)}
    syntax = {"trig": RdfFormat.TRIG, "turtle": RdfFormat.TURTLE, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}[form]
    assert {quad.object.value for quad in parse(path=tmp_path / "graph", format=syntax) if isinstance(quad.object, Literal)} == before


def test_a_line_of_a_million_characters_is_read(lines, store):
    report = build([lines({"text": f"{TEXT} {('ferry' * 400 + ' ') * 510}."})], store=store)
    assert (report.readouts, report.failures) == (1, ())


def test_progress_is_told(lines, store):
    stages = []
    build([lines({})], store=store, progress=lambda stage, done, of: stages.append(stage))
    assert list(dict.fromkeys(stages)) == ["reading sources", "reading claims", "comparing", "storing"]


def test_another_base_names_the_data(lines, store):
    build([lines({})], store=store, base="https://data.example/")
    with read_store(store) as opened:
        assert any(name.value.startswith("https://data.example/graph/readout-") for name in opened.graphs())


def test_a_pipeline_that_is_not_installed_is_an_error_of_ours(lines, store):
    with pytest.raises(ExtractionError, match="en_none"):
        build([lines({})], store=store, model="en_none")

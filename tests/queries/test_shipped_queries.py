"""Every shipped query: its head is true of it, and it gives the expected rows on both fixtures, in two engines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from bothsides import vocabulary as v
from bothsides.query import SEPARATOR, Question, Value, ask, questions
from bothsides.resources import resource
from bothsides.store import EmbeddedStore

GOLDEN = Path(__file__).parent / "golden"
FIXTURES = ("seeds", "summit")
QUESTIONS = questions()
COMPETENCY = {
    "shared-commitments", "one-sided-commitments", "imputed-to-the-other", "unequal-force", "omitted-by-host", "who-raises-what",
    "topic-order", "room-given", "contested", "invitations", "followed-up", "drift", "joint-statement-vs-own", "shared-by-k-of-n",
    "obligations-ledger", "presupposed", "unpinned", "evidence-audit", "office-at-the-time", "same-topic-other-words", "reciprocity",
    "silent-topics",
}  # fmt: skip
VIEWS = {"events"} | {f"{things}-of-event" for things in ("readouts", "participants", "claims", "links", "differences", "verdicts")}

each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
each_fixture = pytest.mark.parametrize("fixture", FIXTURES)


def shortened(value: Value) -> object:
    """A value as a golden file spells it: IRIs without the base, days as text, numbers to six digits."""
    if isinstance(value, tuple):
        return [shortened(part) for part in value]
    if isinstance(value, str):
        return value.removeprefix(v.BASE)
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 6) if isinstance(value, float) else value


def readable(rows: Iterable[Mapping[str, Value]]) -> list[dict[str, object]]:
    """Rows as a golden file spells them; cells without a value are left out."""
    return [{name: shortened(value) for name, value in row.items() if value not in (None, ())} for row in rows]


def plain(term: object, column_type: str) -> Value:
    """An rdflib term as a row holds it."""
    if column_type == "list":
        return tuple(sorted(filter(None, str(term or "").split(SEPARATOR))))
    if term is None:
        return None
    value = term.toPython() if isinstance(term, rdflib.Literal) else str(term)
    return float(value) if column_type == "decimal" else value


def golden(question: Question) -> dict[str, list[dict[str, object]]]:
    path = GOLDEN / f"{question.name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@pytest.fixture(scope="session", autouse=True)
def rewritten(request: pytest.FixtureRequest, store_of: Callable[[str], EmbeddedStore]) -> None:
    """Write the golden files anew, one row a line, if the flag says so."""
    if not request.config.getoption("--rewrite-golden"):
        return
    for path in GOLDEN.glob("*.json"):
        path.unlink()
    for question in QUESTIONS:
        parts = []
        for name in FIXTURES:
            rows = [f"    {json.dumps(row, ensure_ascii=False)}" for row in readable(ask(store_of(name), question.name))]
            parts.append(f'  "{name}": [' + ("\n" + ",\n".join(rows) + "\n  ]" if rows else "]"))
        (GOLDEN / f"{question.name}.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def test_the_competency_questions_and_those_of_the_views_are_there() -> None:
    assert {question.name for question in QUESTIONS} == COMPETENCY | VIEWS


@each_fixture
@each_question
def test_the_rows_are_as_expected(question: Question, fixture: str, store_of: Callable[[str], EmbeddedStore]) -> None:
    assert readable(ask(store_of(fixture), question.name)) == golden(question)[fixture]


@each_fixture
@each_question
def test_rdflib_gives_the_same_rows_from_a_flat_graph(
    question: Question, fixture: str, flat_graph_of: Callable[[str], rdflib.Graph]
) -> None:
    result = flat_graph_of(fixture).query(question.text)
    rows = [{column.name: plain(row[column.name], column.type) for column in question.columns} for row in result]
    assert readable(rows) == golden(question)[fixture]


@each_question
def test_a_question_has_rows_in_a_fixture(question: Question) -> None:
    assert any(golden(question).values())


@each_question
def test_the_head_names_the_columns_in_order(question: Question, store_of: Callable[[str], EmbeddedStore]) -> None:
    assert [column.name for column in question.columns] == list(ask(store_of("seeds"), question.name).columns)


@each_fixture
@each_question
def test_values_are_of_the_type_that_the_head_says(question: Question, fixture: str, store_of: Callable[[str], EmbeddedStore]) -> None:
    types: dict[str, type | tuple[type, ...]] = {
        "iri": str, "string": str, "integer": int, "decimal": (float, int), "date": date, "boolean": bool, "list": tuple,
    }  # fmt: skip
    for row in ask(store_of(fixture), question.name):
        for column in question.columns:
            value = row[column.name]
            assert value is None or isinstance(value, types[column.type])
            assert column.type != "iri" or value is None or re.match(r"https?://", str(value))


@each_question
def test_every_parameter_narrows_the_rows(question: Question, store_of: Callable[[str], EmbeddedStore]) -> None:
    """A value that nothing has leaves no row, so that no parameter is without effect."""
    nothing = {"date": "1999-01-01", "integer": "-1", "string": "no such thing"}
    for parameter in question.parameters:
        value = "2999-01-01" if parameter.name == "since" else nothing.get(parameter.type, f"{v.BASE}none")
        assert [len(ask(store_of(name), question.name, {parameter.name: value})) for name in FIXTURES] == [0, 0], parameter.name


@each_question
def test_every_place_of_a_value_is_a_parameter(question: Question) -> None:
    assert sorted(re.findall(r"VALUES \?(\w+) \{ UNDEF \}", question.text)) == sorted(parameter.name for parameter in question.parameters)


@each_question
def test_the_question_is_asked_in_words(question: Question) -> None:
    assert re.fullmatch(r"[A-Z].*\?", question.title)


@each_question
def test_the_text_is_portable(question: Question) -> None:
    body = question.text[question.text.index("SELECT") :]
    assert "ORDER BY" in body
    assert not re.search(r"\b(GRAPH|SERVICE|LATERAL|<<)\b", body)


@each_question
def test_only_needed_prefixes_are_declared(question: Question) -> None:
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", question.text, re.MULTILINE))
    body = re.sub(r'"[^"]*"', "", question.text[question.text.index("SELECT") :])
    assert set(declared) == set(re.findall(r"(?<![\w?])([a-z]+):(?=[A-Za-z])", body))
    assert declared.items() <= v.PREFIXES.items()


@each_question
def test_every_own_iri_in_a_query_is_declared(question: Question) -> None:
    declared = {
        quad.subject for name in ("ontology", "acts", "kinds", "topics") for quad in ox.parse(path=str(resource("ontology", f"{name}.ttl")))
    }
    used = re.findall(r"(?<![\w?])(bs|act|kind|topic):([\w-]+)", re.sub(r'"[^"]*"', "", question.text[question.text.index("SELECT") :]))
    assert {ox.NamedNode(v.PREFIXES[prefix] + name) for prefix, name in used} <= declared


def test_an_event_takes_its_parts_along(store_of: Callable[[str], EmbeddedStore]) -> None:
    visit, meeting = "2023-06-18-visit-us-to-cn-blinken", "2023-06-18-meeting-cn-us-blinken-qin"
    assert [len(ask(store_of("seeds"), "claims-of-event", {"event": event})) for event in (visit, meeting)] == [12, 8]


def test_a_party_is_put_first_if_asked_for(store_of: Callable[[str], EmbeddedStore]) -> None:
    assert {row["party_a_label"] for row in ask(store_of("seeds"), "shared-commitments", {"party": "us"})} == {"United States"}


def test_a_wider_topic_takes_its_narrower_ones_along(store_of: Callable[[str], EmbeddedStore]) -> None:
    rows = ask(store_of("seeds"), "claims-of-event", {"topic": "sovereignty-territory"})
    assert {label for row in rows for label in row["topic_labels"] or ()} >= {"Hong Kong", "Taiwan and cross-Strait relations"}

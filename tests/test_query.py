"""Questions: heads are parsed, parameters are terms and never text, rows are plain values."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothsides import vocabulary as v
from bothsides.errors import QueryError, VocabularyError
from bothsides.query import Parameter, Question, Rows, ask, bind, find_question, questions, read_question
from bothsides.store import memory_store

ECHO = """# What was said?
# More of it.
#: param word string any text
#: param other string another text
#: column word string the text

SELECT ?word WHERE {
  VALUES ?word { UNDEF }
  VALUES ?other { UNDEF }
} ORDER BY ?word
"""


def question(type_: str = "string", text: str = "SELECT ?it WHERE { VALUES ?it { UNDEF } }") -> Question:
    return Question("made", "Made?", "", (Parameter("it", type_, "anything"),), (), text)


@pytest.fixture
def echo(tmp_path: Path) -> Path:
    path = tmp_path / "echo.rq"
    path.write_text(ECHO, encoding="utf-8")
    return path


def test_a_head_is_documentation_and_contract(echo: Path) -> None:
    read = read_question(echo)
    assert (read.name, read.title, read.prose) == ("echo", "What was said?", "More of it.")
    assert read.parameters == (Parameter("word", "string", "any text"), Parameter("other", "string", "another text"))
    assert [column.name for column in read.columns] == ["word"]


def test_a_query_without_a_head_is_a_question_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("SELECT (1 AS ?one) WHERE {}", encoding="utf-8")
    assert list(ask(memory_store(), path)) == [{"one": 1}]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("#: param word", "param NAME TYPE description"),
        ("#: param word colour a colour", "a type of string"),
        ("#: column word colour a colour", "a type of iri"),
        ("#: row word string a text", "column NAME TYPE"),
    ],
)
def test_a_malformed_head_names_its_line_and_what_was_expected(tmp_path: Path, line: str, wanted: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(f"# What?\n{line}\nSELECT * WHERE {{ VALUES ?word {{ UNDEF }} }}", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"bad\.rq:2: found") as raised:
        read_question(path)
    assert wanted in str(raised.value)


@pytest.mark.parametrize("pattern", ["", "VALUES ?word { UNDEF } VALUES ?word { UNDEF }"])
def test_a_parameter_stands_once_in_the_pattern(tmp_path: Path, pattern: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(f"# What?\n#: param word string a text\nSELECT * WHERE {{ {pattern} }}", encoding="utf-8")
    with pytest.raises(VocabularyError, match="must stand once"):
        read_question(path)


def test_an_unknown_question_lists_those_there_are() -> None:
    with pytest.raises(QueryError, match="claims-of-event, contested"):
        find_question("shared-comitments")


def test_a_question_is_found_by_name_with_or_without_its_ending() -> None:
    assert find_question("events.rq") == find_question("events")


def test_a_file_that_is_not_text_is_a_query_error(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(QueryError, match="cannot read the query"):
        read_question(tmp_path / "bad.rq")


def test_an_unknown_parameter_lists_those_there_are(echo: Path) -> None:
    with pytest.raises(QueryError, match=r"the parameters of echo are word \(string\), other \(string\)"):
        ask(memory_store(), echo, {"wrod": "x"})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_bound_as_a_parameter_comes_back(text: str) -> None:
    made = Question("made", "", "", (Parameter("word", "string", ""),), (), "SELECT ?word WHERE { VALUES ?word { UNDEF } }")
    (row,) = memory_store().query(bind(made, {"word": text}))
    assert row["word"].value == text


@pytest.mark.parametrize(
    "hostile",
    ['" } INSERT DATA { <a:a> <a:b> <a:c> } #', "\\u0022 }", r"\1 \g<0>", "VALUES ?other { UNDEF }", "'''\"\"\"", "\n\r\t", "\u202egnirts"],
)
def test_hostile_text_stays_text(echo: Path, hostile: str) -> None:
    assert list(ask(memory_store(), echo, {"word": hostile, "other": hostile})) == [{"word": hostile}]


@pytest.mark.parametrize("hostile", ["http://a> } DROP ALL #", "party/c n", "cn>", "", "a:\\u003e", "party/<script>"])
def test_what_is_no_iri_is_refused(hostile: str) -> None:
    with pytest.raises(QueryError, match="expected an IRI"):
        bind(question("party"), {"it": hostile})


@pytest.mark.parametrize(
    ("type_", "value", "iri"),
    [
        ("party", "cn", f"{v.ID}party/cn"),
        ("party", "CN", f"{v.ID}party/cn"),
        ("party", "party/cn", f"{v.ID}party/cn"),
        ("party", "https://example.org/cn", "https://example.org/cn"),
        ("event", "2023-06-18-talks", f"{v.ID}event/2023-06-18-talks"),
        ("act", "agree", f"{v.ACTS}agree"),
        ("topic", "topic/taiwan", f"{v.TOPICS}taiwan"),
        ("event-kind", "phone-call", f"{v.KINDS}event-phone-call"),
        ("status", "one-sided", f"{v.KINDS}status-one-sided"),
        ("status", "kind/status-one-sided", f"{v.KINDS}status-one-sided"),
        ("difference", "force", f"{v.KINDS}difference-force"),
        ("iri", "readout/us-state-1", f"{v.ID}readout/us-state-1"),
    ],
)
def test_an_iri_may_be_given_in_short(type_: str, value: str, iri: str) -> None:
    assert bind(question(type_), {"it": value}) == f"SELECT ?it WHERE {{ VALUES ?it {{ <{iri}> }} }}"


@pytest.mark.parametrize(
    ("type_", "value", "term"),
    [
        ("integer", " 7", '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("date", "2023-06-18", '"2023-06-18"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ],
)
def test_numbers_and_days_are_typed(type_: str, value: str, term: str) -> None:
    assert term in bind(question(type_), {"it": value})


@pytest.mark.parametrize(
    ("type_", "value", "wanted"), [("integer", "7.5", "a whole number"), ("date", "18 June", "a day such as"), ("iri", "cn", "an IRI")]
)
def test_a_value_that_does_not_fit_says_what_would(type_: str, value: str, wanted: str) -> None:
    with pytest.raises(QueryError, match=wanted):
        bind(question(type_), {"it": value})


def test_the_text_of_a_question_without_parameters_is_unchanged() -> None:
    assert all(bind(each, {}) == each.text for each in questions())


@pytest.mark.parametrize("text", ["ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_only_a_select_has_rows(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.rq").write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match="not a SELECT"):
        ask(memory_store(), tmp_path / "other.rq")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ("<http://example.org/a>", "http://example.org/a"),
        ('"text"@en', "text"),
        ("7", 7),
        ("0.5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ('"2023-06-18"^^xsd:date', date(2023, 6, 18)),
        ('"2023-06-18Z"^^xsd:date', "2023-06-18Z"),
        ('"2023-06-18T10:00:00"^^xsd:dateTime', datetime(2023, 6, 18, 10)),
        ('"2023"^^xsd:gYear', "2023"),
        ("UNDEF", None),
    ],
)
def test_cells_are_plain_values(tmp_path: Path, term: str, value: object) -> None:
    (tmp_path / "one.rq").write_text(f"PREFIX xsd: <{v.XSD}>\nSELECT ?x WHERE {{ VALUES ?x {{ {term} }} }}", encoding="utf-8")
    assert list(ask(memory_store(), tmp_path / "one.rq")) == [{"x": value}]


def test_a_list_is_sorted_and_holds_no_empty_parts(tmp_path: Path) -> None:
    (tmp_path / "list.rq").write_text(
        '# What?\n#: column x list things\nSELECT ?x WHERE { VALUES ?x { "b |  | a" UNDEF } }', encoding="utf-8"
    )
    assert [row["x"] for row in ask(memory_store(), tmp_path / "list.rq")] == [("a", "b"), ()]


def test_rows_are_a_sequence_with_columns() -> None:
    rows = Rows(["a"], [{"a": 1}, {"a": 2}])
    assert (len(rows), rows[1], [row["a"] for row in rows], rows.columns) == (2, {"a": 2}, [1, 2], ("a",))
    assert [row["a"] for row in rows[:1]] == [1]


def test_rows_become_a_data_frame_where_pandas_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    pandas = ModuleType("pandas")
    pandas.DataFrame = lambda rows, columns: (rows, columns)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", pandas)
    assert Rows(["a"], [{"a": 1}]).to_pandas() == ([{"a": 1}], ["a"])


def test_without_pandas_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match=r"bothsides\[notebook\]"):
        Rows(["a"], []).to_pandas()

"""Each command parses, makes one call and prints; errors are one line and exit code 1, wrong usage is exit code 2."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from bothsides.cli import app
from bothsides.cli.output import print_table
from bothsides.errors import StoreError
from bothsides.evaluate import Evaluation, Fault, Score
from bothsides.graph import Finding, Level, Report
from bothsides.ingest import SourceFailure
from bothsides.query import Column, Parameter, Question, Rows
from bothsides.records import Act
from bothsides.views.arrangement import arrange
from bothsides.views.model import Dossier, EventView, ReadoutView, Side

COMMANDS = ["build", "compare", "events", "query", "view", "export", "validate", "eval", "demo"]
ROWS = Rows(
    ("event", "event_label", "parties", "party_labels"),
    [
        {
            "event": "https://example.org/id/event/1",
            "event_label": "Talks",
            "parties": ("https://x/party/xa",),
            "party_labels": ("Alpha", "Beta"),
        }
    ],
)
QUESTION = Question(
    "who-spoke", "Who spoke?", "", (Parameter("party", "party", "Only of this party."),), (Column("event", "iri", "it"),), ""
)


class Known:
    """Stands in for an opened store; remembers what it was asked."""

    store, texts = object(), {}

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def ask(self, name, **parameters):
        self.asked.append((name, parameters))
        return ROWS


@pytest.fixture
def known(monkeypatch):
    known = Known()
    monkeypatch.setattr(import_module("bothsides.knowledge"), "open_knowledge", lambda path: known)
    monkeypatch.setattr(import_module("bothsides.query"), "questions", lambda: (QUESTION,))
    comparison = arrange(Dossier(EventView("https://example.org/id/event/1", "Talks in Sarn", "Visit")))
    views = import_module("bothsides.views.comparison")
    monkeypatch.setattr(views, "find_event", lambda store, wanted: f"found {wanted}")
    monkeypatch.setattr(views, "compare", lambda store, event, texts: comparison)
    return known


@pytest.fixture
def built(monkeypatch):
    calls = []
    report = SimpleNamespace(
        documents=2,
        readouts=2,
        claims=58,
        events=4,
        compared_events=1,
        failures=(SourceFailure("bad.pdf", "it is empty"),),
        warnings=(),
        seconds=1.2,
    )

    def build(paths, **options):
        calls.append((paths, options))
        return report

    monkeypatch.setattr(import_module("bothsides.pipeline"), "build", build)
    return SimpleNamespace(calls=calls, report=report)


def run(*arguments: str, **options):
    return CliRunner().invoke(app, list(arguments), **options)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_gives_an_example(command):
    assert f"bothsides {command}" in run(command, "--help").output


def test_help_lists_every_command():
    output = run("--help").output
    assert all(f"  {command} " in output for command in COMMANDS)


def test_no_command_is_wrong_usage_and_shows_the_help():
    result = run()
    assert (result.exit_code, "Usage" in result.output) == (2, True)


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build"], ["query", "x", "--param", "no-value"], ["export", "--format", "n3", "-o", "x"]]
)
def test_wrong_usage_is_exit_code_2(arguments):
    assert run(*arguments).exit_code == 2


def test_an_error_of_ours_is_one_line_and_exit_code_1(known, monkeypatch):
    def refuse(path):
        raise StoreError("cannot open it:\nno such folder. Build one first.")

    monkeypatch.setattr(import_module("bothsides.knowledge"), "open_knowledge", refuse)
    result = run("events")
    assert (result.exit_code, result.stderr) == (1, "bothsides: cannot open it: no such folder. Build one first.\n")


def test_a_defect_is_not_hidden(known, monkeypatch):
    monkeypatch.setattr(known, "ask", lambda name: 1 / 0)
    assert isinstance(run("events").exception, ZeroDivisionError)


def test_version():
    assert run("--version").output.startswith("bothsides ")


def test_build_tells_what_was_read_and_lists_what_was_not(built):
    result = run("build", "readouts", "more.txt", "--store", "kg")
    assert "2 readouts, 58 claims, 4 events (1 told by more than one side)" in result.output
    assert "bad.pdf: it is empty" in result.stderr
    assert (result.exit_code, built.calls[0][0]) == (0, ["readouts", "more.txt"])


def test_build_that_reads_nothing_fails(built):
    built.report.documents = 0
    assert run("build", "bad.pdf").exit_code == 1


def test_build_passes_a_model_on_only_if_one_is_named(built):
    run("build", "x")
    run("build", "x", "--model", "en_core_web_sm")
    assert [options.get("model") for _, options in built.calls] == [None, "en_core_web_sm"]


def test_events_are_a_table_with_iris_that_can_be_given_back(known):
    assert run("events").output.split() == ["event", "event", "party", "event/1", "Talks", "Alpha;", "Beta", "1", "row"]


def test_rows_too_wide_for_the_terminal_stand_one_below_another(known, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    assert run("events").output.splitlines()[1].split() == ["event", "Talks"]


def test_an_iri_is_left_out_where_its_label_stands_beside_it(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    print_table(["claim", "parties", "party_labels", "holders", "holder_labels", "status", "status_label"], [{"claim": "x"}])
    assert capsys.readouterr().out.splitlines()[0].split() == ["claim", "party", "holder", "status"]


def test_events_as_json(known):
    assert json.loads(run("events", "--json").output)[0]["party_labels"] == ["Alpha", "Beta"]


def test_query_without_a_name_lists_questions_and_parameters(known):
    output = run("query").output
    assert output.startswith("who-spoke\n    Who spoke?")
    assert "--param party=…" in output


def test_query_passes_its_parameters(known):
    run("query", "who-spoke", "-p", "party=cn", "-p", "text=a=b")
    assert known.asked == [("who-spoke", {"party": "cn", "text": "a=b"})]


def test_query_as_csv(known):
    assert (
        run("query", "who-spoke", "--format", "csv").output
        == "event,event_label,parties,party_labels\nhttps://example.org/id/event/1,Talks,https://x/party/xa,Alpha; Beta\n"
    )


@pytest.mark.parametrize("how", [["--json"], ["--format", "json"]])
def test_query_as_json(known, how):
    assert json.loads(run("query", "who-spoke", *how).output) == [
        {**ROWS[0], "parties": ["https://x/party/xa"], "party_labels": ["Alpha", "Beta"]}
    ]


def test_compare_prints_and_writes_the_page(known, tmp_path):
    page = tmp_path / "deep" / "compare.html"
    result = run("compare", "Sarn", "--html", str(page))
    assert "Talks in Sarn" in result.output
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_compare_as_json(known):
    assert json.loads(run("compare", "--json").output)["event"]["label"] == "Talks in Sarn"


def test_compare_of_files_builds_them_first(known, built):
    built.report.failures = ()
    assert run("compare", "a.txt", "b.txt").exit_code == 0
    assert built.calls[0][0] == ["a.txt", "b.txt"]


def test_compare_of_a_file_that_cannot_be_read_says_so(known, built):
    result = run("compare", "bad.pdf", "b.txt")
    assert (result.exit_code, "bad.pdf: it is empty" in result.stderr) == (1, True)


def test_compare_of_one_file_is_wrong_usage(known, tmp_path):
    (tmp_path / "a.txt").write_text("They met.")
    result = run("compare", str(tmp_path / "a.txt"))
    assert (result.exit_code, "name two or more" in result.stderr) == (2, True)


def test_compare_says_which_text_has_no_known_publisher(known, monkeypatch):
    views = import_module("bothsides.views.comparison")
    side = Side(0, (), "Publisher not known", (ReadoutView("https://example.org/id/readout/1", "unknown-1", ()),))
    comparison = replace(views.compare(None, None, {}), sides=(side,))
    monkeypatch.setattr(views, "compare", lambda store, event, texts: comparison)
    assert "in whose name unknown-1 speaks is not known" in run("compare").stderr


def test_view_writes_the_explorer(known, tmp_path):
    run("view", "--output", str(tmp_path / "x.html"))
    assert "vis-network" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_an_error_of_ours(known, tmp_path):
    (tmp_path / "file").write_text("")
    result = run("view", "--output", str(tmp_path / "file" / "x.html"))
    assert (result.exit_code, result.stderr.startswith("bothsides: cannot write")) == (1, True)


def test_export_writes_the_format_asked_for(known, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(import_module("bothsides.export"), "export", lambda store, **options: calls.append(options))
    run("export", "--format", "nquads", "--output", str(tmp_path / "g.nq"))
    assert calls == [{"format": "nquads", "output": tmp_path / "g.nq"}]


def test_export_to_standard_output_says_nothing_of_its_own(known, monkeypatch):
    monkeypatch.setattr(import_module("bothsides.export"), "export", lambda store, **options: None)
    assert run("export", "--output", "-").output == ""


@pytest.fixture
def measured(monkeypatch):
    evaluation = Evaluation(
        figures={"documents": 2, "claims": Score(0.9, 0.8, 0.847, 40), "kind": 0.5},
        confusion={(Act.AGREE, Act.STATE): 3},
        calibration=(),
        faults=(Fault("missed", "inv-01", "They agreed.", "agree", ""), Fault("missed", "inv-02", "He said so.", "state", "")),
    )
    monkeypatch.setattr(import_module("bothsides.cli.evaluating"), "_measure", lambda gold, paths, options: evaluation)


def test_eval_prints_figures(measured):
    output = run("eval", "gold").output
    assert "claims     0.847      0.900   0.800         40" in output
    assert "missed" not in output


def test_eval_lists_misses_by_cause(measured):
    output = run("eval", "gold", "--misses").output
    assert "missed  2" in output
    assert "inv-01: They agreed." in output


def test_eval_as_json(measured):
    found = json.loads(run("eval", "gold", "--json").output)
    assert (found["figures"]["claims"]["f1"], found["confusion"]) == (0.847, [{"annotated": "agree", "read": "state", "claims": 3}])


@pytest.mark.parametrize(("level", "code"), [(Level.ERROR, 1), (Level.WARN, 0)])
def test_validate_fails_on_errors_only(known, monkeypatch, level, code):
    report = Report((Finding(level, "ClaimShape", "A claim has no holder.", "claim/x", readout="xa-1", quote="They agreed."),))
    monkeypatch.setattr(import_module("bothsides.graph"), "validate", lambda store: report)
    result = run("validate")
    assert (result.exit_code, "A claim has no holder." in result.output) == (code, True)


def test_validate_prints_the_first_of_many_findings_that_are_alike(known, monkeypatch):
    findings = tuple(Finding(Level.WARN, "ClaimShape", "No topic was found.", f"id/claim/x-{number}") for number in range(30))
    monkeypatch.setattr(import_module("bothsides.graph"), "validate", lambda store: Report(findings))
    output = run("validate").output
    assert (output.count("No topic was found."), output.count("claim/x-"), "… and 25 more" in output) == (1, 5, True)


def test_demo_writes_everything_and_says_what_is_next(known, built, tmp_path, monkeypatch):
    monkeypatch.setattr(import_module("bothsides.export"), "export", lambda store, **options: options["output"].write_text(""))
    result = run("demo", "--output", str(tmp_path))
    assert result.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"graph.ttl", "graph.trig", "graph.nq", "compare.html", "explore.html"}
    assert "bothsides query" in result.output

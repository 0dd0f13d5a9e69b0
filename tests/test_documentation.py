"""What the documents say is so: commands and options exist, paths lead somewhere, examples run, the excerpt is what is printed."""

from __future__ import annotations

import doctest
import pkgutil
import re
import shlex
import shutil
import tomllib
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
import typer

import bothsides
import readme
from bothsides.cli import app
from bothsides.query import questions

ROOT = readme.ROOT
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
}
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
QUESTIONS = {question.name: question for question in questions()}
MODULES = [name for _, name, _ in pkgutil.walk_packages(bothsides.__path__, "bothsides.") if "__main__" not in name]
LARGEST_PICTURE = 400_000
# Notes to oneself, places on one machine and hosts of packages; in brackets, lest this line itself be found.
UNWANTED = re.compile(
    r"TO[D]O|FI[X]ME|/w[o]rk/|/t[m]p/|/r[o]ot/|py[p]i\.org|pythonh[o]sted|npm[j]s\.|\bh[e]lper|\bs[e]ssion", re.IGNORECASE
)


def blocks(language: str) -> list[tuple[str, str]]:
    """Every block of code in that language, with the name of its document."""
    fenced = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return [(name, block) for name, text in DOCUMENTS.items() for tag, block in fenced.findall(text) if tag == language]


def calls(program: str) -> list[str]:
    """Every call of a program, in blocks of shell and in running text."""
    lines = [line.split("#")[0].strip() for _, block in blocks("sh") for line in block.splitlines()]
    inline = [code for text in DOCUMENTS.values() for code in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)]
    return sorted({line for line in (*lines, *inline) if re.match(rf"(?:\.venv/bin/)?{program}(?:\s|$)", line)})


BOTHSIDES = [call for call in calls("bothsides") if len(call.split()) > 1]
QUERIES = [call for call in BOTHSIDES if re.search(r" query \w", call)]


@pytest.mark.parametrize("call", BOTHSIDES)
def test_a_command_is_one_that_there_is_with_options_that_it_has(call):
    _, command, *arguments = shlex.split(call)
    options = {option for parameter in COMMANDS[command].params for option in parameter.opts} | {"--help"}
    assert {argument for argument in arguments if argument.startswith("--")} <= options


@pytest.mark.parametrize("call", [line for _, block in blocks("sh") for line in block.splitlines() if line.startswith("bothsides ")])
def test_a_command_in_a_block_is_understood_whole(call):
    _, command, *arguments = shlex.split(call)
    COMMANDS[command].make_context(command, arguments)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command):
    assert re.search(rf"bothsides {command}\b", DOCUMENTS["README.md"])


@pytest.mark.parametrize("call", QUERIES)
def test_a_question_is_one_that_there_is_with_parameters_that_it_has(call):
    given = {after.partition("=")[0] for before, after in pairwise(call.split()) if before == "--param"}
    assert given <= {parameter.name for parameter in QUESTIONS[call.split()[2]].parameters}


@pytest.mark.parametrize("call", calls("make"))
def test_a_target_of_make_is_one_that_there_is(call):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {word for word in call.split()[1:] if "=" not in word} <= targets


@pytest.mark.parametrize("call", calls(r"python -m bothsides[.\w]+"))
def test_a_module_that_is_run_is_one_that_there_is_with_options_that_it_has(call):
    _, _, module, *arguments = call.split()
    spec = find_spec(module)
    assert spec is not None
    source = Path(str(spec.origin)).read_text(encoding="utf-8")
    assert [option for option in arguments if option.startswith("--") and f'"{option}"' not in source] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_leads_to_a_file(name):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", DOCUMENTS[name])
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_of_the_project_that_is_named_exists(name):
    paths = re.findall(r"(?<![\w/.])(?:data|docs|ontology|queries|src|tests)/[\w./-]*", DOCUMENTS[name])
    assert [path for path in paths if not (ROOT / path.rstrip(".")).exists() and path != "queries/NAME.rq"] == []


def test_the_tree_in_contributing_names_every_part_of_the_package():
    package = ROOT / "src" / "bothsides"
    parts = [p.name for p in package.iterdir() if p.name[0] not in "_." and p.name not in {"py.typed", "errors.py"}]
    tree = blocks("")[0][1]
    assert [part for part in parts if not re.search(rf"^  {re.escape(part)}/? ", tree, re.MULTILINE)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_said_that_is_not_for_readers(name):
    assert UNWANTED.findall(DOCUMENTS[name]) == []


def test_figures_of_quality_stand_in_one_table_only():
    outside = re.sub(r"<!-- figures:.*?<!-- /figures -->", "", DOCUMENTS["README.md"], flags=re.DOTALL)
    assert re.findall(r"(?<![\d.])0?\.\d{2,3}\b", outside) == []


def test_the_changelog_tells_of_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", DOCUMENTS["CHANGELOG.md"], re.MULTILINE)


@pytest.mark.parametrize("name", ["comparison", "explorer"])
def test_a_picture_is_small_enough_for_a_page(name):
    assert (readme.IMAGES / f"{name}.png").stat().st_size < LARGEST_PICTURE


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_docstrings_run(name):
    assert doctest.testmod(import_module(name)).failed == 0


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """A folder in which the two samples were built and exported, as the README's examples expect."""
    folder = tmp_path_factory.mktemp("demo")
    for name in ("data", "queries"):
        shutil.copytree(ROOT / name, folder / name)
    bothsides.build([str(folder / "data" / "index.csv")], store=folder / "out" / "store")
    from bothsides.export import export

    with bothsides.open(folder / "out" / "store") as knowledge:
        export(knowledge.store, format="turtle", output=folder / "graph.ttl")
    return folder


@pytest.mark.model
@pytest.mark.parametrize(("name", "source"), blocks("python"), ids=lambda value: value if value.endswith(".md") else "example")
def test_an_example_in_python_runs_and_prints_something(name, source, demo, monkeypatch, capsys):
    monkeypatch.chdir(demo)
    exec(compile(source, name, "exec"), {})  # noqa: S102  (the project's own documents)
    if name == "README.md":
        assert capsys.readouterr().out


@pytest.mark.model
def test_the_terminal_excerpt_is_what_is_printed(demo):
    """Run `make readme` when the comparison of the samples changed, and look at what it makes."""
    with bothsides.open(demo / "out" / "store") as knowledge:
        excerpt = readme.terminal_excerpt(knowledge)
    assert excerpt in DOCUMENTS["README.md"]

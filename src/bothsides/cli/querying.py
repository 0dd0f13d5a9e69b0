"""`bothsides query`, `bothsides export`, `bothsides validate`."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bothsides.cli.options import STORE, AsJson, Store
from bothsides.cli.output import print_csv, print_json, print_table, short_iri

if TYPE_CHECKING:
    from bothsides.graph import Finding, Report
    from bothsides.query import Question

_STANDARD_OUTPUT = "-"
_QUOTE = 80
_ALIKE = 5  # findings of one message that are printed; a thousand texts without an address would bury what matters


class Shape(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    name: Annotated[str | None, typer.Argument(help="A question by name, or a .rq file of your own.", show_default=False)] = None,
    param: Annotated[list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE; narrows the question. May be repeated.")] = None,
    store: Store = STORE,
    shape: Annotated[Shape, typer.Option("--format", "-f", help="How to print the rows.")] = Shape.TABLE,
    as_json: AsJson = False,
) -> None:
    """Ask the graph a question; without a name, list the questions.

    For example:

      bothsides query

      bothsides query one-sided-commitments --param party=cn --store knowledge

      bothsides query mine.rq --format csv > rows.csv
    """
    from bothsides.query import questions

    shape = Shape.JSON if as_json else shape
    if name is None:
        _list(questions(), shape)
        return
    from bothsides.knowledge import open_knowledge

    parameters = dict(_pair(text) for text in param or [])
    with open_knowledge(store) as knowledge:
        rows = knowledge.ask(name, **parameters)
    if shape is Shape.JSON:
        print_json(list(rows))
    elif shape is Shape.CSV:
        print_csv(rows.columns, rows)
    else:
        print_table(rows.columns, rows)


class Format(StrEnum):
    """A way to write RDF down."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write; - is standard output.")],
    store: Store = STORE,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="Turtle and N-Triples hold all statements; the others keep the graphs apart.")
    ] = Format.TURTLE,
) -> None:
    """Write the graph to a file that any RDF tool can load.

    For example:

      bothsides export --store knowledge --output graph.ttl

      bothsides export --store knowledge --format nquads --output graph.nq
    """
    from bothsides.export import export as write
    from bothsides.knowledge import open_knowledge

    with open_knowledge(store) as knowledge:
        write(knowledge.store, format=format_.value, output=output)
    if str(output) != _STANDARD_OUTPUT:
        Console().print(Text(f"Written: {output}"))


def validate(store: Store = STORE, as_json: AsJson = False) -> None:
    """Check the graph against the shapes of the ontology.

    Exit code 1 if something is violated; warnings are only listed.

    For example:

      bothsides validate --store knowledge
    """
    from bothsides.graph import validate as check
    from bothsides.knowledge import open_knowledge

    with open_knowledge(store) as knowledge:
        report = check(knowledge.store)
    if as_json:
        print_json(report)
    else:
        _print_findings(report)
    if not report.is_valid:
        raise typer.Exit(1)


def _print_findings(report: Report) -> None:
    """Print what does not hold, by its message, what is worst first; of many alike the first few, and a last line that sums up."""
    from bothsides.graph import Level
    from bothsides.views.wording import count, shorten

    console = Console()
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        alike[finding.level, finding.message].append(finding)
    for (level, message), findings in alike.items():
        console.print(Text.assemble((f"{level:<6}", "bold"), message, (f"  {len(findings):,}", "bold")))
        for finding in findings[:_ALIKE]:
            where = (short_iri(finding.about), finding.readout, finding.quote and f"“{shorten(finding.quote, _QUOTE)}”")
            console.print(Padding(Text("  ".join(filter(None, where))), (0, 0, 0, 6)))
        if len(findings) > _ALIKE:
            console.print(Padding(Text(f"… and {len(findings) - _ALIKE:,} more; --json lists all", style="dim"), (0, 0, 0, 6)))
    verdict = "The graph is valid" if report.is_valid else "The graph is not valid"
    console.print(
        Text(f"{verdict}: {count(report.count(Level.ERROR), 'error')}, {count(report.count(Level.WARN), 'warning')}", style="bold")
    )


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise typer.BadParameter(f"found {text!r}, expected NAME=VALUE, such as party=cn", param_hint="--param")
    return name.strip(), value


def _list(questions: tuple[Question, ...], shape: Shape) -> None:
    """Print what can be asked, and by what each question can be narrowed."""
    if shape is not Shape.TABLE:
        print_json([{"name": q.name, "title": q.title, "parameters": q.parameters, "columns": q.columns} for q in questions])
        return
    console = Console()
    for question in questions:
        console.print(Text(question.name, style="bold"))
        console.print(Padding(Text(question.title), (0, 0, 0, 4)))
        if question.parameters:
            names = "  ".join(f"{parameter.name}=…" for parameter in question.parameters)
            console.print(Padding(Text(f"--param {names}", style="dim"), (0, 0, 0, 4)))

"""`bothsides build`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from bothsides.cli.options import STORE, AsJson, Store
from bothsides.cli.output import print_json

if TYPE_CHECKING:
    from bothsides.pipeline import BuildReport


def build(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, an index.csv, JSON Lines, http(s) addresses; - is standard input.")],
    store: Store = STORE,
    model: Annotated[str | None, typer.Option(help="Another spaCy pipeline with a parser, by name or folder.")] = None,
    base: Annotated[str | None, typer.Option(help="The base of the IRIs of your data.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read readouts into a knowledge graph.

    Text, Markdown, HTML, PDF, JSON Lines (.jsonl, .jsonl.gz), CSV, a folder of any of these, or an index.csv that says who published
    what and when. Building again adds what is new and changes nothing else. A file that cannot be read is listed; the rest goes on.

    For example:

      bothsides build readouts/ --store knowledge

      bothsides build data/index.csv

      curl https://example.org/readout | bothsides build -
    """
    from bothsides.pipeline import build as run

    run_model = partial(run, model=model) if model else run
    with progress() as tell:
        report = run_model(paths, store=store, base=base, progress=tell)
    if as_json:
        print_json(report)
    else:
        _print_report(report, store)
    if report.failures and not report.documents:
        raise typer.Exit(1)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int | None], None] | None]:
    """Yield what a build calls with its progress: a bar on standard error, or nothing where no one is looking."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(stage: str, done: int, total: int | None) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield tell


def _print_report(report: BuildReport, store: Path) -> None:
    from bothsides.views.wording import count

    console, errors = Console(), Console(stderr=True)
    found = ", ".join((count(report.readouts, "readout"), count(report.claims, "claim"), count(report.events, "event")))
    console.print(Text(f"{found} ({report.compared_events:,} told by more than one side) in {store}, in {report.seconds:.1f} s"))
    for failure in report.failures:
        errors.print(Text.assemble(("not read  ", "bold"), str(failure)))
    for warning in report.warnings:
        errors.print(Text.assemble(("note  ", "bold"), warning))
    if report.compared_events:
        console.print(Text(f"Next: bothsides events --store {store}   ·   bothsides compare --store {store}"))

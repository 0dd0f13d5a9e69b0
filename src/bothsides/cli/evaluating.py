"""`bothsides eval`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bothsides.cli.options import AsJson
from bothsides.cli.output import print_json

if TYPE_CHECKING:
    from bothsides.evaluate import Evaluation, Fault


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of annotated readouts.", show_default=False)],
    documents: Annotated[
        list[str] | None, typer.Option("--documents", help="Where the texts are. May be repeated.", show_default="GOLD/text")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another spaCy pipeline with a parser, by name or folder.")] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Also list every claim and link that was missed, made up or misread.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure readings against what careful readers took from the same texts.

    For example:

      bothsides eval gold/dev --misses

      bothsides eval gold/dev --documents dev.jsonl
    """
    evaluation = _measure(gold, documents or [str(gold / "text")], {"model": model} if model else {})
    if as_json:
        print_json(_plain(evaluation, misses=misses))
        return
    _print_figures(evaluation)
    if misses:
        _print_faults(evaluation.faults)


def _measure(gold: Path, paths: list[str], options: dict[str, str]) -> Evaluation:
    """Read the texts, resolve and align what they tell, and hold it against the annotations."""
    from bothsides.align import align_claims
    from bothsides.evaluate import evaluate as measure
    from bothsides.events import resolve_events
    from bothsides.ingest import SourceFailure, read_sources
    from bothsides.ingest.gazetteer import load_gazetteer
    from bothsides.pipeline import read_documents

    read = list(read_sources(paths, gazetteer=load_gazetteer()))
    for failure in read:
        if isinstance(failure, SourceFailure):
            typer.echo(f"not read  {failure}", err=True)
    readings = read_documents([document for document in read if not isinstance(document, SourceFailure)], **options)
    resolution = resolve_events(readings)
    return measure(gold, readings, align_claims(readings, resolution), resolution=resolution)


def _print_figures(evaluation: Evaluation) -> None:
    from bothsides.evaluate import Score

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("")
    for column in ("F1", "precision", "recall", "annotated"):
        table.add_column(column, justify="right")
    for name, figure in evaluation.figures.items():
        if isinstance(figure, Score):
            table.add_row(name, f"{figure.f1:.3f}", f"{figure.precision:.3f}", f"{figure.recall:.3f}", f"{figure.annotated:,}")
        else:
            table.add_row(name, f"{figure:.3f}" if isinstance(figure, float) else f"{figure:,}")
    Console().print(table)


def _print_faults(faults: Iterable[Fault]) -> None:
    """Print the faults under their causes, the commonest first, as they come."""
    console = Console()
    for cause, group in groupby(faults, key=lambda fault: fault.cause):
        found = list(group)
        console.print(Text(f"\n{cause}  {len(found)}", style="bold"))
        for fault in found:
            console.print(Padding(Text(f"{fault.document}: {fault.sentence}"), (0, 0, 0, 2)))
            console.print(Padding(Text(f"annotated {fault.annotated or '–'}   read {fault.found or '–'}", style="dim"), (0, 0, 0, 4)))


def _plain(evaluation: Evaluation, *, misses: bool) -> dict[str, object]:
    """Return what JSON can hold: pairs of acts are no keys."""
    return {
        "figures": evaluation.figures,
        "confusion": [{"annotated": a, "read": b, "claims": number} for (a, b), number in evaluation.confusion.items()],
        "calibration": evaluation.calibration,
        "faults": evaluation.faults if misses else (),
    }

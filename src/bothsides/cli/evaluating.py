"""`bothsides eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from bothsides.cli.options import AsJson
from bothsides.cli.output import print_json


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of annotated readouts.", show_default=False)],
    misses: Annotated[bool, typer.Option("--misses", help="Also list every claim that was missed, invented or misread.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure readings against what careful readers took from the same texts.

    For example:

      bothsides eval gold/dev --misses
    """
    from bothsides.evaluate import evaluate as measure

    report = measure(gold)
    if as_json:
        print_json(report)
    else:
        Console().print(Text(report.as_text(misses=misses)))

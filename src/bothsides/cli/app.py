"""The commands, in one list, and how their errors reach the user: one line on standard error, exit code 1 (2 for wrong usage)."""

from __future__ import annotations

import logging
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from bothsides.cli.building import build
from bothsides.cli.comparing import compare, events, view
from bothsides.cli.demo import demo
from bothsides.cli.evaluating import evaluate
from bothsides.cli.querying import export, query, validate
from bothsides.errors import BothsidesError

_COMMANDS = (
    ("build", build),
    ("compare", compare),
    ("events", events),
    ("query", query),
    ("view", view),
    ("export", export),
    ("validate", validate),
    ("eval", evaluate),
    ("demo", demo),
)
_HELP = """What do two governments say of the same meeting?

Reads official accounts ("readouts") of diplomatic meetings, keeps what each claims in a knowledge graph with the words as evidence,
and shows what both report, what only one reports, and where they report the same matter with different force.

Start with:

  bothsides demo

  bothsides compare their-readout.html our-readout.txt

  bothsides build readouts/ --store knowledge
"""


class _Group(TyperGroup):
    """Turns an error that this package raises on purpose into one line; every other one is a defect and shows its trace."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BothsidesError as error:
            typer.echo(f"bothsides: {' '.join(str(error).split())}", err=True)
            raise typer.Exit(1) from error


app = typer.Typer(cls=_Group, help=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
for _name, _command in _COMMANDS:
    app.command(_name)(_command)


@app.callback(invoke_without_command=True)
def _version(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"bothsides {installed('bothsides')}")
        raise typer.Exit


def main() -> None:
    """Run the command line; the entry point of the `bothsides` program."""
    for stream in (sys.stdout, sys.stderr):
        # Quotes and marks are not ASCII; a terminal of another encoding shows "?" rather than ending the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    # What is wrong with a PDF is said once, in the report; the library that reads it would say it again in its own words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    app()

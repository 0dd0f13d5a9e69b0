"""`bothsides demo`: the two sample readouts, from text to graph to page."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bothsides.cli.output import write_text

_EXPORTS = (("turtle", "graph.ttl"), ("trig", "graph.trig"), ("nquads", "graph.nq"))


def demo(output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path("out")) -> None:
    """Compare the two sample readouts, from text to graph to page.

    They are China's and the United States' accounts of Antony Blinken's visit to Beijing in June 2023. Prints the comparison, and writes
    the graph in three formats, a page to read and a page to explore.

    For example:

      bothsides demo
    """
    from bothsides.cli.building import progress
    from bothsides.export import export
    from bothsides.knowledge import open_knowledge
    from bothsides.pipeline import build
    from bothsides.resources import resource
    from bothsides.views.comparison import compare, find_event
    from bothsides.views.explorer import explorer_page
    from bothsides.views.page import compare_page
    from bothsides.views.terminal import print_comparison

    started = perf_counter()
    store = output / "store"
    with progress() as tell:
        report = build([str(resource("data", "index.csv"))], store=store, progress=tell)
    with open_knowledge(store) as knowledge:
        comparison = compare(knowledge.store, find_event(knowledge.store, None), knowledge.texts)
        for format_, name in _EXPORTS:
            export(knowledge.store, format=format_, output=output / name)
    write_text(output / "compare.html", compare_page(comparison))
    write_text(output / "explore.html", explorer_page(comparison, beside="compare.html"))
    console = Console()
    print_comparison(comparison, console)
    console.print()
    console.print(
        Text(
            f"{report.readouts} readouts, {report.claims} claims, {report.events} events, in {perf_counter() - started:.1f} s", style="bold"
        )
    )
    console.print(_next(output))


def _next(output: Path) -> Table:
    """Say what to open and what to try."""
    table = Table.grid(padding=(0, 2, 0, 0))
    store, program = output / "store", _program()
    for words, what in (
        ("open", f"{output / 'compare.html'}   the comparison, with both texts in full"),
        ("", f"{output / 'explore.html'}   the same as a graph to explore"),
        ("load", f"{', '.join(str(output / name) for _, name in _EXPORTS)} into any RDF tool"),
        ("try", f"{program} query --store {store}"),
        ("", f"{program} query one-sided-commitments --store {store}"),
        ("", f"{program} compare their-readout.html our-readout.txt"),
    ):
        table.add_row(Text(words, style="bold"), Text(what))
    return table


def _program() -> str:
    """Return how the reader can call the program again: by name if the shell finds it so, else by its path."""
    called = Path(sys.argv[0])
    if called.stem != "bothsides" or shutil.which("bothsides"):
        return "bothsides"
    return str(called.relative_to(Path.cwd())) if called.is_relative_to(Path.cwd()) else str(called)

"""`bothsides compare`, `bothsides events`, `bothsides view`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from bothsides.cli.options import STORE, AsJson, Store
from bothsides.cli.output import print_json, print_table, write_text
from bothsides.errors import SourceError

if TYPE_CHECKING:
    from bothsides.knowledge import Knowledge
    from bothsides.views import Comparison

_OVERVIEW = ("event", "event_label", "start", "party_labels", "readouts", "claims")


def compare(
    what: Annotated[
        list[str] | None, typer.Argument(help="An event (its key, IRI, or words of its name), or two or more files.", show_default=False)
    ] = None,
    store: Store = STORE,
    html: Annotated[Path | None, typer.Option("--html", help="Also write the comparison as a page, which needs nothing else.")] = None,
    as_json: AsJson = False,
) -> None:
    """Compare what each side says of an event.

    Without an event: of the one event in the store that more than one side tells of. With files: of what they tell, without a store.

    For example:

      bothsides compare --store knowledge

      bothsides compare 2023-06-18 --store knowledge --html compare.html

      bothsides compare china.txt united-states.html
    """
    from bothsides.views.comparison import compare as compared
    from bothsides.views.comparison import find_event

    wanted = what or []
    if len(wanted) == 1 and Path(wanted[0]).is_file():
        raise typer.BadParameter(f"{wanted[0]} is one file; name two or more to compare, or an event of the store", param_hint="what")
    given = wanted if len(wanted) > 1 else []
    with _knowledge(given, store) as knowledge:
        comparison = compared(knowledge.store, find_event(knowledge.store, wanted[0] if wanted and not given else None), knowledge.texts)
    if html:
        from bothsides.views.page import compare_page

        write_text(html, compare_page(comparison))
    if as_json:
        print_json(comparison)
    else:
        from bothsides.views.terminal import print_comparison

        console = Console()
        print_comparison(comparison, console)
        if html:
            console.print(Text(f"\nWritten: {html}"))
    _tell_of_unknown(comparison)


def _tell_of_unknown(comparison: Comparison) -> None:
    """Say which texts could be compared with nothing, since nobody knows whose they are, and what to do about it."""
    unknown = [readout.title or readout.key for side in comparison.sides if not side.parties for readout in side.readouts]
    if unknown:
        Console(stderr=True).print(
            Text.assemble(
                ("note  ", "bold"),
                f"in whose name {', '.join(unknown)} speaks is not known, so it is compared with nothing. "
                "State its party in an index.csv, or in a file NAME.meta.json beside it.",
            )
        )


def events(store: Store = STORE, as_json: AsJson = False) -> None:
    """List the events of the store, with who took part and how many texts tell of each.

    For example:

      bothsides events --store knowledge
    """
    from bothsides.knowledge import open_knowledge

    with open_knowledge(store) as knowledge:
        rows = knowledge.ask("events")
    if as_json:
        print_json(list(rows))
    else:
        print_table([column for column in _OVERVIEW if column in rows.columns], rows)


def view(
    event: Annotated[str | None, typer.Argument(help="An event: its key, IRI, or words of its name.", show_default=False)] = None,
    store: Store = STORE,
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path("explore.html"),
    beside: Annotated[str | None, typer.Option(help="The file name of the comparison page, in the same folder, to link to.")] = None,
) -> None:
    """Write a page to explore an event as a graph.

    The page needs nothing else: no network, no other file.

    For example:

      bothsides view --store knowledge --output explore.html
    """
    from bothsides.knowledge import open_knowledge
    from bothsides.views.comparison import compare as compared
    from bothsides.views.comparison import find_event
    from bothsides.views.explorer import explorer_page

    with open_knowledge(store) as knowledge:
        comparison = compared(knowledge.store, find_event(knowledge.store, event), knowledge.texts)
    write_text(output, explorer_page(comparison, beside=beside))
    Console().print(Text(f"Written: {output}"))


@contextmanager
def _knowledge(paths: list[str], store: Path) -> Iterator[Knowledge]:
    """Open the store; or build one of these files for as long as they are compared."""
    from bothsides.knowledge import open_knowledge

    if not paths:
        with open_knowledge(store) as knowledge:
            yield knowledge
        return
    from bothsides.cli.building import progress
    from bothsides.pipeline import build as run

    with TemporaryDirectory(prefix="bothsides-") as folder:
        with progress() as tell:
            report = run(paths, store=folder, one_event=True, progress=tell)
        if report.failures:
            failure = report.failures[0]
            raise SourceError(f"cannot compare: {failure}")
        for warning in report.warnings:
            Console(stderr=True).print(Text(f"Note: {warning}"))
        with open_knowledge(folder) as knowledge:
            yield knowledge

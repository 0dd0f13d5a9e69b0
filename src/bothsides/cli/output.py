"""Values → standard output or a file: text, JSON, tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bothsides.errors import BothsidesError

_NARROWEST = 14  # characters a column needs to be read; with less, rows are printed one below another


def print_json(value: object) -> None:
    """Print a value of plain values and dataclasses as JSON, indented."""
    import msgspec

    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print rows as CSV (RFC 4180 but for line feeds), a list joined by semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(row.get(column)) for column in columns] for row in rows)
    typer.echo(out.getvalue(), nl=False)


def print_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Print rows as a table, or one below another where the terminal is too narrow for their columns.

    An IRI is left out where its label stands beside it, but for the first, and cut to what can be given back as a parameter.
    """
    console = Console()
    shown = [column for number, column in enumerate(columns) if number == 0 or not _has_label(column, columns)]
    cells = [[_short(row.get(column)) for column in shown] for row in rows]
    names = [column.replace("_", " ").removesuffix(" labels").removesuffix(" label") for column in shown]
    if cells and len(shown) * _NARROWEST <= console.width:
        console.print(_table(names, cells))
    else:
        for record in cells:
            console.print(_record(names, record))
    console.print(Text(f"{len(cells):,} row{'' if len(cells) == 1 else 's'}"), style="dim")


def _table(names: Sequence[str], cells: Iterable[Sequence[str]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for record in cells:
        table.add_row(*map(Text, record))
    return table


def _record(names: Sequence[str], record: Sequence[str]) -> Table:
    """Draw one row as lines of name and value; empty values are left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in zip(names, record, strict=True):
        if value:
            table.add_row(name, Text(value))
    table.add_row("", "")
    return table


def _has_label(column: str, columns: Iterable[str]) -> bool:
    """Tell whether labels stand beside a column: `party_labels` of `parties`, `holder_labels` of `holders`, `status_label` of `status`."""
    one = column.removesuffix("ies") + "y" if column.endswith("ies") else column.removesuffix("s")
    return not {f"{column}_label", f"{column}_labels", f"{one}_labels"}.isdisjoint(columns)


def write_text(path: Path, text: str) -> None:
    """Write a file, with the folders it stands in.

    Raises:
        BothsidesError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BothsidesError(f"cannot write {path}: {error.strerror or error}. Choose another place for it.") from error


def _plain(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _short(value: object) -> str:
    """Return a value as a cell shows it."""
    return "; ".join(map(_short, value)) if isinstance(value, tuple | list) else short_iri(_plain(value))


def short_iri(text: str) -> str:
    """Cut an IRI to its last two segments (`party/cn`, `act/agree`); other text is left as it is.

    >>> short_iri("https://w3id.org/bothsides/id/party/cn")
    'party/cn'
    """
    return "/".join(text.rsplit("/", 2)[1:]) if text.startswith(("http://", "https://")) and " " not in text else text

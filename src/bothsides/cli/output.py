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
    """Print rows as a table that fits the terminal; IRIs are cut to what can be given back as a parameter."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    number = 0
    for row in rows:
        table.add_row(*(Text(_short(_plain(row.get(column)))) for column in columns))
        number += 1
    console = Console()
    if number:
        console.print(table)
    console.print(Text(f"{number:,} row{'' if number == 1 else 's'}"), style="dim")


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


def _short(value: str) -> str:
    """Cut an IRI to its last two segments (`claim/…`, `act/agree`); leave other values as they are."""
    return "/".join(value.rsplit("/", 2)[1:]) if value.startswith(("http://", "https://")) and " " not in value else value

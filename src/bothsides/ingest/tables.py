"""A table of `data/tables` → its rows, checked: the header is the one asked for, every row has its cells, lists are split."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bothsides.errors import VocabularyError

LIST_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place it stands at for messages."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that holds several, separated by vertical bars."""
        return tuple(part.strip() for part in self.cells[column].split(LIST_SEPARATOR) if part.strip())

    def wrong(self, found: str, expected: str) -> VocabularyError:
        """Return the error to raise for this row: what was found in it, and what was expected."""
        return VocabularyError(f"{self.path}:{self.line}: {found}; expected {expected}. Mend that row.")


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file that has exactly these columns.

    Raises:
        VocabularyError: another header, a row with too few or too many cells, or a first cell left empty.

    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if header != list(columns):
            raise VocabularyError(f"{path}:1: the columns are {', '.join(header)}; expected {', '.join(columns)}. Mend the first line.")
        for cells in reader:
            row = Row(path, reader.line_num, dict(zip(columns, cells, strict=False)))
            if len(cells) != len(columns):
                raise row.wrong(f"{len(cells)} cells", f"{len(columns)}: {', '.join(columns)}")
            if not cells[0]:
                raise row.wrong(f"no {columns[0]}", "one in every row")
            yield row

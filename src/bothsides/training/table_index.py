"""The tables in `data/tables` → the digests in their index, `data/tables/index.csv`.

    python -m bothsides.training.table_index

Run it after a table was edited (`make index` does). Only digests are rewritten: what a table holds, where that comes from and under
which licence is for a person to say, so a table without a row is an error and not a new row.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from bothsides.errors import BothsidesError, SourceError
from bothsides.resources import resource

INDEX = "index.csv"


def refreshed(rows: Iterable[Mapping[str, str]], digests: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rows in their order, each with the digest of its file.

    >>> refreshed([{"file": "a.csv", "licence": "CC0-1.0", "sha256": "old"}], {"a.csv": "new"})
    [{'file': 'a.csv', 'licence': 'CC0-1.0', 'sha256': 'new'}]

    Raises:
        SourceError: a table has no row, or a row no table.
    """
    held = [dict(row) for row in rows]
    listed = {row["file"] for row in held}
    if unlisted := sorted(digests.keys() - listed):
        raise SourceError(f"{INDEX} has no row for {', '.join(unlisted)}. Add one that names content, source, date and licence.")
    if missing := sorted(listed - digests.keys()):
        raise SourceError(f"{INDEX} lists {', '.join(missing)}, which is not there. Take the row out, or put the table back.")
    return [row | {"sha256": digests[row["file"]]} for row in held]


def refresh(folder: Path) -> list[str]:
    """Rewrite the index of a folder of tables where a digest changed; return the names of the tables that did.

    Raises:
        SourceError: tables and rows do not agree, and nothing was written.
    """
    index = folder / INDEX
    text = index.read_text(encoding="utf-8")
    before = list(csv.DictReader(io.StringIO(text)))
    after = refreshed(before, {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.csv") if path.name != INDEX})
    changed = [row["file"] for row, old in zip(after, before, strict=True) if row != old]
    if changed:
        out = io.StringIO()
        writer = csv.DictWriter(out, fieldnames=list(after[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(after)
        index.write_text(out.getvalue(), encoding="utf-8")
    return changed


def main() -> int:
    """Refresh the index of the project's own tables and say what changed."""
    try:
        changed = refresh(resource("data", "tables"))
    except BothsidesError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{INDEX}: {', '.join(changed) if changed else 'nothing changed'}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""JSON Lines and CSV → one document a line, as a stream: a file of any length is never held as a whole."""

from __future__ import annotations

import csv
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from bothsides.errors import SourceError
from bothsides.ingest.failure import SourceFailure
from bothsides.ingest.known import Known, read_known
from bothsides.ingest.text import MAX_CHARACTERS

# A character may be written in six bytes (\u00e9); beyond that a line holds more than a document may.
MAX_LINE = 6 * MAX_CHARACTERS


class ByteLines(Protocol):
    """What JSON Lines are read from: an open file, compressed or not."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return the bytes up to and with the next line feed, `size` of them at most, none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """One text as its source gave it: `name` is the place for messages, `identifier` the id unless the source states another."""

    name: str
    identifier: str
    text: str
    known: Known


def read_lines(stream: ByteLines, *, name: str, stem: str) -> Iterator[Source | SourceFailure]:
    """Yield one document, or the reason why it is none, for every line of JSON Lines."""
    number = 0
    try:
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            at = f"{name}:{number}"
            if len(line) > MAX_LINE:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE)
                yield SourceFailure(at, f"the line has more than {MAX_LINE:,} bytes", "split the document into its parts")
            elif line.strip():
                yield _document(line, at, f"{stem}:{number}")
    except (OSError, EOFError, zlib.error) as error:
        yield SourceFailure(f"{name}:{number + 1}", f"the file cannot be read on from here ({error})", "fetch or compress it again")


def read_csv(stream: BinaryIO, *, name: str, stem: str) -> Iterator[Source | SourceFailure]:
    """Yield one document, or the reason why it is none, for every row of a CSV table with a column `text`."""
    for at, row in read_rows(stream, name=name):
        if isinstance(row, SourceFailure):
            yield row
        else:
            yield from_fields(row, at, f"{stem}:{at.rpartition(':')[2]}")


def read_rows(stream: BinaryIO, *, name: str) -> Iterator[tuple[str, dict[str, str] | SourceFailure]]:
    """Yield every row of a CSV file with its place (`path:line`); where the file breaks off, the failure, and no more."""
    # The csv module's limit of 131,072 characters a field is one for the whole process; it is only ever raised here.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CHARACTERS))
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    reader = csv.DictReader(text, strict=True)
    try:
        for row in reader:
            at = f"{name}:{reader.line_num}"
            if None in row or None in row.values():
                columns = ", ".join(reader.fieldnames or ())
                yield at, SourceFailure(at, "the row has more or fewer cells than the header", f"give it one cell a column: {columns}")
            else:
                yield at, {key.strip().casefold(): value for key, value in row.items()}
    except (csv.Error, UnicodeDecodeError, OSError) as error:
        at = f"{name}:{reader.line_num}"
        yield at, SourceFailure(at, f"the table cannot be read on from here ({error})", "save it as CSV in UTF-8")
    finally:
        text.detach()  # the stream is the caller's to close


def from_fields(fields: Mapping[str, object], at: str, identifier: str) -> Source | SourceFailure:
    """Return the document that the fields `id text title date party publisher url place` describe; unknown fields are ignored."""
    text = fields.get("text")
    try:
        known = read_known(fields)
    except SourceError as error:
        return SourceFailure(at, str(error))
    if not isinstance(text, str):
        found = "no field 'text'" if text is None else f"a field 'text' that holds {type(text).__name__}"
        return SourceFailure(known.identifier or at, f"{at} has {found}", "write the document's words there, as one string")
    return Source(at, known.identifier or identifier, text, known)


def _document(line: bytes, at: str, identifier: str) -> Source | SourceFailure:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return SourceFailure(at, f"the line is no JSON ({error})", "write one JSON object a line")
    if not isinstance(fields, dict):
        return SourceFailure(at, f"the line holds {type(fields).__name__}, not an object", "write one JSON object a line")
    return from_fields(fields, at, identifier)

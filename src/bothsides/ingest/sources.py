"""What a user names (file, folder, index, standard input, address) → every text there, with what is stated of it."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from bothsides.errors import SourceError
from bothsides.ingest.address import address_identifier, fetch, is_address
from bothsides.ingest.failure import SourceFailure
from bothsides.ingest.formats import SUFFIXES, Place, kind_of, kind_of_type, read_texts, sniff
from bothsides.ingest.known import Known, read_known
from bothsides.ingest.rows import Source, read_csv, read_lines, read_rows
from bothsides.ingest.text import MAX_BYTES

INDEX = "index.csv"
STANDARD_INPUT = "-"
_SIDECAR = ".meta.json"
_HEAD = 4096

Sources = Iterator[Source | SourceFailure]


def open_source(path: str) -> Sources:
    """Yield every text that a path leads to, in a fixed order, or the reason why it cannot be had; never raises for one of them."""
    if path == STANDARD_INPUT:
        yield from _standard_input(sys.stdin.buffer)
    elif is_address(path):
        yield from _address(path)
    elif Path(path).is_dir():
        yield from _folder(Path(path), Path(path))
    elif Path(path).is_file():
        file = Path(path)
        yield from _file(file, identifier=_stem(file), known=Known())
    else:
        yield SourceFailure(path, "there is no such file or folder", "check the spelling, or name a file, a folder, an address or -")


def _folder(folder: Path, top: Path) -> Sources:
    """Yield what a folder holds: what its index names if it has one, else every readable file, in the order of their names."""
    if (folder / INDEX).is_file():
        yield from _index(folder / INDEX)
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith(_SIDECAR):
            continue
        if not path.resolve().is_relative_to(top.resolve()):
            yield SourceFailure(str(path), "it is a link out of the folder", "name the file it leads to itself")
        elif path.is_dir():
            if not path.is_symlink():  # a link to a folder within would be read twice, or without end
                yield from _folder(path, top)
        elif kind_of(path) is None:
            yield SourceFailure(str(path), f"{path.suffix or 'no suffix'} is no known kind of file", f"known are {' '.join(SUFFIXES)}")
        else:
            yield from _file(path, identifier=(path.relative_to(top).parent / _stem(path)).as_posix(), known=Known())


def _index(path: Path) -> Sources:
    """Yield the documents that an index names; a row counts for more than what a file says of itself."""
    home = path.parent.resolve()
    with path.open("rb") as stream:
        for at, row in read_rows(stream, name=str(path)):
            if isinstance(row, SourceFailure):
                yield row
                continue
            named = row.get("file", "")
            file = (home / named).resolve() if named and "\0" not in named else home
            if not file.is_relative_to(home) or file == home:
                yield SourceFailure(at, f"the column 'file' holds {named!r}", "name a file in the folder of the index")
            elif not file.is_file():
                yield SourceFailure(row.get("id") or at, f"{at} names {named}, which is not there", "add the file or remove the row")
            else:
                yield from _indexed(row, at, file)


def _indexed(row: dict[str, str], at: str, file: Path) -> Sources:
    try:
        known = read_known(row)
    except SourceError as error:
        yield SourceFailure(at, str(error))
        return
    if kind_of(file) in {"lines", "csv", "feed"}:
        yield SourceFailure(at, f"{file.name} holds several documents", "name it to the program itself; a row describes one document")
    else:
        yield from _file(file, identifier=_stem(file), known=known)


def _file(path: Path, *, identifier: str, known: Known) -> Sources:
    """Yield the texts of one file, with its sidecar's statements after `known`."""
    try:
        with path.open("rb") as stream:
            kind = kind_of(path) or sniff(stream.read(_HEAD))
            stream.seek(0)
            if kind in {"lines", "csv"}:
                yield from _streamed(stream, kind, path)
                return
            data = stream.read(MAX_BYTES + 1)
        yield from _texts(data, kind, Place(), name=str(path), identifier=identifier, known=known.over(_sidecar(path)))
    except (OSError, SourceError) as error:
        reason = str(error) if isinstance(error, SourceError) else f"it cannot be opened ({error.strerror})"
        yield SourceFailure(known.identifier or str(path), reason)


def _streamed(stream: BinaryIO, kind: str, path: Path) -> Sources:
    name, stem = str(path), _stem(path)
    if kind == "lines" and path.suffix == ".gz":
        # Read as it unfolds, so that a small file that unfolds to gigabytes harms nothing.
        with gzip.open(stream) as unfolded:
            yield from read_lines(unfolded, name=name, stem=stem)
    elif kind == "lines":
        yield from read_lines(stream, name=name, stem=stem)
    elif _is_index(stream):
        yield from _index(path)
    else:
        yield from read_csv(stream, name=name, stem=stem)


def _is_index(stream: BinaryIO) -> bool:
    """Tell whether a CSV table names files in place of holding texts; the stream is left at its beginning."""
    columns = {cell.strip(' "') for cell in stream.readline(_HEAD).decode("utf-8-sig", "replace").strip().lower().split(",")}
    stream.seek(0)
    return "file" in columns and "text" not in columns


def _sidecar(path: Path) -> Known:
    for name in (path.name + _SIDECAR, path.stem + _SIDECAR):
        beside = path.with_name(name)
        if beside.is_file():
            try:
                fields = json.loads(beside.read_text(encoding="utf-8-sig"))
            except (ValueError, RecursionError) as error:
                raise SourceError(f"its sidecar {beside} is no JSON ({error})") from error
            if not isinstance(fields, dict):
                raise SourceError(f"its sidecar {beside} holds no JSON object")
            return read_known(fields)
    return Known()


def _standard_input(stream: BinaryIO) -> Sources:
    """Yield what comes in: JSON Lines as they come, anything else when it ends."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(_HEAD)
    if sniff(head) == "lines":
        yield from read_lines(buffered, name="standard input", stem="stdin")
        return
    data = buffered.read(MAX_BYTES + 1)
    yield from _guarded(data, sniff(data[:_HEAD]), Place(), name="standard input", identifier="stdin")


def _address(url: str) -> Sources:
    try:
        fetched = fetch(url)
    except SourceError as error:
        yield SourceFailure(url, str(error), "check the address, or save the page and name the file")
        return
    kind = kind_of_type(fetched.content_type) or sniff(fetched.data[:_HEAD])
    identifier = address_identifier(fetched.url)
    if kind == "lines":
        yield from read_lines(io.BytesIO(fetched.data), name=url, stem=identifier)
    elif kind == "csv":
        yield from read_csv(io.BytesIO(fetched.data), name=url, stem=identifier)
    else:
        yield from _guarded(fetched.data, kind, Place(fetched.url, fetched.charset), name=url, identifier=identifier)


def _guarded(data: bytes, kind: str, place: Place, *, name: str, identifier: str) -> Sources:
    try:
        yield from _texts(data, kind, place, name=name, identifier=identifier, known=Known())
    except SourceError as error:
        yield SourceFailure(name, str(error))


def _texts(data: bytes, kind: str, place: Place, *, name: str, identifier: str, known: Known) -> Sources:
    for number, (text, stated) in enumerate(read_texts(data, kind, place), start=1):
        merged = known.over(stated)
        if kind == "feed":
            own = address_identifier(stated.url) if stated.url else f"{identifier}:{number}"
            yield Source(f"{name} (entry {number})", own, text, stated)
        else:
            yield Source(name, merged.identifier or identifier, text, merged)


def _stem(path: Path) -> str:
    """Return a file's name without its suffix (`talks.jsonl.gz` is `talks`)."""
    return path.name[: -len("".join(path.suffixes[-2:]))] if path.suffix.lower() == ".gz" else path.stem

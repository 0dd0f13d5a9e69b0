"""Text, piece by piece → a whole file or none, or standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bothsides.errors import StoreError


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write UTF-8 with line feeds to a file, or to standard output for `None`.

    The file is written beside its place and moved there when complete: a full disk or an interrupt leaves the old one as it was.

    Raises:
        StoreError: the file cannot be written.
    """
    if output is None:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    temporary: str | None = None
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(output)
        temporary = None
    except OSError as error:
        raise StoreError(
            f"cannot write {output}: {error.strerror or error}. What was there is unchanged; make room or name another file."
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

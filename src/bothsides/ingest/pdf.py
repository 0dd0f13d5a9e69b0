"""A PDF file → its text, page after page, as its lines stand: nothing is joined and no hyphen removed, since neither can be undone."""

from __future__ import annotations

import io
import re

from bothsides.errors import SourceError
from bothsides.ingest.known import Known
from bothsides.ingest.text import MAX_CHARACTERS

_FILE_NAME = re.compile(r"\.\w{2,4}$|^(?:untitled|microsoft|document\d*$)", re.IGNORECASE)


def read_pdf(data: bytes) -> tuple[str, Known]:
    """Return the text of a PDF and the title that it states.

    Raises:
        SourceError: it is damaged, locked, or holds pictures of text only.
    """
    from pypdf import PdfReader

    pages: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("the PDF is locked with a password")
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MAX_CHARACTERS:
                raise SourceError(f"its text has more than {MAX_CHARACTERS:,} characters")
        title = str(reader.metadata.title or "").strip() if reader.metadata else ""
    except SourceError:
        raise
    except Exception as error:  # a damaged file makes pypdf fail in any of a dozen ways (KeyError, RecursionError, zlib.error …)
        raise SourceError(f"the PDF cannot be read ({type(error).__name__}: {error})") from error
    text = "\n".join(pages)
    if not text.strip():
        raise SourceError("the PDF holds no text, perhaps only pictures of it")
    return text, Known(title=None if " " not in title or _FILE_NAME.search(title) else " ".join(title.split()))

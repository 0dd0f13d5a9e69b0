"""Document with its mentions → the event it reports: kind, date, place, who took part, and the meetings of a trip."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bothsides.extract.mentions import Mentions
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, ReportedEvent


def read_occurrence(doc: Doc, document: Document, *, mentions: Mentions, gazetteer: Gazetteer) -> ReportedEvent:
    """Return the event that a document tells of, as the document tells it."""
    raise NotImplementedError

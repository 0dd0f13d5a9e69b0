"""Noun phrase → the parties and the person it refers to: names, roles ("the Secretary"), sides, pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from bothsides.extract.mentions import Mentions
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document, Person, ReportedEvent


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a noun phrase means: the parties, the one person where it is one, and whether several act as one ("both sides")."""

    parties: tuple[str, ...]
    person: Person | None = None
    joint: bool = False


class Resolver:
    """Resolves the noun phrases of one document. Holds what is known of it; resolving changes nothing."""

    def __init__(self, doc: Doc, document: Document, occurrence: ReportedEvent, *, mentions: Mentions, gazetteer: Gazetteer) -> None:
        self._doc = doc

    def resolve(self, phrase: Span, *, speaker: Referent | None = None) -> Referent | None:
        """Return whom a noun phrase (head with its dependents, a spaCy `Span` of the doc) means, `None` if no party.

        `speaker` is whom "I", "we" and "our" mean inside a quotation; outside of one they are the publisher.
        """
        raise NotImplementedError

    def referents_in(self, span: Span) -> list[Referent]:
        """Return the referents of the parties and people that a stretch of text names, each once, in order."""
        raise NotImplementedError

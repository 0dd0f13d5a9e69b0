"""What is handed on in place of a document that could not be read: the rest goes on, and the report lists it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A document that could not be read: where it stands (`path`, `path:line` or address), why, and what to do about it."""

    path_or_id: str
    reason: str
    hint: str = "mend or remove it, then build again"

    def __str__(self) -> str:
        return f"{self.path_or_id}: {self.reason}. Next: {self.hint}."

"""What the graph asks of the gazetteer: names and kinds of what readouts speak of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Tenure(Protocol):
    """One person's time in an office of a party."""

    @property
    def party(self) -> str:
        """The code of the party."""
        ...

    @property
    def office(self) -> str:
        """The office in words, as a participant's."""
        ...

    @property
    def since(self) -> str | None:
        """The first day, month or year, in the manner of ISO 8601, where known."""
        ...

    @property
    def until(self) -> str | None:
        """The last day, month or year, where known and past."""
        ...


class Party(Protocol):
    """A party that is known."""

    @property
    def name(self) -> str:
        """Its usual name in English."""
        ...

    @property
    def kind(self) -> str:
        """What sort of party it is, in the words of the table."""
        ...


class Organ(Protocol):
    """A ministry or other organ that is known."""

    @property
    def name(self) -> str:
        """Its name in English."""
        ...

    @property
    def party(self) -> str:
        """The code of the party that it speaks for."""
        ...


class Names(Protocol):
    """Names and kinds by code, slug and key; `None` for what is not known."""

    def party(self, code: str) -> Party | None:
        """Return the party of a code."""
        ...

    def organ(self, slug: str) -> Organ | None:
        """Return the organ of a slug."""
        ...

    def tenures(self, key: str) -> Iterable[Tenure]:
        """Return the offices that a person is known to have held."""
        ...

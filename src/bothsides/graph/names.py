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


class Names(Protocol):
    """Names and kinds by code, slug and key; `None` for what is not known."""

    def label_of_party(self, code: str) -> str | None:
        """Return a party's usual name in English."""
        ...

    def kind_of_party(self, code: str) -> str | None:
        """Return the sort of a party: `state`, `bloc`, `international-organisation`, `other`."""
        ...

    def label_of_organ(self, slug: str) -> str | None:
        """Return the name of a ministry or other organ."""
        ...

    def party_of_organ(self, slug: str) -> str | None:
        """Return the code of the party that an organ speaks for."""
        ...

    def tenures(self, person: str) -> Iterable[Tenure]:
        """Return the offices that a person, by key, is known to have held."""
        ...

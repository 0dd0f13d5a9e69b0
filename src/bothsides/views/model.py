"""What a view draws: plain values, in two layers.

A `Dossier` is everything the store holds of one event, as rows turned into records; `comparison.py` fills it. A `Comparison` is the
same matter arranged for a reader, in sections and rows; `arrangement.py` makes it. Pages and the terminal draw nothing else.

Keys: `ClaimView.key` and `ReadoutView.key` are the last segments of their IRIs, so that they can serve as anchors in a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bothsides.records import DifferenceKind, Relation, Status


@dataclass(frozen=True, slots=True)
class PartyView:
    """A state, bloc or organisation, by code (`cn`) and label (`China`)."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """Somebody who took part in the event, with the office held at the time as the readouts tell it."""

    party: str
    name: str
    office: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TopicView:
    """A subject, by the slug of its concept and its label."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class EventView:
    """What happened, as resolved from all readouts. `parts` are the labels of the meetings it was made of."""

    iri: str
    label: str
    kind: str
    start: date | None = None
    end: date | None = None
    place: str | None = None
    parties: tuple[PartyView, ...] = ()
    participants: tuple[ParticipantView, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadoutView:
    """One account. `text` is there only if the canonical text is held, and `body` is the range of it that is the publisher's own words.

    `partial` says that it tells of a part of the event alone, and `about` of which; `inferred` are the properties that no source stated.
    """

    iri: str
    key: str
    parties: tuple[str, ...]
    publisher: str | None = None
    title: str | None = None
    published: date | None = None
    url: str | None = None
    characters: int | None = None
    partial: bool = False
    about: str | None = None
    body: tuple[int, int] | None = None
    inferred: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one passage says, with its words (`quote`, at `start`..`end` in code points of the readout's text)."""

    iri: str
    key: str
    readout: str
    act: str
    quote: str
    start: int
    end: int
    strength: int = 2
    stance: int = 0
    holders: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    content: str = ""
    cue: str = ""
    topics: tuple[TopicView, ...] = ()
    confidence: float | None = None
    negated: bool = False
    nested_in: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class LinkView:
    """Two claims (keys) of different readouts on one matter."""

    a: str
    b: str
    relation: Relation
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One typed difference between claims `a` and `b` (keys), in the words of each."""

    a: str
    b: str
    kind: DifferenceKind
    words_a: str = ""
    words_b: str = ""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """Whether `party` bears a claim (key) out, with the readouts (keys) searched and the nearest counterpart that was rejected."""

    claim: str
    party: str
    status: Status
    searched: tuple[str, ...] = ()
    nearest: str | None = None
    nearest_score: float | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the store holds of one event. Claims stand in text order within each readout."""

    event: EventView
    readouts: tuple[ReadoutView, ...] = ()
    claims: tuple[ClaimView, ...] = ()
    links: tuple[LinkView, ...] = ()
    differences: tuple[DifferenceView, ...] = ()
    verdicts: tuple[VerdictView, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One column: the readouts of one publishing party, or of several together (a joint statement).

    `index` is its place from the left and picks its colour; `partial` holds if all its readouts tell of a part of the event alone.
    """

    index: int
    parties: tuple[str, ...]
    label: str
    readouts: tuple[ReadoutView, ...]
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A typed difference as a small label: its kind, and the words of the two sides (indices) that differ."""

    kind: DifferenceKind
    left: int
    right: int
    words_left: str = ""
    words_right: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim as a row shows it; `marked` are the words within its quote in which it differs from the other side's.

    `apart` is set where the claim itself stands otherwise than its row: the row is shared, but this claim only overlaps.
    """

    claim: ClaimView
    apart: Status | None = None
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """An empty cell: what was searched in vain, and the nearest candidate that was not good enough."""

    searched: tuple[ReadoutView, ...] = ()
    partial: bool = False
    nearest: ClaimView | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side has on the matter of a row: quotes, or a silence."""

    side: Side
    quotes: tuple[Quote, ...] = ()
    silence: Silence | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One matter. `key` is the anchor; `telling` counts the sides that speak of it."""

    key: str
    matter: str
    status: Status
    cells: tuple[Cell, ...]
    chips: tuple[Chip, ...] = ()
    topics: tuple[TopicView, ...] = ()

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """All claims of the row, from the left."""
        return tuple(quote.claim for cell in self.cells for quote in cell.quotes)

    @property
    def telling(self) -> int:
        """How many sides speak of the matter."""
        return sum(1 for cell in self.cells if cell.quotes)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one verdict. `side` is set where only one side speaks; `note` is the explanation under the heading."""

    key: str
    title: str
    note: str
    rows: tuple[Row, ...]
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """A claim by which one side says that another party is bound, and whether that party's own text bears it out."""

    claim: ClaimView
    status: Status
    row: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What one side says another party is bound to do."""

    side: Side
    bound: PartyView
    entries: tuple[Binding, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One event, arranged for reading."""

    event: EventView
    sides: tuple[Side, ...]
    sections: tuple[Section, ...]
    ledgers: tuple[Ledger, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of the sections."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def readouts(self) -> tuple[ReadoutView, ...]:
        """All readouts, from the left."""
        return tuple(readout for side in self.sides for readout in side.readouts)

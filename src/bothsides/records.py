"""The values that travel along the line, from a document to a verdict. Frozen, plain, and free of any library's types.

Conventions: offsets are half-open ranges of code points into `Document.text`; parties are ISO 3166 alpha-2 codes in lower case,
blocs and organisations their usual short name (`eu`, `nato`, `afu`); a value that is not known is `None` or an empty tuple.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Act(StrEnum):
    """What a holder is said to have done in speaking; the concepts of `ontology/acts.ttl`."""

    AGREE = "agree"
    COMMIT = "commit"
    ACCEPT = "accept"
    INVITE = "invite"
    WARN = "warn"
    REFUSE = "refuse"
    DEMAND = "demand"
    URGE = "urge"
    REQUEST = "request"
    PROPOSE = "propose"
    CONDEMN = "condemn"
    CONCERN = "concern"
    WELCOME = "welcome"
    SUPPORT = "support"
    REGRET = "regret"
    STATE = "state"
    REAFFIRM = "reaffirm"
    ANNOUNCE = "announce"
    DENY = "deny"
    DISAGREE = "disagree"
    DISCUSS = "discuss"
    CHARACTERISE = "characterise"


class EventKind(StrEnum):
    """What sort of occurrence an event is; the concepts `kind:event-…`."""

    MEETING = "meeting"
    PHONE_CALL = "phone-call"
    VIDEO_CALL = "video-call"
    VISIT = "visit"
    SUMMIT = "summit"
    CONFERENCE = "conference"
    NEGOTIATION_ROUND = "negotiation-round"
    SIGNING = "signing"
    OTHER = "other"


class ReadoutKind(StrEnum):
    """What sort of text a readout is; the concepts `kind:readout-…`."""

    UNILATERAL_READOUT = "unilateral-readout"
    JOINT_STATEMENT = "joint-statement"
    PRESS_BRIEFING = "press-briefing"
    TRANSCRIPT = "transcript"


class Role(StrEnum):
    """The part a participant had in an event; the concepts `kind:role-…`."""

    HOST = "host"
    GUEST = "guest"
    PARTICIPANT = "participant"


class Relation(StrEnum):
    """How two claims of different readouts correspond; the properties `bs:corroborates`, `bs:overlaps`, `bs:contradicts`."""

    CORROBORATES = "corroborates"
    OVERLAPS = "overlaps"
    CONTRADICTS = "contradicts"


class DifferenceKind(StrEnum):
    """In what two aligned claims differ; the concepts `kind:difference-…`."""

    FORCE = "force"
    BOUND = "bound"
    AMOUNT = "amount"
    DATE = "date"
    PLACE = "place"
    SCOPE = "scope"
    TERM = "term"
    HEDGE = "hedge"
    ADDRESSEE = "addressee"


class Status(StrEnum):
    """The verdict on a claim relative to one other party; the concepts `kind:status-…`."""

    SHARED = "shared"
    SHARED_UNEQUAL = "shared-unequal"
    CONTESTED = "contested"
    ONE_SIDED = "one-sided"
    ONE_SIDED_PARTIAL = "one-sided-partial"
    UNCOMPARED = "uncompared"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of one document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One canonical text with what is known of it.

    `text` is UTF-8, NFC, line feeds only; `sha256` is the digest of its bytes and the document's identity. `identifiers` are the ids
    it was ingested with (a repost adds one). `parties` are the publishing parties (several: a joint statement). `furniture` are the
    ranges that are not the publisher's account (site banners, attributions, links). `inferred` names the fields that no source stated.
    """

    identifiers: tuple[str, ...]
    text: str
    sha256: str
    title: str | None = None
    published: date | None = None
    parties: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    place: str | None = None
    furniture: tuple[Span, ...] = ()
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """A human being, known by a key (romanised name, `qin-gang`) and, where the gazetteer has it, a Wikidata item."""

    key: str
    name: str
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One person, or a party of which no person is named, in an event as one text tells it."""

    party: str
    person: Person | None = None
    office: str | None = None
    role: Role = Role.PARTICIPANT


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event as one text tells it, with the meetings it was made of (`parts`) where the text names several."""

    kind: EventKind
    start: date | None = None
    end: date | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    parts: tuple[ReportedEvent, ...] = ()
    date_inferred: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that took part, each once, in the text's order."""
        return tuple(dict.fromkeys(p.party for p in self.participants))


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage of one document says that its holders said, wanted, undertook or felt.

    `span` is the whole verbatim evidence, `cue` and `content` are ranges in the same text (`content` leaves the reporting verb out).
    `part` is the index in `ReportedEvent.parts` to which the text pins the claim, `None` for the event as a whole.
    `nested_in` is the `key` of the claim in whose content this one stands.
    """

    document: str
    span: Span
    act: Act
    holders: tuple[str, ...]
    cue: Span
    content: Span
    speaker: Person | None = None
    addressees: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    owed_to: tuple[str, ...] = ()
    negated: bool = False
    strength: int = 2
    stance: int = 0
    confidence: float = 0.5
    topics: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    part: int | None = None
    nested_in: str | None = None

    @property
    def key(self) -> str:
        """The claim's identity: digest of its document, offsets and act; sorts in text order within a document."""
        return f"{self.document[:8]}-{self.span.start:05}-{self.span.end:05}-{self.act}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: the event it tells of and its claims, in text order."""

    document: Document
    event: ReportedEvent
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence, resolved from the readouts that tell of it.

    `key` is a pure function of what is known (`2023-06-18-meeting-cn-us-blinken-qin`). `part_of` is the key of the wider event.
    `readouts` are the digests of the documents that report on it as their widest event; `because` says why they were taken for one.
    """

    key: str
    kind: EventKind
    label: str
    start: date | None = None
    end: date | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    part_of: str | None = None
    readouts: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which event each document, and each part that it tells of, belongs to.

    `of_document` maps a document's digest to an event key; `of_part` maps a digest to the event keys of `ReportedEvent.parts`, by index.
    """

    events: tuple[Event, ...]
    of_document: dict[str, str] = field(default_factory=dict)
    of_part: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One typed difference between two aligned claims, in the words of either side; an empty string where a side has no words."""

    kind: DifferenceKind
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims of different readouts on one matter. `a` and `b` are claim keys, `a < b`; `score` lies between 0 and 1."""

    a: str
    b: str
    relation: Relation
    score: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one claim relative to one other party, with the readouts (digests) that were searched.

    `nearest` is the best counterpart that was rejected, and `nearest_score` its score.
    """

    claim: str
    party: str
    status: Status
    searched: tuple[str, ...] = ()
    nearest: str | None = None
    nearest_score: float | None = None

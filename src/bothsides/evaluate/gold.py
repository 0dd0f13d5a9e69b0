"""A folder of gold annotations → what a careful reader found, and the same as readings that the rest of the line takes.

A folder holds `<doc>.json`, `text/<doc>.txt`, optionally `text/<doc>.meta.json`, and `pairs/<pair>.json`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from bothsides.errors import SourceError
from bothsides.evaluate.tokens import Tokens, locate, tokenise
from bothsides.records import (
    Act,
    Claim,
    DifferenceKind,
    Document,
    EventKind,
    Participant,
    Person,
    Reading,
    Relation,
    ReportedEvent,
    Span,
)

KINDS = {"call": EventKind.PHONE_CALL}  # the one kind that annotators write shorter


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as annotated, with the positions of its tokens and its range of code points."""

    id: str
    act: Act
    holders: frozenset[str]
    addressees: tuple[str, ...]
    binds: tuple[str, ...]
    topics: frozenset[str]
    negated: bool
    tokens: frozenset[int]
    span: Span


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document. `people` are pairs of last name and party; `published` and `parties` come from its side file."""

    id: str
    text: str
    tokens: Tokens
    kind: str
    day: str | None
    place: str | None
    parties: frozenset[str]
    participants: tuple[Participant, ...]
    claims: tuple[GoldClaim, ...]
    publishers: tuple[str, ...]
    published: date | None

    @property
    def people(self) -> frozenset[tuple[str, str]]:
        """The participants by last name and party."""
        return frozenset((last_name(p.person.name), p.party) for p in self.participants if p.person is not None)


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One correspondence; `differences` is `None` where the annotators named no kinds."""

    a: str
    b: str
    relation: Relation
    differences: frozenset[DifferenceKind] | None


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two documents of one event and the links between their claims."""

    id: str
    a: str
    b: str
    links: tuple[GoldLink, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of annotations: documents by id, and pairs."""

    documents: dict[str, GoldDocument]
    pairs: tuple[GoldPair, ...]


def read_gold(folder: Path) -> Gold:
    """Return the annotations in `folder`.

    Raises:
        SourceError: a file is not JSON, misses a field, or quotes what its text does not say.
    """
    documents = {document.id: document for document in map(_document, sorted(folder.glob("*.json")))}
    if not documents:
        raise SourceError(f"cannot read gold annotations in {folder}: found no <doc>.json. Name the folder that holds them.")
    pairs = tuple(map(_pair, sorted((folder / "pairs").glob("*.json"))))
    return Gold(documents, pairs)


def gold_readings(gold: Gold) -> list[Reading]:
    """Return each annotated document as a reading, so that what follows extraction can be measured without it."""
    return [_reading(document) for document in gold.documents.values()]


def last_name(name: str) -> str:
    """Return the word by which people are compared.

    >>> last_name("Joseph R. Biden, Jr.")
    'biden'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = [w for w in "".join(c if c.isalnum() or c in "_'-" else " " for c in plain).split() if w not in ("jr", "sr", "iii")]
    return words[-1] if words else ""


def party_code(code: str) -> str:
    """Return an annotated party as the code used in records."""
    return code.lower().replace(" ", "-")


def _document(path: Path) -> GoldDocument:
    raw = _json(path)
    try:
        text = unicodedata.normalize("NFC", (path.parent / "text" / f"{raw['doc']}.txt").read_text(encoding="utf-8"))
        meta_path = path.parent / "text" / f"{raw['doc']}.meta.json"
        meta = _json(meta_path) if meta_path.exists() else {}
        tokens = tokenise(text)
        event = raw["event"]
        publishers = meta.get("party") or raw.get("publisher_party") or ()
        return GoldDocument(
            id=raw["doc"],
            text=text,
            tokens=tokens,
            kind=event.get("kind") or "other",
            day=event.get("date"),
            place=event.get("place"),
            parties=frozenset(map(party_code, event.get("parties", ()))),
            participants=tuple(map(_participant, raw["participants"])),
            claims=tuple(_claims(raw["claims"], tokens, path)),
            publishers=tuple(map(party_code, [publishers] if isinstance(publishers, str) else publishers)),
            published=_day(meta.get("date")),
        )
    except KeyError as missing:
        raise SourceError(f"cannot read {path}: field {missing} is missing. Compare it with the annotation guidelines.") from missing


def _json(path: Path) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as reason:
        raise SourceError(f"cannot read {path} as JSON: {reason}.") from reason
    return loaded


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _participant(raw: dict[str, Any]) -> Participant:
    name = raw.get("canonical") or raw["name"]
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = "-".join("".join(c if c.isalnum() else " " for c in plain).split())
    return Participant(party_code(raw["party"]), Person(key, name), raw.get("office"))


def _claims(raw: Sequence[dict[str, Any]], tokens: Tokens, path: Path) -> list[GoldClaim]:
    claims: list[GoldClaim] = []
    near = 0.0
    for entry in raw:
        if "span" in entry:  # first token and number of tokens, in place of a quote
            positions: frozenset[int] | None = frozenset(range(entry["span"][0], sum(entry["span"])))
        else:
            positions = locate(tokens.words, tokenise(entry["quote"]).words, near=near)
        if positions is None:
            raise SourceError(f"cannot read {path}: the quote of {entry['id']} is not in the text.")
        near = min(positions) / len(tokens.words)
        claims.append(
            GoldClaim(
                id=entry["id"],
                act=Act(entry["act"]),
                holders=frozenset(map(party_code, entry["holders"])),
                addressees=tuple(map(party_code, entry.get("addressees", ()))),
                binds=tuple(map(party_code, entry.get("bound", ()))),
                topics=frozenset(entry["topics"]),
                negated=bool(entry.get("negated")),
                tokens=positions,
                span=Span(tokens.spans[min(positions)].start, tokens.spans[max(positions)].end),
            )
        )
    return claims


def _pair(path: Path) -> GoldPair:
    raw = _json(path)
    try:
        links = tuple(
            GoldLink(
                link["a"],
                link["b"],
                Relation(link["relation"]),
                frozenset(DifferenceKind(d["kind"]) for d in link["differences"]) if "differences" in link else None,
            )
            for link in raw["links"]
        )
        return GoldPair(raw["pair"], raw["a"], raw["b"], links)
    except KeyError as missing:
        raise SourceError(f"cannot read {path}: field {missing} is missing. Compare it with the annotation guidelines.") from missing


def _reading(document: GoldDocument) -> Reading:
    digest = sha256(document.text.encode()).hexdigest()
    silent = tuple(Participant(party) for party in sorted(document.parties) if party not in {p.party for p in document.participants})
    event = ReportedEvent(
        kind=KINDS.get(document.kind) or EventKind(document.kind),
        start=_day(document.day),
        place=document.place,
        participants=tuple(p for p in document.participants if p.party in document.parties) + silent,
    )
    claims = tuple(
        Claim(
            document=digest,
            span=claim.span,
            act=claim.act,
            holders=tuple(sorted(claim.holders)),
            cue=Span(claim.span.start, claim.span.start),
            content=claim.span,
            addressees=claim.addressees,
            binds=claim.binds,
            negated=claim.negated,
            confidence=1.0,
            topics=tuple(sorted(claim.topics)),
        )
        for claim in document.claims
    )
    source = Document(
        identifiers=(document.id,), text=document.text, sha256=digest, published=document.published, parties=document.publishers
    )
    return Reading(source, event, claims)

"""Annotated pairs of readouts → the features of their claims, and which are linked: what alignment is learned from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bothsides.align.features import Matrix, compare, side
from bothsides.align.weights import Weights
from bothsides.evaluate.gold import Gold, gold_readings, read_gold
from bothsides.records import Act, Claim, Document, EventKind, Reading, Relation, ReportedEvent, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one event: the features of their claims and which are linked. `source` is the folder or file it comes from."""

    source: str
    event: str
    a: Reading
    b: Reading
    features: dict[str, Matrix]
    linked: NDArray[np.bool_]
    relations: dict[tuple[int, int], Relation]


def read_pairs(folders: Iterable[Path], weights: Weights) -> list[Pair]:
    """Return the annotated pairs of gold folders and of files of invented pairs; those that share a document belong to one event."""
    pairs: list[Pair] = []
    for folder in folders:
        if folder.is_file():
            pairs.extend(read_invented(folder, weights))
            continue
        gold = read_gold(folder)
        readings = {r.document.identifiers[0]: r for r in gold_readings(gold)}
        event_of = _events(gold)
        for pair in gold.pairs:
            a, b = readings[pair.a], readings[pair.b]
            rows, columns = ([c.id for c in gold.documents[name].claims] for name in (pair.a, pair.b))
            relations = {(rows.index(x.a), columns.index(x.b)): x.relation for x in pair.links}
            linked = np.zeros((len(rows), len(columns)), dtype=np.bool_)
            for place in relations:
                linked[place] = True
            pairs.append(
                Pair(folder.stem, f"{folder.name}/{event_of[pair.a]}", a, b, compare(side(a), side(b), weights), linked, relations)
            )
    return pairs


def read_invented(path: Path, weights: Weights) -> list[Pair]:
    """Return the pairs of a JSON Lines file: an event a line, with the claims of two publishers and the links between them by index."""
    pairs: list[Pair] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        a, b = (_invented_reading(raw[name]) for name in ("a", "b"))
        relations = {(x["a"], x["b"]): Relation(x["relation"]) for x in raw["links"]}
        linked = np.zeros((len(a.claims), len(b.claims)), dtype=np.bool_)
        for place in relations:
            linked[place] = True
        pairs.append(Pair(path.stem, raw["event"], a, b, compare(side(a), side(b), weights), linked, relations))
    return pairs


def _invented_reading(raw: dict[str, Any]) -> Reading:
    text = ". ".join(claim["quote"] for claim in raw["claims"])
    digest = sha256(text.encode()).hexdigest()
    claims: list[Claim] = []
    start = 0
    for claim in raw["claims"]:
        span = Span(start, start + len(claim["quote"]))
        claims.append(
            Claim(
                digest,
                span,
                Act(claim["act"]),
                tuple(claim["holders"]),
                cue=Span(start, start),
                content=span,
                addressees=tuple(claim["addressees"]),
                binds=tuple(claim["bound"]),
                topics=tuple(claim["topics"]),
            )
        )
        start = span.end + len(". ")
    document = Document((digest[:8],), text, digest, parties=(raw["publisher"],))
    return Reading(document, ReportedEvent(EventKind.MEETING), tuple(claims))


def _events(gold: Gold) -> dict[str, str]:
    """Return for each document the least id of the documents that pairs connect it with."""
    event = {name: name for name in gold.documents}
    for _ in gold.pairs:
        for pair in gold.pairs:
            event[pair.a] = event[pair.b] = min(event[pair.a], event[pair.b])
    return event

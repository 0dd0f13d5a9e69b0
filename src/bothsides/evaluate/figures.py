"""Matched documents and links → the figures by which readers, human or not, are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bothsides.evaluate.gold import KINDS, Gold, GoldPair, last_name
from bothsides.evaluate.match import Matching
from bothsides.records import Act, Alignment, DifferenceKind, Event, EventKind, Participant, Reading, Relation, Resolution

COMMITMENTS = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT})
CLASSES = (
    frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT, Act.INVITE, Act.WARN, Act.REFUSE}),
    frozenset({Act.DEMAND, Act.URGE, Act.REQUEST, Act.PROPOSE}),
    frozenset({Act.CONDEMN, Act.CONCERN, Act.WELCOME, Act.SUPPORT, Act.REGRET}),
    frozenset({Act.STATE, Act.REAFFIRM, Act.ANNOUNCE, Act.DENY, Act.DISAGREE}),
    frozenset({Act.DISCUSS, Act.CHARACTERISE}),
)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, with the number of things annotated."""

    precision: float
    recall: float
    f1: float
    annotated: int


Figure = Score | float | int
Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PairLinks:
    """The links of one pair by the ids of annotated claims; a claim that matches none is named by its key with a question mark."""

    pair: GoldPair
    wanted: dict[Ends, Relation]
    named: dict[Ends, frozenset[DifferenceKind]]
    found: dict[Ends, Relation]
    differs: dict[Ends, frozenset[DifferenceKind]]
    scores: dict[Ends, float]


def score(hit: int, found: int, annotated: int) -> Score:
    """Return precision, recall and F1 to three places."""
    precision = hit / found if found else 0.0
    recall = hit / annotated if annotated else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(round(precision, 3), round(recall, 3), round(f1, 3), annotated)


def claim_figures(matchings: Iterable[Matching]) -> dict[str, Figure]:
    """Return the figures on claims, acts, holders and topics."""
    n: Counter[str] = Counter()
    for m in matchings:
        acts = [g.act for g in m.document.claims]
        read = [p.claim.act for p in (*(p for _, p in m.matched), *m.spurious)]
        n.update(annotated=len(acts), read=len(read), hit=len(m.matched))
        n.update(commit_annotated=sum(a in COMMITMENTS for a in acts), commit_read=sum(a in COMMITMENTS for a in read))
        for g, p in m.matched:
            act, held = g.act is p.claim.act, g.holders == frozenset(p.claim.holders)
            mine, theirs = g.topics, frozenset(p.claim.topics)
            n.update(act=act, held=held, full=act and held, commit=act and held and g.act in COMMITMENTS)
            n.update(klass=any(g.act in c and p.claim.act in c for c in CLASSES))
            n.update(topic_hit=len(mine & theirs), topic_read=len(theirs), topic_annotated=len(mine))
    hit = n["hit"] or 1
    return {
        "claims": score(n["hit"], n["read"], n["annotated"]),
        "act": round(n["act"] / hit, 3),
        "act.class": round(n["klass"] / hit, 3),
        "holders": round(n["held"] / hit, 3),
        "full": score(n["full"], n["read"], n["annotated"]),
        "commit": score(n["commit"], n["commit_read"], n["commit_annotated"]),
        "topics": score(n["topic_hit"], n["topic_read"], n["topic_annotated"]),
    }


def event_figures(matchings: Sequence[Matching], resolution: Resolution | None) -> dict[str, Figure]:
    """Return the figures on people, dates, kinds and parties; with a resolution, date and kind are those of the resolved event."""
    n: Counter[str] = Counter()
    for m in matchings:
        people = people_of(m.reading)
        n.update(hit=len(m.document.people & people), read=len(people), annotated=len(m.document.people))
        day, kind = told_when_and_how(m.reading, resolution)
        n.update(dated=bool(m.document.day), day=bool(m.document.day) and m.document.day == day)
        n.update(kind=kind is (KINDS.get(m.document.kind) or EventKind(m.document.kind)))
        n.update(parties=m.document.parties == (frozenset(m.reading.event.parties) if m.reading else frozenset()))
    documents = len(matchings) or 1
    return {
        "people": score(n["hit"], n["read"], n["annotated"]),
        "date": round(n["day"] / (n["dated"] or 1), 3),
        "kind": round(n["kind"] / documents, 3),
        "parties": round(n["parties"] / documents, 3),
    }


def link_figures(pairs: Iterable[PairLinks], matchings: Mapping[str, Matching]) -> dict[str, Figure]:
    """Return the figures on links, relations, differences and the linked / unlinked status of matched claims."""
    n: Counter[str] = Counter()
    for p in pairs:
        n.update(annotated=len(p.wanted), read=len(p.found))
        for ends, relation in p.found.items():
            n.update(hit=ends in p.wanted, relation=p.wanted.get(ends) is relation)
            if ends in p.named:
                mine, theirs = p.named[ends], p.differs[ends]
                n.update(kind_hit=len(mine & theirs), kind_read=len(theirs), kind_annotated=len(mine))
        for side, name in enumerate((p.pair.a, p.pair.b)):
            linked, found = {ends[side] for ends in p.wanted}, {ends[side] for ends in p.found}
            for g, _ in matchings[name].matched:
                n.update(judged=1, judged_right=(g.id in linked) == (g.id in found))
    return {
        "links": score(n["hit"], n["read"], n["annotated"]),
        "relation": round(n["relation"] / (n["hit"] or 1), 3),
        "differences": score(n["kind_hit"], n["kind_read"], n["kind_annotated"]),
        "status": round(n["judged_right"] / (n["judged"] or 1), 3),
    }


def pair_links(gold: Gold, matchings: Mapping[str, Matching], alignments: Iterable[Alignment]) -> list[PairLinks]:
    """Return for each annotated pair its links as annotated and as found."""
    by_claim: dict[str, list[Alignment]] = defaultdict(list)
    for link in alignments:
        by_claim[link.a].append(link)
        by_claim[link.b].append(link)
    return [_pair_links(pair, matchings[pair.a], matchings[pair.b], by_claim) for pair in gold.pairs]


def _pair_links(pair: GoldPair, a: Matching, b: Matching, by_claim: Mapping[str, list[Alignment]]) -> PairLinks:
    rows, columns = _ids(a), _ids(b)
    found = {
        (rows[x], columns[y]): link for x in rows for link in by_claim.get(x, ()) if (y := link.b if link.a == x else link.a) in columns
    }
    return PairLinks(
        pair=pair,
        wanted={(link.a, link.b): link.relation for link in pair.links},
        named={(link.a, link.b): link.differences for link in pair.links if link.differences is not None},
        found={ends: link.relation for ends, link in found.items()},
        differs={ends: frozenset(d.kind for d in link.differences) for ends, link in found.items()},
        scores={ends: link.score for ends, link in found.items()},
    )


def _ids(m: Matching) -> dict[str, str]:
    return {p.claim.key: g.id for g, p in m.matched} | {p.claim.key: f"?{p.claim.key}" for p in m.spurious}


def people_of(reading: Reading | None) -> frozenset[tuple[str, str]]:
    """Return the participants that a reading names, by last name and party."""
    if reading is None:
        return frozenset()
    everyone: list[Participant] = [*reading.event.participants, *(p for part in reading.event.parts for p in part.participants)]
    return frozenset((last_name(p.person.name), p.party) for p in everyone if p.person is not None)


def told_when_and_how(reading: Reading | None, resolution: Resolution | None) -> tuple[str | None, EventKind | None]:
    """Return the day and kind of a reading's event, as resolved where a resolution is given, else as told."""
    if reading is None:
        return None, None
    event: Event | None = None
    if resolution is not None:
        key = resolution.of_document[reading.document.sha256]
        event = next(e for e in resolution.events if e.key == key)
    start = event.start if event else reading.event.start
    return start.isoformat() if start else None, event.kind if event else reading.event.kind

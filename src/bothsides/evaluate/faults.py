"""Figures' other half: every miss and false alarm, with its sentence, by cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bothsides.evaluate.figures import PairLinks, people_of, told_when_and_how
from bothsides.evaluate.gold import KINDS, GoldClaim
from bothsides.evaluate.match import Located, Matching
from bothsides.records import EventKind, Resolution, Span

_SENTENCE_END = re.compile(r"[.!?][”\"’')]?\s+(?=[A-Z“\"(])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that was read otherwise than annotated. `cause` groups faults; `sentence` is where it happened."""

    cause: str
    document: str
    sentence: str
    annotated: str
    found: str


def claim_faults(matchings: Iterable[Matching]) -> Iterator[Fault]:
    """Yield what is wrong with claims: first those missed or made up, then those whose act or holders are wrong."""
    for m in matchings:
        read = [p for _, p in m.matched] + list(m.spurious)
        for g in m.missed:
            yield Fault(_why_missed(g, read), m.document.id, sentence_around(m, g.span), _told(m, g), "")
        for p in m.spurious:
            yield Fault(_why_spurious(p, m), m.document.id, sentence_around(m, p.claim.span), "", _read(m, p))
        for g, p in m.matched:
            sentence = sentence_around(m, g.span)
            if g.act is not p.claim.act:
                yield Fault("wrong act", m.document.id, sentence, g.act.value, p.claim.act.value)
            if g.holders != frozenset(p.claim.holders):
                yield Fault("wrong holders", m.document.id, sentence, _codes(g.holders), _codes(p.claim.holders))
            if g.topics != frozenset(p.claim.topics):
                yield Fault(
                    "wrong topics", m.document.id, sentence, _codes(g.topics - set(p.claim.topics)), _codes(set(p.claim.topics) - g.topics)
                )


def event_faults(matchings: Iterable[Matching], resolution: Resolution | None) -> Iterator[Fault]:
    """Yield what is wrong with the events: people, parties, date and kind."""
    for m in matchings:
        name = m.document.id
        if m.reading is None:
            yield Fault("document missing", name, "", name, "")
            continue
        people = people_of(m.reading)
        for person in sorted(m.document.people - people):
            yield Fault("person missed", name, "", " of ".join(person), "")
        for person in sorted(people - m.document.people):
            yield Fault("person made up", name, "", "", " of ".join(person))
        if m.document.parties != frozenset(m.reading.event.parties):
            yield Fault("wrong parties", name, "", _codes(m.document.parties), _codes(m.reading.event.parties))
        day, kind = told_when_and_how(m.reading, resolution)
        if m.document.day and m.document.day != day:
            yield Fault("wrong date", name, "", m.document.day, day or "")
        if kind is not (KINDS.get(m.document.kind) or EventKind(m.document.kind)):
            yield Fault("wrong kind of event", name, "", m.document.kind, kind.value if kind else "")


def link_faults(pairs: Iterable[PairLinks], matchings: Mapping[str, Matching]) -> Iterator[Fault]:
    """Yield what is wrong with links: missed, made up, of another relation, or with other kinds of difference."""
    for p in pairs:
        a, b = _passages(matchings[p.pair.a]), _passages(matchings[p.pair.b])
        for x, y in sorted(p.wanted.keys() | p.found.keys()):
            both = f"{a.get(x, x)} ~ {b.get(y, y)}"
            if (x, y) not in p.found:
                unread = x not in a or y not in b or x not in _matched(matchings[p.pair.a]) or y not in _matched(matchings[p.pair.b])
                yield Fault("link missed: claim not read" if unread else "link missed", p.pair.id, both, p.wanted[x, y].value, "")
            elif (x, y) not in p.wanted:
                yield Fault("link made up", p.pair.id, both, "", f"{p.found[x, y]} {p.scores[x, y]:.2f}")
            else:
                if p.wanted[x, y] is not p.found[x, y]:
                    yield Fault("wrong relation", p.pair.id, both, p.wanted[x, y].value, p.found[x, y].value)
                if (x, y) in p.named and p.named[x, y] != p.differs[x, y]:
                    mine, theirs = p.named[x, y], p.differs[x, y]
                    yield Fault("wrong differences", p.pair.id, both, _codes(mine - theirs), _codes(theirs - mine))


def sentence_around(m: Matching, span: Span) -> str:
    """Return the sentence of the document in which `span` begins, on one line."""
    text = m.reading.document.text if m.reading else m.document.text
    start = max((x.end() for x in _SENTENCE_END.finditer(text, 0, span.start + 1) if x.end() <= span.start), default=0)
    closing = _SENTENCE_END.search(text, max(span.start, span.end - 1))
    return " ".join(text[start : closing.end() if closing else len(text)].split())


def _why_missed(g: GoldClaim, read: Sequence[Located]) -> str:
    near = [p for p in read if g.tokens & p.tokens]
    if not near:
        return "claim missed"
    best = max(near, key=lambda p: len(g.tokens & p.tokens))
    return "claim merged into a wider one" if len(best.tokens) > len(g.tokens) else "claim split or cut short"


def _why_spurious(p: Located, m: Matching) -> str:
    if not p.tokens:
        return "evidence not in the text"
    return "span overlaps a claim, but is not it" if any(p.tokens & g.tokens for g in m.document.claims) else "not a claim"


def _passages(m: Matching) -> dict[str, str]:
    text = m.document.text
    passages = {g.id: " ".join(text[g.span.start : g.span.end].split()) for g in m.document.claims}
    return passages | {f"?{p.claim.key}": _read(m, p) for p in m.spurious}


def _matched(m: Matching) -> frozenset[str]:
    return frozenset(g.id for g, _ in m.matched)


def _told(m: Matching, g: GoldClaim) -> str:
    return f"{g.act} {_codes(g.holders)}: {' '.join(m.document.text[g.span.start : g.span.end].split())}"


def _read(m: Matching, p: Located) -> str:
    text = m.reading.document.text if m.reading else ""
    return f"{p.claim.act} {_codes(p.claim.holders)}: {' '.join(text[p.claim.span.start : p.claim.span.end].split())}"


def _codes(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))

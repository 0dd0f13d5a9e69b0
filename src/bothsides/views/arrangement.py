"""A dossier → a comparison: sides as columns, claims on one matter as one row, rows in sections by verdict. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bothsides.records import Relation, Status
from bothsides.views.matters import group
from bothsides.views.model import (
    Binding,
    Cell,
    Chip,
    ClaimView,
    Comparison,
    DifferenceView,
    Dossier,
    Ledger,
    Quote,
    ReadoutView,
    Row,
    Section,
    Side,
    Silence,
    TopicView,
    VerdictView,
)
from bothsides.views.wording import definite, listed, shorten

# From the verdict that says most to the one that says least; a row takes the first that holds of it.
_ORDER = (Status.CONTESTED, Status.SHARED, Status.SHARED_UNEQUAL, Status.ONE_SIDED, Status.ONE_SIDED_PARTIAL, Status.UNCOMPARED)
_MEANING = {Relation.CONTRADICTS: Status.CONTESTED, Relation.CORROBORATES: Status.SHARED, Relation.OVERLAPS: Status.SHARED_UNEQUAL}
_ONE_SIDED = (Status.ONE_SIDED, Status.ONE_SIDED_PARTIAL)
_NEAREST = 0.1  # a candidate that scores less has nothing to do with the matter, and to show it would only puzzle
_MATTER_LIMIT = 60


@dataclass(frozen=True, slots=True)
class _Index:
    """The dossier by key, as the steps below look things up."""

    sides: tuple[Side, ...]
    side_of: Mapping[str, Side]
    claims: Mapping[str, ClaimView]
    place: Mapping[str, tuple[int, int]]
    verdicts: Mapping[str, tuple[VerdictView, ...]]
    readouts: Mapping[str, ReadoutView]


def arrange(dossier: Dossier) -> Comparison:
    """Arrange an event's claims for reading: every claim stands in exactly one row, every row in exactly one section."""
    index = _index(dossier)
    differences: dict[frozenset[str], list[DifferenceView]] = defaultdict(list)
    for difference in dossier.differences:
        differences[frozenset((difference.a, difference.b))].append(difference)
    relations = {frozenset((link.a, link.b)): link.relation for link in dossier.links}
    rows = [_row(keys, index, relations, differences) for keys in group([claim.key for claim in dossier.claims], dossier.links)]
    rows.sort(key=lambda row: min(index.place[claim.key] for claim in row.claims))
    home = {claim.key: row.key for row in rows for claim in row.claims}
    return Comparison(dossier.event, index.sides, tuple(_sections(rows, index.sides)), tuple(_ledgers(dossier, index, home)))


def sides_of(dossier: Dossier) -> tuple[Side, ...]:
    """Return the columns: one for each set of publishing parties, single parties first, by code; unknown publishers last."""
    labels = {party.code: party.label for party in dossier.event.parties}
    together: dict[tuple[str, ...], list[ReadoutView]] = defaultdict(list)
    for readout in dossier.readouts:
        together[tuple(sorted(readout.parties))].append(readout)
    sides: list[Side] = []
    for parties, readouts in sorted(together.items(), key=lambda item: (not item[0], len(item[0]), item[0])):
        label = _label([labels.get(code, code.upper()) for code in parties], everyone=set(parties) >= set(labels))
        sides.append(Side(len(sides), parties, label, tuple(readouts), all(readout.partial for readout in readouts)))
    return tuple(sides)


def _label(names: Sequence[str], *, everyone: bool) -> str:
    """Name a side by its parties; `everyone` says that they are all who took part."""
    if not names:
        return "Publisher not known"
    if len(names) == 1:
        return names[0]
    return "Joint statement" if everyone else f"Joint statement of {listed([definite(name) for name in names])}"


def _index(dossier: Dossier) -> _Index:
    sides = sides_of(dossier)
    side_of_readout = {readout.key: side for side in sides for readout in side.readouts}
    order = {readout.key: number for number, readout in enumerate(readout for side in sides for readout in side.readouts)}
    verdicts: dict[str, list[VerdictView]] = defaultdict(list)
    for verdict in dossier.verdicts:
        verdicts[verdict.claim].append(verdict)
    return _Index(
        sides=sides,
        side_of={claim.key: side_of_readout[claim.readout] for claim in dossier.claims},
        claims={claim.key: claim for claim in dossier.claims},
        place={claim.key: (order[claim.readout], claim.start) for claim in dossier.claims},
        verdicts={key: tuple(values) for key, values in verdicts.items()},
        readouts={readout.key: readout for readout in dossier.readouts},
    )


def _row(
    keys: Sequence[str],
    index: _Index,
    relations: Mapping[frozenset[str], Relation],
    differences: Mapping[frozenset[str], Sequence[DifferenceView]],
) -> Row:
    """Build the row of the claims `keys`."""
    ordered = sorted(keys, key=lambda key: index.place[key])
    within = [difference for pair, found in differences.items() if pair <= set(keys) for difference in found]
    marked: dict[str, list[str]] = defaultdict(list)
    for difference in within:
        marked[difference.a].append(difference.words_a)
        marked[difference.b].append(difference.words_b)
    links = {pair: relation for pair, relation in relations.items() if pair <= set(keys)}
    status = _status(ordered, index, links.values())
    cells = []
    for side in index.sides:
        quotes = tuple(
            Quote(index.claims[key], _apart(key, status, links), tuple(dict.fromkeys(filter(None, marked[key]))))
            for key in ordered
            if index.side_of[key] is side
        )
        cells.append(Cell(side, quotes, None if quotes else _silence(ordered, side, index)))
    topics = _topics([index.claims[key] for key in ordered], index)
    first = index.claims[ordered[0]]
    return Row(
        key=first.key,
        matter=_matter(topics) or shorten(first.content or first.quote, _MATTER_LIMIT),
        status=status,
        cells=tuple(cells),
        chips=tuple(_chips(within, index)),
        topics=topics,
    )


def _status(keys: Sequence[str], index: _Index, relations: Iterable[Relation]) -> Status:
    """Judge a row by the links within it; without any, by the verdicts on its claims."""
    found = {_MEANING[relation] for relation in relations} or {verdict.status for key in keys for verdict in index.verdicts.get(key, ())}
    return next((status for status in _ORDER if status in found), Status.UNCOMPARED)


def _apart(key: str, status: Status, links: Mapping[frozenset[str], Relation]) -> Status | None:
    """Return the status of one claim by its own links, where it is not that of its row."""
    own = {_MEANING[relation] for pair, relation in links.items() if key in pair}
    return next((each for each in _ORDER if each in own and status not in own), None)


def _silence(keys: Sequence[str], side: Side, index: _Index) -> Silence:
    """Say what of `side` was searched for the claims `keys`, and the best candidate that was rejected."""
    verdicts = [verdict for key in keys for verdict in index.verdicts.get(key, ()) if verdict.party in side.parties]
    named = {key for verdict in verdicts for key in verdict.searched}
    searched = tuple(readout for readout in side.readouts if readout.key in named)
    candidates = [verdict for verdict in verdicts if verdict.nearest in index.claims and (verdict.nearest_score or 0.0) >= _NEAREST]
    near = max(candidates, key=lambda verdict: verdict.nearest_score or 0.0, default=None)
    return Silence(
        searched=searched,
        partial=bool(verdicts) and all(verdict.status is Status.ONE_SIDED_PARTIAL for verdict in verdicts),
        nearest=index.claims[near.nearest] if near and near.nearest else None,
        score=near.nearest_score if near else None,
    )


def _topics(claims: Sequence[ClaimView], index: _Index) -> tuple[TopicView, ...]:
    """Return the topics of a row: those that every side names first, then the others, as they come."""
    by_side: dict[int, set[TopicView]] = defaultdict(set)
    for claim in claims:
        by_side[index.side_of[claim.key].index].update(claim.topics)
    every = dict.fromkeys(topic for claim in claims for topic in claim.topics)
    common = set.intersection(*by_side.values()) if by_side else set()
    return tuple(sorted(every, key=lambda topic: topic not in common))


def _matter(topics: Sequence[TopicView]) -> str:
    """Name a matter by its first topic, and by its second if both are short."""
    both = " · ".join(topic.label for topic in topics[:2])
    return both if len(both) <= _MATTER_LIMIT else topics[0].label


def _chips(differences: Iterable[DifferenceView], index: _Index) -> Iterable[Chip]:
    """Yield each difference once, the side further left first."""
    seen = set()
    for difference in differences:
        a, b = index.side_of[difference.a].index, index.side_of[difference.b].index
        chip = Chip(difference.kind, a, b, difference.words_a, difference.words_b)
        if a > b:
            chip = Chip(difference.kind, b, a, difference.words_b, difference.words_a)
        if chip not in seen:
            seen.add(chip)
            yield chip


def _sections(rows: Sequence[Row], sides: Sequence[Side]) -> Iterable[Section]:
    """Yield the sections that have rows, in the order in which they are read."""
    both = "Both" if len(sides) == 2 else "More than one side"
    fixed = (
        (
            Status.SHARED,
            f"What {'both' if len(sides) == 2 else 'more than one side'} report{'' if len(sides) == 2 else 's'}",
            "Same matter, like force.",
        ),
        (Status.SHARED_UNEQUAL, "Same matter, different force", f"{both} speak of it; the marked words are where they part."),
        (Status.CONTESTED, "Contested", "What the texts say cannot both be true."),
    )
    for status, title, note in fixed:
        if found := tuple(row for row in rows if row.status is status):
            yield Section(status.value, title, note, found)
    for side in sides:
        if found := tuple(row for row in rows if row.status in _ONE_SIDED and row.cells[side.index].quotes):
            others = [other for other in sides if other is not side]
            yield Section(f"only-{side.index}", f"Only {definite(side.label)}", _silence_note(others), found, side)
    if found := tuple(row for row in rows if row.status is Status.UNCOMPARED):
        yield Section(Status.UNCOMPARED.value, "Not compared", "No text of another side on this event is held.", found)


def _silence_note(others: Sequence[Side]) -> str:
    """Say how far the silence of the other sides can be relied on."""
    partial = [definite(side.label) for side in others if side.partial]
    whole = listed([definite(side.label) for side in others])
    note = f"Not found in what {whole} published."
    return f"{note} The text held of {listed(partial)} covers only a part of the event, so its silence proves little." if partial else note


def _ledgers(dossier: Dossier, index: _Index, home: Mapping[str, str]) -> Iterable[Ledger]:
    """Yield, for every side and every other party, the claims that say the other is bound."""
    for side in index.sides:
        for party in dossier.event.parties:
            if party.code in side.parties or not side.parties:
                continue
            entries = []
            for claim in sorted(dossier.claims, key=lambda claim: index.place[claim.key]):
                if index.side_of[claim.key] is side and party.code in claim.binds:
                    status = next((v.status for v in index.verdicts.get(claim.key, ()) if v.party == party.code), Status.UNCOMPARED)
                    entries.append(Binding(claim, status, home[claim.key]))
            if entries:
                yield Ledger(side, party, tuple(entries))

"""A comparison → a networkx graph with a place for every node: parties left and right, matters between them, one band below another.

The layout is preset and deterministic. A force layout would take seconds, differ from run to run, and show a hairball; here a place
has a meaning: the column says who speaks, the band says with what verdict, and what stands level is about the same matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from bothsides.views.model import Comparison, Quote, Row, Side
from bothsides.views.wording import VERDICTS, shorten

LIMIT = 500  # nodes a page; measured with preset layout: redraw 12 ms at 776 nodes, 50 ms at 3,900
_COLUMN = 430
_HALF = 150  # half the width of a claim's box, with its margin
_GAP = 16
_BAND_GAP = 46
_LINE, _PADDING, _LINE_CHARACTERS, _LABEL = 17, 18, 40, 120


@dataclass(frozen=True, slots=True)
class Explorer:
    """The graph from `left` to `right`, its top at 0; `left_out` counts the claims for which there was no room."""

    graph: nx.DiGraph
    left_out: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands level: a node in the middle, and the quotes of each side that belong to it."""

    key: str
    kind: str
    label: str
    rows: tuple[Row, ...]

    def quotes(self, side: Side) -> list[tuple[Row, Quote]]:
        """Return the quotes of one side, from the top."""
        return [(row, quote) for row in self.rows for cell in row.cells if cell.side is side for quote in cell.quotes]


def explorer_graph(comparison: Comparison, *, limit: int = LIMIT) -> Explorer:
    """Lay one event out. Rows of which several sides speak come first; of the others, those of little force are left out first."""
    graph = nx.DiGraph()
    columns = _columns(comparison.sides)
    for side in comparison.sides:
        names = [readout.publisher or "publisher not known" for readout in side.readouts]
        label = "\n".join([side.label, *(shorten(name, 44) for name in names)])
        graph.add_node(f"side-{side.index}", kind="readout", label=label, side=side.index, x=columns[side.index], y=0.0)
    kept, left_out = _within(comparison, limit - len(comparison.sides))
    y = 70.0
    for heading, bands in _chapters(comparison, kept):
        y += _BAND_GAP
        graph.add_node(f"heading-{len(graph)}", kind="heading", label=heading, side=None, x=0.0, y=y)
        y += _BAND_GAP
        for band in bands:
            y = _place(graph, band, columns, y)
    return Explorer(graph, left_out, min(columns, default=0.0) - _HALF, max(columns, default=0.0) + _HALF)


def _columns(sides: Sequence[Side]) -> list[float]:
    """Return the x of each side: left, right, further right, further left …"""
    return [float(_COLUMN * (index // 2 + 1) * (-1 if index % 4 in (0, 3) else 1)) for index in range(len(sides))]


def _within(comparison: Comparison, limit: int) -> tuple[set[str], int]:
    """Choose the rows that fit, each costing its claims and one node in the middle; headings are reckoned as ten nodes."""
    ranked = sorted(comparison.rows, key=lambda row: (row.telling < 2, -max(claim.strength for claim in row.claims)))
    room = limit - 10
    kept: set[str] = set()
    left_out = 0
    for row in ranked:
        cost = len(row.claims) + 1
        if cost <= room:
            kept.add(row.key)
            room -= cost
        else:
            left_out += len(row.claims)
    return kept, left_out


def _chapters(comparison: Comparison, kept: set[str]) -> Iterable[tuple[str, list[_Band]]]:
    """Yield headings with their bands: one a matter where several sides speak, one a topic where only one does."""
    for section in comparison.sections:
        if section.side is None:
            bands = [_Band(f"matter-{row.key}", "matter", row.matter, (row,)) for row in section.rows if row.key in kept]
            if bands:
                yield section.title, bands
    alone = [row for section in comparison.sections if section.side for row in section.rows if row.key in kept]
    topics = {row.topics[0].slug: row.topics[0].label for row in alone if row.topics} | {"": "Other matters"}
    bands = []
    for slug, label in topics.items():
        rows = tuple(row for row in alone if (row.topics[0].slug if row.topics else "") == slug)
        if rows:
            bands.append(_Band(f"topic-{slug}", "topic", label, rows))
    bands.sort(
        key=lambda band: (-len({cell.side.index for row in band.rows for cell in row.cells if cell.quotes}), -len(band.rows), band.label)
    )
    if bands:
        yield "Only one side reports", bands


def _place(graph: nx.DiGraph, band: _Band, columns: Sequence[float], y: float) -> float:
    """Add one band with its top at `y`; return where the next one begins."""
    stacks = {side.index: band.quotes(side) for side in _sides(band)}
    heights = {index: sum(_height(quote) + _GAP for _, quote in stack) - _GAP for index, stack in stacks.items() if stack}
    tall = max(heights.values())
    graph.add_node(
        band.key,
        kind=band.kind,
        label=shorten(band.label, 60),
        side=None,
        status=band.rows[0].status.value if band.kind == "matter" else None,
        x=0.0,
        y=y + tall / 2,
    )
    for index, height in heights.items():
        top = y + (tall - height) / 2
        for row, quote in stacks[index]:
            claim = quote.claim
            graph.add_node(
                claim.key,
                kind="claim",
                label=f"{claim.act}: {shorten(claim.quote, _LABEL)}",
                side=index,
                status=row.status.value,
                x=columns[index],
                y=top + _height(quote) / 2,
                quote=claim.quote,
                act=claim.act,
                topics=[topic.slug for topic in claim.topics],
                facts=[row.matter, VERDICTS[row.status].word, f"force {claim.strength} of 5"],
                row=row.key,
            )
            graph.add_edge(claim.key, band.key, side=index, status=row.status.value)
            top += _height(quote) + _GAP
    return y + tall + _GAP * 1.6


def _sides(band: _Band) -> list[Side]:
    return [cell.side for cell in band.rows[0].cells]


def _height(quote: Quote) -> float:
    """Estimate the height of a claim's box from the length of its label."""
    characters = min(len(quote.claim.quote), _LABEL) + len(quote.claim.act) + 2
    return _LINE * (characters // _LINE_CHARACTERS + 1) + _PADDING

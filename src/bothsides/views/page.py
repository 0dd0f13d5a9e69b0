"""A comparison → one self-contained HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from bothsides.views.model import Comparison, Row, Section, TopicView
from bothsides.views.passages import paragraphs
from bothsides.views.templating import render, static
from bothsides.views.wording import VERDICTS

_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of the balance: how many matters fall to a section, and where it lies, in thousandths of the whole width."""

    section: Section
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: the value that a row carries, its label, and how many rows carry it."""

    value: str
    label: str
    rows: int


def compare_page(comparison: Comparison) -> str:
    """Return the page of a comparison. It makes no request, runs only its own script, and reads well without it."""
    rows = {claim.key: row for row in comparison.rows for claim in row.claims}
    claims = [claim for row in comparison.rows for claim in row.claims]
    texts = {
        readout.key: paragraphs(readout.text, [claim for claim in claims if claim.readout == readout.key], readout.body)
        for readout in comparison.readouts
        if readout.text
    }
    return render(
        "compare.html",
        styles=[static("base.css"), static("compare.css")],
        scripts=[static("compare.js")],
        comparison=comparison,
        event=comparison.event,
        names={party.code: party.label for party in comparison.event.parties},
        readouts={readout.key: readout for readout in comparison.readouts},
        row_of=rows,
        texts=texts,
        balance=balance(comparison),
        choices=choices(comparison),
    )


def balance(comparison: Comparison) -> list[Bar]:
    """Return the sections as stretches of one bar: what the left says alone, what is common, what the others say alone."""
    middle = [section for section in comparison.sections if section.side is None]
    left = [section for section in comparison.sections if section.side is not None and section.side.index == 0]
    right = [section for section in comparison.sections if section.side is not None and section.side.index > 0]
    sections = [*left, *middle, *right]
    total = sum(len(section.rows) for section in sections) or 1
    widths = [_WIDTH * len(section.rows) / total for section in sections]
    starts = accumulate(widths, initial=0.0)
    return [Bar(section, round(start, 1), round(width, 1)) for section, start, width in zip(sections, starts, widths, strict=False)]


def choices(comparison: Comparison) -> dict[str, list[Choice]]:
    """Return what the rows can be filtered by: act, verdict, topic and party, each with the number of rows it would leave."""
    rows = comparison.rows
    names = {party.code: party.label for party in comparison.event.parties}
    return {
        "verdict": _tally(rows, lambda row: {row.status.value}, {status.value: verdict.word for status, verdict in VERDICTS.items()}),
        "act": _tally(rows, lambda row: {claim.act for claim in row.claims}, {}),
        "topic": _tally(rows, lambda row: {topic.slug for topic in row.topics}, _labels(rows)),
        "party": _tally(rows, lambda row: {code for claim in row.claims for code in claim.holders}, names),
    }


def _labels(rows: Iterable[Row]) -> dict[str, str]:
    topics: set[TopicView] = {topic for row in rows for topic in row.topics}
    return {topic.slug: topic.label for topic in topics}


def _tally(rows: Iterable[Row], values: Callable[[Row], set[str]], labels: Mapping[str, str]) -> list[Choice]:
    """Count the rows of each value, sorted by label."""
    counts = Counter(value for row in rows for value in values(row))
    found = [Choice(value, labels.get(value, value), number) for value, number in counts.items()]
    return sorted(found, key=lambda choice: (choice.label.lower(), choice.value))

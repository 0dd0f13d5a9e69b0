"""A comparison → the terminal: short enough to read in one go, legible without colour, plain when piped."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bothsides.views.model import Binding, Chip, ClaimView, Comparison, Ledger, Quote, Row, Section, Side
from bothsides.views.wording import DIFFERENCES, VERDICTS, count, definite, excerpt, listed, shorten, when

# Red and blue keep apart for every kind of colour vision; what matters is said in words and marks as well.
_COLOURS = ("red", "bright_blue", "cyan", "yellow")
_QUOTE_LIMIT = 130
_WORDS_LIMIT = 40
_LINES_SHARED = 8
_LINES_ALONE = 5
_LINES_BOUND = 4


def comparison_text(comparison: Comparison) -> RenderableType:
    """Return what to print of a comparison; it fits the width of the console that prints it."""
    parts: list[RenderableType] = [_head(comparison)]
    for section in comparison.sections:
        parts.extend(_alone(section) if section.side else _together(section, comparison))
    if comparison.ledgers:
        parts.extend(_bound(comparison.ledgers))
    used = {status for row in comparison.rows for status in (row.status, *(q.apart for cell in row.cells for q in cell.quotes if q.apart))}
    key = "   ".join(f"{verdict.mark} {verdict.word}" for status, verdict in VERDICTS.items() if status in used)
    return Group(*parts, Text(), Text(f"{key}   ●●●●● force", style="dim"))


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print a comparison."""
    console.print(comparison_text(comparison))


def _colour(side: Side) -> str:
    return _COLOURS[side.index % len(_COLOURS)]


def _heading(title: str, number: int, note: str) -> list[RenderableType]:
    head = Text.assemble((title, "bold"), (f"  {number}", "bold"))
    return [Text(), head, Text(note, style="dim")]


def _head(comparison: Comparison) -> RenderableType:
    """Draw what happened, who was there, and which texts are compared."""
    event = comparison.event
    facts = " · ".join(filter(None, (event.kind, when(event.start, event.end), event.place)))
    accounts = Table.grid(padding=(0, 2, 0, 0))
    accounts.add_column(no_wrap=True)
    accounts.add_column()
    for side in comparison.sides:
        people = listed([person.name for person in event.participants if person.party in side.parties])
        for readout in side.readouts:
            length = count(readout.characters, "character") if readout.characters else ""
            known = ", ".join(filter(None, (readout.publisher or "publisher not known", when(readout.published), length)))
            accounts.add_row(Text(side.label, style=f"bold {_colour(side)}"), Text(known))
            if readout.partial:
                accounts.add_row("", Text("tells of a part of the event only" + (f": {readout.about}" if readout.about else "")))
        if people:
            accounts.add_row("", Text(f"present: {people}", style="dim"))
    return Group(Text(event.label, style="bold"), Text(facts), Rule(style="dim"), accounts)


def _together(section: Section, comparison: Comparison) -> list[RenderableType]:
    """Draw the rows of which more than one side speaks: a line for the matter, the quotes side by side, the differences."""
    parts = _heading(section.title, len(section.rows), section.note)
    for row in section.rows[:_LINES_SHARED]:
        table = Table.grid(expand=True, padding=(0, 2, 0, 0))
        speaking = [cell for cell in row.cells if cell.quotes]
        for _ in speaking:
            table.add_column(ratio=1)
        table.add_row(*(Group(*(_quote(quote, cell.side) for quote in cell.quotes)) for cell in speaking))
        parts += [Text(), _matter(row, comparison), Padding(table, (0, 0, 0, 2))]
        if row.chips:
            parts.append(Padding(Text.assemble("↔ ", Text("; ").join(_difference(chip, comparison) for chip in row.chips)), (0, 0, 0, 2)))
    return parts + _more(len(section.rows) - _LINES_SHARED)


def _matter(row: Row, comparison: Comparison) -> Text:
    telling = f"  ({row.telling} of {len(comparison.sides)})" if len(comparison.sides) > 2 else ""
    return Text.assemble((f"{VERDICTS[row.status].mark} ", "bold"), (row.matter, "bold"), (telling, "dim"))


def _quote(quote: Quote, side: Side) -> Text:
    """Draw one quote with its act and force, the differing words underlined."""
    apart = f" {VERDICTS[quote.apart].mark}" if quote.apart else ""
    text = Text(f"“{excerpt(quote.claim.quote, _QUOTE_LIMIT, quote.marked)}”")
    for words in quote.marked:
        text.highlight_words([words], style="underline", case_sensitive=False)
    return Text.assemble((side.label, f"bold {_colour(side)}"), f" {_act(quote.claim)}{apart}\n", text)


def _act(claim: ClaimView) -> str:
    return f"{claim.act} {'●' * claim.strength}{'○' * (5 - claim.strength)}"


def _difference(chip: Chip, comparison: Comparison) -> Text:
    """Draw one difference; with more than two sides, each wording is said to be whose."""
    text = Text.assemble((DIFFERENCES[chip.kind], "bold"))
    if chip.words_left or chip.words_right:
        left, right = comparison.sides[chip.left], comparison.sides[chip.right]
        whose = [f"{side.label} " if len(comparison.sides) > 2 else "" for side in (left, right)]
        text.append(f": {whose[0]}").append(shorten(chip.words_left, _WORDS_LIMIT) or "–", style=_colour(left))
        text.append(f" | {whose[1]}").append(shorten(chip.words_right, _WORDS_LIMIT) or "–", style=_colour(right))
    return text


def _alone(section: Section) -> list[RenderableType]:
    """Draw what one side alone reports, one matter a line; what is said with most force comes first."""
    side = section.side
    parts = _heading(section.title, len(section.rows), section.note)
    ranked = sorted(section.rows, key=lambda row: -max(claim.strength for claim in row.claims))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for row in ranked[:_LINES_ALONE]:
        claim = row.claims[0]
        mark = Text.assemble((f"{VERDICTS[row.status].mark} ", "bold"), (claim.act, f"bold {_colour(side)}" if side else "bold"))
        table.add_row(
            mark, Text.assemble(f"“{shorten(claim.quote, _QUOTE_LIMIT)}”", (f"  {row.topics[0].label}" if row.topics else "", "dim"))
        )
    return [*parts, Text(), table, *_more(len(ranked) - _LINES_ALONE)]


def _bound(ledgers: Iterable[Ledger]) -> list[RenderableType]:
    """Draw what each side says that another is bound to, and whether that other's own text bears it out."""
    ledgers = list(ledgers)
    total = sum(len(ledger.entries) for ledger in ledgers)
    parts = _heading("What each says the other is bound to", total, "The mark says whether the other’s own text bears it out.")
    for ledger in ledgers:
        bound = definite(ledger.bound.label)
        parts += [
            Text(),
            Text.assemble("According to ", (definite(ledger.side.label), f"bold {_colour(ledger.side)}"), f", binding on {bound}:"),
        ]
        ranked = sorted(ledger.entries, key=_borne_out)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True)
        for entry in ranked[:_LINES_BOUND]:
            verdict = VERDICTS[entry.status]
            content = shorten(entry.claim.content or entry.claim.quote, _QUOTE_LIMIT)
            table.add_row(Text.assemble((f"{verdict.mark} ", "bold"), (verdict.word, "dim")), Text(content))
        parts.append(Padding(table, (0, 0, 0, 2)))
        parts += _more(len(ranked) - _LINES_BOUND)
    return parts


def _borne_out(entry: Binding) -> bool:
    """Put what the other side does not bear out first: it is the news."""
    return entry.status.value.startswith("shared")


def _more(number: int) -> list[RenderableType]:
    return [Text(f"… and {number} more", style="dim")] if number > 0 else []

"""What the line found → figures against gold annotations, and every miss and false alarm with its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bothsides.evaluate.faults import Fault, claim_faults, event_faults, link_faults
from bothsides.evaluate.figures import Figure, Score, claim_figures, event_figures, link_figures, pair_links
from bothsides.evaluate.gold import gold_readings, read_gold
from bothsides.evaluate.match import Matching, match_claims
from bothsides.records import Act, Alignment, Reading, Resolution

__all__ = ["Calibration", "Evaluation", "Fault", "Score", "evaluate", "gold_readings", "read_gold"]

STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of the claims with a confidence from `low` to below `high` (the last step includes 1), how many have act and holders right."""

    low: float
    high: float
    claims: int
    right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures by name, in the order in which they are read; acts as annotated and as read; confidence; faults by cause."""

    figures: dict[str, Figure]
    confusion: dict[tuple[Act, Act], int]
    calibration: tuple[Calibration, ...]
    faults: tuple[Fault, ...]


def evaluate(
    gold_dir: Path, readings: Iterable[Reading], alignments: Sequence[Alignment] = (), *, resolution: Resolution | None = None
) -> Evaluation:
    """Compare readings and their alignments with the annotations in `gold_dir`; documents are found by their identifiers.

    With `resolution`, an event's date and kind are those of the resolved event, as they stand in the graph; else those of the text.

    Raises:
        SourceError: the annotations cannot be read.
    """
    gold = read_gold(gold_dir)
    by_id = {name: reading for reading in readings for name in reading.document.identifiers}
    matchings = {name: match_claims(document, by_id.get(name)) for name, document in gold.documents.items()}
    pairs = pair_links(gold, matchings, alignments)
    ordered = list(matchings.values())
    figures: dict[str, Figure] = {
        "documents": len(ordered),
        "missing": sum(m.reading is None for m in ordered),
        **claim_figures(ordered),
        **event_figures(ordered, resolution),
        **link_figures(pairs, matchings),
        "ungrounded": sum(not p.tokens for m in ordered for p in m.spurious),
    }
    faults = (*claim_faults(ordered), *event_faults(ordered, resolution), *link_faults(pairs, matchings))
    causes = Counter(f.cause for f in faults)
    return Evaluation(
        figures=figures,
        confusion=dict(Counter((g.act, p.claim.act) for m in ordered for g, p in m.matched).most_common()),
        calibration=_calibrate(ordered),
        faults=tuple(sorted(faults, key=lambda f: (-causes[f.cause], f.cause, f.document))),
    )


def _calibrate(matchings: Iterable[Matching]) -> tuple[Calibration, ...]:
    rated: list[tuple[float, bool]] = []
    for m in matchings:
        rated.extend((p.claim.confidence, g.act is p.claim.act and g.holders == frozenset(p.claim.holders)) for g, p in m.matched)
        rated.extend((p.claim.confidence, False) for p in m.spurious)
    table: list[Calibration] = []
    for low, high in pairwise(STEPS):
        inside = [right for confidence, right in rated if low <= confidence < high or (confidence == high == STEPS[-1])]
        table.append(Calibration(low, high, len(inside), sum(inside)))
    return tuple(table)

"""Claims of one event → alignments, their typed differences, and verdicts: pure functions of records.

Builds go event by event: `for readings, resolution in split_events(...): compare_event(readings, resolution)`;
`align_claims` and `assess_claims` take any number of events at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bothsides.align.pairs import compare_readings, family
from bothsides.align.verdicts import assess
from bothsides.align.weights import load_weights
from bothsides.events import split_events
from bothsides.records import Alignment, Assessment, Reading, Resolution

__all__ = ["align_claims", "align_event", "assess_claims", "compare_event"]


def compare_event(readings: Sequence[Reading], resolution: Resolution) -> tuple[list[Alignment], list[Assessment]]:
    """Return the alignments and assessments of one event, given the readings that tell of it or of its parts.

    Only readings of different publishers are compared, and only where the event of one is that of the other or a part of it.
    """
    known = family(resolution)
    compared = list(compare_readings(readings, known, load_weights()))
    alignments = sorted((link for pair in compared for link in pair.links), key=lambda link: (link.a, link.b))
    return alignments, list(assess(readings, known, alignments, compared))


def align_event(readings: Sequence[Reading], resolution: Resolution) -> list[Alignment]:
    """Return the alignments of one event, given the readings that tell of it or of its parts; sorted by claims."""
    compared = compare_readings(readings, family(resolution), load_weights())
    return sorted((link for pair in compared for link in pair.links), key=lambda link: (link.a, link.b))


def align_claims(readings: Sequence[Reading], resolution: Resolution) -> list[Alignment]:
    """Return the alignments of all events of `resolution`; sorted by claims."""
    found = [link for group, part in split_events(readings, resolution) for link in align_event(group, part)]
    return sorted(found, key=lambda link: (link.a, link.b))


def assess_claims(readings: Sequence[Reading], resolution: Resolution, alignments: Sequence[Alignment]) -> list[Assessment]:
    """Return one assessment for each claim and each other party of its event, given the alignments; sorted by claim and party.

    Alignments may have been added, removed or changed by a reader since `align_claims`: the verdicts follow those given.
    """
    found: list[Assessment] = []
    by_claim: dict[str, list[Alignment]] = defaultdict(list)
    for link in alignments:
        by_claim[link.a].append(link)
    for group, part in split_events(readings, resolution):
        known = family(part)
        links = [link for r in group for c in r.claims for link in by_claim[c.key]]
        found.extend(assess(group, known, links, list(compare_readings(group, known, load_weights()))))
    return sorted(found, key=lambda verdict: (verdict.claim, verdict.party))

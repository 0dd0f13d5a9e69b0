"""A resolution → one small resolution for each top-level event, with the readings that tell of it or of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bothsides.records import Event, Reading, Resolution


def split_events(readings: Iterable[Reading], resolution: Resolution) -> Iterator[tuple[Sequence[Reading], Resolution]]:
    """Yield for each event that is part of no other its readings, by digest, and its part of the resolution; by event key.

    What follows (alignment, verdicts, the event's graph) needs no more than one such pair at a time.
    """
    parent = {e.key: e.part_of for e in resolution.events}
    events: dict[str, list[Event]] = defaultdict(list)
    for event in resolution.events:
        events[_top(event.key, parent)].append(event)
    held: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        held[_top(resolution.of_document[reading.document.sha256], parent)].append(reading)
    for key in sorted(events):
        group = sorted(held[key], key=lambda r: r.document.sha256)
        digests = [r.document.sha256 for r in group]
        yield (
            group,
            Resolution(
                events=tuple(events[key]),
                of_document={d: resolution.of_document[d] for d in digests},
                of_part={d: resolution.of_part[d] for d in digests if d in resolution.of_part},
            ),
        )


def _top(key: str, parent: dict[str, str | None]) -> str:
    above = parent[key]
    return key if above is None else _top(above, parent)

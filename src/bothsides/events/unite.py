"""Events that somebody says are one → one event, whatever the texts themselves give away."""

from __future__ import annotations

from dataclasses import replace

from bothsides.records import Event, Resolution

_SAID = "a reader said that these texts tell of one event"


def unite(resolution: Resolution) -> Resolution:
    """Return the resolution with all its top-level events taken for one: the one with most parts and readouts, else the first by key.

    Parts stay parts. Parties are those of all; days and place are those of the event that stays, or else of the first that knows them.
    """
    tops = [event for event in resolution.events if event.part_of is None]
    if len(tops) < 2:
        return resolution
    parts = {top.key: sum(event.part_of == top.key for event in resolution.events) for top in tops}
    stays = min(tops, key=lambda event: (-parts[event.key], -len(event.readouts), event.key))
    gone = {event.key for event in tops} - {stays.key}
    known = sorted(tops, key=lambda event: (event.key != stays.key, event.start is None, event.key))
    dated = next((event for event in known if event.start is not None), stays)
    united = replace(
        stays,
        start=dated.start,
        end=dated.end,
        place=next((event.place for event in known if event.place), None),
        parties=tuple(sorted({party for event in tops for party in event.parties})),
        readouts=tuple(sorted({digest for event in tops for digest in event.readouts})),
        because=(*stays.because, _SAID),
    )
    events = [united, *(_under(event, gone, stays.key) for event in resolution.events if event.part_of is not None)]
    return Resolution(
        events=tuple(sorted(events, key=lambda event: event.key)),
        of_document={digest: stays.key if key in gone else key for digest, key in resolution.of_document.items()},
        of_part={digest: tuple(stays.key if key in gone else key for key in keys) for digest, keys in resolution.of_part.items()},
    )


def _under(event: Event, gone: set[str], stays: str) -> Event:
    return replace(event, part_of=stays) if event.part_of in gone else event

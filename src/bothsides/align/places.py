"""A wording → the places that it names as the scene of something: "in Nagasaki", "to Washington"."""

from __future__ import annotations

import csv
from functools import cache

from bothsides.align.thesaurus import PhraseKind
from bothsides.align.wording import Wording
from bothsides.resources import resource

SCENES = frozenset({"in", "at", "to", "between"})


def read_places(wording: Wording) -> list[str]:
    """Return the cities and other known places after a word of place, as written, each once."""
    known = _places()
    dated = {i for kind in (PhraseKind.MONTH, PhraseKind.SEASON) for p in wording.of_kind(kind) for i in range(p.start, p.end)}
    found: list[str] = []
    for i, word in enumerate(wording.words[:-1]):
        if word.lower() not in SCENES or i + 1 in dated:
            continue
        for length in (3, 2, 1):
            name = wording.verbatim(i + 1, min(i + 1 + length, len(wording.words)))
            if name.casefold() in known:
                found.append(name)
                break
    return list(dict.fromkeys(found))


@cache
def _places() -> frozenset[str]:
    with resource("data", "tables", "places.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["name"].casefold() for row in csv.DictReader(lines))

"""A wording → the places that it names as the scene of something: "in Nagasaki", "to Washington"."""

from __future__ import annotations

from dataclasses import dataclass

from bothsides.align.thesaurus import PhraseKind
from bothsides.align.wording import Wording
from bothsides.ingest.gazetteer import load_gazetteer

SCENES = frozenset({"in", "at", "to", "between"})
ELSEWHERE = "as"  # "as discussed by the presidents in Bali" names no place for what is now agreed
LONGEST = 3  # words in the name of a place


@dataclass(frozen=True, slots=True)
class Scene:
    """A place as written, and the party whose place it is."""

    name: str
    party: str | None


def read_places(wording: Wording) -> list[Scene]:
    """Return the known cities and other places after a word of place, each once; states are parties, not places."""
    gazetteer = load_gazetteer()
    dated = {i for kind in (PhraseKind.MONTH, PhraseKind.SEASON) for p in wording.of_kind(kind) for i in range(p.start, p.end)}
    found: dict[str, Scene] = {}
    for i, word in enumerate(wording.words[:-1]):
        if word.lower() == ELSEWHERE and i:
            break
        if not (word.lower() in SCENES or (word.lower() == "and" and found)) or i + 1 in dated:
            continue
        for length in range(min(LONGEST, len(wording.words) - i - 1), 0, -1):
            name = wording.verbatim(i + 1, i + 1 + length)
            known = gazetteer.place(name)
            if known is not None:
                found.setdefault(name.casefold(), Scene(name, known.party))
                break
    return list(found.values())

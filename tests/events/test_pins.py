"""To which part of a trip a claim belongs."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from event_samples import ORSO, TAMM, trip

from bothsides.events import event_of_claim, pin_claims, resolve_events
from bothsides.records import Act, Claim, Document, Person, Reading, Span


def reading(text: str, cue: str, speaker: Person | None = None) -> Reading:
    """The trip with one claim that is the whole text."""
    digest = sha256(text.encode()).hexdigest()
    start = text.index(cue)
    claim = Claim(
        digest, Span(0, len(text)), Act.INVITE, ("xa",), Span(start, start + len(cue)), Span(start + len(cue), len(text)), speaker=speaker
    )
    return Reading(Document(("trip",), text, digest, parties=("xa",)), trip().event, (claim,))


@pytest.mark.parametrize(
    ("text", "cue", "part"),
    [
        ("The Minister invited Foreign Minister Tamm to Arvania for further talks", "invited", 1),
        ("The Minister briefed President Ilves on the harvest", "briefed", 0),
        ("The two sides agreed to continue work, as discussed by President Ilves in Lorn", "agreed", None),
        ("The Minister stressed that President Ilves was right", "stressed", None),
        ("The two sides agreed to open a ferry line", "agreed", None),
    ],
)
def test_a_claim_is_pinned_by_whom_it_is_spoken_to(text: str, cue: str, part: int | None) -> None:
    assert pin_claims(reading(text, cue)).claims[0].part == part


def test_a_claim_is_pinned_by_its_speaker() -> None:
    assert pin_claims(reading("He promised a ferry line", "promised", TAMM.person)).claims[0].part == 1


def test_a_speaker_who_sat_in_every_meeting_pins_nothing() -> None:
    assert pin_claims(reading("She promised a ferry line", "promised", ORSO.person)).claims[0].part is None


def test_a_part_that_is_known_stays() -> None:
    known = reading("The Minister invited Foreign Minister Tamm", "invited")
    known = replace(known, claims=(replace(known.claims[0], part=0),))
    assert pin_claims(known).claims[0].part == 0


def test_the_event_of_a_claim_is_its_part_or_the_whole() -> None:
    pinned = pin_claims(reading("The Minister invited Foreign Minister Tamm", "invited"))
    resolution = resolve_events([pinned])
    claim = pinned.claims[0]
    assert event_of_claim(claim, resolution) == resolution.of_part[claim.document][1]
    assert event_of_claim(replace(claim, part=None), resolution) == resolution.of_document[claim.document]

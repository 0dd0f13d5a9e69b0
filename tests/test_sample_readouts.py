"""The two sample readouts, read: one line a claim, compared with the golden files.

After a change that is meant: `pytest tests/test_sample_readouts.py --rewrite-golden`, and review the difference.
"""

from __future__ import annotations

import pytest

from bothsides.ingest import read_sources
from bothsides.pipeline import read_documents
from bothsides.records import Participant, Reading, ReportedEvent
from bothsides.resources import resource

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {reading.document.identifiers[0]: reading for reading in read_documents(list(read_sources([str(resource("data"))])))}


def told(reading: Reading) -> str:
    """Return a reading as a person would want to check it: the event and its meetings, then each claim with its words."""
    lines = [*_event(reading.event, "event"), ""]
    for claim in reading.claims:
        binds = f", binds {' + '.join(claim.binds)}" if claim.binds else ""
        marks = "".join(
            (
                ", negated" if claim.negated else "",
                ", nested" if claim.nested_in else "",
                f", part {claim.part}" if claim.part is not None else "",
            )
        )
        quote = " ".join(reading.document.text[claim.span.start : claim.span.end].split())
        lines += [f"{claim.act} {claim.strength} | {' + '.join(claim.holders)}{binds}{marks} | {', '.join(claim.topics)}", f"    {quote}"]
    return "\n".join(lines) + "\n"


def _event(event: ReportedEvent, name: str) -> list[str]:
    days = " to ".join(str(day) for day in (event.start, event.end) if day)
    lines = [f"{name}: {event.kind}, {days or 'undated'}, {event.place or 'nowhere named'}"]
    lines += [f"    {_participant(one)}" for one in event.participants]
    return lines + [line for number, part in enumerate(event.parts) for line in _event(part, f"part {number}")]


def _participant(one: Participant) -> str:
    return ", ".join(filter(None, (one.party, one.person.name if one.person else None, one.office, one.role)))


@pytest.mark.parametrize("name", ["seed-cn", "seed-us"])
def test_a_sample_is_read_as_before(readings, golden, name):
    golden(f"{name}.txt", told(readings[name]))


@pytest.mark.parametrize("name", ["seed-cn", "seed-us"])
def test_every_part_of_a_claim_lies_within_its_evidence(readings, name):
    outside = [
        claim.key
        for claim in readings[name].claims
        for span in (claim.cue, claim.content)
        if not claim.span.start <= span.start < span.end <= claim.span.end
    ]
    assert outside == []


@pytest.mark.parametrize("name", ["seed-cn", "seed-us"])
def test_no_claim_is_read_from_the_sites_frame(readings, name):
    reading = readings[name]
    assert [
        c.key for c in reading.claims for span in reading.document.furniture if c.span.start < span.end and span.start < c.span.end
    ] == []

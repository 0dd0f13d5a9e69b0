"""Alignments and verdicts of whole events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claim_samples import FERRY_AGREED, FERRY_ALSO, FERRY_LATER, FERRY_REFUSED, LYNX, ORSO, RUUD, TAMM, TONE, readout, resolved
from hypothesis import given, settings
from hypothesis import strategies as st

from bothsides.align import align_claims, align_event, assess_claims, compare_event
from bothsides.events import resolve_events
from bothsides.records import Alignment, DifferenceKind, EventKind, Participant, Person, Reading, Relation, ReportedEvent, Status

ILVES = Participant("xb", Person("mara-ilves", "Mara Ilves"))


def statuses(*readings: Reading) -> dict[tuple[str, str], Status]:
    """The verdicts by claim's words and party."""
    held, resolution = resolved(*readings)
    words = {c.key: r.document.text[c.span.start : c.span.end] for r in held for c in r.claims}
    return {(words[v.claim], v.party): v.status for v in assess_claims(held, resolution, align_claims(held, resolution))}


def test_what_both_tell_is_shared() -> None:
    found = statuses(readout("xa", FERRY_AGREED, LYNX), readout("xb", FERRY_ALSO, TONE))
    assert found[FERRY_AGREED[0], "xb"] is Status.SHARED
    assert found[FERRY_ALSO[0], "xa"] is Status.SHARED


def test_what_the_other_leaves_out_is_one_sided() -> None:
    assert statuses(readout("xa", FERRY_AGREED, LYNX), readout("xb", FERRY_ALSO))[LYNX[0], "xb"] is Status.ONE_SIDED


def test_another_deadline_makes_it_unequal() -> None:
    held, resolution = resolved(readout("xa", FERRY_AGREED, LYNX), readout("xb", FERRY_LATER))
    (link,) = align_claims(held, resolution)
    assert link.relation is Relation.OVERLAPS
    assert [d.kind for d in link.differences] == [DifferenceKind.DATE]
    assert statuses(*held)[FERRY_AGREED[0], "xb"] is Status.SHARED_UNEQUAL


def test_agreed_and_turned_down_is_contested() -> None:
    found = statuses(readout("xa", FERRY_AGREED, LYNX), readout("xb", FERRY_REFUSED, TONE))
    assert found[FERRY_AGREED[0], "xb"] is Status.CONTESTED


def test_without_the_other_sides_readout_nothing_is_compared() -> None:
    assert set(statuses(readout("xa", FERRY_AGREED, LYNX)).values()) == {Status.UNCOMPARED}


def test_a_readout_of_unknown_publisher_is_not_compared() -> None:
    unknown = readout("xa", LYNX)
    unknown = replace(unknown, document=replace(unknown.document, parties=()))
    found = statuses(unknown, readout("xb", FERRY_ALSO))
    assert found[LYNX[0], "xb"] is Status.UNCOMPARED
    assert found[FERRY_ALSO[0], "xa"] is Status.UNCOMPARED


def test_domestic_meetings_take_no_part() -> None:
    assert statuses(readout("xa", LYNX, people=(ORSO,))) == {}


def trip(*claims: tuple[str, dict[str, object]]) -> Reading:
    """Arvania's account of two meetings in Belmora."""
    told = readout("xa", *claims, people=(ORSO, TAMM, ILVES))
    parts = tuple(ReportedEvent(EventKind.MEETING, participants=(ORSO, host)) for host in (ILVES, TAMM))
    return replace(told, event=replace(told.event, kind=EventKind.VISIT, parts=parts))


def test_a_meeting_covers_a_trip_only_in_part() -> None:
    assert statuses(trip(LYNX), readout("xb", FERRY_ALSO))[LYNX[0], "xb"] is Status.ONE_SIDED_PARTIAL


def test_a_trip_covers_its_meetings() -> None:
    assert statuses(trip(LYNX), readout("xb", FERRY_ALSO))[FERRY_ALSO[0], "xa"] is Status.ONE_SIDED


def test_a_claim_made_in_one_meeting_is_not_missed_in_the_account_of_another() -> None:
    pinned = trip(LYNX)
    pinned = replace(pinned, claims=(replace(pinned.claims[0], part=0),))
    assert statuses(pinned, readout("xb", FERRY_ALSO))[LYNX[0], "xb"] is Status.UNCOMPARED


def test_claims_of_two_separate_meetings_are_not_aligned() -> None:
    pinned = trip(FERRY_AGREED)
    pinned = replace(pinned, claims=(replace(pinned.claims[0], part=0),))
    held, resolution = resolved(pinned, readout("xb", FERRY_ALSO))
    assert align_claims(held, resolution) == []


def test_a_joint_statement_speaks_for_every_signatory() -> None:
    found = statuses(readout(("xa", "xb"), FERRY_AGREED), readout("xa", FERRY_ALSO, LYNX))
    assert found[FERRY_ALSO[0], "xb"] is Status.SHARED
    assert (FERRY_AGREED[0], "xb") not in found


def test_a_joint_statement_is_compared_with_each_signatorys_own_text() -> None:
    held, resolution = resolved(readout(("xa", "xb"), FERRY_AGREED), readout("xb", FERRY_LATER, TONE))
    assert [link.relation for link in align_claims(held, resolution)] == [Relation.OVERLAPS]


THREE = (ORSO, TAMM, RUUD)


def test_three_parties_get_a_verdict_each() -> None:
    everyone = ("xa", "xb", "xc")
    ferry = (FERRY_AGREED[0], {**FERRY_AGREED[1], "holders": everyone})
    also = (FERRY_ALSO[0], {**FERRY_ALSO[1], "holders": everyone})
    found = statuses(
        readout("xa", ferry, LYNX, people=THREE),
        readout("xb", also, TONE, people=THREE),
        readout("xc", (TONE[0] + " too", TONE[1]), people=THREE),
    )
    assert (found[FERRY_AGREED[0], "xb"], found[FERRY_AGREED[0], "xc"]) == (Status.SHARED, Status.ONE_SIDED)


def test_verdicts_name_what_was_searched_and_what_came_nearest() -> None:
    theirs = readout("xb", FERRY_ALSO)
    held, resolution = resolved(readout("xa", LYNX), theirs)
    alignments, verdicts = compare_event(held, resolution)
    mine = next(v for v in verdicts if v.party == "xb")
    assert alignments == []
    assert mine.searched == (theirs.document.sha256,)
    assert mine.nearest == theirs.claims[0].key
    assert mine.nearest_score is not None
    assert 0 < mine.nearest_score < 0.1


def test_two_readouts_of_one_side_are_not_compared_with_each_other() -> None:
    again = (FERRY_ALSO[0], FERRY_ALSO[1])
    held, resolution = resolved(readout("xa", FERRY_AGREED), readout("xa", again))
    assert align_claims(held, resolution) == []


def test_verdicts_follow_alignments_that_a_reader_changed() -> None:
    held, resolution = resolved(readout("xa", FERRY_AGREED, LYNX), readout("xb", FERRY_ALSO, TONE))
    (verdict,) = {v.status for v in assess_claims(held, resolution, []) if v.party == "xb"}
    assert verdict is Status.ONE_SIDED


SAMPLES = st.lists(
    st.sampled_from([FERRY_AGREED, FERRY_ALSO, FERRY_LATER, FERRY_REFUSED, LYNX, TONE]), min_size=1, max_size=5, unique_by=lambda c: c[0]
)
EVENTS = st.tuples(SAMPLES, SAMPLES, SAMPLES).map(
    lambda claims: [readout(party, *found, people=THREE) for party, found in zip(("xa", "xb", ("xb", "xc")), claims, strict=True)]
)


@settings(deadline=None)
@given(EVENTS)
def test_every_claim_has_one_verdict_for_each_other_party(readings: list[Reading]) -> None:
    resolution = resolve_events(readings)
    verdicts = assess_claims(readings, resolution, align_claims(readings, resolution))
    expected = {(c.key, party) for r in readings for c in r.claims for party in {"xa", "xb", "xc"} - set(r.document.parties)}
    assert len(verdicts) == len(expected)
    assert {(v.claim, v.party) for v in verdicts} == expected


@settings(deadline=None)
@given(EVENTS)
def test_alignment_does_not_depend_on_the_order_of_readings(readings: list[Reading]) -> None:
    resolution = resolve_events(readings)
    assert align_event(readings, resolution) == align_event(readings[::-1], resolution)


@settings(deadline=None)
@given(EVENTS)
def test_alignments_name_two_claims_of_different_publishers_once(readings: list[Reading]) -> None:
    links: list[Alignment] = align_claims(readings, resolve_events(readings))
    publishers = {c.key: r.document.parties for r in readings for c in r.claims}
    assert len({(link.a, link.b) for link in links}) == len(links)
    for link in links:
        assert link.a < link.b
        assert publishers[link.a] != publishers[link.b]
        assert 0 <= link.score <= 1


@pytest.mark.parametrize("relation", [Relation.CORROBORATES, Relation.OVERLAPS])
def test_a_contradiction_outweighs_whatever_else_is_found(relation: Relation) -> None:
    held, resolution = resolved(readout("xa", FERRY_AGREED), readout("xb", FERRY_REFUSED, FERRY_ALSO))
    mine, (refused, also) = held[0].claims[0], held[1].claims
    links = [
        Alignment(*sorted((mine.key, other.key)), found, 0.9) for other, found in ((refused, Relation.CONTRADICTS), (also, relation))
    ]  # fmt: skip
    assert {v.status for v in assess_claims(held, resolution, links) if v.claim == mine.key} == {Status.CONTESTED}

"""Which readouts tell of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from event_samples import ILVES, JUNE_18, JUNE_19, ORSO, RUUD, TAMM, meeting, told, trip
from hypothesis import given, settings
from hypothesis import strategies as st

from bothsides.events import resolve_events, split_events
from bothsides.records import Event, EventKind, Participant, Person, Reading


def event_of(reading: Reading, *others: Reading) -> Event:
    resolution = resolve_events([reading, *others])
    key = resolution.of_document[reading.document.sha256]
    return next(e for e in resolution.events if e.key == key)


def are_one(a: Reading, b: Reading) -> bool:
    resolution = resolve_events([a, b])
    return resolution.of_document[a.document.sha256] == resolution.of_document[b.document.sha256]


BASE = told("ours", "xa", ORSO, TAMM)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(told("theirs", "xb", TAMM, ORSO), True, id="same day, same people"),
        pytest.param(told("theirs", "xb", Participant("xb"), ORSO), True, id="one side names nobody of its own"),
        pytest.param(told("theirs", "xb", TAMM, ORSO, kind=EventKind.VIDEO_CALL, place=None), True, id="the other's video call"),
        pytest.param(told("theirs", "xb", TAMM, ORSO, start=None), True, id="no date, published the day after"),
        pytest.param(
            told("theirs", "xb", TAMM, ORSO, start=None, published=JUNE_18 + timedelta(days=9)), False, id="no date, published later"
        ),
        pytest.param(told("theirs", "xb", ILVES, ORSO), False, id="other people, same day"),
        pytest.param(told("theirs", "xb", TAMM, ORSO, start=JUNE_19), False, id="a meeting on another day"),
        pytest.param(told("theirs", "xb", TAMM, ORSO, RUUD), False, id="a third party at the table"),
        pytest.param(told("theirs", "xc", RUUD, ORSO), False, id="other parties"),
        pytest.param(told("again", "xa", ORSO, TAMM), True, id="two readouts of one side"),
    ],
)
def test_a_second_readout_is_of_the_same_event_or_not(other: Reading, expected: bool) -> None:
    assert are_one(BASE, other) is expected


def test_a_call_may_lie_on_two_days() -> None:
    a = told("a", "xa", ORSO, TAMM, kind=EventKind.PHONE_CALL, place=None)
    b = told("b", "xb", TAMM, ORSO, kind=EventKind.PHONE_CALL, place=None, start=JUNE_19)
    assert are_one(a, b)


def test_two_calls_on_following_days_stay_two() -> None:
    calls = [
        told(f"{party} {day}", party, ORSO, TAMM, kind=EventKind.PHONE_CALL, place=None, start=day)
        for party in ("xa", "xb")
        for day in (JUNE_18, JUNE_19)
    ]
    assert sorted(len(e.readouts) for e in resolve_events(calls).events) == [2, 2]


def test_a_visit_may_be_told_with_other_hosts() -> None:
    a, b = (told(n, n, ORSO, host, kind=EventKind.VISIT, start=day) for n, host, day in (("xa", TAMM, JUNE_18), ("xb", ILVES, JUNE_19)))
    assert are_one(a, b)


def test_spelling_of_a_name_does_not_part_an_event() -> None:
    other_spelling = Participant("xb", Person("pyotr-tam", "Pyotr Tam"))
    assert are_one(BASE, told("theirs", "xb", other_spelling, ORSO)) is False
    assert are_one(BASE, told("theirs", "xb", Participant("xb", Person("petr-tam", "Petr Tam")), ORSO))


def test_domestic_meetings_never_merge() -> None:
    resolution = resolve_events([told("a", "xa", ORSO), told("b", "xb", ORSO)])
    assert len(resolution.events) == 2


def test_a_joint_statement_is_of_the_same_event() -> None:
    resolution = resolve_events([told("a", "xa", ORSO, TAMM), told("b", "xb", ORSO, TAMM), told("joint", ("xa", "xb"), ORSO, TAMM)])
    assert len(resolution.events) == 1


def test_a_trip_has_its_meetings_as_parts() -> None:
    resolution = resolve_events([trip()])
    whole = resolution.of_document[trip().document.sha256]
    assert [e.part_of for e in resolution.events] == [whole if e.key != whole else None for e in resolution.events]
    assert len(resolution.of_part[trip().document.sha256]) == 2


def test_the_other_sides_meeting_is_a_part_of_the_trip() -> None:
    theirs = told("theirs", "xb", TAMM, ORSO)
    resolution = resolve_events([trip(), theirs])
    parts = resolution.of_part[trip().document.sha256]
    assert resolution.of_document[theirs.document.sha256] == parts[1]
    assert len(resolution.events) == 3


def test_a_meeting_that_the_trip_does_not_list_is_a_part_all_the_same() -> None:
    listed = told("trip", "xa", ORSO, TAMM, ILVES, kind=EventKind.VISIT, end=JUNE_19)
    theirs = event_of(told("theirs", "xb", TAMM, ORSO), listed)
    assert theirs.part_of == event_of(listed).key


def test_a_call_in_the_days_of_a_trip_is_no_part_of_it() -> None:
    call = told("call", "xb", TAMM, ORSO, kind=EventKind.PHONE_CALL, place=None)
    assert event_of(call, trip()).part_of is None


def test_a_trip_lasts_as_long_as_its_meetings() -> None:
    late = told("late", "xa", ORSO, TAMM, ILVES, kind=EventKind.VISIT, parts=(meeting(ORSO, ILVES, start=JUNE_19), meeting(ORSO, TAMM)))
    whole = event_of(late)
    assert (whole.start, whole.end) == (JUNE_18, JUNE_19)


def test_every_merge_says_why() -> None:
    because = event_of(BASE, told("theirs", "xb", TAMM, ORSO)).because
    assert "both date it 18 June 2031" in because
    assert "both name Livia Orso" in because


def test_unknown_dates_leave_events_apart() -> None:
    a, b = (told(name, name, ORSO, TAMM, start=None, published=None) for name in ("xa", "xb"))
    assert not are_one(a, b)


def test_equal_keys_are_told_apart_by_their_documents() -> None:
    strangers = [told(name, "xa", ORSO) for name in ("one", "two")]
    keys = {e.key for e in resolve_events(strangers).events}
    assert len(keys) == 2
    assert keys == {e.key for e in resolve_events(strangers[::-1]).events}


def test_split_gives_each_top_event_its_readings_and_its_part_of_the_resolution() -> None:
    readings = [trip(), told("theirs", "xb", TAMM, ORSO), told("far", "xc", RUUD, ORSO, start=date(2029, 1, 1))]
    split = list(split_events(readings, resolve_events(readings)))
    assert [(len(held), len(part.events)) for held, part in split] == [(1, 1), (2, 3)]


PEOPLE = st.lists(st.sampled_from([ORSO, TAMM, ILVES, RUUD]), min_size=1, max_size=3, unique=True).map(tuple)
READINGS = st.lists(
    st.builds(
        lambda party, people, day, kind, whole: told(
            "x", party, *people, start=day, kind=kind, parts=(meeting(*people), meeting(people[0])) if whole else ()
        ),
        st.sampled_from(["xa", "xb", "xc", ("xa", "xb")]),
        PEOPLE,
        st.sampled_from([None, JUNE_18, JUNE_19, date(2031, 6, 21)]),
        st.sampled_from([EventKind.MEETING, EventKind.PHONE_CALL, EventKind.VISIT]),
        st.booleans(),
    ),
    min_size=1,
    max_size=7,
).map(lambda found: [replace(r, document=replace(r.document, sha256=f"{i:064}")) for i, r in enumerate(found)])


@settings(deadline=None)
@given(READINGS, st.randoms(use_true_random=False))
def test_the_order_of_readings_changes_nothing(readings, random) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert resolve_events(shuffled) == resolve_events(readings)


@settings(deadline=None)
@given(READINGS)
def test_every_document_and_part_has_an_event(readings) -> None:
    resolution = resolve_events(readings)
    keys = {e.key for e in resolution.events}
    assert set(resolution.of_document.values()) <= keys
    assert {key for parts in resolution.of_part.values() for key in parts} <= keys
    assert len(keys) == len(resolution.events)
    for reading in readings:
        assert len(resolution.of_part.get(reading.document.sha256, ())) == (len(reading.event.parts) if len(reading.event.parts) > 1 else 0)

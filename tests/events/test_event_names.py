"""What events are called."""

from __future__ import annotations

from datetime import date

import pytest
from event_samples import ILVES, JUNE_19, ORSO, TAMM, guest, told, trip

from bothsides.events import resolve_events
from bothsides.records import EventKind, Participant, Person, Reading


def name_of(reading: Reading) -> tuple[str, str]:
    resolution = resolve_events([reading])
    key = resolution.of_document[reading.document.sha256]
    return key, next(e.label for e in resolution.events if e.key == key)


@pytest.mark.parametrize(
    ("reading", "key", "label"),
    [
        pytest.param(
            told("a", "xa", ORSO, TAMM),
            "2031-06-18-meeting-xa-xb-orso-tamm",
            "Talks of Livia Orso and Petr Tamm, Vell, 18 June 2031",
            id="meeting",
        ),
        pytest.param(
            told("a", "xa", TAMM, ORSO, kind=EventKind.PHONE_CALL),
            "2031-06-18-phone-call-xa-xb-orso-tamm",
            "Telephone call of Livia Orso and Petr Tamm, 18 June 2031",
            id="a call has no place",
        ),
        pytest.param(trip(), "2031-06-18-visit-xa-xb-orso", "Visit of Livia Orso to Vell, 18–19 June 2031", id="visit, by its traveller"),
        pytest.param(
            told("a", "xa", guest(TAMM), ORSO, kind=EventKind.VISIT, end=date(2031, 7, 1)),
            "2031-06-18-visit-xa-xb-tamm",
            "Visit of Petr Tamm to Vell, 18 June – 1 July 2031",
            id="visit, by its guest",
        ),
        pytest.param(
            told("a", "xa", Participant("us"), Participant("cn"), place="Beijing", kind=EventKind.VISIT),
            "2031-06-18-visit-cn-us",
            "Visit of United States to Beijing, 18 June 2031",
            id="nobody named: the guest party",
        ),
        pytest.param(
            told("a", "xa", ORSO, start=None, place=None),
            "2031-06-meeting-xa-orso",
            "Talks of Livia Orso",
            id="no date: the month of publication",
        ),
    ],
)
def test_key_and_label(reading: Reading, key: str, label: str) -> None:
    assert name_of(reading) == (key, label)


def test_family_names_come_first_where_the_party_writes_them_first() -> None:
    qin = Participant("cn", Person("qin-gang", "Qin Gang"))
    assert name_of(told("a", "cn", qin, ORSO))[0] == "2031-06-18-meeting-cn-xa-orso-qin"


def test_an_undated_meeting_of_a_trip_is_named_by_the_days_of_the_trip() -> None:
    labels = [e.label for e in resolve_events([trip()]).events if e.part_of]
    assert "Talks of Livia Orso and Mara Ilves, Vell, 18–19 June 2031" in labels


def test_the_kind_that_says_more_wins_at_equal_numbers() -> None:
    resolution = resolve_events([told("a", "xa", ORSO, TAMM), told("b", "xb", ORSO, TAMM, kind=EventKind.VIDEO_CALL, place=None)])
    assert [e.kind for e in resolution.events] == [EventKind.VIDEO_CALL]


def test_the_leading_person_is_the_one_most_accounts_name() -> None:
    readings = [told("a", "xa", ORSO, ILVES, TAMM), told("b", "xb", ORSO, TAMM, published=JUNE_19)]
    assert [e.key for e in resolve_events(readings).events] == ["2031-06-18-meeting-xa-xb-orso-tamm"]

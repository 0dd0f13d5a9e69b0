"""The event that a readout reports: kind, date, place, who took part, the meetings of a trip. All readouts are invented."""

from datetime import date

import pytest
from trees import spacy_doc

from bothsides.extract.mentions import find_mentions
from bothsides.extract.occurrence import read_occurrence
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.records import Document, EventKind, ReportedEvent, Role, Span

PUBLISHED = date(2031, 6, 19)


def event(
    *sentences: str, title: str | None = None, parties: tuple[str, ...] = ("fr",), published: date | None = PUBLISHED, furniture: int = 0
) -> ReportedEvent:
    """Return the event of a readout of these sentences, the first `furniture` of which are not its account."""
    text = " ".join(sentences)
    ranges = tuple(Span(text.index(one), text.index(one) + len(one)) for one in sentences[:furniture])
    document = Document(("doc",), text, "0" * 64, title=title, published=published, parties=parties, furniture=ranges)
    words = [(word, not k) for one in sentences for k, word in enumerate(one.split(" "))]
    doc = spacy_doc([word for word, _ in words], sent_starts=[starts for _, starts in words])
    gazetteer = load_gazetteer()
    return read_occurrence(doc, document, mentions=find_mentions(document, gazetteer), gazetteer=gazetteer)


def names(of: ReportedEvent) -> list[tuple[str, str | None]]:
    return [(one.party, one.person.name if one.person else None) for one in of.participants]


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        ("Readout of Minister Sela's Call with Minister Orto of Italy", "Minister Sela spoke with Minister Orto.", EventKind.PHONE_CALL),
        (None, "Minister Ada Sela had a telephone conversation with Italian Minister Orto.", EventKind.PHONE_CALL),
        (None, "Minister Ada Sela held a video conference with Italian Minister Orto.", EventKind.VIDEO_CALL),
        ("Meeting with Italian Minister Orto", "Minister Ada Sela met virtually today with Italian Minister Orto.", EventKind.VIDEO_CALL),
        ("Minister Sela Holds Talks with Minister Orto", "Minister Sela and Minister Orto spoke.", EventKind.MEETING),
        ("Minister Sela's Travel to Rome", "Minister Ada Sela will travel to Rome on June 20.", EventKind.VISIT),
        ("Baltic summit in Riga", "Leaders of the region gathered.", EventKind.SUMMIT),
        ("Statement on the ferry accident", "We are saddened by the loss of life.", EventKind.OTHER),
    ],
)
def test_the_kind_is_told_by_title_and_lead(title: str | None, lead: str, kind: EventKind) -> None:
    assert event(lead, title=title).kind is kind


@pytest.mark.parametrize(
    ("lead", "start", "end", "inferred"),
    [
        ("Minister Ada Sela met Italian Minister Orto on June 17.", date(2031, 6, 17), None, False),
        ("Minister Ada Sela met Italian Minister Orto from June 17-18 in Rome.", date(2031, 6, 17), date(2031, 6, 18), False),
        ("Minister Ada Sela met yesterday with Italian Minister Orto.", date(2031, 6, 18), None, False),
        ("Minister Ada Sela met Italian Minister Orto to discuss the storm of May 2.", PUBLISHED, None, True),
    ],
)
def test_the_date_is_that_of_the_lead_or_else_of_the_publication(lead: str, start: date, end: date | None, inferred: bool) -> None:
    found = event(lead)
    assert (found.start, found.end, found.date_inferred) == (start, end, inferred)


def test_a_later_sentence_on_the_topic_does_not_date_the_event() -> None:
    assert event("Minister Ada Sela met Italian Minister Orto.", "They recalled the accord of May 2.").start == PUBLISHED


def test_the_year_of_an_undated_readout_is_told_by_the_offices() -> None:
    found = event("On June 18, Foreign Minister Qin Gang met the visitors.", parties=("cn",), published=None)
    assert (found.start, found.date_inferred) == (date(2023, 6, 18), True)


def test_without_any_date_there_is_none() -> None:
    assert event("Minister Ada Sela met Italian Minister Orto.", published=None).start is None


def test_those_named_before_the_topic_took_part() -> None:
    found = event("Minister Ada Sela met Italian Minister Bruno Orto to discuss the plan of Spanish President Luz Marín.")
    assert names(found) == [("fr", "Ada Sela"), ("it", "Bruno Orto")]


def test_a_purpose_can_name_whom_one_meets() -> None:
    found = event("President Ada Sela looks forward to welcoming Prime Minister Bruno Orto of Italy to Paris to renew the accord.")
    assert names(found) == [("fr", "Ada Sela"), ("it", "Bruno Orto")]


def test_the_spokesperson_and_the_superior_in_a_title_did_not_take_part() -> None:
    found = event(
        "Adviser Ada Sela met Karin Orto, State Secretary to Prime Minister Nils Berg of Sweden.",
        title="Statement by Spokesperson Luc Petit on Adviser Ada Sela's Meeting with Karin Orto",
    )
    assert "Luc Petit" not in {name for _, name in names(found)}
    assert "Nils Berg" not in {name for _, name in names(found)}


def test_who_attended_is_told_later() -> None:
    found = event("Minister Ada Sela met Italian Minister Bruno Orto.", "They were pleased.", "Deputy Minister Jean Roux also took part.")
    assert ("fr", "Jean Roux") in names(found)


def test_people_mentioned_later_did_not_take_part() -> None:
    found = event("Minister Ada Sela met Italian Minister Bruno Orto.", "They praised President Luz Marín of Chile.")
    assert len(found.participants) == 2


def test_a_party_without_a_person_takes_part_nameless() -> None:
    assert names(event("Minister Ada Sela met the ambassadors of Italy and Spain.")) == [("fr", "Ada Sela"), ("it", None), ("es", None)]


def test_a_domestic_meeting_has_one_party() -> None:
    assert event("President Ada Sela met mayors of French cities on the reform with Italy.").parties == ("fr",)


def test_all_parties_of_a_listed_meeting_take_part() -> None:
    found = event("Minister Ada Sela chaired the meeting with Italian Minister Bruno Orto.", title="France-Italy-Spain Ministers' Meeting")
    assert set(found.parties) == {"fr", "it", "es"}


def test_furniture_takes_no_part() -> None:
    found = event("Minister Luc Petit writes here daily.", "Minister Ada Sela met Italian Minister Bruno Orto.", furniture=1)
    assert names(found) == [("fr", "Ada Sela"), ("it", "Bruno Orto")]


def test_a_sentence_that_breaks_off_inside_a_title_goes_on() -> None:
    found = event("Foreign Secretary Smt.", "Leela Kamat met Italian Minister Bruno Orto in Rome today.", parties=("in",))
    assert names(found) == [("in", "Leela Kamat"), ("it", "Bruno Orto")]


@pytest.mark.parametrize(
    ("lead", "roles"),
    [
        ("Minister Ada Sela met Italian Minister Bruno Orto in Rome.", [Role.GUEST, Role.HOST]),
        ("Minister Ada Sela hosted Italian Minister Bruno Orto today.", [Role.HOST, Role.GUEST]),
        ("Minister Ada Sela met Italian Minister Bruno Orto in Vienna.", [Role.PARTICIPANT, Role.PARTICIPANT]),
        ("Minister Ada Sela spoke by phone with Italian Minister Bruno Orto in Rome.", [Role.PARTICIPANT, Role.PARTICIPANT]),
    ],
)
def test_hosts_and_guests_are_told_by_wording_and_place(lead: str, roles: list[Role]) -> None:
    assert [one.role for one in event(lead).participants] == roles


def test_the_place_is_where_something_was() -> None:
    assert event("Minister Ada Sela met Italian Minister Bruno Orto in Vienna.").place == "Vienna"


def test_each_of_the_meetings_of_a_trip_is_a_part() -> None:
    found = event(
        "Minister Ada Sela traveled to Rome for meetings with Italian President Carla Neri, Director Elio Fabbri, and Minister Bruno Orto.",
    )
    assert [[one.person.name for one in part.participants if one.person] for part in found.parts] == [
        ["Ada Sela", "Carla Neri"], ["Ada Sela", "Elio Fabbri"], ["Ada Sela", "Bruno Orto"],
    ]  # fmt: skip


def test_a_single_meeting_has_no_parts() -> None:
    assert event("Minister Ada Sela met Italian Minister Bruno Orto in Rome.").parts == ()

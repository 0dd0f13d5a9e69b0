"""Who and what a text names. People and readouts are invented; offices and states are real, so that the tables know them."""

from datetime import date

import pytest

from bothsides.extract.mentions import Mentions, find_mentions
from bothsides.ingest.gazetteer import Form, load_gazetteer
from bothsides.records import Document, Span


def mentions(text: str, *, title: str | None = None, parties: tuple[str, ...] = ("fr",), **known: object) -> Mentions:
    document = Document(("doc",), text, "0" * 64, title=title, parties=parties, published=date(2031, 5, 4), **known)  # type: ignore[arg-type]
    return find_mentions(document, load_gazetteer())


def people(text: str, **known: object) -> list[tuple[str, str | None, str | None]]:
    return [(one.person.name, one.party, one.office) for one in mentions(text, **known).people]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Japanese Foreign Minister Kurada Sei spoke", ("Kurada Sei", "jp", "Foreign Minister")),
        ("President of the Republic of Kazakhstan Arman Dosov", ("Arman Dosov", "kz", "President")),
        ("the President of the Republic of Türkiye, Kemal Oren,", ("Kemal Oren", "tr", "President")),
        ("Prime Minister Tanoli of Pakistan said", ("Tanoli", "pk", "Prime Minister")),
        ("China's Minister for Foreign Affairs, Lin Weiyao, came", ("Lin Weiyao", "cn", "Minister for Foreign Affairs")),
        ("Elad Nehor, Minister of Foreign Affairs of the State of Israel, said", ("Elad Nehor", "il", "Minister of Foreign Affairs")),
        ("Ambassador of Canada to Ukraine Larissa Gold met", ("Larissa Gold", "ca", "Ambassador to Ukraine")),
        ("UN Special Envoy for Yemen Jan Groot met", ("Jan Groot", "un", "Special Envoy for Yemen")),
        ("Mr. KURADA Sei, Minister for Foreign Affairs of Japan, met", ("Kurada Sei", "jp", "Minister for Foreign Affairs")),
        (
            "Deputy Prime Minister and Minister of Trade of Georgia Nino Beraia said",
            ("Nino Beraia", "ge", "Deputy Prime Minister and Minister of Trade"),
        ),
        ("External Affairs Minister (EAM) Shri Girish Kamat said", ("Girish Kamat", "in", "External Affairs Minister (EAM)")),
        ("Norwegian Foreign Minister Dr. Jean-Luc al-Hadi said", ("Jean-Luc al-Hadi", "no", "Foreign Minister")),
        (
            "U.S. Under Secretary for Political Affairs Victoria Marsh said",
            ("Victoria Marsh", "us", "Under Secretary for Political Affairs"),
        ),
        ("U.S. Secretary of Defense Alan Brisbane said", ("Alan Brisbane", "us", "Secretary of Defense")),
    ],
)
def test_a_title_beside_a_name_tells_person_office_and_party(text: str, found: tuple[str, str, str]) -> None:
    assert people(text) == [found]


def test_names_after_a_plural_title_are_several_people() -> None:
    assert [name for name, _, _ in people("Presidents Oren and Dosov met in Paris.")] == ["Oren", "Dosov"]


def test_two_people_under_one_article_are_two() -> None:
    assert people("The Vice President and Prime Minister Oren spoke.") == [("Oren", "fr", "Prime Minister")]


def test_the_bare_surname_means_the_person_named_in_full() -> None:
    found = mentions("Chinese Foreign Minister Lin Weiyao came. Lin said so. Weiyao left.").people
    assert {one.person.key for one in found} == {"lin-weiyao"}


def test_a_full_name_in_the_text_explains_the_title() -> None:
    found = mentions("Israeli Foreign Minister Elad Nehor came.", title="Call with Minister Nehor")
    assert found.title is not None
    assert [one.person.name for one in found.title.people] == ["Elad Nehor"]


def test_a_known_office_holder_is_known_by_surname_title_and_day() -> None:
    document = Document(
        ("doc",), "Secretary Blinken met Chinese Foreign Minister Qin.", "0" * 64, parties=("us",), published=date(2023, 6, 19)
    )
    assert [one.person.key for one in find_mentions(document, load_gazetteer()).people] == ["antony-blinken", "qin-gang"]


def test_the_same_surname_on_another_day_is_somebody_else() -> None:
    assert people("Secretary Blinken met them.", parties=("us",))[0][0] == "Blinken"


def test_colleagues_listed_together_are_of_one_party() -> None:
    found = people("Swiss Foreign Minister Ada Frey, Secretary of Energy Urs Koller and Ms. Eva Ott came.")
    assert {party for _, party, _ in found} == {"ch"}


def test_a_president_in_a_japanese_text_is_not_japanese() -> None:
    assert people("The talks with Kenya began. President Mbeya thanked Japan.", parties=("jp",)) == [("Mbeya", "ke", "President")]


@pytest.mark.parametrize("text", ["a General Level meeting", "all UN Member States", "the Minister on Tuesday", "The President. Today"])
def test_capitalised_words_are_not_always_names(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kyiv and Moscow agreed", [("ua", Form.METONYM), ("ru", Form.METONYM)]),
        ("They met in Moscow", []),
        ("the Chinese side", [("cn", Form.ADJECTIVE)]),
        ("the European side", [("eu", Form.WEAK)]),
        ("a European idea", []),
    ],
)
def test_parties_are_told_from_places(text: str, forms: list[tuple[str, Form]]) -> None:
    assert [(one.party, one.form) for one in mentions(text).parties] == forms


def test_a_place_is_located_by_its_preposition() -> None:
    assert [(one.place, one.located) for one in mentions("They met in Vienna and praised Geneva.").places] == [
        ("Vienna", True),
        ("Geneva", False),
    ]


def test_furniture_names_nobody() -> None:
    text = "Spokesperson Ada Frey:\n\nMinister Eva Ott met them."
    assert [one.person.name for one in mentions(text, furniture=(Span(0, 22),)).people] == ["Eva Ott"]


def test_offsets_are_those_of_the_text() -> None:
    text = "Italy’s  Prime\nMinister Ada Conti spoke"
    one = mentions(text).people[0]
    assert (text[one.span.start : one.span.end], text[one.name.start : one.name.end]) == ("Italy’s  Prime\nMinister Ada Conti", "Ada Conti")

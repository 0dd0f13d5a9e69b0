"""What the shipped tables know, and what happens when a table is malformed."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bothsides.errors import VocabularyError
from bothsides.ingest.gazetteer import Gazetteer, Tenure, load_gazetteer, read_gazetteer
from bothsides.resources import resource

ISO = [
    "ad",
    "ae",
    "af",
    "ag",
    "al",
    "am",
    "ao",
    "ar",
    "at",
    "au",
    "az",
    "ba",
    "bb",
    "bd",
    "be",
    "bf",
    "bg",
    "bh",
    "bi",
    "bj",
    "bn",
    "bo",
    "br",
    "bs",
    "bt",
    "bw",
    "by",
    "bz",
    "ca",
    "cd",
    "cf",
    "cg",
    "ch",
    "ci",
    "cl",
    "cm",
    "cn",
    "co",
    "cr",
    "cu",
    "cv",
    "cy",
    "cz",
    "de",
    "dj",
    "dk",
    "dm",
    "do",
    "dz",
    "ec",
    "ee",
    "eg",
    "er",
    "es",
    "et",
    "fi",
    "fj",
    "fm",
    "fr",
    "ga",
    "gb",
    "gd",
    "ge",
    "gh",
    "gm",
    "gn",
    "gq",
    "gr",
    "gt",
    "gw",
    "gy",
    "hn",
    "hr",
    "ht",
    "hu",
    "id",
    "ie",
    "il",
    "in",
    "iq",
    "ir",
    "is",
    "it",
    "jm",
    "jo",
    "jp",
    "ke",
    "kg",
    "kh",
    "ki",
    "km",
    "kn",
    "kp",
    "kr",
    "kw",
    "kz",
    "la",
    "lb",
    "lc",
    "li",
    "lk",
    "lr",
    "ls",
    "lt",
    "lu",
    "lv",
    "ly",
    "ma",
    "mc",
    "md",
    "me",
    "mg",
    "mh",
    "mk",
    "ml",
    "mm",
    "mn",
    "mr",
    "mt",
    "mu",
    "mv",
    "mw",
    "mx",
    "my",
    "mz",
    "na",
    "ne",
    "ng",
    "ni",
    "nl",
    "no",
    "np",
    "nr",
    "nz",
    "om",
    "pa",
    "pe",
    "pg",
    "ph",
    "pk",
    "pl",
    "ps",
    "pt",
    "pw",
    "py",
    "qa",
    "ro",
    "rs",
    "ru",
    "rw",
    "sa",
    "sb",
    "sc",
    "sd",
    "se",
    "sg",
    "si",
    "sk",
    "sl",
    "sm",
    "sn",
    "so",
    "sr",
    "ss",
    "st",
    "sv",
    "sy",
    "sz",
    "td",
    "tg",
    "th",
    "tj",
    "tl",
    "tm",
    "tn",
    "to",
    "tr",
    "tt",
    "tv",
    "tw",
    "tz",
    "ua",
    "ug",
    "us",
    "uy",
    "uz",
    "va",
    "vc",
    "ve",
    "vn",
    "vu",
    "ws",
    "xk",
    "ye",
    "za",
    "zm",
    "zw",
    "hk",
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize("code", ISO)
def test_every_state_has_a_name(gazetteer: Gazetteer, code: str) -> None:
    party = gazetteer.party(code)
    assert party is not None
    assert gazetteer.party_named(party.name) == code


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The U.S.-Japan alliance", ("us", "jp")),
        ("the PRC, the DPRK and the Republic of Korea", ("cn", "kp", "kr")),
        ("Viet Nam and Türkiye", ("vn", "tr")),
        ("the South China Sea and the Taiwan Strait", ()),
        ("American Samoa", ("as",)),
        ("Papua New Guinea and Equatorial Guinea", ("pg", "gq")),
        ("the Kremlin and Downing Street", ("ru", "gb")),
        ("a fund of US$300 million", ()),
        ("the African Union and the EU", ("afu", "eu")),
        ("the UN Charter", ()),
    ],
)
def test_parties_are_known_by_name_adjective_and_metonym(gazetteer: Gazetteer, text: str, parties: tuple[str, ...]) -> None:
    assert gazetteer.parties_in(text) == parties


@pytest.mark.parametrize(("phrase", "party"), [("the Republic of Kenya", "ke"), ("Kenyan", "ke"), ("ke", "ke"), ("Kenya Airways", None)])
def test_a_whole_phrase_names_a_party(gazetteer: Gazetteer, phrase: str, party: str | None) -> None:
    assert gazetteer.party_named(phrase) == party


def test_an_invented_state_is_not_known_and_no_error(gazetteer: Gazetteer) -> None:
    assert gazetteer.party("xa") is None


@pytest.mark.parametrize("name", ["Biden", "Joseph R. Biden, Jr.", "Joe Biden"])
def test_a_person_is_known_by_any_spelling(gazetteer: Gazetteer, name: str) -> None:
    assert "joe-biden" in {person.key for person in gazetteer.people_named(name, on=date(2022, 1, 1), party="us")}


def test_the_family_name_may_come_first(gazetteer: Gazetteer) -> None:
    assert [person.key for person in gazetteer.people_named("Hayashi Yoshimasa")] == [
        person.key for person in gazetteer.people_named("Yoshimasa Hayashi")
    ]


@pytest.mark.parametrize(
    ("day", "office"), [(date(2023, 6, 18), "Minister of Foreign Affairs"), (date(2022, 6, 1), "Ambassador to the United States")]
)
def test_an_office_is_that_of_the_day(gazetteer: Gazetteer, day: date, office: str) -> None:
    assert gazetteer.people["qin-gang"].tenures_on(day)[0].office == office


@pytest.mark.parametrize(
    ("since", "until", "covered"),
    [("2023", None, True), ("2023-07", None, False), ("2023-06-18", "2023-06-18", True), (None, "2023-05", False), (None, None, True)],
)
def test_a_tenure_covers_a_day_at_its_own_precision(since: str | None, until: str | None, covered: bool) -> None:
    assert Tenure("p", "xa", "President", since, until).covers(date(2023, 6, 18)) is covered


@pytest.mark.parametrize(
    ("title", "classes"),
    [
        ("State Councilor and Foreign Minister", {"state-councillor", "foreign-minister"}),
        ("President", {"head-of-state"}),
        ("President of the Federation of Industries", set()),
        ("First Deputy Minister of Foreign Affairs", {"deputy-minister"}),
    ],
)
def test_titles_fall_into_classes_of_office(gazetteer: Gazetteer, title: str, classes: set[str]) -> None:
    assert gazetteer.office_classes(title) == classes


@pytest.mark.parametrize(
    ("party", "office", "possible"),
    [
        ("jp", "Prime Minister", True),
        ("jp", "President", False),
        ("sa", "Prince, Crown Prince and Prime Minister", True),
        ("xa", "President", True),
        ("jp", "Director", True),
    ],
)
def test_a_party_can_hold_the_offices_it_has(gazetteer: Gazetteer, party: str, office: str, possible: bool) -> None:
    assert gazetteer.can_hold(party, office) is possible


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("parties.csv", "XQ,Belmora,state,,,,", "the code 'XQ'"),
        ("parties.csv", "xq,Belmora,realm,,,,", "the kind 'realm'"),
        ("places.csv", "Xara,city,xq,", "the party 'xq'"),
        ("titles.csv", "Grand Poet,office,,head-of-state,n", "the sex 'n'"),
        ("people.csv", "ana-vela,Ana Vela,,fr,President,2029-13,,,invented", "since '2029-13'"),
        ("people.csv", "ana-vela,Ana Vela,,xq,President,2029,,,invented", "the party 'xq'"),
        ("given-names.csv", "ana,w", "the sex 'w'"),
        ("titles.csv", "Grand Poet,office", "2 cells"),
    ],
)
def test_a_malformed_row_is_named_with_file_and_line(tmp_path: Path, table: str, row: str, message: str) -> None:
    copytree(resource("data", "tables"), tmp_path / "tables")
    path = tmp_path / "tables" / table
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    line = len(path.read_text(encoding="utf-8").splitlines())
    with pytest.raises(VocabularyError, match=rf"{table}:{line}: {message}"):
        read_gazetteer(tmp_path / "tables")


def test_another_header_is_an_error(tmp_path: Path) -> None:
    copytree(resource("data", "tables"), tmp_path / "tables")
    (tmp_path / "tables" / "places.csv").write_text("name,party\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"places.csv:1: the columns are name, party"):
        read_gazetteer(tmp_path / "tables")

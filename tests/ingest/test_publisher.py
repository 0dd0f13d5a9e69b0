"""Who speaks: stated, told by the site, by a line of the frame, or by the point of view, in this order."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from readout_samples import ACCOUNT

from bothsides.ingest.documents import read_document
from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.known import Known
from bothsides.ingest.publisher import find_organ, find_speaker, load_publishers, names_publisher
from bothsides.ingest.rows import Source
from bothsides.ingest.viewpoint import find_viewpoint, score_viewpoints
from bothsides.records import Document

Make = Callable[..., Document]


@pytest.fixture
def make(gazetteer: Gazetteer) -> Make:
    def make_document(text: str, **stated: object) -> Document:
        return read_document(Source("in", "in", text, Known(**stated)), gazetteer)  # type: ignore[arg-type]

    return make_document


def test_the_table_covers_the_world() -> None:
    organs = set(load_publishers().by_name.values())
    assert sum(organ.party is not None for organ in organs) >= 250
    assert len({organ.party for organ in organs}) >= 130


def test_every_party_and_clock_of_the_table_exists(gazetteer: Gazetteer) -> None:
    for organ in load_publishers().by_name.values():
        assert organ.party is None or gazetteer.party(organ.party), organ
        assert organ.party is None or ZoneInfo(organ.clock or "")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("U.S. Department of State", "us-state"),
        ("US Department of State, Office of the Spokesperson", "us-state"),
        ("Press Releases – United States Department of State", "us-state"),
        ("White House (US)", "us-whitehouse"),
        ("President of Russia (en.kremlin.ru)", "ru-kremlin"),
        ("Ministry of Foreign Affairs of the People's Republic of China", "cn-mfa"),
        ("Prime Minister's Office, Government of India (PIB)", "in-pmo"),
        ("Federal Foreign Office (Germany)", "de-auswaertiges-amt"),
        ("Ministry of Defence of Kenya", "ke-mod"),
        ("Czech Ministry of Finance", "cz-finance"),
        ("XINHUA", "cn-xinhua"),
        ("a page on mofa.go.jp", "jp-mofa"),
        ("Ministry of Foreign Affairs of Arvania", None),
        ("Ministry of Foreign Affairs", None),
        ("The Daily Bugle", None),
    ],
)
def test_names_of_organs(name: str, slug: str | None, gazetteer: Gazetteer) -> None:
    organ = find_organ(name, gazetteer)
    assert (organ.slug if organ else None) == slug


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.mofa.go.jp/x/y.html", "jp-mofa"),
        ("http://en.kremlin.ru/events/1", "ru-kremlin"),
        ("https://english.www.gov.cn/news", "cn-state-council"),
        ("https://www.fmprc.gov.cn/eng", "cn-mfa"),
        ("https://home.treasury.gov/x", "us-treasury"),
        ("https://kremlin.ru.example.com/", None),
        ("https://notstate.gov/", None),
    ],
)
def test_addresses_of_organs(url: str, slug: str | None) -> None:
    organ = load_publishers().at_address(url)
    assert (organ.slug if organ else None) == slug


@pytest.mark.parametrize(
    ("stated", "parties"),
    [("CN", ("cn",)), ("China", ("cn",)), ("the Republic of Kenya", ("ke",)), ("XA", ("xa",)), ("G7", ("g7",)), ("Kingdom of Nowhere", ())],
)
def test_a_stated_party_is_a_code_or_a_name(make: Make, stated: str, parties: tuple[str, ...]) -> None:
    assert make("Talks were held.", parties=(stated,)).parties == parties


def test_what_is_stated_counts_for_more_than_the_site(make: Make) -> None:
    document = make(ACCOUNT, parties=("XA",), site="The White House", url="https://www.state.gov/x")
    assert (document.parties, document.publisher) == (("xa",), "The White House")


def test_a_stated_publisher_keeps_its_name(make: Make) -> None:
    document = make(ACCOUNT, publisher="Ministry of Foreign Affairs of the People's Republic of China")
    assert (document.parties, document.publisher) == (("cn",), "Ministry of Foreign Affairs of the People's Republic of China")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"Ministry of Foreign Affairs\nRepublic of Poland\n\n{ACCOUNT}", "pl"),
        (f"Presidency of the Republic of Türkiye\nDirectorate of Communications\n\n{ACCOUNT}", "tr"),
        (f"News story\n\nFrom: HM Treasury\nPublished 4 March 2027\n\n{ACCOUNT}", "gb"),
        (f"READOUT\n\nThe below is attributable to Spokesperson Jane Doe:\n\n{ACCOUNT}", "us"),
        (f"(Communicated by the Foreign Ministry Spokesperson)\n\n{ACCOUNT}", "il"),
        (f"BEIJING, March 4 (Xinhua) -- {ACCOUNT}", "cn"),
        (f"Riyadh, 06 Shawwal 1447, SPA -- {ACCOUNT}", "sa"),
        (f"An official website of the United States Government\n\n{ACCOUNT}", "us"),
        (f"{ACCOUNT}\n\nwww.wam.ae", "ae"),
    ],
    ids=["two-lines", "presidency", "from", "attribution", "communicated", "xinhua", "spa", "banner", "host"],
)
def test_a_line_of_the_frame_names_the_publisher(make: Make, text: str, party: str) -> None:
    document = make(text)
    assert document.parties == (party,)
    assert "parties" not in document.inferred


def test_a_joint_statement_is_told_by_its_release_line(make: Make) -> None:
    line = "The text of the following statement was released by the Governments of the United States of America and the Republic of India."
    assert make(f"{line}\n\nBegin text:\n\n{ACCOUNT}").parties == ("us", "in")


def test_a_dateline_without_an_agency_names_nobody(make: Make) -> None:
    assert make("LONDON, March 4 -- The ministers met and agreed to resume the dialogue on trade.").parties == ()


def test_mister_is_not_mauritania(gazetteer: Gazetteer) -> None:
    assert not names_publisher("Mr President", gazetteer)


def test_point_of_view_is_marked_as_inferred(make: Make) -> None:
    text = (
        "Foreign Minister Tao Shan held talks with Kenyan Foreign Minister Amani Otieno on Monday. Tao said that China is ready to work "
        "with Kenya. China hopes that Kenya will provide a fair environment. The Kenyan side thanked China for its support."
    )
    document = make(text)
    assert (document.parties, document.publisher, document.inferred) == (("cn",), None, frozenset({"parties"}))


@pytest.mark.parametrize(
    "text",
    [
        "The two sides met. They agreed to resume the dialogue.",
        "The foreign ministers of Kenya and Japan met in Geneva. Kenya and Japan agreed to resume the dialogue.",
        "",
    ],
)
def test_an_unclear_point_of_view_is_nobodys(text: str, gazetteer: Gazetteer) -> None:
    assert find_viewpoint(text, gazetteer) is None


def test_every_point_of_the_score_can_be_named(gazetteer: Gazetteer) -> None:
    """The first official has no country, Japan's has: so it is told from Kenya's side."""
    text = "Cabinet Secretary Amani Otieno met Japanese Foreign Minister Ren Hayama. Kenya thanked Japan. Kenya will host the talks."
    assert score_viewpoints(text, gazetteer) == {"jp": -1.0, "ke": 2.5}


def test_a_speaker_without_any_evidence_is_left_out(gazetteer: Gazetteer) -> None:
    assert find_speaker(Known(), frame=[], gazetteer=gazetteer).parties == ()

"""What in a text is not the account: found by what it is, whole lines only, and never a sentence of the account."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from readout_samples import ACCOUNT

from bothsides.ingest.furniture import COLUMNS, Frame, find_frame, load_patterns
from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.publisher import names_publisher
from bothsides.ingest.tables import read_table
from bothsides.resources import resource

SECOND = "The ministers also discussed the fisheries question and exchanged views on the regional situation."


def frame_of(text: str, gazetteer: Gazetteer, title: str | None = None) -> tuple[list[str], Frame]:
    frame = find_frame(text, title=title, names_publisher=partial(names_publisher, gazetteer=gazetteer))
    return [text[span.start : span.end] for span in frame.furniture], frame


@pytest.mark.parametrize(
    "row", list(read_table(resource("data", "tables", "furniture.csv"), COLUMNS)), ids=lambda row: f"{row['kind']}-{row.line}"
)
def test_every_example_is_found_where_its_scope_says(row: object, gazetteer: Gazetteer) -> None:
    scope, example = row["scope"], row["example"]  # type: ignore[index]
    texts = {
        "line": f"{ACCOUNT}\n\n{example}\n\n{SECOND}",
        "edge": f"{example}\n\n{ACCOUNT}\n\n{SECOND}",
        "rest": f"{ACCOUNT}\n\n{example}\n\nAnother page of the site",
        "start": f"{example}{ACCOUNT}",
        "end": f"{ACCOUNT} {example}",
    }
    found, _ = frame_of(texts[scope], gazetteer)
    assert example.strip() in found
    assert not any(ACCOUNT in words or SECOND in words for words in found)


def test_a_whole_page_of_frame(gazetteer: Gazetteer) -> None:
    text = f"""Ministry of Foreign Affairs
Republic of Korea
Home > News > Press Releases

Minister Reyes Meets Minister Tran
March 4, 2027 / Hit 1,482

1. Opening
{ACCOUNT}

2. Regional situation
{SECOND} /END/

Related Links
Talks of last year"""
    found, frame = frame_of(text, gazetteer)
    assert found == [
        "Ministry of Foreign Affairs",
        "Republic of Korea",
        "Home > News > Press Releases",
        "Minister Reyes Meets Minister Tran",
        "March 4, 2027 / Hit 1,482",
        "1. Opening",
        "2. Regional situation",
        "/END/",
        "Related Links",
        "Talks of last year",
    ]
    assert frame.title == "Minister Reyes Meets Minister Tran"


def test_what_follows_the_publishers_name_at_the_end_is_another_page(gazetteer: Gazetteer) -> None:
    found, _ = frame_of(f"{ACCOUNT}\n\nU.S. Department of State\n\nAnother Speech: Its Title", gazetteer)
    assert found == ["U.S. Department of State", "Another Speech: Its Title"]


def test_a_given_title_is_furniture_where_the_text_repeats_it(gazetteer: Gazetteer) -> None:
    title = "Talks were held on trade and the seas."
    assert frame_of(f"{title}\n\n{ACCOUNT}", gazetteer, title)[0] == [title]
    assert frame_of(f"{title}\n\n{ACCOUNT}", gazetteer)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        f"{ACCOUNT}\n\nThe sides agreed to:\n\nresume the dialogue\n\nopen two consulates\n\n{SECOND}",
        f"{ACCOUNT}\n\n- resume the dialogue on trade\n\n- open two consulates this year\n\n{SECOND}",
        f"{ACCOUNT} Both\nwelcomed the progress made at the meeting in Hanoi,\nMarch 4, 2027\nand thanked the host.",
        f"{ACCOUNT} The minister asked for more\nsearch\nand rescue ships.",
        "Good talks with Minister Tran on energy, agreed to meet again",
        "Vladislava\nPetrova had a telephone conversation with Prime Minister Tran, who\nthanked her.",
        "Minister Reyes met the First Deputy Prime Minister and Minister of Finance of Belmora,\nTran Minh.",
        f"{ACCOUNT}\n\nThe talks were candid — and long",
    ],
    ids=["list", "bullets", "wrapped-date", "wrapped-word", "bare-line", "wrapped-name", "wrapped-tail", "dash"],
)
def test_the_account_is_left_alone(text: str, gazetteer: Gazetteer) -> None:
    assert frame_of(text, gazetteer)[0] == []


def test_the_account_that_goes_on_after_links_is_kept(gazetteer: Gazetteer) -> None:
    found, _ = frame_of(f"{ACCOUNT}\n\nSee also\n\nVisit to Belmora\n\n{SECOND}", gazetteer)
    assert found == ["See also", "Visit to Belmora"]


def test_marks_do_not_hide_a_line(gazetteer: Gazetteer) -> None:
    """Escapes, emphasis, direction marks and no-break spaces do not keep a line from being known."""
    found, _ = frame_of(
        f"**Office of the Spokesperson**\u200e\n\nThe below is attributable to\xa0Spokesperson Jane Doe:\u200e\n\n{ACCOUNT}\n\n\\###",
        gazetteer,
    )
    assert len(found) == 3


def test_no_pattern_matches_nothing() -> None:
    assert not any(pattern.fullmatch("") for scope, pattern in load_patterns().items() if scope != "end")


def test_ranges_are_in_order_and_apart(gazetteer: Gazetteer) -> None:
    _, frame = frame_of(f"READOUT\n\nMarch 4, 2027\n\n{ACCOUNT} ###\n\n###", gazetteer)
    ends = [(span.start, span.end) for span in frame.furniture]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))

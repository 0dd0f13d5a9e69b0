"""Lists of office-holders become the rows of people.csv."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from bothsides.training.gazetteer import main

HOLDERS = """party,office,person,wikidata,since,first_seen,last_seen
FR,President,Anna Vela,Q1,2029-03-01,2029-03-31,2030-01-31
FR,President,Ana Vela,Q1,2029-03-01,2030-02-28,
DE,Minister of Trade,Pál Orto,,2029-03-39,2029-04-30,2029-05-31
DE,Minister of Trade,Pál Orto,,2030-11-02,2030-11-30,
SE,King,Otto of Sweden,Q2,1999,2029-04-30,
"""
HEADS = """countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year
Q1,France,Q2,Prime Minister of France,Q1,Ana Vela,2027,2029
Q9,Atlantis,Q2,King of Atlantis,Q3,Neptune,1,
"""


@pytest.fixture
def rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    (tmp_path / "officeholders.csv").write_text(HOLDERS, encoding="utf-8")
    (tmp_path / "heads_2022.csv").write_text(HEADS, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    return list(csv.DictReader(StringIO(capsys.readouterr().out)))


def terms(rows: list[dict[str, str]], key: str) -> list[tuple[str, str, str]]:
    return [(row["office"], row["since"], row["until"]) for row in rows if row["key"] == key]


def test_spellings_under_one_item_are_aliases(rows: list[dict[str, str]]) -> None:
    assert {(row["name"], row["aliases"]) for row in rows if row["wikidata"] == "Q1"} == {("Ana Vela", "Anna Vela")}


def test_snapshots_of_one_term_are_one_row(rows: list[dict[str, str]]) -> None:
    assert ("President", "2029-03-01", "") in terms(rows, "ana-vela")


def test_heads_of_government_of_the_other_list_are_added(rows: list[dict[str, str]]) -> None:
    assert ("Prime Minister", "2027", "2029") in terms(rows, "ana-vela")


def test_a_long_gap_parts_two_terms_and_an_impossible_day_leaves_the_month(rows: list[dict[str, str]]) -> None:
    assert terms(rows, "pal-orto") == [("Minister of Trade", "2029-03", "2029-05-31"), ("Minister of Trade", "2030-11-02", "")]


def test_the_realm_is_not_part_of_a_name(rows: list[dict[str, str]]) -> None:
    assert [row["name"] for row in rows if row["party"] == "se"] == ["Otto"]


def test_an_unknown_country_is_left_out(rows: list[dict[str, str]]) -> None:
    assert not [row for row in rows if row["name"] == "Neptune"]

"""What is comparable in a passage."""

from __future__ import annotations

import pytest

from bothsides.align.stems import stem
from bothsides.align.thesaurus import PhraseKind, load_thesaurus
from bothsides.align.wording import read_wording


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("maintain high-level interactions", "follow-on senior engagements"),
        ("increase passenger flights", "more direct flights"),
        ("advance consultations", "continue discussions"),
        ("military-to-military communication", "hotlines between the two armed forces"),
        ("North Korea", "the DPRK"),
    ],
)
def test_diplomatic_synonyms_share_a_concept(a: str, b: str) -> None:
    assert read_wording(a).concepts & read_wording(b).concepts


@pytest.mark.parametrize(
    "words", [("coordinate", "coordinating", "coordination"), ("flight", "flights"), ("normalise", "normalize"), ("agrees", "agreed")]
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(w) for w in words}) == 1


def test_phrases_are_found_with_small_words_in_between() -> None:
    concepts = read_wording("a meeting of the leaders").concepts
    assert "summit" in concepts


def test_hedges_are_found_only_as_written() -> None:
    assert not read_wording("to continue procedures").of_kind(PhraseKind.HEDGE)
    assert read_wording("subject to domestic procedures").of_kind(PhraseKind.HEDGE)


def test_a_month_is_written_with_a_capital() -> None:
    assert not read_wording("they may march on").of_kind(PhraseKind.MONTH)


def test_an_enumeration_has_its_items_as_parts() -> None:
    parts = read_wording("discussed fishing rights, a tunnel under the strait and the price of tin").parts
    assert [stem("fishing") in p for p in parts] == [True, False, False]


def test_numbers_carry_their_scale() -> None:
    assert read_wording("three lakh visitors and 40 million euros").numbers == {300_000.0, 40_000_000.0}


def test_verbatim_words_are_as_written() -> None:
    wording = read_wording("open   lines\nof communication")
    assert wording.verbatim(0, 4) == "open lines of communication"


def test_every_row_of_the_thesaurus_can_be_found() -> None:
    """No phrase may hide behind the words that are skipped."""
    thesaurus = load_thesaurus()
    assert all(
        phrase for table in (thesaurus.loose, thesaurus.stemmed, thesaurus.exact) for rows in table.values() for phrase, _, _ in rows
    )

"""Cutting text into words, comparing names, finding known phrases."""

import pytest

from bothsides.ingest.names import Phrases, cut_words, fold, slug


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S.-Japan talks.", ["the", "U.S.", "-", "Japan", "talks", "."]),
        ("Russia’s N’Djamena", ["Russia", "'s", "N'Djamena"]),
        ("Antony J. Blinken", ["Antony", "J.", "Blinken"]),
        ("US$300 million", ["US$", "300", "million"]),
        ("end\n\nStart", ["end", "\n\n", "Start"]),
        ("H.E. Mr. Sela", ["H.E.", "Mr", ".", "Sela"]),
    ],
)
def test_text_falls_into_words_and_marks(text: str, words: list[str]) -> None:
    assert [word.text for word in cut_words(text)] == words


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "Sela’s  visit‐to Xara"
    assert [text[word.start : word.end] for word in cut_words(text)] == ["Sela", "’s", "visit", "‐", "to", "Xara"]


@pytest.mark.parametrize(
    ("one", "other"), [("Nausėda", "Nauseda"), ("Kalın", "Kalin"), ("Şentop", "SENTOP"), ("Sa'ar", "Saar"), ("Støre", "Store")]
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_slug_is_the_words_joined_by_hyphens() -> None:
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("Korea", "kr"), ("Democratic People's Republic of Korea", "kp"), ("Korean", "kr")])
    words = [word.text for word in cut_words("the Democratic People’s Republic of Korea and Korea")]
    assert [values for _, _, values in phrases.find(words)] == [("kp",), ("kr",)]


def test_a_phrase_that_breaks_off_is_not_found() -> None:
    assert Phrases([("Prime Minister", 1)]).longest(["Prime", "time"], 0) is None

"""The canonical text: what is changed, what is not, and what is no text at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothsides.errors import SourceError
from bothsides.ingest import text as module
from bothsides.ingest.text import canonical, check_english, decode, digest


@given(st.text(alphabet=st.characters(exclude_characters="\0"), min_size=1).filter(lambda text: text.strip()))
def test_canonical_text_is_a_fixed_point(text: str) -> None:
    """Canonical text has one form: taking it again changes nothing, so offsets never shift."""
    try:
        once = canonical(text)
    except SourceError:
        return  # only characters that become white space
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert digest(once) == digest(canonical(once))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("Cafe\u0301", "Café"),
        ("\ufeffTalks", "Talks"),
        ("  indented  text\t\n\n", "  indented  text"),
        ("page one\fpage two", "page one\npage two"),
        ("bell\x07 rings", "bell  rings"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\u200fright to left\u200e", "\u200fright to left\u200e"),
    ],
    ids=["line-ends", "composed", "byte-order-mark", "only-the-end-trimmed", "form-feed", "control", "surrogate", "direction-marks-kept"],
)
def test_canonical_changes_only_what_it_says(raw: str, text: str) -> None:
    assert canonical(raw) == text


@pytest.mark.parametrize(("raw", "reason"), [("", "empty"), (" \n\t", "empty"), ("a\0b", "NUL")], ids=["nothing", "white-space", "nul"])
def test_what_is_no_text(raw: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        canonical(raw)


def test_a_text_longer_than_the_limit_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 5,000,000"):
        canonical("a" * (module.MAX_CHARACTERS + 1))


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("Erdoğan said “no”".encode(), None),
        ("Erdoğan said “no”".encode("utf-8-sig"), None),
        ("Erdoğan said “no”".encode("utf-16"), None),
        ("Erdoğan said “no”".encode("iso8859_9", "replace"), "iso8859_9"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16", "stated"],
)
def test_decode_knows_the_character_set(data: bytes, charset: str | None) -> None:
    assert decode(data, charset=charset).startswith("Erdoğan said")


def test_decode_guesses_a_legacy_character_set() -> None:
    text = "The Côte d’Ivoire side thanked the Élysée for the invitation to the façade’s unveiling. " * 5
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "text",
    [
        "El presidente se reunió hoy con el ministro de Belmora y acordaron reanudar el diálogo.",
        "Le ministre a rencontré son homologue. Ils ont convenu de reprendre les pourparlers.",
        "王毅同布林肯会谈。双方同意继续对话。",
        "Президент встретился с министром.",
    ],
    ids=["es", "fr", "zh", "ru"],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(SourceError, match="not in English"):
        check_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "OK.",
        "No. 214/2026",
        "New York, 21 September 2026",
        "Sheikh Tamim bin Hamad Al Thani, HRH Prince Faisal bin Farhan, Ato Demeke Mekonnen.",
    ],
)
def test_short_texts_and_lists_of_names_pass(text: str) -> None:
    check_english(text)

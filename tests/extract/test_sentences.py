"""Where sentences and paragraphs begin: by the layout and behind abbreviations, never inside a title or before a closing mark."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trees import spacy_doc

from bothsides.extract.sentences import paragraph_starts, preset_boundaries
from bothsides.records import Document, Span

PARTIES = {"China", "Xara"}


def paragraphs(text):
    starts = paragraph_starts(text)
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def marks(words, *, furniture=()):
    """Return, for each word of a text split at spaces, whether a sentence begins there (None: the parser decides)."""
    tokens = words.split(" ")
    doc = spacy_doc(tokens, spaces=[True] * len(tokens))
    preset_boundaries(doc, Document(("doc",), words, sha256(words.encode()).hexdigest(), furniture=furniture), PARTIES.__contains__)
    return dict(zip(tokens, (token.is_sent_start for token in doc), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("It ended well.\nThe next day they met.", ["It ended well.", "The next day they met."]),
        ("This line was\nwrapped by a mailer.", ["This line was\nwrapped by a mailer."]),
        ("They agreed on\n- ferries\n- tolls", ["They agreed on", "- ferries", "- tolls"]),
        ("They agreed on\n1. ferries\n2. tolls", ["They agreed on", "1. ferries", "2. tolls"]),
        ("and so on\nAna Vela: Welcome", ["and so on", "Ana Vela: Welcome"]),
        ("He said “yes”\nThen he left.", ["He said “yes”", "Then he left."]),
    ],
    ids=["blank line", "line that ends a sentence", "wrapped line", "bullets", "numbers", "speaker", "closing mark"],
)
def test_paragraphs_begin_by_the_layout(text, expected):
    assert paragraphs(text) == expected


def test_an_empty_text_has_one_paragraph():
    assert paragraph_starts("") == [0]


@given(st.text(alphabet="Ab.:\n -1”", max_size=60))
def test_paragraphs_begin_in_order_within_the_text(text):
    starts = paragraph_starts(text)
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert starts[-1] <= len(text)


def test_the_name_of_a_party_behind_an_abbreviation_begins_a_sentence():
    assert marks("seeks stable ties with the U.S. China hopes that they last")["China"] is True


def test_a_function_word_behind_an_abbreviation_begins_a_sentence():
    assert marks("firms of the U.S. They left")["They"] is True


def test_a_title_behind_an_abbreviation_begins_none():
    assert marks("then the U.S. Secretary of State said so")["Secretary"] is not True


def test_the_name_of_a_party_within_a_longer_name_begins_none():
    assert marks("at the U.S. China Council said so")["China"] is not True


def test_no_sentence_begins_without_a_final_mark_before_it():
    assert marks("then Secretary Hall emphasized it")["Hall"] is False


def test_the_mark_that_closes_a_quotation_begins_no_sentence():
    words = 'They said , " it went well . " Then'
    doc = spacy_doc(words.split(" "))
    preset_boundaries(doc, Document(("doc",), doc.text, "0"), PARTIES.__contains__)
    assert doc[8].is_sent_start is False


def test_behind_a_final_mark_the_parser_decides():
    assert marks("It went well . Then they left")["Then"] is None


def test_a_paragraph_begins_a_sentence():
    doc = spacy_doc(["Talks", "\n\n", "They", "met"], spaces=[False, False, True, False])
    preset_boundaries(doc, Document(("doc",), doc.text, "0"), PARTIES.__contains__)
    assert doc[2].is_sent_start is True


def test_furniture_is_cut_off_from_the_account():
    text = "Home News Ana met Pál"
    assert marks(text, furniture=(Span(0, 9),))["Ana"] is True

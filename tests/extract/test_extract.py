"""Documents become readings in order, whatever their text, and each depends on its own document alone."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from spacy import blank

from bothsides.errors import ExtractionError
from bothsides.extract import extract, syntax
from bothsides.extract.parsed import from_doc
from bothsides.extract.syntax import load
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.ingest.text import canonical
from bothsides.records import Document

pytestmark = pytest.mark.model

TALKS = "Foreign Minister Hildur Strand met Foreign Minister Ruth Amory of New Zealand. Both sides agreed to reopen the port."


def document(text, **known):
    return Document(**{"identifiers": ("doc",), "text": text, "sha256": sha256(text.encode()).hexdigest(), "parties": ("is",)} | known)


def read(*documents):
    return list(extract(documents, gazetteer=load_gazetteer()))


def test_readings_come_in_the_order_of_the_documents():
    given_ = [document(TALKS + f" They met {number} times.") for number in range(3)]
    assert [reading.document for reading in read(*given_)] == given_


def test_a_reading_does_not_depend_on_the_documents_before_it():
    other = document("The Minister of Fiji condemned the raid. He called for calm.", parties=("fj",))
    assert read(other, document(TALKS))[1] == read(document(TALKS))[0]


def test_no_document_makes_no_reading():
    assert read() == []


WORDS = [
    "The",
    "two",
    "sides",
    "agreed",
    "to",
    "urge",
    "Iceland",
    "Minister",
    "Strand",
    "said",
    "“",
    "”",
    '"',
    ":",
    "\n\n",
    ",",
    ".",
    "not",
    "we",
    "he",
    "by",
    "U.S.",
    "-",
    "🚢",
]


@settings(max_examples=25)
@given(st.one_of(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=120)))
@example("—")
@example("Ana Vela:\n\nPál Orto:\n\nAna Vela:")
@example('"')
@example("Both sides agreed" + " and agreed" * 300)
def test_any_text_is_read_and_every_claim_lies_within_it(text):
    assume(text.strip(" \n") and "\0" not in text)
    text = canonical(text)
    (reading,) = read(document(text))
    for claim in reading.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.span.start <= claim.cue.start < claim.cue.end <= claim.span.end


LONG = "\n\n".join(f"{TALKS} They met {number} times, and they agreed to meet again." for number in range(12))


def test_a_long_text_is_read_in_pieces_as_it_is_in_one(monkeypatch):
    (whole,) = read(document(LONG))
    monkeypatch.setattr(syntax, "_PIECE", 100)
    assert read(document(LONG)) == [whole]


def test_a_piece_may_end_within_a_sentence(monkeypatch):
    monkeypatch.setattr(syntax, "_PIECE", 5)
    ((_, doc),) = syntax.parse([document(TALKS)], load(), names_party=lambda word: False)
    assert doc.text == TALKS


def test_a_text_of_more_than_a_million_characters_is_read():
    text = TALKS + " " + ("ferry" * 400 + " ") * 510 + TALKS
    (reading,) = read(document(text))
    assert any(claim.span.start > 1_000_000 for claim in reading.claims)


def test_a_pipeline_without_a_parser_is_refused(tmp_path):
    blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ExtractionError, match="no parser"):
        load(str(tmp_path / "blank"))


def test_a_pipeline_that_is_not_installed_is_named():
    with pytest.raises(ExtractionError, match="en_none"):
        load("en_none")


def test_offsets_of_a_parse_are_those_of_the_text():
    text = "“Ünïcode”\u00a0– the\ttwo sides’ 🚢 agreed…\n\nDone."
    ((_, doc),) = syntax.parse([document(text)], load(), names_party=lambda word: False)
    parsed = from_doc(doc)
    words = "".join(text[start:end] for start, end in zip(parsed.starts, parsed.ends, strict=True))
    assert "".join(words.split()) == "".join(text.split())

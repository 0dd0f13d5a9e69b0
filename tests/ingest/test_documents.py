"""From texts to documents, and from copies to one document."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readout_samples import ACCOUNT

from bothsides.ingest import merge_copies, read_sources
from bothsides.ingest.gazetteer import Gazetteer, load_gazetteer
from bothsides.ingest.text import digest
from bothsides.records import Document, Span

Write = Callable[[str, str | bytes], Path]


def copy(identifier: str, **fields: object) -> Document:
    return Document((identifier,), ACCOUNT, digest(ACCOUNT), **fields)  # type: ignore[arg-type]


@given(st.text(alphabet=st.sampled_from("ab .\n\r#-é\u0301\u200fT:1>"), min_size=1, max_size=300))
def test_every_range_holds_words_of_the_text(text: str) -> None:
    """Offsets are code points of the canonical text: every furniture range lies in it, begins and ends with what is no white space."""
    from bothsides.errors import SourceError
    from bothsides.ingest.documents import read_document
    from bothsides.ingest.known import Known
    from bothsides.ingest.rows import Source

    try:
        document = read_document(Source("in", "in", text, Known()), load_gazetteer())
    except SourceError:
        return
    for span in document.furniture:
        words = document.text[span.start : span.end]
        assert 0 <= span.start < span.end <= len(document.text)
        assert words == words.strip() != ""


def test_a_title_found_in_the_text_is_inferred_and_stays_there(write: Write, gazetteer: Gazetteer) -> None:
    (document,) = read_sources([str(write("a.txt", f"Minister Reyes Meets Minister Tran\n\n{ACCOUNT}"))], gazetteer=gazetteer)
    assert isinstance(document, Document)
    assert (document.title, "title" in document.inferred) == ("Minister Reyes Meets Minister Tran", True)
    assert document.text.startswith("Minister Reyes Meets")
    assert document.furniture[0] == Span(0, 34)


def test_sources_are_a_stream(write: Write, gazetteer: Gazetteer) -> None:
    path = write("in.jsonl", "\n".join(json.dumps({"id": str(n), "text": ACCOUNT}) for n in range(500)))
    assert len(list(itertools.islice(read_sources([str(path), "no/such/file"], gazetteer=gazetteer), 2))) == 2


def test_copies_become_one_whatever_their_order() -> None:
    copies = [copy("c", title="Third", place="Hanoi"), copy("a", published=date(2027, 3, 4)), copy("b", title="Second", parties=("jp",))]
    merged = {merge_copies(order) for order in itertools.permutations(copies)}
    assert merged == {
        Document(("a", "b", "c"), ACCOUNT, digest(ACCOUNT), title="Second", published=date(2027, 3, 4), parties=("jp",), place="Hanoi")
    }


def test_what_is_stated_counts_for_more_than_what_is_inferred() -> None:
    merged = merge_copies([copy("a", parties=("us",), inferred=frozenset({"parties"})), copy("b", parties=("cn",))])
    assert (merged.parties, merged.inferred) == (("cn",), frozenset())


def test_what_only_was_inferred_stays_marked() -> None:
    merged = merge_copies([copy("a"), copy("b", title="Talks", inferred=frozenset({"title"}))])
    assert (merged.title, merged.inferred) == ("Talks", frozenset({"title"}))


def test_furniture_of_any_copy_counts() -> None:
    assert merge_copies([copy("a", furniture=(Span(5, 9),)), copy("b", furniture=(Span(0, 3),))]).furniture == (Span(0, 3), Span(5, 9))


def test_merging_one_copy_changes_nothing() -> None:
    one = copy("a", title="Talks", inferred=frozenset({"title"}))
    assert merge_copies([one]) == one


def test_different_texts_are_not_copies() -> None:
    with pytest.raises(ValueError, match="one text"):
        merge_copies([copy("a"), replace(copy("b"), sha256="0")])

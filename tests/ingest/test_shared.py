"""Measured on the annotated corpora, where they are: nothing refused, no claim lost to furniture, publishers found."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bothsides.ingest import SourceFailure, read_sources
from bothsides.ingest.documents import read_document
from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.known import Known
from bothsides.ingest.rows import Source
from bothsides.ingest.text import canonical
from bothsides.records import Document

pytestmark = pytest.mark.shared
SPLITS = ("dev", "train", "invented")


def gold(shared: Path, split: str) -> Iterator[tuple[dict, str]]:  # type: ignore[type-arg]
    for path in sorted((shared / "gold" / split).glob("*.json")):
        text = (path.parent / "text" / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield json.loads(path.read_text(encoding="utf-8")), canonical(text)


@pytest.mark.parametrize("split", SPLITS)
def test_no_furniture_holds_a_word_of_a_claim(shared: Path, gazetteer: Gazetteer, split: str) -> None:
    lost = []
    for annotated, text in gold(shared, split):
        document = read_document(Source("in", "in", text, Known()), gazetteer)
        for claim in annotated["claims"]:
            quotes = claim["quote"] if isinstance(claim["quote"], list) else [claim["quote"]]
            for quote in quotes:
                found = re.search(r"\s+".join(map(re.escape, canonical(quote).split())), text)
                assert found, quote
                if any(span.start < found.end() and found.start() < span.end for span in document.furniture):
                    lost.append(quote)
    assert lost == []


@pytest.mark.parametrize(("split", "found", "right"), [("dev", 0.85, 0.94), ("train", 0.75, 0.97), ("invented", 0.80, 0.96)])
def test_the_publishing_party_is_found_without_metadata(shared: Path, gazetteer: Gazetteer, split: str, found: float, right: float) -> None:
    counts: Counter[str] = Counter()
    for annotated, text in gold(shared, split):
        day = annotated["event"].get("date") or ""
        known = Known(published=date.fromisoformat(day) if len(day) == 10 else None)
        parties = set(read_document(Source("in", "in", text, known), gazetteer).parties)
        wanted = annotated["publisher_party"]
        wanted = {party.lower() for party in (wanted if isinstance(wanted, list) else [wanted])}
        counts["none" if not parties else "right" if parties == wanted else "wrong"] += 1
    assert counts["right"] / (counts["right"] + counts["wrong"]) >= right, counts
    assert counts["right"] / counts.total() >= found, counts


def test_nothing_of_the_corpus_is_refused(shared: Path, gazetteer: Gazetteer) -> None:
    paths = sorted(map(str, (shared / "corpus").glob("*.jsonl.gz")))
    failures = [found for found in read_sources(paths, gazetteer=gazetteer) if isinstance(found, SourceFailure)]
    assert failures == []


def test_raw_pages_and_feeds_state_who_and_when(shared: Path, gazetteer: Gazetteer) -> None:
    documents = list(read_sources([str(shared / "corpus" / "raw")], gazetteer=gazetteer))
    assert len(documents) > 30
    for document in documents:
        assert isinstance(document, Document)
        assert document.title
        assert document.url
        assert document.published
        assert document.parties in {("us",), ("ru",)}

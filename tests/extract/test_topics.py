"""Topics of claims, as the shipped words and weights read them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bothsides.errors import ExtractionError
from bothsides.extract.topic_evidence import MEASURES, Measurer, gather
from bothsides.extract.topic_model import TopicModel, prior_trust
from bothsides.extract.topic_words import Lexicon, Topic, split_words
from bothsides.extract.topics import TopicReader
from bothsides.resources import model


@pytest.fixture(scope="module")
def reader() -> TopicReader:
    return TopicReader.load()


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("The two sides agreed to lower the import duties on cheese", "tariffs"),
        ("She raised the case of two nationals held since March without trial", "detained-citizens"),
        ("Varenia firmly adheres to the one-China principle", "taiwan"),
        ("They agreed to curb the flow of fentanyl precursors", "counternarcotics"),
        ("They stressed the importance of freedom of navigation", "maritime-security"),
        ("He proposed a joint centre on AI safety", "artificial-intelligence"),
        ("The ministers reviewed the talks on a free trade agreement", "trade-agreements"),
        ("They agreed to remain in close contact", "communication-channels"),
        ("Ostland pledged 20 million euros in emergency relief to the earthquake victims", "humanitarian-aid"),
        ("The President invited his guest to pay a state visit next year", "high-level-exchanges"),
        ("Both sides condemned the ballistic missile launches", "missiles"),
        ("She called for an immediate ceasefire", "peace-processes"),
    ],
)
def test_a_claim_gets_the_topic_of_its_words(reader: TopicReader, quote: str, expected: str) -> None:
    assert expected in reader.topics(quote, parties=("va", "os"))


def test_every_subject_of_an_enumeration_gets_its_topic(reader: TopicReader) -> None:
    found = reader.topics("They discussed climate change, tariffs, visas and public health", act="discuss")
    assert {"climate-change", "tariffs", "visas", "public-health"} <= set(found)


def test_a_party_that_is_merely_named_is_no_topic(reader: TopicReader) -> None:
    assert "iran" not in reader.topics("Iran and Norway agreed to double the number of weekly flights", parties=("ir", "no"), act="agree")


def test_a_claim_that_continues_takes_the_topic_before_it(reader: TopicReader) -> None:
    assert "visas" in reader.topics("and hoped that this could be settled soon", previous=("visas",), act="request")


def test_no_words_have_no_topic(reader: TopicReader) -> None:
    assert reader.topics(" ", context="They spoke of trade.", previous=("visas",)) == ()


def test_the_order_is_stable(reader: TopicReader) -> None:
    quote = "They spoke of water, trade and visas"
    assert reader.topics(quote) == reader.topics(quote)


def test_phrases_are_stretches_of_the_text(reader: TopicReader) -> None:
    text = "On the Korean Peninsula, and on tariffs."
    assert [(text[start:end], slug) for start, end, slug in reader.phrases(text)] == [
        ("Korean Peninsula", "korean-peninsula"),
        ("tariffs", "tariffs"),
    ]


def test_a_reader_refuses_weights_for_other_topics() -> None:
    with pytest.raises(ExtractionError, match="differ in"):
        TopicReader(Lexicon({"only": Topic(("word",), None)}, {}), TopicModel.load(model("topics") / "topics.npz"))


def test_a_broken_model_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "topics.npz"
    np.savez(path, measures=np.array(["other"]))
    with pytest.raises(ExtractionError, match="other measures"):
        TopicModel.load(path)


def test_a_model_reads_as_it_was_written(tmp_path: Path) -> None:
    shipped = TopicModel.load(model("topics") / "topics.npz")
    shipped.save(tmp_path / "again.npz")
    again = TopicModel.load(tmp_path / "again.npz")
    assert again.trusts == shipped.trusts
    assert np.array_equal(again.words.weights, shipped.words.weights)


def test_each_measure_has_a_name() -> None:
    lexicon = Lexicon({"trade": Topic(("trade",), None), "tariffs": Topic(("tariff",), "trade")}, {})
    evidence = gather(lexicon, split_words("trade and tariffs"), (), parties=(), previous=(), act="discuss")
    measured = Measurer(lexicon, evidence, lambda _key, _slug, length: prior_trust(length)).measure("trade", score=0.5, rank=0, prior=-3.0)
    assert len(measured) == len(MEASURES)
    assert measured[MEASURES.index("shown × narrower shown")] == 1.0


def test_reading_needs_no_scikit_learn() -> None:
    code = "import sys; sys.modules['sklearn'] = None; from bothsides.extract.topics import TopicReader; TopicReader.load().topics('trade')"
    subprocess.run([sys.executable, "-c", code], check=True)

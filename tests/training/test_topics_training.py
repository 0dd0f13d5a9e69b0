"""Training of the topic weights, on a handful of invented claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

from bothsides.extract.topic_words import Lexicon, Topic
from bothsides.training.topics import Example, figures, read_again, read_examples, train

LEXICON = Lexicon({"visas": Topic(("visa",), None), "tariffs": Topic(("tariff", "duty"), None)}, {"xa": ["Arvania"]})


def examples() -> list[Example]:
    told = [("lower the tariff on steel", "tariffs"), ("ease visa rules for students", "visas"), ("cut the duty on cars", "tariffs")]
    return [Example(f"d{i}", quote, quote, ("xa",), (), "agree", frozenset({slug})) for i in range(8) for quote, slug in told]


def test_trained_weights_read_what_they_were_shown() -> None:
    read = read_again(examples(), LEXICON, train(examples(), LEXICON))
    assert [set(topics) for topics in read] == [set(x.topics) for x in examples()]


def test_training_twice_gives_the_same_weights() -> None:
    one, other = train(examples(), LEXICON), train(examples(), LEXICON)
    assert one.shared.tolist() == other.shared.tolist()


def test_sentences_hand_their_topics_on(tmp_path: Path) -> None:
    claims = [{"quote": "raised visas", "act": "discuss", "topics": ["visas"]}, {"quote": "asked for more", "act": "request", "topics": []}]
    path = tmp_path / "sentences.jsonl"
    path.write_text(json.dumps({"text": "She raised visas and asked for more.", "parties": ["XA"], "claims": claims}) + "\n")
    assert [example.previous for example in read_examples(path)] == [(), ("visas",)]


def test_figures_count_topics_over_all_claims() -> None:
    two = examples()[:2]
    assert figures(two, [("tariffs", "visas"), ()]).startswith("p 0.500  r 0.500  f1 0.500")

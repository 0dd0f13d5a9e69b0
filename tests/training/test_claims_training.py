"""The command that trains the classifiers of claims: what it reads, and that it learns from it."""

from __future__ import annotations

import json

import pytest

from bothsides.extract.lexicon import load_lexicon
from bothsides.extract.select import Selector
from bothsides.training.claims import _fold, figures, prepare, read_documents, train

ROWS = [
    ("The Minister urged Xara to open the port.", "urge"),
    ("The President urged Xara to free the crew.", "urge"),
    ("Both sides agreed to open the port.", "agree"),
    ("The two sides agreed to free the crew.", "agree"),
]


@pytest.fixture
def sentences(tmp_path):
    path = tmp_path / "sentences.jsonl"
    rows = [{"text": text, "claims": [{"quote": text[:-1], "act": act}]} for text, act in ROWS]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_annotated_sentences_are_read_with_their_offsets(sentences):
    assert [(document.text[a:b], act) for document, claims in read_documents([sentences]) for a, b, act in claims] == [
        (text[:-1], act) for text, act in ROWS
    ]


def test_a_repeated_quote_stands_at_its_next_place(tmp_path):
    path = tmp_path / "twice.jsonl"
    claim = {"quote": "He agreed", "act": "agree"}
    path.write_text(json.dumps({"text": "He agreed. He agreed.", "claims": [claim, claim]}), encoding="utf-8")
    ((_, claims),) = read_documents([path])
    assert [start for start, _, _ in claims] == [0, 11]


@pytest.mark.model
def test_the_head_of_an_annotated_claim_is_its_verb(sentences):
    examples = prepare(read_documents([sentences]), load_lexicon())
    assert [[example.parsed.lemmas[head] for head in example.acts] for example in examples] == [["urge"], ["urge"], ["agree"], ["agree"]]


@pytest.mark.model
def test_what_was_shown_is_learnt(sentences):
    lexicon = load_lexicon()
    examples = prepare(read_documents([sentences] * 8), lexicon)
    assert figures(examples, Selector(*train(examples, lexicon), lexicon))["claims and act"] == 1


def test_two_tellings_of_one_event_are_in_one_fold():
    assert len({_fold(f"inv-07-{party}", 5) for party in ("cn", "us", "jp", "eu")}) == 1

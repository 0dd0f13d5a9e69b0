"""Learning the weights of alignment from a few invented pairs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from bothsides.align.features import compare, side
from bothsides.align.links import likelihood
from bothsides.align.weights import load_weights
from bothsides.records import Act, Claim, Document, EventKind, Reading, ReportedEvent, Span
from bothsides.training.alignment import count_rarity, cross_validate, learn, link_figures
from bothsides.training.pairs import Pair, read_pairs

MATTERS = (
    ("agreed to open a ferry line to Lorn", "will open a ferry line to Lorn soon"),
    ("raised concerns about the hunting of lynx", "was worried about the hunting of lynx"),
    ("thanked for help after the flood", "recalled the help sent after the flood"),
    ("discussed the price of tin", "exchanged views on the price of tin"),
)


def reading(name: str, *words: str) -> Reading:
    text = ". ".join(words)
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    claims = tuple(Claim(name, s, Act.STATE, ("xa",), Span(s.start, s.start), s) for s in spans)
    return Reading(Document((name,), text, name), ReportedEvent(EventKind.MEETING), claims)


def pair(event: str, *matters: int) -> Pair:
    """Two readouts of the same matters, the second in reverse."""
    a = reading(f"{event}-a", *(MATTERS[i][0] for i in matters))
    b = reading(f"{event}-b", *(MATTERS[i][1] for i in reversed(matters)))
    return Pair("invented", event, a, b, compare(side(a), side(b), load_weights()), np.fliplr(np.eye(len(matters), dtype=bool)), {})


PAIRS = [pair("one", 0, 1, 2), pair("two", 1, 2, 3), pair("three", 0, 2, 3), pair("four", 3, 1, 0)]


def test_every_event_is_judged_by_weights_that_others_taught() -> None:
    found = cross_validate(PAIRS, load_weights())
    assert sorted(p.event for p, _ in found) == sorted(p.event for p in PAIRS)


def test_claims_of_one_matter_come_out_likelier() -> None:
    learned = learn(PAIRS, load_weights())
    likely = [likelihood(p.features, learned) for p in PAIRS]
    linked = np.concatenate([found[p.linked] for found, p in zip(likely, PAIRS, strict=True)])
    others = np.concatenate([found[~p.linked] for found, p in zip(likely, PAIRS, strict=True)])
    assert linked.mean() > 2 * others.mean()


def test_likeness_never_counts_against_a_link() -> None:
    learned = learn(PAIRS, load_weights())
    assert all(weight >= 0 for name, weight in learned.features.items() if name.endswith(("alike", "shared", "contained")))


def test_learning_twice_gives_the_same() -> None:
    assert learn(PAIRS, load_weights()) == learn(PAIRS, load_weights())


def test_invented_pairs_are_read_from_lines_of_json(tmp_path: Path) -> None:
    claim = {"act": "agree", "holders": ["xa"], "addressees": [], "bound": ["xa"], "topics": ["visas"]}
    line = {
        "event": "e",
        "a": {"publisher": "xa", "claims": [{**claim, "quote": "agreed to ease visas"}, {**claim, "quote": "to open a ferry line"}]},
        "b": {"publisher": "xb", "claims": [{**claim, "quote": "visas will be eased"}]},
        "links": [{"a": 0, "b": 0, "relation": "corroborates"}],
    }
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    (found,) = read_pairs([path], load_weights())
    text = found.a.document.text
    assert [text[c.span.start : c.span.end] for c in found.a.claims] == ["agreed to ease visas", "to open a ferry line"]
    assert found.linked.tolist() == [[True], [False]]


def test_figures_count_links_and_statuses() -> None:
    found = link_figures([(PAIRS[0], [(0, 2), (1, 0)])])
    assert (found["precision"], found["recall"]) == (0.5, pytest.approx(1 / 3))


def test_rare_words_weigh_more(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl.gz"
    common, rare = "The ministers discussed a tunnel for the region", "The ministers discussed a lynx for the whole region"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for text in [common] * 40 + [rare] * 8:
            lines.write(json.dumps({"text": text}) + "\n")
    words = count_rarity([path])["words"]
    assert isinstance(words, dict)
    assert words["lynx"] > words["tunnel"]

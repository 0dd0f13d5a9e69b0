"""Figures against annotations, and the faults behind them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_sample import TEXTS, read, write_gold

from bothsides.align import align_claims
from bothsides.errors import SourceError
from bothsides.evaluate import Evaluation, Score, evaluate, gold_readings, read_gold
from bothsides.evaluate.tokens import locate, tokenise
from bothsides.events import resolve_events
from bothsides.records import Act, EventKind, Span

MET = "Foreign Minister Orso met Foreign Minister Tamm"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


@pytest.fixture
def evaluation(gold: Path) -> Evaluation:
    return evaluate(gold, *read())


# What the annotators' own scorer printed for the same claims, spans, people and links.
PINNED = {
    "documents": 2,
    "missing": 0,
    "claims": Score(0.833, 0.714, 0.769, 7),
    "act": 0.8,
    "act.class": 1.0,
    "holders": 0.8,
    "full": Score(0.5, 0.429, 0.462, 7),
    "commit": Score(0.667, 0.667, 0.667, 3),
    "topics": Score(0.833, 0.833, 0.833, 6),
    "people": Score(1.0, 0.75, 0.857, 4),
    "date": 0.5,
    "kind": 0.5,
    "parties": 1.0,
    "links": Score(0.667, 1.0, 0.8, 2),
    "relation": 0.5,
    "differences": Score(0.5, 0.333, 0.4, 3),
    "status": 1.0,
    "ungrounded": 0,
}


@pytest.mark.parametrize("name", PINNED)
def test_a_figure_is_that_of_the_annotators_scorer(evaluation: Evaluation, name: str) -> None:
    assert evaluation.figures[name] == PINNED[name]


def test_figures_come_in_one_order(evaluation: Evaluation) -> None:
    assert list(evaluation.figures) == list(PINNED)


@pytest.mark.parametrize(
    ("cause", "sentence", "annotated", "found"),
    [
        ("claim missed", "The talks were frank.", "characterise xa, xb: The talks were frank", ""),
        ("claim merged into a wider one", "Tamm thanked Orso.", "welcome xb: Tamm thanked Orso", ""),
        (
            "not a claim",
            "Foreign Minister Orso met Foreign Minister Tamm in Vell.",
            "",
            "discuss xa: Foreign Minister Orso met Foreign Minister Tamm",
        ),
        ("wrong act", "The two sides agreed to open a ferry line by May and to lower port fees.", "agree", "commit"),
        ("wrong holders", "Orso raised concerns about “lynx hunting”.", "xa", "xb"),
        ("person missed", "", "tamm of xb", ""),
        ("wrong date", "", "2031-06-18", "2031-06-19"),
        ("wrong kind of event", "", "meeting", "phone-call"),
        ("wrong relation", "to lower port fees ~ The ministers discussed port fees", "overlaps", "corroborates"),
        (
            "link made up",
            f"discuss xa: {MET} ~ The ministers discussed port fees",
            "",
            "corroborates 0.50",
        ),
    ],
)
def test_a_fault_has_its_cause_and_its_sentence(evaluation: Evaluation, cause: str, sentence: str, annotated: str, found: str) -> None:
    assert (sentence, annotated, found) in {(f.sentence, f.annotated, f.found) for f in evaluation.faults if f.cause == cause}


def test_acts_are_counted_as_annotated_and_as_read(evaluation: Evaluation) -> None:
    assert evaluation.confusion[Act.AGREE, Act.COMMIT] == 1
    assert evaluation.confusion[Act.AGREE, Act.AGREE] == 1


def test_confidence_is_held_against_what_is_right(evaluation: Evaluation) -> None:
    table = {(step.low, step.high): (step.claims, step.right) for step in evaluation.calibration}
    assert table[0.95, 1.0] == (2, 2)
    assert table[0.9, 0.95] == (2, 1)
    assert table[0.0, 0.5] == (1, 0)


def test_a_document_that_was_not_read_is_missing(gold: Path) -> None:
    readings, _ = read()
    found = evaluate(gold, readings[:1])
    assert found.figures["missing"] == 1
    assert [f.document for f in found.faults if f.cause == "document missing"] == ["belmora"]


def test_with_a_resolution_dates_are_those_of_the_events(gold: Path) -> None:
    readings, links = read()
    resolution = resolve_events(readings)
    assert evaluate(gold, readings, links, resolution=resolution).figures["date"] == 0.5


def test_annotations_read_as_readings_are_without_fault(gold: Path) -> None:
    readings = gold_readings(read_gold(gold))
    found = evaluate(gold, readings, align_claims(readings, resolve_events(readings)))
    assert found.figures["full"] == Score(1.0, 1.0, 1.0, 7)


def test_annotations_keep_their_words(gold: Path) -> None:
    reading = gold_readings(read_gold(gold))[0]
    words = [reading.document.text[c.span.start : c.span.end] for c in reading.claims]
    assert words[2] == "Orso raised concerns about “lynx hunting”"
    assert reading.event.kind is EventKind.MEETING


def test_a_quote_that_is_not_in_its_text_is_an_error(gold: Path) -> None:
    (gold / "text" / "arvania.txt").write_text("Nothing of the kind.", encoding="utf-8")
    with pytest.raises(SourceError, match="the quote of c1 is not in the text"):
        read_gold(gold)


def test_a_missing_field_is_named(gold: Path) -> None:
    raw = json.loads((gold / "arvania.json").read_text(encoding="utf-8"))
    del raw["event"]
    (gold / "arvania.json").write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(SourceError, match="'event' is missing"):
        read_gold(gold)


def test_a_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no <doc>\.json"):
        read_gold(tmp_path)


def test_tokens_know_where_they_stand() -> None:
    tokens = tokenise(TEXTS["belmora"])
    span = tokens.spans[tokens.words.index("2034")]
    assert TEXTS["belmora"][span.start : span.end] == "2034"


def test_tokens_within_a_span() -> None:
    assert tokenise("one two three").at(Span(4, 9)) == frozenset({1, 2})


def test_of_several_places_the_nearest_counts() -> None:
    words = ("a", "b", "c", "a", "b", "d", "a", "b")
    assert locate(words, ("a", "b"), near=0.9) == frozenset({6, 7})

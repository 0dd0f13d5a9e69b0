"""The reporting lexicon as data: every row is well formed, stands once, and has an example that shows its cue in use."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from bothsides.extract.lexicon import CueKind
from bothsides.records import Act
from bothsides.resources import resource

COLUMNS = ["cue", "kind", "act", "shift", "example"]
WITHOUT_ACT = {CueKind.LIGHT, CueKind.ENCOUNTER, CueKind.HEDGE, CueKind.BOOSTER, CueKind.NEGATOR, CueKind.JOINT, CueKind.TELLING}
FEWEST_CUES = 5
LONGEST_EXAMPLE = 20

# Forms that do not begin like their lemma.
IRREGULAR = {
    "arise": "arose",
    "be": "am is are was were been being",
    "have": "has had",
    "begin": "began begun beginning",
    "beseech": "besought",
    "break": "broke broken",
    "bring": "brought",
    "can": "can cannot could",
    "come": "came",
    "do": "does did done",
    "draw": "drew drawn",
    "dwell": "dwelt",
    "find": "found",
    "foresee": "foresaw",
    "give": "gave",
    "go": "goes went gone",
    "hear": "heard",
    "hold": "held",
    "lay": "laid lays",
    "lead": "led",
    "leave": "left leaves",
    "lie": "lay lies",
    "make": "made making",
    "meet": "met meeting",
    "not": "not cannot n't",
    "pay": "paid pays",
    "ring": "rang",
    "run": "ran",
    "say": "said says",
    "see": "saw seen sees",
    "seek": "sought",
    "send": "sent",
    "sit": "sat",
    "speak": "spoke spoken",
    "stand": "stood",
    "strike": "struck",
    "swear": "swore sworn",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "undertake": "undertook",
    "withhold": "withheld",
}


def read() -> list[dict[str, str]]:
    with resource("data", "tables", "reporting.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read()


def words(text: str) -> list[str]:
    return re.findall(r"n't|[^\W\d_]+", text.lower().replace("’", "'").replace("n't", " n't"))


def shows(word: str, example: list[str]) -> bool:
    """Tell whether a form of a lemma stands in an example: roughly, a word that begins alike."""
    stem = word[: max(2, len(word) - 2)] if len(word) > 3 else word
    forms = IRREGULAR.get(word, "").split()
    return any(token == word or token in forms or (len(word) > 2 and token.startswith(stem)) for token in example)


def name(row: dict[str, str]) -> str:
    return f"{row['kind']}:{row['cue']}"


def test_the_columns_are_the_five_of_the_lexicon() -> None:
    assert list(ROWS[0]) == COLUMNS


def test_no_row_has_a_field_too_many_or_too_few() -> None:
    assert [name(row) for row in ROWS if None in row or None in row.values()] == []


def test_every_kind_is_known_and_has_rows() -> None:
    assert {row["kind"] for row in ROWS} == {str(kind) for kind in CueKind}


def test_every_act_is_known() -> None:
    assert {row["act"] for row in ROWS if row["act"]} <= {str(act) for act in Act}


def test_an_act_stands_exactly_where_the_kind_signals_one() -> None:
    assert [name(row) for row in ROWS if bool(row["act"]) == (CueKind(row["kind"]) in WITHOUT_ACT)] == []


@pytest.mark.parametrize(("kind", "act"), [(CueKind.TOPIC, Act.DISCUSS), (CueKind.TONE, Act.CHARACTERISE)])
def test_a_topic_is_discussed_and_a_tone_characterises(kind: CueKind, act: Act) -> None:
    assert {row["act"] for row in ROWS if row["kind"] == kind} == {str(act)}


def test_shifts_are_small_whole_numbers_beside_an_act() -> None:
    assert [name(row) for row in ROWS if row["shift"] and (not row["act"] or int(row["shift"]) not in {-3, -2, -1, 1, 2})] == []


def test_no_cue_stands_twice_within_a_kind() -> None:
    assert [key for key, times in Counter(name(row) for row in ROWS).items() if times > 1] == []


def test_no_cue_signals_two_acts() -> None:
    acts: dict[str, set[str]] = {}
    for row in ROWS:
        if row["act"]:
            acts.setdefault(row["cue"], set()).add(row["act"])
    assert {cue: found for cue, found in acts.items() if len(found) > 1} == {}


def test_the_rows_are_sorted_by_kind_and_cue() -> None:
    keys = [(row["kind"], row["cue"]) for row in ROWS]
    assert keys == sorted(keys)


def test_cues_are_lower_case_words_one_space_apart() -> None:
    assert [name(row) for row in ROWS if row["cue"] != " ".join(row["cue"].lower().split()) or not row["cue"]] == []


def test_every_act_has_cues_enough() -> None:
    counts = Counter(row["act"] for row in ROWS)
    assert {act: counts[act] for act in Act if counts[act] < FEWEST_CUES} == {}


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("emphasise", "emphasize"),
        ("recognise", "recognize"),
        ("apologise", "apologize"),
        ("criticise", "criticize"),
        ("centre on", "center on"),
    ],
)
def test_both_spellings_are_cues(british: str, american: str) -> None:
    assert {british, american} <= {row["cue"] for row in ROWS}


def test_a_spelling_variant_has_the_act_of_the_other() -> None:
    acts = {(row["kind"], row["cue"]): row["act"] for row in ROWS}
    pairs = [((kind, cue), (kind, re.sub("is(e|ed)$", r"iz\1", cue))) for kind, cue in acts]
    assert [a for a, b in pairs if b in acts and acts[a] != acts[b]] == []


def test_examples_are_short_sentences() -> None:
    assert [name(row) for row in ROWS if not (row["example"].endswith(".") and len(row["example"].split()) <= LONGEST_EXAMPLE)] == []


def test_examples_show_their_cue() -> None:
    missing = [name(row) for row in ROWS if not all(shows(word, words(row["example"])) for word in words(row["cue"]))]
    assert missing == []


def test_examples_are_of_use_once() -> None:
    """A row copied with its example would teach nothing; spelling variants and one cue under two kinds may share one."""
    times = Counter(row["example"] for row in ROWS)
    assert {example: count for example, count in times.items() if count > 3} == {}

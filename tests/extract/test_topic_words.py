"""Topic words: folding, phrases, and the Turtle file they are read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bothsides.errors import VocabularyError
from bothsides.extract.topic_words import Lexicon, Topic, fold, read_topics, split_words, word_offsets
from bothsides.resources import resource


def lexicon(**labels: list[str]) -> Lexicon:
    return Lexicon({slug: Topic(tuple(found), None) for slug, found in labels.items()}, {"ir": ["Iran", "Iranian"]})


def shown(words: Lexicon, text: str) -> list[tuple[str, str, bool]]:
    split = split_words(text)
    return [(" ".join(split.forms[h.first : h.last]), h.phrase.topics[0], h.is_inner) for h in words.find(split)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariffs", "Tariff"),
        ("labour", "labor"),
        ("neighbours’", "neighbor"),
        ("denuclearisation", "denuclearization"),
        ("defence", "defense"),
        ("policies", "policy"),
        ("Türkiye's", "turkiye"),
    ],
)
def test_forms_of_one_word_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("port", "sport"), ("crisis", "crises"), ("process", "processor")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_longest_phrase_wins_and_hyphens_do_not_count() -> None:
    words = lexicon(trade=["trade"], **{"trade-agreements": ["free-trade agreement"]})
    assert shown(words, "a free trade agreement")[0] == ("free trade agreement", "trade-agreements", False)


def test_a_phrase_inside_a_longer_one_is_marked() -> None:
    inner = lexicon(rights=["rights"], un=["Human Rights Council"])
    assert shown(inner, "the Human Rights Council")[1] == ("Rights", "rights", True)


def test_an_acronym_matches_capitals_only() -> None:
    assert shown(lexicon(health=["WHO"]), "those who spoke of the WHO") == [("WHO", "health", False)]


def test_a_name_matches_capitalised_words_only() -> None:
    assert shown(lexicon(groups=["Quad"]), "a quad bike, the Quad") == [("Quad", "groups", False)]


def test_a_phrase_knows_the_parties_whose_name_it_is() -> None:
    (hit,) = lexicon(iran=["Iran"]).find(split_words("with Iran"))
    assert hit.phrase.parties == {"ir"}


def test_a_phrase_at_the_end_needs_all_its_words() -> None:
    assert shown(lexicon(un=["Human Rights Council"]), "on human rights") == []


def test_offsets_go_with_words() -> None:
    text = "the EU's “fish” trade"
    assert [text[start:end] for start, end in word_offsets(text)] == split_words(text).forms


def test_the_shipped_file_has_a_hundred_topics_with_words_and_no_unknown_broader_one() -> None:
    topics = read_topics(resource("ontology", "topics.ttl"))
    assert len(topics) == 100
    assert {topic.broader for topic in topics.values()} - {None} <= topics.keys()
    assert min(len(topic.labels) for topic in topics.values()) >= 15


def test_the_reader_sees_the_same_labels_as_an_rdf_library() -> None:
    pyoxigraph = pytest.importorskip("pyoxigraph")
    path = resource("ontology", "topics.ttl")
    found = {label.lower() for topic in read_topics(path).values() for label in topic.labels}
    quads = pyoxigraph.parse(path=str(path))
    told = {quad.object.value.lower() for quad in quads if quad.predicate.value.endswith(("#prefLabel", "#altLabel", "#hiddenLabel"))}
    assert found == told


@pytest.mark.parametrize("text", ["", "topic:x a skos:Concept ;\n    skos:inScheme <y> .\n"])
def test_a_file_without_topics_or_labels_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "topics.ttl"
    path.write_text(text)
    with pytest.raises(VocabularyError, match=r"topics\.ttl"):
        read_topics(path)

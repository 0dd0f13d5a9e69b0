"""The two sample readouts by the real line: what the demo prints and leaves behind."""

from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

from bothsides.cli import app

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    return folder, CliRunner().invoke(app, ["demo", "--output", str(folder)])


def run(sample, *arguments):
    return CliRunner().invoke(app, [*arguments, "--store", str(sample[0] / "store")])


def test_the_demo_succeeds(sample):
    assert sample[1].exit_code == 0, sample[1].output


@pytest.mark.parametrize(
    "words", ["Same matter, different force", "Only China", "Only the United States", "What each says the other is bound to"]
)
def test_the_comparison_has_its_sections(sample, words):
    assert words in sample[1].output


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig", "graph.nq", "compare.html", "explore.html", "store"])
def test_everything_is_written(sample, name):
    assert (sample[0] / name).exists()


def test_the_page_quotes_both_texts_in_full(sample):
    class Words(HTMLParser):
        said = ""

        def handle_data(self, data):
            self.said += data

    words = Words()
    words.feed((sample[0] / "compare.html").read_text(encoding="utf-8"))
    assert "Both sides agreed to maintain high-level interactions" in words.said
    assert "The Secretary raised concerns about PRC human rights violations" in words.said


def test_the_events_can_be_listed(sample):
    assert "4 rows" in run(sample, "events").output  # the trip and its three meetings


def test_the_graph_is_valid(sample):
    assert run(sample, "validate").exit_code == 0


def test_a_shipped_question_is_answered(sample):
    assert "China" in run(sample, "query", "one-sided-commitments", "--param", "party=cn").output

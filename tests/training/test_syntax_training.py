"""What the command that trains the syntax pipeline leaves beside the weights."""

import json

import pytest

from bothsides.resources import model
from bothsides.training.syntax import ABOUT, describe


@pytest.fixture
def pipeline(tmp_path):
    """A pipeline's folder as training leaves it."""
    (tmp_path / "meta.json").write_text('{"lang": "en", "name": "pipeline"}', encoding="utf-8")
    (tmp_path / "config.cfg").write_text('[paths]\ntrain = "/home/me/train.spacy"\ndev = "/home/me/dev.spacy"\n', encoding="utf-8")
    describe(tmp_path)
    return tmp_path


def test_a_pipeline_says_whose_trees_it_was_trained_on(pipeline):
    assert json.loads((pipeline / "meta.json").read_text(encoding="utf-8")) == {"lang": "en", **ABOUT}


def test_a_pipeline_does_not_tell_where_the_trees_lay(pipeline):
    assert "/home/me" not in (pipeline / "config.cfg").read_text(encoding="utf-8")


def test_the_shipped_pipeline_says_so_too():
    meta = json.loads((model("syntax") / "meta.json").read_text(encoding="utf-8"))
    assert {name: meta[name] for name in ABOUT} == ABOUT

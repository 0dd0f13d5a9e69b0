"""Shipped files are found, and a missing one is named with the places that were searched."""

import pytest

from bothsides import resources
from bothsides.errors import VocabularyError
from bothsides.resources import model, resource


@pytest.mark.parametrize("parts", [("ontology", "acts.ttl"), ("queries",), ("data", "index.csv"), ("data", "tables", "reporting.csv")])
def test_a_shipped_file_is_found(parts):
    assert resource(*parts).exists()


@pytest.mark.parametrize("name", ["syntax", "claims"])
def test_a_shipped_model_is_found(name):
    assert any(model(name).iterdir())


def test_a_missing_file_is_named_with_where_it_was_sought():
    with pytest.raises(VocabularyError, match=r"ontology/none\.ttl: looked at .* or "):
        resource("ontology", "none.ttl")


def test_a_missing_model_is_named():
    with pytest.raises(VocabularyError, match="'none'"):
        model("none")


def test_an_installed_copy_counts_before_the_checkout(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(resources, "_HOMES", (tmp_path, *resources._HOMES))
    assert resource("data") == tmp_path / "data"

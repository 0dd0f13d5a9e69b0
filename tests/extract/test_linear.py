"""The classifiers' arithmetic, and their files."""

import numpy as np
import pytest

from bothsides.errors import ExtractionError
from bothsides.extract.linear import LinearClassifier


def two_labels():
    return LinearClassifier(["a", "b"], ["none", "claim"], np.array([[2.0], [-1.0]]), np.array([0.0]))


def three_labels():
    return LinearClassifier(["a", "b"], ["x", "y", "z"], np.array([[1.0, 0, 0], [0, 3.0, 0]]), np.zeros(3))


def test_two_labels_share_one_column():
    assert two_labels().probabilities(["a"]) == pytest.approx([1 - 1 / (1 + np.exp(-2)), 1 / (1 + np.exp(-2))])


def test_probabilities_of_many_labels_sum_to_one():
    assert three_labels().probabilities(["a", "b"]).sum() == pytest.approx(1)


def test_the_heaviest_label_is_likeliest():
    assert three_labels().probabilities(["a", "b"]).argmax() == 1


def test_unknown_features_count_for_nothing():
    classifier = three_labels()
    assert classifier.probabilities(["a", "never seen"]) == pytest.approx(classifier.probabilities(["a"]))


def test_without_a_known_feature_the_bias_decides():
    assert two_labels().probabilities([]) == pytest.approx([0.5, 0.5])


def test_large_scores_do_not_overflow():
    classifier = LinearClassifier(["a"], ["x", "y", "z"], np.array([[60000.0, 0, 0]]), np.zeros(3))
    assert classifier.probabilities(["a"]) == pytest.approx([1, 0, 0])


def test_a_classifier_survives_its_file(tmp_path):
    three_labels().save(tmp_path / "deep" / "acts.npz")
    loaded = LinearClassifier.load(tmp_path / "deep" / "acts.npz")
    assert (loaded.labels, list(loaded.probabilities(["b"]))) == (("x", "y", "z"), list(three_labels().probabilities(["b"])))


def test_the_same_classifier_makes_the_same_file(tmp_path):
    for name in ("one.npz", "two.npz"):
        three_labels().save(tmp_path / name)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_a_missing_file_is_an_error_of_ours(tmp_path):
    with pytest.raises(ExtractionError, match=r"acts\.npz"):
        LinearClassifier.load(tmp_path / "acts.npz")


def test_a_file_without_weights_is_an_error_of_ours(tmp_path):
    np.savez(tmp_path / "acts.npz", names=np.array(["a"]))
    with pytest.raises(ExtractionError, match="Reinstall"):
        LinearClassifier.load(tmp_path / "acts.npz")


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut off", b"", b"words"], ids=["cut off", "empty", "no such format"])
def test_a_damaged_file_is_an_error_of_ours(tmp_path, content):
    (tmp_path / "acts.npz").write_bytes(content)
    with pytest.raises(ExtractionError, match=r"acts\.npz"):
        LinearClassifier.load(tmp_path / "acts.npz")

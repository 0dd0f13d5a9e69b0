"""The invented visit as fixtures."""

import pytest
import visit

from bothsides.views.arrangement import arrange


@pytest.fixture
def dossier():
    """The visit with two linked matters, one matter of each side alone, and one claim that binds the other."""
    return visit.visit()


@pytest.fixture
def comparison(dossier):
    """The visit, arranged."""
    return arrange(dossier)


@pytest.fixture
def hostile():
    """A maker of comparisons in which every word that a document could bring is the given one."""
    return visit.hostile

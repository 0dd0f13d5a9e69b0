"""The invented case as a fixture."""

from __future__ import annotations

import pytest
from invented import Case, invented_case


@pytest.fixture
def case() -> Case:
    """Two accounts of one trip, with everything that the graph is made from."""
    return invented_case()

"""For the whole suite: its option, its golden files, and properties that do not depend on the machine's speed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).with_name("golden")

settings.register_profile("bothsides", deadline=None, derandomize=True)
settings.load_profile("bothsides")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are reviewed, so that only this flag writes them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew from what the program now gives")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, or write it there if the run is told to."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--rewrite-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text, "if the difference is meant: pytest --rewrite-golden, and review it"

    return compare

"""Options of the whole suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are reviewed, so that only this flag writes them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew from what the program now gives")

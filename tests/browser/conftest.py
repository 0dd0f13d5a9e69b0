"""A headless Chromium that reports all that goes wrong in a page."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bothsides.views.arrangement import arrange

# The invented visit lies beside the tests of the views, which have no package of their own.
sys.path.insert(0, str(Path(__file__).parents[1] / "views"))

SHOTS = Path(__file__).parents[2] / "out" / "screenshots"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def comparison():
    """The invented visit, arranged."""
    from visit import visit

    return arrange(visit())


@pytest.fixture
def hostile():
    """A maker of comparisons in which every word that a document could bring is the given one."""
    from visit import hostile

    return hostile


@pytest.fixture(scope="session")
def browser():
    """A browser for the whole session; without one, these tests are skipped."""
    sync_api = pytest.importorskip("playwright.sync_api")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        yield opened
        opened.close()


@dataclass
class Opened:
    """A page with what it complained of and what it asked the world for."""

    page: object
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def show(browser, tmp_path) -> Iterator[Callable[..., Opened]]:
    """Open a page's source in the browser, at a width, in a colour scheme, with or without JavaScript."""
    contexts = []

    def show(source: str, *, width: int = 1440, scheme: str = "light", script: bool = True, anchor: str = "") -> Opened:
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(source, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 1000 if width > 500 else 844}, color_scheme=scheme, java_script_enabled=script
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda message: opened.complaints.append(message.text) if message.type in ("error", "warning") else None)
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: (opened.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.goto(file.as_uri() + anchor)
        opened.requests = [address for address in opened.requests if not address.startswith(file.as_uri())]
        return opened

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def shoot() -> Callable[[Opened, str], None]:
    """Keep a screenshot as `out/screenshots/<name>.png`."""

    def shoot(opened: Opened, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        opened.page.screenshot(path=SHOTS / f"{name}.png", animations="disabled")

    return shoot

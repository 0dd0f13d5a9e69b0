"""The README's terminal excerpt and pictures, made from what `make demo` wrote; `make readme` renews them.

The excerpt is what the terminal shows, cut only between entries and only where `…` stands. The pictures are the two pages in Chromium.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from itertools import islice
from pathlib import Path

from rich.console import Console

from bothsides.knowledge import Knowledge, open_knowledge
from bothsides.views.comparison import compare, find_event
from bothsides.views.terminal import print_comparison
from bothsides.views.wording import VERDICTS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
IMAGES = ROOT / "docs" / "images"
BEGIN, END = "<!-- terminal: made by tests/readme.py -->\n```text\n", "```\n<!-- /terminal -->"
WIDTH = 96
ENTRIES = 2  # of each section; the excerpt has to be read, not scrolled
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")  # fmt: skip
WIDE = 1280
PAGES = (("comparison", "compare.html", 1300), ("explorer", "explore.html", 960))  # picture, page, height
SELECT_FIRST_SHARED = """() => {
  const { network, nodes, show } = bothsides;
  const shared = nodes.get({ filter: (node) => node.kind === "claim" && node.status.startsWith("shared") })[0];
  network.selectNodes([shared.id]);
  show(shared.id);
}"""


def terminal_excerpt(knowledge: Knowledge) -> str:
    """Return the head of the comparison and the first entries of each of its sections."""
    console = Console(file=io.StringIO(), width=WIDTH, color_system=None, legacy_windows=False)
    print_comparison(compare(knowledge.store, find_event(knowledge.store, None), knowledge.texts), console)
    blocks = _blocks([line.rstrip() for line in console.file.getvalue().splitlines()])  # type: ignore[attr-defined]
    kept: list[list[str]] = []
    entries = 0
    for block in blocks:
        if _is_heading(block[0]) or _is_key(block[0]):
            entries = 0
        elif _is_entry(block[0]):
            entries += 1
        if entries <= ENTRIES:
            kept.append(block)
        elif entries == ENTRIES + 1 and _is_entry(block[0]):
            kept.append(["…", ""])
    return "\n".join(line for block in kept for line in block).rstrip() + "\n"


def _blocks(lines: list[str]) -> list[list[str]]:
    """Split lines into headings, entries and the rest; what continues an entry (a further quote, a blank line) stays with it."""
    blocks: list[list[str]] = []
    for line in lines:
        after_blank = not blocks or not blocks[-1][-1]
        if (line.strip() and after_blank and not line.startswith(" ")) or _is_heading(line) or _is_entry(line) or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is_heading(line: str) -> bool:
    return line[:1].isalpha() and (line.rpartition("  ")[2].isdigit() or line.endswith(":"))


def _is_key(line: str) -> bool:
    return line.endswith("●●●●● force")


def _is_entry(line: str) -> bool:
    return line.lstrip()[:1] in {verdict.mark for verdict in VERDICTS.values()} and not _is_key(line)


def with_excerpt(readme: str, excerpt: str) -> str:
    """Return the README with this excerpt in place of its own."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{excerpt}{END}{after}"


def take_pictures(pages: Path, images: Path) -> None:
    """Photograph `compare.html` and `explore.html` of a folder; the explorer with the first shared claim chosen."""
    from playwright.sync_api import sync_playwright

    images.mkdir(parents=True, exist_ok=True)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM))
        for name, source, height in PAGES:
            page = browser.new_page(viewport={"width": WIDE, "height": height}, color_scheme="light")
            page.goto((pages / source).resolve().as_uri())
            if name == "explorer":
                page.evaluate(SELECT_FIRST_SHARED)
            page.wait_for_timeout(500)  # the canvas is drawn in a frame of its own
            page.screenshot(path=images / f"{name}.png", animations="disabled")
        browser.close()


def main(arguments: list[str]) -> int:
    """Renew excerpt and pictures from the folder that `bothsides demo` wrote, `out` unless another is named."""
    made = Path(next(islice(arguments, 1), ROOT / "out"))
    with open_knowledge(made / "store") as knowledge:
        excerpt = terminal_excerpt(knowledge)
    README.write_text(with_excerpt(README.read_text(encoding="utf-8"), excerpt), encoding="utf-8")
    take_pictures(made, IMAGES)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

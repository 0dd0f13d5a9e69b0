"""The comparison in the terminal."""

from io import StringIO

import pytest
from rich.console import Console

from bothsides.views.terminal import print_comparison


def drawn(comparison, width=80, **options):
    out = StringIO()
    print_comparison(comparison, Console(file=out, width=width, **options))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(comparison, width):
    assert max(map(len, drawn(comparison, width).splitlines())) <= width


def test_piped_output_is_plain(comparison):
    assert "\x1b" not in drawn(comparison)


@pytest.mark.parametrize(
    "words",
    ["What both report", "Same matter, different force", "Only Veltria", "Only Ostrany", "binding on Ostrany", "covers only a part"],
)
def test_the_sections_are_named(comparison, words):
    assert words in " ".join(drawn(comparison, 120).split())


def test_a_difference_shows_the_words_of_both(comparison):
    assert "force: positive discussions | commitment" in drawn(comparison, 120)


def test_brackets_in_a_text_are_not_taken_for_markup(hostile):
    assert "[bold]x[/bold]" in drawn(hostile("[bold]x[/bold]"), 120)

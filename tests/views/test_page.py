"""The page of a comparison: its structure, its escapes, its policy."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from bothsides.views.explorer import explorer_page
from bothsides.views.page import balance, choices, compare_page

HOSTILE = [
    "<script>window.ran = 1</script>",
    '"onmouseover="window.ran = 1',
    "</script><script>window.ran = 1</script>",
    "javascript:window.ran = 1",
    "<img src=x onerror=window.ran=1>",
    "{{ 7 * 7 }} {% raw %}",
    "]]> --> <!-- & &amp; \u2028 \u202e '",
    '<a href="https://example.org">x</a>',
]
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Reader(HTMLParser):
    """Collects what the tests ask about, and complains of tags that do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        assert self.open == [], f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def having(self, attribute):
        return [attrs[attribute] for _, attrs in self.tags if attribute in attrs]


@pytest.fixture(params=["compare", "explore"])
def draw(request):
    """Draw a comparison as one of the two pages."""
    return compare_page if request.param == "compare" else lambda comparison: explorer_page(comparison, beside="compare.html")


def test_tags_nest_and_anchors_are_unique_and_all_links_within_lead_somewhere(comparison):
    page = Reader(compare_page(comparison))
    anchors = page.having("id")
    within = {href[1:] for href in page.having("href") if href.startswith("#")}
    assert len(anchors) == len(set(anchors))
    assert within <= set(anchors)


def test_every_claim_has_a_permalink_and_a_place_in_its_text(comparison):
    anchors = Reader(compare_page(comparison)).having("id")
    keys = [claim.key for row in comparison.rows for claim in row.claims]
    assert all(key in anchors and f"text-{key}" in anchors for key in keys)


def test_one_row_a_matter_with_a_cell_a_side(comparison):
    tags = [tag for tag, _ in Reader(compare_page(comparison)).tags]
    assert (tags.count("td"), tags.count("table")) == (len(comparison.rows) * 2, len(comparison.sections))


def test_differing_words_are_marked(comparison):
    assert re.findall(r"<mark>(.*?)</mark>", compare_page(comparison)) == ["positive discussions", "commitment"]


def test_a_silence_is_explained(comparison):
    page = compare_page(comparison)
    assert "Not found in the text of Ostrany, which covers only a part of the event." in page
    assert "Nearest candidate (0.21)" in page


def test_without_texts_the_page_shows_quotes_only(dossier):
    from dataclasses import replace

    from bothsides.views.arrangement import arrange

    page = compare_page(arrange(replace(dossier, readouts=tuple(replace(readout, text=None) for readout in dossier.readouts))))
    assert "The texts in full" not in page
    assert "#text-" not in page
    assert "agreed to reopen" in page


def test_the_filters_offer_what_the_rows_carry(comparison):
    assert [(choice.value, choice.rows) for choice in choices(comparison)["act"]] == [
        ("agree", 1),
        ("commit", 1),
        ("concern", 1),
        ("discuss", 1),
        ("urge", 1),
    ]


def test_the_balance_fills_its_width(comparison):
    bars = balance(comparison)
    assert ([bar.section.key for bar in bars], round(sum(bar.width for bar in bars))) == (
        ["only-0", "shared", "shared-unequal", "only-1"],
        1000,
    )


def test_the_policy_names_the_digests_of_the_only_script_and_style(draw, comparison):
    page = draw(comparison)
    for tag in ("script", "style"):
        (source,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(source.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in page or f"{tag}-src 'sha256-{digest}'" in page


def test_nothing_is_loaded_from_elsewhere(draw, comparison):
    page = Reader(draw(comparison))
    assert page.having("src") == []
    assert not [tag for tag, _ in page.tags if tag in ("link", "iframe", "object", "embed", "base")]


def test_no_inline_style_or_handler(draw, comparison):
    names = {name for _, attrs in Reader(draw(comparison)).tags for name in attrs}
    assert not {name for name in names if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_add_no_tag_and_no_attribute(draw, hostile, word):
    plain, bad = Reader(draw(hostile("word"))), Reader(draw(hostile(word)))

    def shape(page):
        return {(tag, *sorted(attrs)) for tag, attrs in page.tags}

    assert shape(bad) <= shape(plain)


@pytest.mark.parametrize(
    "word", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:alert(1)", " https://example.org", "//example.org", "https:"]
)
def test_only_web_addresses_become_links(hostile, word):
    assert word not in Reader(compare_page(hostile(word))).having("href")


def test_a_web_address_becomes_a_link(hostile):
    assert "https://example.org/a?b=c&d" in Reader(compare_page(hostile("https://example.org/a?b=c&d"))).having("href")


def test_the_same_comparison_gives_the_same_page(draw, comparison):
    assert draw(comparison) == draw(comparison)

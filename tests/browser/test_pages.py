"""The pages in a real browser: nothing goes wrong, nothing is fetched, filters and links work, hostile words stay words."""

from dataclasses import replace

import pytest

from bothsides.views.arrangement import arrange
from bothsides.views.explorer import explorer_page
from bothsides.views.page import compare_page

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>window.ran = 1</script>",
    '"onmouseover="window.ran = 1" autofocus onfocus="window.ran=1',
    "</script><script>window.ran = 1</script>",
    "javascript:window.ran=1",
    "<img src=x onerror=window.ran=1> href",
    '<svg onload="window.ran=1"><a href="javascript:window.ran=1">x</a>',
]


TOUCH_EVERYTHING = """
for (const element of document.querySelectorAll("*:not(a[href^=http]):not(a[href^=compare])"))
  for (const kind of ["mouseover", "mouseenter", "focus", "click"]) element.dispatchEvent(new Event(kind));
"""
MEDIAN_REDRAW = """() => {
  const times = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const start = performance.now();
    bothsides.network.redraw();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[4];
}"""


@pytest.fixture
def pages(comparison):
    return {"compare": compare_page(comparison), "explore": explorer_page(comparison, beside="compare.html")}


@pytest.mark.parametrize("name", ["compare", "explore"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_opens_without_complaint_or_request_and_fits(show, shoot, pages, name, width, scheme):
    opened = show(pages[name], width=width, scheme=scheme)
    shoot(opened, f"invented-{name}-{width}-{scheme}")
    assert (opened.complaints, opened.requests) == ([], [])
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name", ["compare", "explore"])
def test_a_page_reads_well_without_javascript(show, pages, name):
    opened = show(pages[name], script=False)
    assert opened.page.get_by_text("agreed to reopen the Sarn crossing").first.is_visible()
    assert not opened.page.locator("#filters").is_visible()


@pytest.mark.parametrize(
    ("filter_", "value", "left"), [("act", "urge", 1), ("verdict", "shared", 1), ("topic", "grain", 1), ("party", "xb", 3)]
)
def test_a_filter_leaves_the_rows_that_carry_its_value(show, pages, filter_, value, left):
    page = show(pages["compare"]).page
    page.select_option(f"[data-filter={filter_}]", value)
    assert page.locator("tr.matter:visible").count() == left


def test_a_search_leaves_the_rows_that_hold_its_words_and_hides_empty_sections(show, pages):
    page = show(pages["compare"]).page
    page.fill("#seek", "PATROLS stop")
    assert (page.locator("tr.matter:visible").count(), page.locator("section.matters:visible").count()) == (1, 1)
    assert page.locator("#shown").text_content() == "1 of 4 matters"


def test_clear_shows_everything_again(show, pages):
    page = show(pages["compare"]).page
    page.fill("#seek", "nothing like it")
    assert page.locator("#nothing").is_visible()
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('tr.matter:not([hidden])').length === 4")


def test_a_highlight_leads_to_its_row_and_back(show, pages, comparison):
    page = show(pages["compare"]).page
    key = comparison.rows[2].key
    page.locator(f"a.hl[data-claim='{key}']").first.click()
    assert page.evaluate("document.querySelector(':target').className") == "matter"
    page.locator(f"a[href='#text-{key}']").click()
    assert page.evaluate("document.querySelector(':target').id") == f"text-{key}"


def test_a_permalink_to_a_row_that_a_filter_hides_shows_it(show, pages, comparison):
    page = show(pages["compare"]).page
    page.select_option("[data-filter=act]", "urge")
    page.evaluate("key => { location.hash = key }", comparison.rows[0].key)
    page.locator("tr.matter").first.wait_for(state="visible")


def test_keys_step_through_the_matters(show, pages, comparison):
    page = show(pages["compare"]).page
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("location.hash") == f"#{comparison.rows[1].key}"


@pytest.mark.parametrize(
    "draw", [compare_page, lambda comparison: explorer_page(comparison, beside="compare.html")], ids=["compare", "explore"]
)
@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_do_nothing(show, hostile, draw, word):
    opened = show(draw(hostile(word)))
    page = opened.page
    page.evaluate(TOUCH_EVERYTHING)
    page.wait_for_timeout(100)
    assert (page.evaluate("window.ran"), opened.complaints, opened.requests) == (None, [], [])


def test_a_click_on_a_claim_shows_its_words_with_a_link(show, pages, comparison):
    page = show(pages["explore"]).page
    claim = comparison.rows[0].claims[0]
    spot = page.evaluate(
        "key => { const p = bothsides.network.canvasToDOM(bothsides.network.getPosition(key)); return [p.x, p.y] }", claim.key
    )
    page.locator("#network").click(position={"x": spot[0], "y": spot[1]})
    page.locator("#chosen").wait_for()
    assert page.locator("#quote").text_content() == claim.quote
    assert page.locator("#link").get_attribute("href").endswith(f"compare.html#{claim.key}")


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_stay_words_in_the_evidence(show, hostile, word):
    comparison = hostile(word)
    opened = show(explorer_page(comparison))
    claim = comparison.rows[0].claims[0]
    opened.page.evaluate("key => bothsides.show(key)", claim.key)
    assert opened.page.locator("#quote").text_content() == claim.quote
    assert (opened.page.evaluate("window.ran"), opened.complaints) == (None, [])


def test_filters_of_the_explorer_hide_claims_and_what_hung_on_them(show, pages):
    page = show(pages["explore"]).page
    page.select_option("[data-filter=act]", "urge")
    assert page.locator("#shown").text_content() == "1 of 6 claims"
    shown = page.evaluate("bothsides.nodes.get().filter((n) => !n.hidden).map((n) => n.kind).sort()")
    assert shown.count("claim") == shown.count("topic") == 1
    assert "matter" not in shown


def test_five_hundred_nodes_are_there_within_a_second_and_redrawn_in_fifty_milliseconds(show, comparison):
    from visit import visit

    dossier = visit()
    many = tuple(replace(dossier.claims[5], key=f"xb-1-{number:05}") for number in range(900))
    verdicts = tuple(replace(dossier.verdicts[-1], claim=claim.key) for claim in many)
    source = explorer_page(arrange(replace(dossier, claims=(*dossier.claims, *many), verdicts=(*dossier.verdicts, *verdicts))))
    page = show(source).page
    ready = page.evaluate("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")
    redraw = page.evaluate(MEDIAN_REDRAW)
    assert ready < 3000  # the target is 1,000, the redraw's 50; the slack is for a busy machine
    assert redraw < 150

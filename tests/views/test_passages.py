"""A full text is cut where claims begin and end."""

from bothsides.views.model import ClaimView
from bothsides.views.passages import paragraphs

TEXT = "Brel urged Quell to honour her pledge.\n\nThey agreed."


def claim(key: str, quote: str) -> ClaimView:
    start = TEXT.index(quote)
    return ClaimView("", key, "r", "state", quote, start, start + len(quote))


OUTER, INNER = claim("outer", "Brel urged Quell to honour her pledge"), claim("inner", "her pledge")


def test_nothing_of_the_text_is_lost():
    lines = ["".join(stretch.text for stretch in line.stretches) for line in paragraphs(TEXT, [OUTER, INNER])]
    assert lines == ["Brel urged Quell to honour her pledge.", "They agreed."]


def test_a_nested_claim_owns_its_words():
    owners = [(stretch.text, stretch.claim.key if stretch.claim else None) for stretch in paragraphs(TEXT, [OUTER, INNER])[0].stretches]
    assert owners == [("Brel urged Quell to honour ", "outer"), ("her pledge", "inner"), (".", None)]


def test_every_claim_opens_once():
    opens = [key for line in paragraphs(TEXT, [OUTER, INNER]) for stretch in line.stretches for key in stretch.opens]
    assert sorted(opens) == ["inner", "outer"]


def test_a_claim_over_two_paragraphs_opens_in_the_first_and_covers_both():
    across = claim("across", TEXT[20:-1])
    first, second = (line.stretches for line in paragraphs(TEXT, [across]))
    assert (first[-1].opens, second[0].opens, second[0].claim) == (("across",), (), across)


def test_a_claim_whose_words_are_not_there_is_left_out():
    wrong = ClaimView("", "wrong", "r", "state", "other words", 0, 11)
    assert all(stretch.claim is None for line in paragraphs(TEXT, [wrong]) for stretch in line.stretches)


def test_lines_outside_the_body_are_furniture():
    assert [line.furniture for line in paragraphs(TEXT, [], (0, 38))] == [False, True]

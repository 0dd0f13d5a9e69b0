"""A dossier becomes sections and rows."""

from dataclasses import replace

import pytest

from bothsides.records import Relation, Status
from bothsides.views.arrangement import arrange, sides_of
from bothsides.views.model import Dossier, LinkView, PartyView, ReadoutView, VerdictView


def test_sections_come_in_reading_order(comparison):
    assert [section.key for section in comparison.sections] == ["shared", "shared-unequal", "only-0", "only-1"]


def test_every_claim_stands_in_exactly_one_row(dossier, comparison):
    assert sorted(claim.key for row in comparison.rows for claim in row.claims) == sorted(claim.key for claim in dossier.claims)


def test_sides_are_ordered_by_party_not_by_reading(comparison):
    assert [side.label for side in comparison.sides] == ["Veltria", "Ostrany"]


def test_a_difference_is_turned_so_that_the_left_side_comes_first(comparison):
    (chip,) = comparison.sections[1].rows[0].chips
    assert (chip.left, chip.words_left, chip.words_right) == (0, "positive discussions", "commitment")


def test_differing_words_are_marked_in_their_own_quote(comparison):
    assert [quote.marked for cell in comparison.sections[1].rows[0].cells for quote in cell.quotes] == [
        ("positive discussions",),
        ("commitment",),
    ]


def test_the_matter_is_named_by_the_topic_of_both(comparison):
    assert comparison.sections[0].rows[0].matter == "Border crossings"


def test_without_a_topic_the_matter_is_the_content(comparison):
    assert comparison.sections[2].rows[0].matter == "The Veltrian side urged Ostrany to stop the patrols"


def test_a_silence_names_what_was_searched_and_the_nearest(comparison):
    silence = comparison.sections[2].rows[0].cells[1].silence
    assert (silence.searched[0].key, silence.nearest.act, silence.score) == ("xb-1", "concern", 0.21)


def test_partial_coverage_is_said(comparison):
    assert "covers only a part" in comparison.sections[2].note
    assert comparison.sections[2].rows[0].cells[1].silence.partial


def test_what_one_side_says_the_other_is_bound_to(comparison):
    told = {(ledger.side.label, ledger.bound.label): [entry.status for entry in ledger.entries] for ledger in comparison.ledgers}
    assert told == {("Veltria", "Ostrany"): [Status.SHARED], ("Ostrany", "Veltria"): [Status.SHARED, Status.SHARED_UNEQUAL]}


def test_claims_of_one_publisher_alone_are_not_compared(dossier):
    only = [readout for readout in dossier.readouts if readout.key == "xa-1"]
    claims = tuple(claim for claim in dossier.claims if claim.readout == "xa-1")
    verdicts = tuple(VerdictView(claim.key, "xb", Status.UNCOMPARED) for claim in claims)
    alone = arrange(replace(dossier, readouts=tuple(only), claims=claims, links=(), differences=(), verdicts=verdicts))
    assert [section.key for section in alone.sections] == ["uncompared"]


def test_a_contradiction_outweighs_a_like_report(dossier):
    a1, b1 = dossier.links[0].a, dossier.links[0].b
    links = (*dossier.links, LinkView(a1, b1, Relation.CONTRADICTS))
    assert arrange(replace(dossier, links=links)).sections[1].key == "contested"


def test_a_joint_statement_is_a_side_of_its_own(dossier):
    joint = ReadoutView("https://example.org/j", "j", ("xb", "xa"))
    assert [side.label for side in sides_of(replace(dossier, readouts=(*dossier.readouts, joint)))] == [
        "Veltria",
        "Ostrany",
        "Joint statement",
    ]


def test_an_unknown_publisher_stands_last(dossier):
    unknown = ReadoutView("https://example.org/u", "u", ())
    assert sides_of(replace(dossier, readouts=(unknown, *dossier.readouts)))[-1].label == "Publisher not known"


def test_three_sides_count_who_speaks(dossier):
    third = ReadoutView("https://example.org/xc", "xc-1", ("xc",), "Third ministry")
    event = replace(dossier.event, parties=(*dossier.event.parties, PartyView("xc", "Carrow")))
    three = arrange(replace(dossier, event=event, readouts=(*dossier.readouts, third)))
    assert (three.sections[0].title, three.sections[0].rows[0].telling) == ("What more than one side reports", 2)


def test_nothing_makes_an_empty_comparison(dossier):
    assert arrange(Dossier(dossier.event)).sections == ()


@pytest.mark.parametrize("shuffle", [slice(None, None, -1), slice(None)])
def test_the_order_of_claims_and_links_does_not_matter(dossier, comparison, shuffle):
    shuffled = replace(dossier, claims=dossier.claims[shuffle], links=dossier.links[shuffle], readouts=dossier.readouts[shuffle])
    assert arrange(shuffled) == comparison


def test_a_claim_that_only_overlaps_is_told_apart_in_a_shared_row(dossier):
    """One-to-many: the second claim of the other side on the same matter corresponds only in part."""
    a1, b2 = dossier.links[0].a, dossier.links[1].a
    links = (dossier.links[0], LinkView(a1, b2, Relation.OVERLAPS))
    row = arrange(replace(dossier, links=links)).sections[0].rows[0]
    assert [(quote.claim.act, quote.apart) for cell in row.cells for quote in cell.quotes] == [
        ("agree", None),
        ("agree", None),
        ("commit", Status.SHARED_UNEQUAL),
    ]

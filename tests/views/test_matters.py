"""Which claims share a row."""

from bothsides.records import Relation
from bothsides.views.matters import group
from bothsides.views.model import LinkView


def test_unlinked_claims_stand_alone():
    assert group(["a", "b"], []) == [["a"], ["b"]]


def test_one_to_many_links_make_one_group():
    links = [LinkView("a", "b", Relation.CORROBORATES), LinkView("a", "c", Relation.OVERLAPS)]
    assert [sorted(members) for members in group(["a", "b", "c"], links)] == [["a", "b", "c"]]


def test_an_overlap_does_not_merge_two_groups():
    links = [LinkView("a", "b", Relation.CORROBORATES), LinkView("c", "d", Relation.CORROBORATES), LinkView("a", "d", Relation.OVERLAPS)]
    assert sorted(sorted(members) for members in group("abcd", links)) == [["a", "b"], ["c", "d"]]


def test_corroboration_is_transitive():
    links = [LinkView("a", "b", Relation.CORROBORATES), LinkView("b", "c", Relation.CORROBORATES)]
    assert len(group("abc", links)) == 1


def test_the_order_of_the_links_does_not_matter():
    links = [LinkView("a", "b", Relation.OVERLAPS, 0.9), LinkView("b", "c", Relation.CORROBORATES), LinkView("c", "d", Relation.OVERLAPS)]
    as_sets = [{frozenset(members) for members in group("abcd", order)} for order in (links, links[::-1])]
    assert as_sets[0] == as_sets[1]


def test_a_link_to_a_claim_that_is_not_there_is_passed_over():
    assert group(["a"], [LinkView("a", "z", Relation.CORROBORATES)]) == [["a"]]

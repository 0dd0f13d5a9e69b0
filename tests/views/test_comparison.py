"""The store is asked for an event; what comes back is arranged."""

from hashlib import sha256
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

from bothsides.errors import QueryError
from bothsides.graph import schema_quads
from bothsides.store import memory_store
from bothsides.views import compare, find_event

ROOT = Path(__file__).parents[2]
VISIT, TALKS = "2023-06-18-visit-us-to-cn-blinken", "2023-06-18-meeting-cn-us-blinken-qin"


def loaded(name):
    file = Oxigraph()
    file.load(path=str(ROOT / "tests" / "fixtures" / f"{name}.trig"), format=RdfFormat.TRIG)
    graphs: dict[object, list[object]] = {}
    for quad in [*file, *schema_quads()]:
        graphs.setdefault(quad.graph_name, []).append(quad)
    store = memory_store()
    store.apply(graphs)
    return store


@pytest.fixture(scope="module")
def seeds():
    return loaded("seeds")


@pytest.fixture(scope="module")
def summit():
    return loaded("summit")


def test_the_one_event_that_two_readouts_tell_of_needs_no_name(seeds):
    assert find_event(seeds, None).endswith(VISIT)


@pytest.mark.parametrize("wanted", [VISIT, f"https://w3id.org/bothsides/id/event/{VISIT}", "blinken visit", "BEIJING 18-19"])
def test_an_event_is_found_by_key_iri_or_words(seeds, wanted):
    assert find_event(seeds, wanted).endswith(VISIT)


@pytest.mark.parametrize(("wanted", "told"), [("nowhere", VISIT), ("alpha", "2030-07-01-phone-call-xaa-xbb")])
def test_what_does_not_fit_one_event_lists_the_choices(request, wanted, told):
    store = request.getfixturevalue("seeds" if wanted == "nowhere" else "summit")
    with pytest.raises(QueryError, match=told):
        find_event(store, wanted)


def test_several_that_can_be_compared_must_be_named(summit):
    with pytest.raises(QueryError, match="name one"):
        find_event(summit, None)


def test_an_unknown_event_is_an_error(seeds):
    with pytest.raises(QueryError, match="no such event"):
        compare(seeds, "2020-01-01-meeting-xa-xb")


def test_a_part_is_compared_as_the_whole(seeds):
    assert compare(seeds, TALKS) == compare(seeds, VISIT)


def test_the_sections_of_the_sample(seeds):
    comparison = compare(seeds, VISIT)
    assert {section.key: len(section.rows) for section in comparison.sections} == {
        "shared": 2,
        "shared-unequal": 2,
        "only-0": 2,
        "only-1": 2,
    }


def test_the_text_on_one_meeting_is_known_to_be_partial(seeds):
    china, america = compare(seeds, VISIT).sides
    assert (china.partial, america.partial) == (True, False)
    assert china.readouts[0].about.startswith("Talks of Qin Gang")


def test_differences_carry_the_words_of_both(seeds):
    row = compare(seeds, VISIT).sections[1].rows[1]
    assert ("had positive discussions on", "a commitment to") in {(chip.words_left, chip.words_right) for chip in row.chips}


def test_people_are_named_once_with_their_office(seeds):
    people = {person.name: person.office for person in compare(seeds, VISIT).event.participants}
    assert people["Qin Gang"] == "State Councilor and Foreign Minister of China"
    assert len(people) == 4


def test_topics_carry_their_labels(seeds):
    labels = {topic.slug: topic.label for row in compare(seeds, VISIT).rows for topic in row.topics}
    assert labels["high-level-exchanges"] == "High-level exchanges and visits"


def test_a_text_that_is_held_is_shown_with_its_claims_in_place(seeds):
    text = (ROOT / "data" / "seed-cn.txt").read_text(encoding="utf-8")
    china = compare(seeds, VISIT, {sha256(text.encode()).hexdigest(): text}).sides[0]
    assert china.readouts[0].text == text


def test_four_sides_of_a_summit(summit):
    comparison = compare(summit, "2030-01-10-summit-xaa-xbb-xcc")
    assert [side.label for side in comparison.sides] == ["Alpha", "Beta", "Gamma", "Joint statement"]
    assert comparison.sections[0].rows[0].telling == 4


def test_an_event_told_by_one_text_without_a_publisher(summit):
    comparison = compare(summit, "2030-09-05-phone-call-xcc")
    assert ([side.label for side in comparison.sides], [section.key for section in comparison.sections]) == (
        ["Publisher not known"],
        ["uncompared"],
    )

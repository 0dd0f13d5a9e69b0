"""Readings → the graph `entities`: what the parties, people, organs, posts and places that they name are called.

It stands apart from the readouts because a triple may stand in one graph only (see `store.protocol`): with China's name in the graph of
each readout, every row about China would be repeated once for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from bothsides import vocabulary as v
from bothsides.graph.iri import Iris
from bothsides.graph.readout_quads import publishing_organ, told_events
from bothsides.graph.statements import Term, english, period, statements
from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.publisher import Organ
from bothsides.records import Person, Reading

_PARTY_KINDS = frozenset({"state", "bloc", "international-organisation"})  # the table's finer kinds are `other` in the graph
Values = dict[NamedNode, Term | list[Term] | None]


def entity_quads(readings: Iterable[Reading], *, names: Gazetteer, iris: Iris) -> Iterator[Quad]:
    """Yield the graph `entities`, a function of the readings whatever their order.

    Where two readings spell one name differently and the gazetteer does not decide, the spelling that sorts first stands.
    """
    graph = iris.graph("entities")
    parties: set[str] = set()
    organs: dict[str, Organ] = {}
    places: dict[NamedNode, str] = {}
    people: dict[NamedNode, Person] = {}
    posts: dict[NamedNode, tuple[str, str]] = {}
    for reading in readings:
        parties |= _parties(reading)
        if reading.document.publisher:
            organ = publishing_organ(reading.document.publisher, names)
            organs[organ.slug] = min(organ, organs.get(organ.slug, organ), key=lambda o: (o.party is None, o.name))
        for name in _places(reading):
            places[iris.place(name)] = min(name, places.get(iris.place(name), name))
        for person in _people(reading):
            iri = iris.person(person.key)
            people[iri] = min(person, people.get(iri, person), key=lambda p: (p.wikidata is None, p.name))
        for party, office in _offices(reading, names):
            iri = iris.post(party, office)
            posts[iri] = min((party, office), posts.get(iri, (party, office)))
    parties |= {organ.party for organ in organs.values() if organ.party} | {party for party, _ in posts.values()}
    for code in sorted(parties):
        yield from statements(graph, iris.party(code), _party(code, names))
    for name, organ in sorted(organs.items()):
        yield from statements(graph, iris.organ(name), _organ(organ, iris))
    for iri, (party, office) in sorted(posts.items(), key=lambda item: item[0].value):
        yield from statements(graph, iri, {v.RDF_TYPE: v.ORG_POST, v.RDFS_LABEL: english(office), v.REPRESENTS: iris.party(party)})
    for iri, place in sorted(places.items(), key=lambda item: item[0].value):
        yield from statements(graph, iri, {v.RDF_TYPE: v.DCTERMS_LOCATION, v.RDFS_LABEL: english(place)})
    for iri, person in sorted(people.items(), key=lambda item: item[0].value):
        yield from statements(graph, iri, _person(person, iris))
        yield from _tenures(graph, iri, person, names, iris)


def _parties(reading: Reading) -> set[str]:
    found = set(reading.document.parties)
    for _, event in told_events(reading):
        found.update(event.parties)
    for claim in reading.claims:
        found.update(claim.holders, claim.addressees, claim.binds, claim.owed_to, claim.mentions)
    return found


def _places(reading: Reading) -> Iterator[str]:
    if reading.document.place:
        yield reading.document.place
    yield from (event.place for _, event in told_events(reading) if event.place)


def _people(reading: Reading) -> Iterator[Person]:
    for _, event in told_events(reading):
        yield from (p.person for p in event.participants if p.person)
    yield from (claim.speaker for claim in reading.claims if claim.speaker)


def _offices(reading: Reading, names: Gazetteer) -> Iterator[tuple[str, str]]:
    for _, event in told_events(reading):
        yield from ((p.party, p.office) for p in event.participants if p.office)
    for person in _people(reading):
        yield from ((tenure.party, tenure.office) for tenure in names.tenures(person.key))


def _party(code: str, names: Gazetteer) -> Values:
    known = names.party(code)
    sort = known.kind if known and known.kind in _PARTY_KINDS else "other"
    return {
        v.RDF_TYPE: v.PARTY,
        v.RDFS_LABEL: english(known.name if known else code.upper()),
        v.HAS_KIND: v.kind(f"party-{sort}"),
    }


def _organ(organ: Organ, iris: Iris) -> Values:
    return {
        v.RDF_TYPE: v.ORG_ORGANIZATION,
        v.RDFS_LABEL: english(organ.name),
        v.REPRESENTS: iris.party(organ.party) if organ.party else None,
    }


def _person(person: Person, iris: Iris) -> Values:
    return {
        v.RDF_TYPE: v.FOAF_PERSON,
        v.FOAF_NAME: english(person.name),
        v.RDFS_LABEL: english(person.name),
        v.OWL_SAME_AS: iris.wikidata(person.wikidata) if person.wikidata else None,
    }


def _tenures(graph: NamedNode, person: NamedNode, known: Person, names: Gazetteer, iris: Iris) -> Iterator[Quad]:
    for tenure in names.tenures(known.key):
        values = {
            v.RDF_TYPE: v.ORG_MEMBERSHIP,
            v.ORG_MEMBER: person,
            v.ORG_ROLE: iris.post(tenure.party, tenure.office),
            v.SCHEMA_START_DATE: period(tenure.since),
            v.SCHEMA_END_DATE: period(tenure.until),
        }
        yield from statements(graph, iris.membership(known.key, tenure.party, tenure.office, tenure.since or "unknown"), values)

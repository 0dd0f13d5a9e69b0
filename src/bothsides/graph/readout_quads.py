"""A reading → the named graph of its readout: the readout, who took part as it tells, its claims and their passages.

Nothing in it depends on another document. In which events all this belongs is said in the graphs of the events.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from bothsides import vocabulary as v
from bothsides.errors import ExtractionError
from bothsides.graph.iri import Iris, slug
from bothsides.graph.runs import Program, Stage
from bothsides.graph.statements import Term, day, decimal, english, integer, statements, verbatim
from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.publisher import Organ, find_organ
from bothsides.records import Claim, Document, Participant, Reading, ReadoutKind, ReportedEvent, Span

_LANGUAGE = Literal("en")
_INFERRED = {
    "parties": v.IS_ISSUED_BY,
    "publisher": v.DCTERMS_PUBLISHER,
    "published": v.DCTERMS_ISSUED,
    "title": v.DCTERMS_TITLE,
    "url": v.DCTERMS_SOURCE,
    "place": v.DCTERMS_SPATIAL,
}


def readout_quads(reading: Reading, *, names: Gazetteer, iris: Iris, program: Program) -> Iterator[Quad]:
    """Yield the graph of one readout: a function of the reading alone, in a fixed order.

    Raises:
        ExtractionError: a span lies outside the text, the text has not the digest it is said to have, or two claims are one and the same.
    """
    _check(reading)
    document = reading.document
    graph, readout, run = iris.readout_graph(document), iris.readout(document), program.run(iris, Stage.EXTRACTION)
    yield Quad(graph, v.PROV_WAS_GENERATED_BY, run, graph)
    yield from statements(graph, readout, _readout(reading, names, iris) | {v.PROV_WAS_GENERATED_BY: run})
    for iri, _, participant in told_participations(reading, iris):
        yield from statements(graph, iri, _participation(participant, iris) | {v.IS_IN_READOUT: readout})
    by_key = {claim.key: iris.claim(document, claim) for claim in reading.claims}
    for claim in reading.claims:
        values = _attribution(claim, iris) | _substance(claim, document.text, iris)
        if claim.nested_in is not None:
            values[v.IS_NESTED_IN] = by_key[claim.nested_in]
        span = iris.span(document, claim.span)
        values |= {v.IS_IN_READOUT: readout, v.IS_EVIDENCED_BY: span, v.PROV_WAS_GENERATED_BY: run}
        yield from statements(graph, by_key[claim.key], values)
        yield from statements(graph, span, _span(claim.span, document.text, readout))


def told_participations(reading: Reading, iris: Iris) -> Iterator[tuple[NamedNode, int | None, Participant]]:
    """Yield each participation that a reading tells of: its IRI, the index of the meeting or `None` for the whole, and who took part.

    Someone named twice in one event took part once: in the office named first.
    """
    for part, event in told_events(reading):
        for who, participant in {_who(p): p for p in reversed(event.participants)}.items():
            yield iris.participation(reading.document, part, who), part, participant


def told_events(reading: Reading) -> Iterator[tuple[int | None, ReportedEvent]]:
    """Yield the event that a reading tells of with `None`, then the meetings that it was made of with their indexes."""
    yield None, reading.event
    yield from enumerate(reading.event.parts)


def publishing_organ(name: str, names: Gazetteer) -> Organ:
    """Return the organ that a publisher's name means; one that no table knows is known by its name, and speaks for nobody."""
    return find_organ(name, names) or Organ(slug(name), name, None)


def _who(participant: Participant) -> str:
    return participant.person.key if participant.person else f"party {participant.party}"


def _check(reading: Reading) -> None:
    text, name = reading.document.text, reading.document.identifiers or reading.document.sha256
    if sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != reading.document.sha256:
        raise ExtractionError(f"cannot write {name}: its text was changed after it was read. Build it again.")
    keys: set[str] = set()
    for claim in reading.claims:
        for span in (claim.span, claim.cue, claim.content):
            if not 0 <= span.start <= span.end <= len(text) or not claim.span.start < claim.span.end:
                raise ExtractionError(f"cannot write {name}: the passage {span.start}–{span.end} of claim {claim.key} is not in its text.")
        if claim.key in keys:
            raise ExtractionError(f"cannot write {name}: two claims have the identity {claim.key}.")
        keys.add(claim.key)
    for claim in reading.claims:
        if claim.nested_in is not None and claim.nested_in not in keys:
            raise ExtractionError(f"cannot write {name}: claim {claim.key} is nested in {claim.nested_in}, which is none of its claims.")


def _readout(reading: Reading, names: Gazetteer, iris: Iris) -> dict[NamedNode, Term | list[Term] | None]:
    document = reading.document
    start, end = body(document)
    sort = ReadoutKind.JOINT_STATEMENT if len(document.parties) > 1 else ReadoutKind.UNILATERAL_READOUT
    inferred: list[Term] = [_INFERRED[name] for name in sorted(document.inferred) if name in _INFERRED]
    if reading.event.date_inferred:
        inferred.append(v.SCHEMA_START_DATE)
    return {
        v.RDF_TYPE: v.READOUT,
        v.DCTERMS_IDENTIFIER: [verbatim(name) for name in document.identifiers],
        v.HAS_KIND: v.kind(f"readout-{sort}"),
        v.DCTERMS_TITLE: english(document.title) if document.title else None,
        v.IS_ISSUED_BY: [iris.party(code) for code in document.parties],
        v.DCTERMS_PUBLISHER: iris.organ(publishing_organ(document.publisher, names).slug) if document.publisher else None,
        v.DCTERMS_ISSUED: day(document.published),
        v.DCTERMS_SPATIAL: iris.place(document.place) if document.place else None,
        v.DCTERMS_SOURCE: _address(document.url) if document.url else None,
        v.DCTERMS_LANGUAGE: _LANGUAGE,
        v.SCHEMA_SHA256: Literal(document.sha256),
        v.SCHEMA_CONTENT_SIZE: integer(len(document.text)),
        v.BODY_START: integer(start),
        v.BODY_END: integer(end),
        v.HAS_INFERRED_PROPERTY: inferred,
    }


def body(document: Document) -> tuple[int, int]:
    """Return where the publisher's own account begins and ends: after leading and before trailing furniture and white space."""
    text, start, end = document.text, 0, len(document.text)
    for span in sorted(document.furniture):
        if not text[start : span.start].strip():
            start = max(start, span.end)
    for span in sorted(document.furniture, reverse=True):
        if not text[span.end : end].strip():
            end = min(end, span.start)
    if start >= end:  # nothing but furniture, or overlapping ranges: the whole text is the account
        return 0, len(text)
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _address(url: str) -> NamedNode | None:
    """Return an address as an IRI, percent-encoded where it must be; `None` for what is no address at all."""
    for spelling in (url, quote(url, safe=":/?#[]@!$&'()*+,;=%~")):
        try:
            if spelling.isprintable():
                return NamedNode(spelling)
        except ValueError:
            continue
    return None


def _participation(participant: Participant, iris: Iris) -> dict[NamedNode, Term | None]:
    party = iris.party(participant.party)
    return {
        v.RDF_TYPE: v.PARTICIPATION,
        v.HAS_PARTICIPANT: iris.person(participant.person.key) if participant.person else party,
        v.HOLDS_POST: iris.post(participant.party, participant.office) if participant.office else None,
        v.REPRESENTS: party,
        v.HAS_KIND: v.kind(f"role-{participant.role}"),
    }


def _attribution(claim: Claim, iris: Iris) -> dict[NamedNode, Term | list[Term] | None]:
    return {
        v.RDF_TYPE: v.CLAIM,
        v.PERFORMS_ACT: v.act(claim.act),
        v.IS_HELD_BY: [iris.party(code) for code in claim.holders],
        v.IS_SPOKEN_BY: iris.person(claim.speaker.key) if claim.speaker else None,
        v.IS_ADDRESSED_TO: [iris.party(code) for code in claim.addressees],
        v.BINDS: [iris.party(code) for code in claim.binds],
        v.IS_OWED_TO: [iris.party(code) for code in claim.owed_to],
    }


def _substance(claim: Claim, text: str, iris: Iris) -> dict[NamedNode, Term | list[Term] | None]:
    content = text[claim.content.start : claim.content.end].strip() or text[claim.span.start : claim.span.end]
    cue = text[claim.cue.start : claim.cue.end].strip()
    return {
        v.CONTENT: english(content),
        v.CONTENT_NEGATED: Literal(claim.negated),
        v.CUE: english(cue) if cue else None,
        v.STRENGTH: integer(claim.strength),
        v.STANCE: integer(claim.stance),
        v.CONFIDENCE: decimal(claim.confidence),
        v.DCTERMS_SUBJECT: [v.topic(topic) for topic in claim.topics],
        v.SCHEMA_MENTIONS: [iris.party(code) for code in claim.mentions],
    }


def _span(span: Span, text: str, readout: NamedNode) -> dict[NamedNode, Term]:
    return {
        v.RDF_TYPE: v.TEXT_SPAN,
        v.OA_HAS_SOURCE: readout,
        v.OA_START: integer(span.start),
        v.OA_END: integer(span.end),
        v.OA_EXACT: verbatim(text[span.start : span.end]),
    }

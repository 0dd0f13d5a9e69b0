"""A small store with two readouts, written by hand, in which every kind of term occurs."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat

from bothsides.store import EmbeddedStore, memory_store

CONTENT = r"""
@prefix bs: <https://w3id.org/bothsides/ns#> .
@prefix id: <https://w3id.org/bothsides/id/> .
@prefix graph: <https://w3id.org/bothsides/graph/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix p: <https://w3id.org/bothsides/id/party/> .
@prefix c: <https://w3id.org/bothsides/id/claim/> .
@prefix r: <https://w3id.org/bothsides/id/readout/> .
@prefix e: <https://w3id.org/bothsides/id/event/> .

graph:entities {
    p:xa a bs:Party ; rdfs:label "Xara"@en .
    p:xb a bs:Party ; rdfs:label "Xebia"@en .
    p:xc a bs:Party ; rdfs:label "Xoria"@en .
}
graph:readout-xa-11111111 {
    r:xa-11111111 a bs:Readout ; bs:isIssuedBy p:xa .
    c:xa-11111111-00000-00004-agree a bs:Claim ; bs:isHeldBy p:xa , p:xb ; bs:strength 5 ; bs:contentNegated false ; bs:confidence 0.75 ;
        bs:isInReadout r:xa-11111111 ; bs:content "reopen the ferry"@en ;
        bs:isEvidencedBy <https://w3id.org/bothsides/id/readout/xa-11111111#char=0,4> .
}
graph:readout-xb-22222222 {
    r:xb-22222222 a bs:Readout ; bs:isIssuedBy p:xb .
    c:xb-22222222-00000-00004-discuss a bs:Claim ; bs:isInReadout r:xb-22222222 ;
        bs:content "<script>alert(\"x\")</script> a^^b \\u0041 \t\r\n \u202E \u0001"@en ; bs:confidence "1"^^xsd:decimal .
}
graph:event-2030-talks {
    e:2030-talks a bs:DiplomaticEvent ; rdfs:label "Talks"@en ; bs:involves p:xc .
    r:xa-11111111 bs:reportsOn e:2030-talks .
    c:xa-11111111-00000-00004-agree bs:overlaps c:xb-22222222-00000-00004-discuss .
    c:xb-22222222-00000-00004-discuss bs:overlaps c:xa-11111111-00000-00004-agree .
}
"""


@pytest.fixture
def store() -> EmbeddedStore:
    made = memory_store()
    made.database.load(CONTENT, RdfFormat.TRIG)
    return made

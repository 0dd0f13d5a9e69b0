"""The terms of the ontology as written-out constants: the one file of the program in which an IRI stands.

A constant is the local name in capitals (`IS_HELD_BY` for `bs:isHeldBy`); a term of another vocabulary carries that vocabulary's
prefix (`OA_EXACT`). Concepts are minted by `act`, `topic` and `kind`. A test holds all of it equal to `ontology/`, both ways.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "https://w3id.org/bothsides/"

NS = BASE + "ns#"
ACTS = BASE + "act/"
TOPICS = BASE + "topic/"
KINDS = BASE + "kind/"
DATATYPES = BASE + "datatype/"
SHAPES = BASE + "shapes#"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "act": ACTS,
        "bs": NS,
        "dcterms": DCTERMS,
        "dt": DATATYPES,
        "foaf": FOAF,
        "kind": KINDS,
        "oa": OA,
        "org": ORG,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "topic": TOPICS,
        "xsd": XSD,
    }
)
"""Prefix → namespace, in the spelling that the ontology, the queries and every export share."""


def act(slug: str) -> NamedNode:
    """Return the concept of an act, such as `act("agree")`."""
    return NamedNode(ACTS + slug)


def topic(slug: str) -> NamedNode:
    """Return the concept of a topic, such as `topic("civil-aviation")`."""
    return NamedNode(TOPICS + slug)


def kind(slug: str) -> NamedNode:
    """Return the concept of a kind, such as `kind("event-meeting")`."""
    return NamedNode(KINDS + slug)


ACT_SCHEME = NamedNode(BASE + "act")
TOPIC_SCHEME = NamedNode(BASE + "topic")
KIND_SCHEME = NamedNode(BASE + "kind")

# Classes
DIPLOMATIC_EVENT = NamedNode(NS + "DiplomaticEvent")
READOUT = NamedNode(NS + "Readout")
CLAIM = NamedNode(NS + "Claim")
PARTY = NamedNode(NS + "Party")
PARTICIPATION = NamedNode(NS + "Participation")
TEXT_SPAN = NamedNode(NS + "TextSpan")
RUN = NamedNode(NS + "Run")
ALIGNMENT = NamedNode(NS + "Alignment")
DIFFERENCE = NamedNode(NS + "Difference")
ASSESSMENT = NamedNode(NS + "Assessment")
ACT = NamedNode(NS + "Act")

# Properties whose value is a thing
HAS_KIND = NamedNode(NS + "hasKind")
IS_SUB_EVENT_OF = NamedNode(NS + "isSubEventOf")
INVOLVES = NamedNode(NS + "involves")
REPORTS_ON = NamedNode(NS + "reportsOn")
IS_ISSUED_BY = NamedNode(NS + "isIssuedBy")
HAS_INFERRED_PROPERTY = NamedNode(NS + "hasInferredProperty")
REPRESENTS = NamedNode(NS + "represents")
HAS_PARTICIPANT = NamedNode(NS + "hasParticipant")
HOLDS_POST = NamedNode(NS + "holdsPost")
IS_IN_READOUT = NamedNode(NS + "isInReadout")
IS_IN_EVENT = NamedNode(NS + "isInEvent")
PERFORMS_ACT = NamedNode(NS + "performsAct")
IS_HELD_BY = NamedNode(NS + "isHeldBy")
IS_SPOKEN_BY = NamedNode(NS + "isSpokenBy")
IS_ADDRESSED_TO = NamedNode(NS + "isAddressedTo")
BINDS = NamedNode(NS + "binds")
IS_OWED_TO = NamedNode(NS + "isOwedTo")
IS_EVIDENCED_BY = NamedNode(NS + "isEvidencedBy")
IS_NESTED_IN = NamedNode(NS + "isNestedIn")
CORROBORATES = NamedNode(NS + "corroborates")
OVERLAPS = NamedNode(NS + "overlaps")
CONTRADICTS = NamedNode(NS + "contradicts")
FOLLOWS_UP_ON = NamedNode(NS + "followsUpOn")
DIFFERS_IN = NamedNode(NS + "differsIn")
IS_DIFFERENCE_OF = NamedNode(NS + "isDifferenceOf")
ASSESSES = NamedNode(NS + "assesses")
HAS_STATUS = NamedNode(NS + "hasStatus")
COMPARES_WITH = NamedNode(NS + "comparesWith")
HAS_NEAREST = NamedNode(NS + "hasNearest")

# Properties whose value is a literal
RESOLUTION_REASON = NamedNode(NS + "resolutionReason")
BODY_START = NamedNode(NS + "bodyStart")
BODY_END = NamedNode(NS + "bodyEnd")
CONTENT = NamedNode(NS + "content")
CONTENT_NEGATED = NamedNode(NS + "contentNegated")
CUE = NamedNode(NS + "cue")
STRENGTH = NamedNode(NS + "strength")
STANCE = NamedNode(NS + "stance")
CONFIDENCE = NamedNode(NS + "confidence")
SUBJECT_WORDING = NamedNode(NS + "subjectWording")
OBJECT_WORDING = NamedNode(NS + "objectWording")
NEAREST_SCORE = NamedNode(NS + "nearestScore")

# Datatypes of notations
PLOVER = NamedNode(DATATYPES + "plover")
PLOVER_CONTEXT = NamedNode(DATATYPES + "plover-context")
CAMEO = NamedNode(DATATYPES + "cameo")

# Terms of other vocabularies
DCTERMS_LOCATION = NamedNode(DCTERMS + "Location")
DCTERMS_CREATOR = NamedNode(DCTERMS + "creator")
DCTERMS_IDENTIFIER = NamedNode(DCTERMS + "identifier")
DCTERMS_ISSUED = NamedNode(DCTERMS + "issued")
DCTERMS_LANGUAGE = NamedNode(DCTERMS + "language")
DCTERMS_LICENSE = NamedNode(DCTERMS + "license")
DCTERMS_PUBLISHER = NamedNode(DCTERMS + "publisher")
DCTERMS_SOURCE = NamedNode(DCTERMS + "source")
DCTERMS_SPATIAL = NamedNode(DCTERMS + "spatial")
DCTERMS_SUBJECT = NamedNode(DCTERMS + "subject")
DCTERMS_TITLE = NamedNode(DCTERMS + "title")
FOAF_PERSON = NamedNode(FOAF + "Person")
FOAF_NAME = NamedNode(FOAF + "name")
OA_END = NamedNode(OA + "end")
OA_EXACT = NamedNode(OA + "exact")
OA_HAS_SOURCE = NamedNode(OA + "hasSource")
OA_START = NamedNode(OA + "start")
ORG_MEMBERSHIP = NamedNode(ORG + "Membership")
ORG_ORGANIZATION = NamedNode(ORG + "Organization")
ORG_POST = NamedNode(ORG + "Post")
ORG_MEMBER = NamedNode(ORG + "member")
ORG_ROLE = NamedNode(ORG + "role")
OWL_SAME_AS = NamedNode(OWL + "sameAs")
OWL_VERSION_IRI = NamedNode(OWL + "versionIRI")
OWL_VERSION_INFO = NamedNode(OWL + "versionInfo")
PROV_SOFTWARE_AGENT = NamedNode(PROV + "SoftwareAgent")
PROV_WAS_ASSOCIATED_WITH = NamedNode(PROV + "wasAssociatedWith")
PROV_WAS_GENERATED_BY = NamedNode(PROV + "wasGeneratedBy")
RDF_OBJECT = NamedNode(RDF + "object")
RDF_PREDICATE = NamedNode(RDF + "predicate")
RDF_SUBJECT = NamedNode(RDF + "subject")
RDF_TYPE = NamedNode(RDF + "type")
RDFS_LABEL = NamedNode(RDFS + "label")
SCHEMA_ABOUT = NamedNode(SCHEMA + "about")
SCHEMA_CONTENT_SIZE = NamedNode(SCHEMA + "contentSize")
SCHEMA_END_DATE = NamedNode(SCHEMA + "endDate")
SCHEMA_MENTIONS = NamedNode(SCHEMA + "mentions")
SCHEMA_SHA256 = NamedNode(SCHEMA + "sha256")
SCHEMA_START_DATE = NamedNode(SCHEMA + "startDate")
SKOS_CONCEPT = NamedNode(SKOS + "Concept")
SKOS_ALT_LABEL = NamedNode(SKOS + "altLabel")
SKOS_BROADER = NamedNode(SKOS + "broader")
SKOS_DEFINITION = NamedNode(SKOS + "definition")
SKOS_NOTATION = NamedNode(SKOS + "notation")
SKOS_PREF_LABEL = NamedNode(SKOS + "prefLabel")
XSD_BOOLEAN = NamedNode(XSD + "boolean")
XSD_DATE = NamedNode(XSD + "date")
XSD_DECIMAL = NamedNode(XSD + "decimal")
XSD_INTEGER = NamedNode(XSD + "integer")
XSD_STRING = NamedNode(XSD + "string")

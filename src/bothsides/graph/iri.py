"""What a thing is → its IRI: the only file that mints one. The same thing gets the same IRI, in any order, on any machine."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import NamedNode

from bothsides.errors import VocabularyError
from bothsides.records import Alignment, Claim, Difference, Document, Span
from bothsides.vocabulary import BASE

_WIKIDATA = "http://www.wikidata.org/entity/"
_LONGEST = 100  # code points of a slug; a longer one is cut and told apart by its digest
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Latin letters that Unicode does not decompose into a plain letter and a mark.
_LATIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"})


def slug(text: str) -> str:
    """Return lower-case ASCII words with hyphens between them that stand for any text, and are safe in an IRI.

    Where letters cannot be written in ASCII, or the text is too long, a digest of the text keeps it apart from others.

    >>> slug("Jens Støre"), slug("U.S. Department of State")
    ('jens-store', 'u-s-department-of-state')
    >>> slug("王毅")
    'e066c147'
    """
    if len(text) <= _LONGEST and _SLUG.fullmatch(text):
        return text
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", letters)
    plain = "-".join(words)
    if plain and len(plain) <= _LONGEST and not any(c.isalnum() and not c.isascii() for c in letters):
        return plain
    return "-".join([*re.findall(r"[a-z0-9]+", plain[: _LONGEST - 9]), digest(text, 8)])


def digest(text: str, length: int) -> str:
    """Return the first characters of the SHA-256 of any text, also one with lone surrogates."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def readout_slug(document: Document) -> str:
    """Return the slug of a document: the parties in whose name it speaks, as far as is known, and the digest of its text.

    The organ is left out: which one a publisher's name means depends on a table, which may grow, and the party says enough.
    """
    return f"{slug('-'.join(document.parties) or 'unknown')}-{document.sha256[:8]}"


def claim_slug(document: Document, claim: Claim) -> str:
    """Return the slug of a claim: that of its readout, its offsets and its act; sorts in text order."""
    return f"{readout_slug(document)}-{claim.span.start:05}-{claim.span.end:05}-{claim.act}"


def alignment_slug(alignment: Alignment) -> str:
    """Return the slug of an alignment, which is the same whichever claim is put first."""
    a, b = sorted((alignment.a, alignment.b))
    return f"{alignment.relation}-{digest(f'{a}|{alignment.relation}|{b}', 12)}"


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints the IRIs of things and graphs under one base, which ends in `/` or `#`."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not self.base.endswith(("/", "#")):
            raise VocabularyError(f"cannot use {self.base!r} as the base of IRIs: it ends in neither / nor #. Give one such as {BASE!r}.")
        try:
            NamedNode(self.base)
        except ValueError as error:
            raise VocabularyError(f"cannot use {self.base!r} as the base of IRIs: {error}. Give one such as {BASE!r}.") from error

    def party(self, code: str) -> NamedNode:
        """Return the IRI of a party."""
        return self._thing("party", slug(code))

    def person(self, key: str) -> NamedNode:
        """Return the IRI of a human being."""
        return self._thing("person", slug(key))

    def wikidata(self, item: str) -> NamedNode:
        """Return the IRI of an item of Wikidata, such as `Q42`, which is not under the base."""
        return NamedNode(f"{_WIKIDATA}{quote(item.encode('utf-8', 'surrogatepass'), safe='')}")

    def organ(self, name: str) -> NamedNode:
        """Return the IRI of a ministry or other organ."""
        return self._thing("organ", slug(name))

    def post(self, party: str, office: str) -> NamedNode:
        """Return the IRI of an office of a party."""
        return self._thing("post", f"{slug(party)}-{slug(office)}")

    def membership(self, person: str, party: str, office: str, since: str) -> NamedNode:
        """Return the IRI of one person's tenure of an office; `since` is its first day or a word for its being unknown."""
        return self._thing("membership", f"{slug(person)}-{slug(party)}-{slug(office)}-{slug(since)}")

    def place(self, name: str) -> NamedNode:
        """Return the IRI of a place."""
        return self._thing("place", slug(name))

    def event(self, key: str) -> NamedNode:
        """Return the IRI of an event."""
        return self._thing("event", slug(key))

    def readout(self, document: Document) -> NamedNode:
        """Return the IRI of a readout."""
        return self._thing("readout", readout_slug(document))

    def span(self, document: Document, span: Span) -> NamedNode:
        """Return the IRI of a passage: its readout's with a range of code points, in the manner of RFC 5147."""
        return NamedNode(f"{self.readout(document).value}#char={span.start},{span.end}")

    def claim(self, document: Document, claim: Claim) -> NamedNode:
        """Return the IRI of a claim."""
        return self._thing("claim", claim_slug(document, claim))

    def participation(self, document: Document, part: int | None, who: str) -> NamedNode:
        """Return the IRI of a person's or party's part in an event, or in the meeting with that index, as one readout tells it."""
        where = "whole" if part is None else f"part-{part:02}"
        return self._thing("participation", f"{readout_slug(document)}-{where}-{slug(who)}")

    def alignment(self, alignment: Alignment) -> NamedNode:
        """Return the IRI of an alignment."""
        return self._thing("alignment", alignment_slug(alignment))

    def difference(self, alignment: Alignment, difference: Difference) -> NamedNode:
        """Return the IRI of one difference of an alignment."""
        words = digest(f"{difference.a}|{difference.b}", 8)
        return self._thing("difference", f"{alignment_slug(alignment)}-{difference.kind}-{words}")

    def assessment(self, document: Document, claim: Claim, party: str) -> NamedNode:
        """Return the IRI of the verdict on a claim relative to a party."""
        return self._thing("assessment", f"{claim_slug(document, claim)}-vs-{slug(party)}")

    def run(self, stage: str, version: str, configuration: str) -> NamedNode:
        """Return the IRI of a run: a function of stage, version and configuration alone."""
        return self._thing("run", f"{stage}-{_versioned(version)}-{digest(f'{stage}|{version}|{configuration}', 8)}")

    def agent(self, version: str) -> NamedNode:
        """Return the IRI of this program in one version."""
        return self._thing("agent", f"bothsides-{_versioned(version)}")

    def blank(self, label: str) -> NamedNode:
        """Return an IRI in place of a blank node of the ontology, by its canonical label (RDF 1.1 Concepts, section 3.5)."""
        return NamedNode(f"{self.base}.well-known/genid/{slug(label)}")

    def readout_graph(self, document: Document) -> NamedNode:
        """Return the name of the graph of a readout."""
        return self.graph(f"readout-{readout_slug(document)}")

    def event_graph(self, key: str) -> NamedNode:
        """Return the name of the graph of a top-level event."""
        return self.graph(f"event-{slug(key)}")

    def graph(self, name: str) -> NamedNode:
        """Return the name of a graph; besides readouts and events there are `entities`, `ontology`, `schemes` and `runs`."""
        return NamedNode(f"{self.base}graph/{name}")

    def _thing(self, kind: str, name: str) -> NamedNode:
        """Return the IRI of a thing by a name that was put together from slugs."""
        return NamedNode(f"{self.base}id/{kind}/{name}")


def _versioned(version: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", version.lower()).strip("-.")

"""Documents → readings: the event that a text tells of, and what it claims. The only package that imports spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bothsides.extract.claims import ClaimReader
from bothsides.extract.context import read_sentences
from bothsides.extract.holders import Holders
from bothsides.extract.lexicon import irregular_forms, load_lexicon
from bothsides.extract.mentions import find_mentions
from bothsides.extract.occurrence import read_occurrence
from bothsides.extract.parsed import from_doc
from bothsides.extract.reference import Resolver
from bothsides.extract.select import load_selector
from bothsides.extract.sentences import paragraph_starts
from bothsides.extract.syntax import SHIPPED, load, parse
from bothsides.extract.topics import TopicReader
from bothsides.records import Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bothsides.extract.reference import Referent
    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Document

__all__ = ["SHIPPED", "extract"]


def extract(documents: Iterable[Document], *, gazetteer: Gazetteer, model: str = SHIPPED) -> Iterator[Reading]:
    """Yield one reading a document, in order; streams in batches.

    A reading depends on its document, the shipped tables and the models alone.

    Raises:
        ExtractionError: the syntax model or a classifier cannot be loaded.
    """
    lexicon = load_lexicon()
    selector = load_selector(lexicon)
    topics = TopicReader.load()
    for document, doc in parse(documents, load(model), names_party=lambda word: gazetteer.party_named(word) is not None):
        parsed = from_doc(doc, lexicon.lemmas, irregular_forms(), lexicon.verbs)
        mentions = find_mentions(document, gazetteer)
        event = read_occurrence(doc, document, mentions=mentions, gazetteer=gazetteer)
        resolver = _Phrases(Resolver(parsed, document, event, mentions=mentions, gazetteer=gazetteer))
        holders = Holders(parsed, resolver, publisher=document.parties, parties=event.parties)
        sentences = read_sentences(parsed, document, lexicon, paragraph_starts(document.text))
        reader = ClaimReader(document, parsed, selector=selector, holders=holders, resolver=resolver, topics=topics, parties=event.parties)
        yield Reading(document, event, reader.read(sentences))


class _Phrases:
    """The resolver, asked by half-open ranges of tokens."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def resolve(self, start: int, end: int, *, speaker: Referent | None = None) -> Referent | None:
        return self._resolver.resolve(Span(start, end), speaker=speaker)

    def parties_in(self, start: int, end: int) -> tuple[str, ...]:
        found = self._resolver.referents_in(Span(start, end))
        return tuple(dict.fromkeys(party for referent in found for party in referent.parties))

"""The words of a claim → its topics, likeliest first."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bothsides.errors import ExtractionError
from bothsides.extract.topic_evidence import Evidence, gather
from bothsides.extract.topic_model import ENOUGH, ENOUGH_ALONE, TopicModel
from bothsides.extract.topic_words import Lexicon, read_topics, split_words, word_offsets
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.resources import model, resource

if TYPE_CHECKING:
    from collections.abc import Sequence

# Several claims stand in one sentence, one after the other; their sentences are searched once.
_SENTENCES_KEPT = 8


class TopicReader:
    """Names the topics of claims, and marks the words that show a topic."""

    def __init__(self, lexicon: Lexicon, weights: TopicModel) -> None:
        if set(weights.slugs) != lexicon.topics.keys():
            other = ", ".join(sorted(set(weights.slugs) ^ lexicon.topics.keys()))
            raise ExtractionError(
                f"the topic model and ontology/topics.ttl differ in {other}. Train it anew: python -m bothsides.training.topics"
            )
        self._lexicon = lexicon
        self._weights = weights
        self._shown_in = lru_cache(maxsize=_SENTENCES_KEPT)(self._topics_shown)

    @classmethod
    def load(cls) -> TopicReader:
        """Return the shipped reader; it is read once.

        Raises:
            VocabularyError: the topics file is missing or malformed.
            ExtractionError: the shipped model is missing, or was trained for other topics.

        """
        return _shipped()

    def topics(
        self, quote: str, *, context: str = "", parties: Sequence[str] = (), previous: Sequence[str] = (), act: str = ""
    ) -> tuple[str, ...]:
        """Return the slugs of a claim's topics, none where nothing is likely.

        `quote` is the claim's evidence and `context` its sentence; `parties` are those of the event, whose mere names are no topic;
        `previous` the topics of the claim before it, which "these efforts" takes up; `act` its act.
        """
        if not quote.strip():
            return ()
        found = self._weights.probabilities(
            self._lexicon, self.evidence(quote, context=context, parties=parties, previous=previous, act=act)
        )
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        enough = tuple(slug for slug, chance in ranked if chance > ENOUGH)
        return enough or tuple(slug for slug, chance in ranked[:1] if chance > ENOUGH_ALONE)

    def phrases(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return `(start, end, slug)` of every stretch that shows a topic, in text order; offsets in characters of `text`."""
        offsets = word_offsets(text)
        hits = self._lexicon.find(split_words(text))
        return tuple(
            (offsets[hit.first][0], offsets[hit.last - 1][1], slug) for hit in hits if not hit.is_inner for slug in hit.phrase.topics
        )

    def evidence(self, quote: str, *, context: str, parties: Sequence[str], previous: Sequence[str], act: str) -> Evidence:
        """Return what speaks for each topic; training asks for it too."""
        before, _, after = context.partition(quote)
        around = self._shown_in(before) | self._shown_in(after)
        return gather(self._lexicon, split_words(quote), around, parties=parties, previous=previous, act=act)

    def _topics_shown(self, text: str) -> frozenset[str]:
        return frozenset(slug for hit in self._lexicon.find(split_words(text)) if not hit.is_inner for slug in hit.phrase.topics)


def shipped_lexicon() -> Lexicon:
    """Return the lexicon of the ontology's topics, with the parties that the gazetteer knows."""
    parties = load_gazetteer().parties.values()
    return Lexicon(
        read_topics(resource("ontology", "topics.ttl")),
        {party.code: (party.name, *party.aliases, *party.adjectives) for party in parties},
    )


@cache
def _shipped() -> TopicReader:
    return TopicReader(shipped_lexicon(), TopicModel.load(model("topics") / "topics.npz"))

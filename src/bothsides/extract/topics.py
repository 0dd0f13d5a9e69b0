"""The words of a claim → its topics, most salient first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bothsides.extract.topic_words import Lexicon, read_labels, split_words
from bothsides.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence


class TopicReader:
    """Names the topics of claims and marks the words that show a topic."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @classmethod
    def load(cls) -> TopicReader:
        """Return the shipped reader; it is read once.

        Raises:
            VocabularyError: the topics file is missing or malformed.
        """
        return _shipped()

    def topics(
        self, quote: str, *, context: str = "", parties: Sequence[str] = (), previous: Sequence[str] = (), act: str = ""
    ) -> tuple[str, ...]:
        """Return the slugs of a claim's topics.

        `quote` is the claim's evidence; `context` what stands before it (its sentence and the one before); `parties` those of the
        event; `previous` the topics of the claim before it; `act` its act.
        """
        hits = self._lexicon.find(split_words(quote))
        return tuple(dict.fromkeys(slug for hit in hits for slug in hit.topics))

    def phrases(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Return `(start, end, slug)` of every stretch that shows a topic, in text order; offsets in characters of `text`."""
        words = split_words(text)
        return tuple((words[hit.first].start, words[hit.last - 1].end, slug) for hit in self._lexicon.find(words) for slug in hit.topics)


@cache
def _shipped() -> TopicReader:
    return TopicReader(Lexicon(read_labels(resource("ontology", "topics.ttl"))))

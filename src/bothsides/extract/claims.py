"""The claims found in a document's sentences → `Claim` records with their evidence, parties, force and topics."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bothsides.extract.force import force, is_negated
from bothsides.extract.lexicon import CueKind
from bothsides.records import Act, Claim, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bothsides.extract.context import Sentence
    from bothsides.extract.holders import Holders, Resolves
    from bothsides.extract.parsed import Parsed
    from bothsides.extract.reference import Referent
    from bothsides.extract.select import Found, Selector
    from bothsides.extract.topics import TopicReader
    from bothsides.records import Document

# Acts that are aimed at somebody: the other parties named in their words, or else all other parties of the event.
_AIMED = frozenset(
    {
        Act.URGE,
        Act.DEMAND,
        Act.REQUEST,
        Act.INVITE,
        Act.CONDEMN,
        Act.CONCERN,
        Act.WARN,
        Act.PROPOSE,
        Act.REFUSE,
        Act.ACCEPT,
        Act.WELCOME,
        Act.SUPPORT,
        Act.REGRET,
    }
)
_AIMED_AT_THE_OTHER = frozenset({Act.URGE, Act.DEMAND, Act.REQUEST, Act.INVITE, Act.PROPOSE, Act.ACCEPT})
# What ties a cue to its content and is part of neither.
_LINKS = frozenset({"that", "to", ":", ","})
_BINDING = frozenset({Act.AGREE, Act.COMMIT, Act.ACCEPT})


class ClaimReader:
    """Reads the claims of one document, sentence by sentence."""

    def __init__(
        self,
        document: Document,
        parsed: Parsed,
        *,
        selector: Selector,
        holders: Holders,
        resolver: Resolves,
        topics: TopicReader,
        parties: Sequence[str],
    ) -> None:
        self._document = document
        self._parsed = parsed
        self._selector = selector
        self._holders = holders
        self._resolver = resolver
        self._topics = topics
        self._parties = tuple(parties)
        self._previous: tuple[str, ...] = ()

    def read(self, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
        """Return the claims of all sentences in text order; two claims of the same words and act are one."""
        claims: dict[str, Claim] = {}
        for sentence in sentences:
            found = self._selector.select(self._parsed, sentence)
            voices = self._holders.of_sentence(sentence, found)
            keys: dict[int, str] = {}
            for item in found:
                claim = self._claim(item, voices[item.head])
                keys[item.head] = claim.key
                claims.setdefault(claim.key, claim)
            for item in found:
                self._nest(item, found, keys, claims)
        return tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.act)))

    def _claim(self, found: Found, voice: Referent) -> Claim:
        parsed = self._parsed
        content = self._content(found)
        strength, stance = force(found)
        span = self._offsets(found.span)
        quote = self._document.text[span.start : span.end]
        sentence = found.sentence
        context = self._document.text[parsed.starts[sentence.start] : parsed.ends[sentence.end - 1]]
        topics = self._topics.topics(quote, context=context, parties=self._parties, previous=self._previous, act=found.act)
        self._previous = topics or self._previous
        named = self._resolver.parties_in(*found.span)
        others = tuple(party for party in named if party not in voice.parties)
        addressees = self._addressees(found.act, voice, others)
        binds = voice.parties if found.act in _BINDING or (found.act is Act.WARN and not others) else ()
        owed = tuple(party for party in self._parties if party not in binds or len(binds) > 1) if binds else ()
        return Claim(
            document=self._document.sha256,
            span=span,
            act=found.act,
            holders=voice.parties,
            cue=self._cue(found),
            content=self._offsets(content),
            speaker=voice.person,
            addressees=addressees,
            binds=binds,
            owed_to=owed,
            negated=is_negated(parsed, found, content),
            strength=strength,
            stance=stance,
            confidence=round(found.confidence, 4),
            topics=topics,
            mentions=others,
        )

    def _addressees(self, act: Act, voice: Referent, others: tuple[str, ...]) -> tuple[str, ...]:
        if act not in _AIMED:
            return ()
        present = tuple(party for party in others if party in self._parties)
        if present:
            return present
        if act in _AIMED_AT_THE_OTHER and not others:
            return tuple(party for party in self._parties if party not in voice.parties)
        return others

    def _content(self, found: Found) -> tuple[int, int]:
        """Return the token range of what is said, wanted or undertaken: behind the cue, or before it in a passive, else the whole."""
        low, high = found.span
        cue = found.cue
        if cue is None or cue.entry.kind is CueKind.TOPIC or not (low <= cue.tokens[0] < high):
            return (low + 1 if self._parsed.lowers[low] in _LINKS and high - low > 1 else low), high
        after = max(cue.tokens) + 1
        while after < high - 1 and self._parsed.lowers[after] in _LINKS:
            after += 1
        if after < high - 1:
            return after, high
        before = min(cue.tokens)
        return (low, before) if before - low > 1 else (low, high)

    def _cue(self, found: Found) -> Span:
        tokens = [i for i in found.cue.tokens if found.span[0] <= i < found.span[1]] if found.cue is not None else []
        first, last = (min(tokens), max(tokens)) if tokens else (found.head, found.head)
        return Span(self._parsed.starts[first], self._parsed.ends[last])

    def _offsets(self, tokens: tuple[int, int]) -> Span:
        return Span(self._parsed.starts[tokens[0]], self._parsed.ends[tokens[1] - 1])

    def _nest(self, item: Found, found: Sequence[Found], keys: dict[int, str], claims: dict[str, Claim]) -> None:
        """Record on a claim the claim inside whose words it stands whole."""
        outer = next((o for o in found if o.head == item.above), None)
        if outer is None or not (outer.span[0] <= item.span[0] and item.span[1] <= outer.span[1]) or keys[outer.head] == keys[item.head]:
            return
        claim = claims[keys[item.head]]
        claims[keys[item.head]] = replace(claim, nested_in=keys[outer.head])

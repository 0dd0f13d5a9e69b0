"""Whose word a claim is: from its grammar and the text around it to parties and, where one is named, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bothsides.extract.features import subject_of
from bothsides.extract.lexicon import CueKind
from bothsides.extract.reference import Referent
from bothsides.records import Act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bothsides.extract.context import Sentence
    from bothsides.extract.parsed import Parsed
    from bothsides.extract.select import Found


class Resolves(Protocol):
    """What is asked of `reference.Resolver`, by half-open ranges of tokens."""

    def resolve(self, start: int, end: int, *, speaker: Referent | None = None) -> Referent | None:
        """Return whom the noun phrase stands for; `speaker` is who says "we" and "I" there."""
        ...

    def parties_in(self, start: int, end: int) -> tuple[str, ...]:
        """Return the parties that a range of tokens names, itself or by a person of theirs, each once."""
        ...


# Acts that a subject performs by what it does, so that the subject of a plain statement holds them ("Russia will continue …");
# in a plain statement with any other act the speaker judges the subject ("The two sides should …").
_OWN_DEED = frozenset(
    {
        Act.COMMIT,
        Act.SUPPORT,
        Act.WELCOME,
        Act.REFUSE,
        Act.CONDEMN,
        Act.CONCERN,
        Act.REGRET,
        Act.AGREE,
        Act.ACCEPT,
        Act.INVITE,
        Act.DISCUSS,
        Act.DISAGREE,
        Act.ANNOUNCE,
        Act.REQUEST,
    }
)
# Adverse acts in a passive without an agent are the publisher's; anything else is told of all ("It was agreed", "was discussed").
_ONE_SIDED = frozenset({Act.CONDEMN, Act.DEMAND, Act.URGE, Act.CONCERN, Act.DENY, Act.REFUSE, Act.WARN, Act.REQUEST})
# What others ought to do: the subject of "The two sides should …" is not the one who speaks.
_DUTY = frozenset({"should", "must", "ought"})
_SPOKEN = frozenset({CueKind.VERB, CueKind.PHRASE, CueKind.LIGHT, CueKind.NOUN})
# Subjects that point back at what was just said: "This includes a commitment to …" is held by those who said it.
_POINTING = frozenset({"this", "these", "that", "it", "which"})
_NOMINAL = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PART", "CCONJ", "SYM", "PUNCT", "SPACE"})
_JOINT_WORDS = frozenset({"shared", "mutual", "joint", "common", "jointly"})


class Holders:
    """Finds the holders of a document's claims in text order; remembers who spoke last, for sentences that continue a speech."""

    def __init__(self, parsed: Parsed, resolver: Resolves, *, publisher: Sequence[str], parties: Sequence[str]) -> None:
        self._parsed = parsed
        self._resolver = resolver
        self._publisher = Referent(tuple(publisher) or tuple(parties[:1]))
        self._all = tuple(parties) or tuple(publisher)
        self._last: Referent | None = None
        self._latest: Referent | None = None
        self._paragraph = -1

    def of_sentence(self, sentence: Sentence, claims: Sequence[Found]) -> dict[int, Referent]:
        """Return the voice of every claim of a sentence, by the claim's head token."""
        if sentence.paragraph != self._paragraph and not sentence.speech:
            self._last, self._paragraph = None, sentence.paragraph
        speaker = self._speaker(sentence)
        voices: dict[int, Referent] = {}
        by_head = {claim.head: claim for claim in claims}
        for claim in sorted(claims, key=lambda c: _order(self._parsed, c.head)):
            above = by_head.get(claim.above) if claim.above is not None else None
            voices[claim.head] = self._voice(claim, above, voices, speaker)
        for claim in claims:
            voice = self._latest = voices[claim.head]
            if claim.cue is not None and claim.cue.entry.kind in _SPOKEN and voice.parties and len(voice.parties) < max(2, len(self._all)):
                self._last = voice
        return voices

    def _speaker(self, sentence: Sentence) -> Referent | None:
        """Return who speaks a sentence of a transcript or a quotation, else None."""
        if sentence.turn is not None:
            return self._name_before(sentence.turn.label)
        if sentence.quoted:
            attributed = self._attribution(sentence)
            return attributed or (self._last if sentence.speech else None)
        return None

    def _name_before(self, label: tuple[int, int]) -> Referent | None:
        parsed = self._parsed
        tokens = [i for i in range(len(parsed.words)) if label[0] <= parsed.starts[i] < label[1]]
        return self._resolved(tokens[0], tokens[-1] + 1) if tokens else None

    def _attribution(self, sentence: Sentence) -> Referent | None:
        """Return the subject of the speaking verb outside the quotation marks of a sentence or just after it."""
        parsed = self._parsed
        for start, end in ((sentence.start, sentence.end), (sentence.end, min(sentence.end + 25, len(parsed.words)))):
            for i in range(start, end):
                if i in sentence.quoted or not parsed.tags[i].startswith("VB"):
                    continue
                subject = subject_of(parsed, i)
                if subject is not None and subject not in sentence.quoted and parsed.tags[i] in {"VBD", "VBZ", "VBP"}:
                    voice = self._resolved(parsed.left[subject], parsed.right[subject] + 1)
                    if voice is not None:
                        return voice
        return None

    def _voice(self, claim: Found, above: Found | None, voices: dict[int, Referent], speaker: Referent | None) -> Referent:
        if claim.act is Act.CHARACTERISE or (claim.act is Act.DISCUSS and self._is_aside(claim)):
            return Referent(self._all)
        voice = self._own(claim, above, voices, speaker)
        return Referent(self._all) if self._is_joint(claim, voice) else voice

    def _is_aside(self, claim: Found) -> bool:
        """Tell whether the talks as such are told of: "While discussing …", "The conversation focused on …"."""
        parsed, head = self._parsed, claim.head
        subject = subject_of(parsed, head)
        if subject is None:
            return parsed.tags[head] == "VBG" and parsed.deps[head] in {"advcl", "acl"}
        return claim.cue is not None and claim.cue.entry.kind is CueKind.TOPIC

    def _own(self, claim: Found, above: Found | None, voices: dict[int, Referent], speaker: Referent | None) -> Referent:
        parsed, head = self._parsed, claim.head
        continuing = speaker or self._last or self._publisher
        outer = voices.get(above.head) if above is not None else None
        spoken = claim.cue is not None and claim.cue.entry.kind in _SPOKEN and claim.cue.entry.act is not None
        if parsed.pos[head] == "NOUN" and claim.cue is not None and claim.cue.entry.kind is CueKind.NOUN and head == claim.cue.tokens[0]:
            return self._possessor(head, outer, speaker) or outer or continuing
        if outer is not None and above is not None and (subject_of(parsed, head) is None or self._is_content(head, above.head)):
            return outer
        subject = self._subject(head)
        if any(parsed.lowers[child] in _DUTY and parsed.deps[child] == "aux" for child in parsed.children[head]):
            return outer or continuing
        passive = any(parsed.deps[child] == "aux:pass" for child in parsed.children[head]) or (
            subject is not None and parsed.deps[subject].endswith(":pass")
        )
        if passive and spoken:
            return self._of_passive(claim, subject, outer, continuing)
        if subject is None and parsed.tags[head] == "VB" and above is None and self._latest is not None:
            return self._latest  # an item of a list: "1. Reopen the border markets."
        if subject is None:
            return outer or (self._opening(claim) if spoken else None) or continuing
        voice = self._subject_voice(claim, subject, speaker or self._last)
        if (voice is None or not voice.parties) and parsed.lowers[subject] in _POINTING and self._latest is not None:
            return self._latest
        if voice is None or not voice.parties:
            return outer or (Referent(self._all) if claim.act in {Act.DISCUSS, Act.AGREE} else continuing)
        if spoken or claim.act in _OWN_DEED or len(voice.parties) > 1:
            return voice
        return outer or continuing

    def _subject_voice(self, claim: Found, subject: int, speaker: Referent | None) -> Referent | None:
        """Return whom a subject means; names joined by "and" before the predicate count together even where the parser tore them apart."""
        parsed = self._parsed
        voice = self._resolved(parsed.left[subject], parsed.right[subject] + 1, speaker)
        low = claim.span[0]
        if (
            voice is not None
            and low < parsed.left[subject]
            and any(parsed.lowers[i] == "and" for i in range(low, parsed.right[subject] + 1))
        ):
            names_only = all(
                parsed.pos[i] in {"PROPN", "CCONJ", "PUNCT", "DET", "ADP", "NOUN", "ADJ"} for i in range(low, parsed.right[subject] + 1)
            )
            before = self._resolved(low, parsed.right[subject] + 1, speaker) if names_only else None
            if before is not None and set(before.parties) > set(voice.parties):
                return before
        return voice

    def _opening(self, claim: Found) -> Referent | None:
        """Return whom the names at the start of a claim mean, where the parser found no subject ("The HR/VP made clear that …")."""
        parsed, low = self._parsed, claim.span[0]
        end = low
        while end < claim.span[1] and parsed.pos[end] in _NOMINAL:
            end += 1
        voice = self._resolved(low, end) if end > low else None
        return voice if voice is not None and voice.parties else None

    def _is_content(self, head: int, above: int) -> bool:
        """Tell whether a claim stands inside what the claim above it says, rather than beside it."""
        parsed, at = self._parsed, head
        if parsed.deps[head] == "acl:relcl":  # "…, which he accepted": somebody else's act
            return False
        while at != above and parsed.heads[at] != at:
            if parsed.deps[at] in {"ccomp", "xcomp", "obj", "obl", "nmod"} or (
                parsed.deps[at] in {"advcl", "acl"} and parsed.tags[at] == "VB"
            ):
                return True
            at = parsed.heads[at]
        return False

    def _subject(self, head: int) -> int | None:
        """Return the subject of a predicate: its own, or that of the predicate it is coordinated with."""
        parsed, at = self._parsed, head
        for _ in range(4):
            subject = subject_of(parsed, at)
            if subject is not None and not parsed.deps[subject].startswith("expl"):
                return subject
            if parsed.deps[at] not in {"conj", "xcomp", "aux", "cop"} or parsed.heads[at] == at:
                return None
            at = parsed.heads[at]
        return None

    def _of_passive(self, claim: Found, subject: int | None, outer: Referent | None, continuing: Referent) -> Referent:
        parsed = self._parsed
        for child in parsed.children[claim.head]:
            if parsed.deps[child] in {"obl:agent", "obl"} and any(parsed.lowers[case] == "by" for case in parsed.children[child]):
                voice = self._resolved(parsed.left[child], parsed.right[child] + 1)
                if voice is not None and voice.parties:
                    return voice
        if subject is not None and parsed.lowers[subject] != "it":
            told = self._resolved(parsed.left[subject], parsed.right[subject] + 1)
            if told is not None and told.person is not None and len(told.parties) == 1:  # "The Minister was informed": the others told
                others = tuple(party for party in self._all if party not in told.parties)
                return Referent(others) if others else continuing
            if told is not None and told.parties and parsed.pos[subject] in {"PROPN", "PRON"}:
                return Referent(told.parties, told.person)
        if claim.act in _ONE_SIDED:
            return outer or self._publisher
        return Referent(self._all)

    def _possessor(self, head: int, outer: Referent | None, speaker: Referent | None) -> Referent | None:
        """Return whose commitment, concern or support a noun names ("Jordan's support", "U.S. concerns", "our shared commitment")."""
        parsed = self._parsed
        for child in parsed.children[head]:
            dep, lower = parsed.deps[child], parsed.lowers[child]
            if dep in {"nmod:poss", "amod", "compound", "nmod", "nmod:of"} and child < head:
                if lower == "its" and outer is not None:
                    named = [p for p in self._resolver.parties_in(max(0, head - 30), head) if p not in outer.parties]
                    if named:
                        return Referent((named[-1],))
                voice = self._resolved(parsed.left[child], parsed.right[child] + 1, speaker)
                if voice is not None and voice.parties:
                    return voice
        return None

    def _is_joint(self, claim: Found, voice: Referent) -> bool:
        """Tell whether the wording makes all parties hold a claim of which one is the subject.

        "Our shared commitment"; "the Secretary discussed …", which takes two, unlike "the Secretary briefed the Minister on …".
        """
        parsed = self._parsed
        if len(voice.parties) != 1 or len(self._all) < 2:
            return False
        if claim.act in {Act.COMMIT, Act.AGREE} and claim.cue is not None:
            noun = claim.cue.tokens[-1]
            if any(parsed.lemmas[child] in _JOINT_WORDS for child in parsed.children[noun]):
                return True
        return claim.act is Act.DISCUSS and not any(
            match.entry.kind is CueKind.TELLING for match in claim.sentence.cues.get(claim.head, ())
        )

    def _resolved(self, start: int, end: int, speaker: Referent | None = None) -> Referent | None:
        while start < end - 1 and self._parsed.pos[start] in {"PUNCT", "CCONJ", "SPACE", "SYM", "X"} | (
            {"NUM"} if self._parsed.words[start].isdigit() else set()
        ):
            start += 1  # a paragraph's number, a comma or an "and" that the parser counted in
        return self._resolver.resolve(start, end, speaker=speaker)


def _order(parsed: Parsed, head: int) -> tuple[int, int]:
    """Sort heads before what hangs on them."""
    depth, at = 0, head
    while parsed.heads[at] != at:
        at, depth = parsed.heads[at], depth + 1
    return depth, head

"""Candidate heads → the claims of a sentence: which heads are claims, what words belong to each, and which act it is.

Two small linear classifiers decide, trained and cross-validated by `python -m bothsides.training.claims` (figures beside the models);
the lexicon's word on a cue is among what they weigh.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bothsides.extract.clauses import candidates, governor, span_of, trim
from bothsides.extract.features import act_features, cue_of, head_features
from bothsides.extract.lexicon import CueKind, Lexicon, Match
from bothsides.extract.linear import LinearClassifier
from bothsides.records import Act
from bothsides.resources import model

if TYPE_CHECKING:
    from bothsides.extract.context import Sentence
    from bothsides.extract.parsed import Parsed

# A candidate is a claim from this probability on; the F1 of claims is flat between .34 and .48 in cross-validation.
ACCEPTED = 0.45


@dataclass(frozen=True, slots=True)
class Found:
    """One claim before its parties are known: head token, half-open token range, act, probability of both decisions together.

    `above` is the head of the claim it hangs on, `cue` the lexicon's match.
    """

    head: int
    span: tuple[int, int]
    act: Act
    confidence: float
    above: int | None
    cue: Match | None
    sentence: Sentence


class Selector:
    """Both classifiers with the lexicon that their features were made with."""

    def __init__(self, heads: LinearClassifier, acts: LinearClassifier, lexicon: Lexicon) -> None:
        self._heads = heads
        self._acts = acts
        self._labels = [Act(label) for label in acts.labels]
        self._nouns = act_nouns(lexicon)

    def select(self, parsed: Parsed, sentence: Sentence) -> list[Found]:
        """Return the claims of one sentence, in text order."""
        heads = candidates(parsed, sentence.start, sentence.end, self._nouns)
        cues = {head: cue_of(parsed, head, sentence) for head in heads}
        chance: dict[int, float] = {}
        for head in heads:  # heads come before their dependents, so that a dependent knows what became of its governor
            accepted = [other for other, value in chance.items() if value >= ACCEPTED]
            features = head_features(parsed, head, governor(parsed, head, heads), governor(parsed, head, accepted), sentence, cues)
            chance[head] = float(self._heads.probabilities(features)[1])
        accepted = [head for head in heads if chance[head] >= ACCEPTED]
        # A quotation and the verb of its attribution are one claim.
        accepted = [head for head in accepted if head in sentence.quoted or _quoted_clause(parsed, head, sentence) not in accepted]
        found: dict[int, Found] = {}
        for head in accepted:
            above = governor(parsed, head, accepted)
            span = claim_span(parsed, head, accepted, sentence)
            act_above = str(found[above].act) if above is not None else ""
            likely = self._acts.probabilities(act_features(parsed, head, span, act_above, sentence, cues[head]))
            best = int(likely.argmax())
            act, sure = self._labels[best], float(likely[best])
            if above is not None and is_continued(parsed, head, above):
                act, sure = found[above].act, found[above].confidence
            found[head] = Found(head, span, act, chance[head] * sure, above, cues[head], sentence)
        return sorted(found.values(), key=lambda claim: claim.span)


def is_continued(parsed: Parsed, head: int, above: int) -> bool:
    """Tell whether a claim is a further infinitive of what the claim above says: "agreed to reopen … and to *resume* …".

    It has the same act: what follows from one verb is done by one act.
    """
    if parsed.tags[head] != "VB" or parsed.deps[head] != "conj":
        return False
    at = parsed.heads[head]
    while parsed.deps[at] == "conj" and at != above:
        at = parsed.heads[at]
    return at != above and parsed.deps[at] in {"xcomp", "ccomp", "advcl", "acl"} and parsed.heads[at] == above


def claim_span(parsed: Parsed, head: int, heads: list[int], sentence: Sentence) -> tuple[int, int]:
    """Return the token range of a claim; one inside quotation marks ends with them, so that "…, the President said" is left out."""
    low, high = span_of(parsed, head, heads, sentence.start, sentence.end)
    if head in sentence.quoted:
        first, last = _quotation_around(head, sentence)
        return trim(parsed, max(low, first), min(high, last), head)
    said = _quoted_clause(parsed, head, sentence)
    if said is not None:  # the head is the verb of the attribution
        first, last = _quotation_around(said, sentence)
        return trim(parsed, first, last, said)
    if not sentence.speech:
        low = _without_circumstance(parsed, head, low)
    return _with_whole_subject(parsed, low, sentence.start), high


# What a quoted clause is to the verb of its attribution, or the verb to the clause.
_QUOTED_AS = frozenset({"ccomp", "parataxis", "obj", "root"})
# Words of a quotation from which on it is speech rather than a quoted term.
_SPEECH_WORDS = 4


def _quoted_clause(parsed: Parsed, head: int, sentence: Sentence) -> int | None:
    """Return the head of the quoted clause that a verb outside the quotation marks attributes to somebody, if it does."""
    around = [child for child in parsed.children[head] if parsed.deps[child] in _QUOTED_AS]
    if parsed.deps[head] in _QUOTED_AS:
        around.append(parsed.heads[head])
    for clause in around:
        if clause in sentence.quoted:
            first, last = _quotation_around(clause, sentence)
            if last - first >= _SPEECH_WORDS and (first == sentence.start + 1 or first == sentence.start or last >= sentence.end - 2):
                return clause
    return None


def _quotation_around(token: int, sentence: Sentence) -> tuple[int, int]:
    """Return the half-open range of quoted tokens of the sentence around one of them."""
    first = last = token
    while first - 1 in sentence.quoted:
        first -= 1
    while last + 1 in sentence.quoted:
        last += 1
    return first, last + 1


# Openings that belong to what is claimed: its source, its matter or its condition.
_KEPT_OPENINGS = frozenset({"as", "according", "if", "unless", "should", "provided", "given"})


def _without_circumstance(parsed: Parsed, head: int, low: int) -> int:
    """Return where a claim begins when a circumstance stands before its subject: "During the call, | the President said …"."""
    subject = next((child for child in parsed.children[head] if parsed.deps[child].startswith(("nsubj", "expl")) and child < head), None)
    if subject is None or parsed.lowers[low] in _KEPT_OPENINGS:
        return low
    begin = parsed.left[subject]
    return begin if low < begin and parsed.words[begin - 1] == "," else low


# What a coordination of names and titles at the start of a sentence is made of.
_NAMES = frozenset({"PROPN", "DET", "NOUN", "ADJ", "ADP", "CCONJ", "PART", "SPACE"})


def _with_whole_subject(parsed: Parsed, low: int, start: int) -> int:
    """Return where a span begins when the parser cut a sentence's subject in two: "The Secretary and | Foreign Minister Hall met"."""
    if low - 2 > start and parsed.lowers[low - 1] == "and" and all(parsed.pos[i] in _NAMES for i in range(start, low)):
        return start
    return low


def act_nouns(lexicon: Lexicon) -> frozenset[str]:
    """Return the lemmas of the lexicon's act-bearing nouns of one word."""
    return frozenset(entry.words[0] for entry in lexicon.entries() if entry.kind is CueKind.NOUN and len(entry.words) == 1)


@functools.cache
def load_selector(lexicon: Lexicon) -> Selector:
    """Load the shipped classifiers.

    Raises:
        ExtractionError: a classifier file cannot be read.
    """
    folder = model("claims")
    return Selector(LinearClassifier.load(folder / "heads.npz"), LinearClassifier.load(folder / "acts.npz"), lexicon)

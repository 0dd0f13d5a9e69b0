"""A candidate head in its sentence → the named features that the shipped classifiers weigh.

Two classifiers read them: one tells whether a candidate heads a claim, one tells its act. Names are strings (`cue.act=agree`), so that
weights can be read by eye; words enter as lemmas. Nothing here knows a party, a person or a document.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bothsides.extract.lexicon import CueKind, Match
from bothsides.records import Act

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bothsides.extract.context import Sentence
    from bothsides.extract.parsed import Parsed

_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it", "you", "this", "these", "which", "who", "that", "there"})
_MODALS = frozenset({"will", "would", "should", "must", "shall", "can", "could", "may", "might", "need", "'ll", "'d"})
_BUCKETS = (2, 4, 8, 14, 22, 35)


def cue_of(parsed: Parsed, head: int, sentence: Sentence) -> Match | None:
    """Return the cue that a candidate carries: the longest that holds the head itself, else one that holds its copula or auxiliary.

    A light verb passes on the act of the noun that follows it ("expressed his readiness"): the noun's match is returned for it, with
    the verb's token put in front.
    """
    best: Match | None = None
    for token in (
        head,
        *(child for child in parsed.children[head] if parsed.deps[child] in {"cop", "aux", "aux:pass", "compound:prt", "case"}),
    ):
        for match in sentence.cues.get(token, ()):
            if match.entry.kind in _HEADING and (best is None or _weight(match) > _weight(best)):
                best = match
        if best is not None and token == head and best.entry.kind is not CueKind.NOUN:
            break
    if best is not None and any(match.entry.kind is CueKind.LIGHT for match in sentence.cues.get(head, ())) and best.entry.act in _YIELDING:
        noun = _noun_after(parsed, head, sentence)
        if noun is not None and (noun.entry.act is not Act.STATE or best.entry.act is None):
            return Match(noun.entry, (head, *noun.tokens))
    return best


# A verb with one of these acts, or none, yields to the noun it governs: "reaffirmed their commitment" commits.
_YIELDING = frozenset({None, Act.STATE, Act.REAFFIRM})
_HEADING = frozenset({CueKind.VERB, CueKind.PHRASE, CueKind.TOPIC, CueKind.ENCOUNTER, CueKind.LIGHT, CueKind.NOUN})


def _weight(match: Match) -> tuple[int, int]:
    order = (CueKind.NOUN, CueKind.LIGHT, CueKind.ENCOUNTER, CueKind.TOPIC, CueKind.VERB, CueKind.PHRASE)
    return len(match.tokens), order.index(match.entry.kind)


def _noun_after(parsed: Parsed, head: int, sentence: Sentence) -> Match | None:
    """Return the act-bearing noun that a light verb governs: among its objects (or passive subject) and their conjuncts, the first."""
    for child in parsed.children[head]:
        if parsed.deps[child] in {"obj", "nsubj:pass", "iobj"}:
            for match in sentence.cues.get(child, ()):
                if match.entry.kind is CueKind.NOUN:
                    return match
    return None


def subject_of(parsed: Parsed, head: int) -> int | None:
    """Return the head token of a predicate's own subject, or None."""
    for child in parsed.children[head]:
        if parsed.deps[child].startswith(("nsubj", "csubj", "expl")):
            return child
    return None


def head_features(
    parsed: Parsed, head: int, governor: int | None, claim: int | None, sentence: Sentence, cues: dict[int, Match | None]
) -> list[str]:
    """Return the features by which a candidate is taken for the head of a claim, or not.

    `governor` is the nearest candidate above it, `claim` the nearest that was itself taken for one.
    """
    dep, tag, lemma = parsed.deps[head], parsed.tags[head], parsed.lemmas[head]
    low, high = parsed.left[head], parsed.right[head] + 1
    cue = cues.get(head)
    path = "/".join(_path(parsed, head, governor))
    auxiliaries = list(_auxiliaries(parsed, head))
    subject = next(_subject_features(parsed, head, sentence))
    own = sorted({parsed.deps[child].split(":")[0] for child in parsed.children[head]})
    tone = any(match.entry.kind is CueKind.TONE for i in range(low, high) for match in sentence.cues.get(i, ()))
    core = [
        f"tone={tone}", f"dep={dep}", f"tag={tag}", f"path={path}", f"kind={_kind(cue)}", f"act={cue.entry.act if cue else None}", subject,
        f"aux={'+'.join(auxiliaries)}", f"before={parsed.lowers[low - 1] if low > sentence.start else '^'}",
        f"speech={sentence.speech}{head in sentence.quoted}",
        *_claim_features(parsed, head, claim, cues), f"clause={'ccomp' in own or 'xcomp' in own}", f"sentence={min(sentence.index, 2)}",
    ]  # fmt: skip
    out = [*core, *(f"{a}&{b}" for i, a in enumerate(core) for b in core[i + 1 :])]
    out += [
        f"lemma={lemma}",
        f"pos={parsed.pos[head]}",
        f"cue={cue.entry.cue if cue else None}",
        f"first={parsed.lowers[low]}",
        *(f"has={name}" for name in own),
        *auxiliaries,
    ]
    if governor is not None:
        above = cues.get(governor)
        out += [
            f"governor.lemma={parsed.lemmas[governor]}",
            f"governor.lemma+path={parsed.lemmas[governor]}/{path}",
            f"governor.tag={parsed.tags[governor]}/{dep}",
        ]
        out += [f"governor.act+path={above.entry.act if above else None}/{path}", f"order={'after' if head > governor else 'before'}/{dep}"]
    if parsed.heads[head] != head:
        parent = parsed.heads[head]
        out += [f"parent.lemma={parsed.lemmas[parent]}", f"parent.pos={parsed.pos[parent]}/{dep}"]
    out.append(f"before2={parsed.lowers[low - 2] if low - 2 >= sentence.start else '^'}")
    out.append(f"after={parsed.lowers[high] if high < sentence.end else '$'}")
    if sentence.heading:
        out.append("heading")
    out += [f"length={_bucket(high - low)}", f"opens={parsed.lemmas[sentence.start]}"]
    return list(dict.fromkeys(out))


def _claim_features(parsed: Parsed, head: int, claim: int | None, cues: dict[int, Match | None]) -> list[str]:
    """Return how a candidate hangs on the claim above it, if any."""
    if claim is None:
        return ["claim=none", "hangs=none"]
    above = cues.get(claim)
    return [f"claim={above.entry.act if above else None}", f"hangs={'/'.join(_path(parsed, head, claim))}"]


def act_features(parsed: Parsed, head: int, span: tuple[int, int], above: str, sentence: Sentence, cue: Match | None) -> list[str]:
    """Return the features by which a claim is given its act. `above` is the act of the claim it hangs on (empty without one)."""
    low, high = span
    auxiliaries = list(_auxiliaries(parsed, head))
    subject = list(_subject_features(parsed, head, sentence))
    inner = _complement(parsed, head)
    complement = [f"complement.{name}" for name in _auxiliaries(parsed, inner)] if inner is not None else []
    matches = {match for i in range(low, high) for match in sentence.cues.get(i, ()) if cue is None or i not in cue.tokens}
    acts = sorted({str(match.entry.act) for match in matches if match.entry.act})
    degrees = sorted({str(match.entry.kind) for match in matches if match.entry.kind in _DEGREES})
    noun = _noun_after(parsed, head, sentence)
    within = cue_of(parsed, inner, sentence) if inner is not None else None
    core = [
        f"cue.act={cue.entry.act if cue else None}", f"cue.kind={_kind(cue)}", f"cue={cue.entry.cue if cue else None}", f"above={above}",
        subject[0], f"aux={'+'.join(auxiliaries)}", f"complement={'+'.join(complement)}", f"noun={noun.entry.act if noun else None}",
        f"dep={parsed.deps[head]}",
        f"speech={sentence.speech}{head in sentence.quoted}", f"inner={within.entry.act if within else None}",
        f"inner.{next(_subject_features(parsed, inner, sentence)) if inner is not None else None}",
        *(f"within={act}" for act in acts[:3]), *(f"with={kind}" for kind in degrees),
    ]  # fmt: skip
    out = ["bias", *core, *(f"{a}&{b}" for i, a in enumerate(core) for b in core[i + 1 :])]
    out += [
        f"tag={parsed.tags[head]}",
        f"lemma={parsed.lemmas[head]}",
        *auxiliaries,
        *complement,
        *subject[1:],
        *(f"within={act}" for act in acts[3:]),
    ]
    if inner is not None:
        out += [
            f"complement.lemma={parsed.deps[inner]}/{parsed.lemmas[inner]}",
            f"cue.act+complement.lemma={cue.entry.act if cue else None}/{parsed.lemmas[inner]}",
        ]
        out += [f"complement.subject={parsed.lemmas[s]}" for s in parsed.children[inner] if parsed.deps[s].startswith("nsubj")]
    lemmas = [parsed.lemmas[i] for i in range(low, high) if parsed.pos[i] not in _WORDLESS]
    out += [f"word={lemma}" for lemma in dict.fromkeys(lemmas)]
    out += [f"pair={a}_{b}" for a, b in dict.fromkeys(pairwise(lemmas))]
    out += [f"opens={' '.join(lemmas[:2])}", f"length={_bucket(high - low)}"]
    return list(dict.fromkeys(out))


_WORDLESS = frozenset({"PROPN", "PUNCT", "NUM", "SPACE", "SYM"})
_DEGREES = frozenset({CueKind.HEDGE, CueKind.BOOSTER, CueKind.NEGATOR, CueKind.TONE})


def _complement(parsed: Parsed, head: int) -> int | None:
    """Return the head of what a predicate says: its clause, else its object or oblique."""
    for wanted in (("ccomp", "xcomp"), ("advcl", "acl"), ("obj",), ("obl",)):
        for child in parsed.children[head]:
            if child > head and parsed.deps[child].split(":")[0] in wanted:
                return child
    return None


def _kind(cue: Match | None) -> str:
    return str(cue.entry.kind) if cue else "none"


def _auxiliaries(parsed: Parsed, head: int) -> Iterator[str]:
    for child in parsed.children[head]:
        dep = parsed.deps[child]
        if dep.startswith(("aux", "cop")):
            yield f"{dep}={parsed.lowers[child] if parsed.lowers[child] in _MODALS else parsed.lemmas[child]}"
        elif dep == "mark":
            yield f"mark={parsed.lowers[child]}"
        elif parsed.lowers[child] in {"not", "n't", "never", "no"}:
            yield "negated"


def _subject_features(parsed: Parsed, head: int, sentence: Sentence) -> Iterator[str]:
    subject = subject_of(parsed, head)
    if subject is None:
        yield "subject=none"
        return
    lower = parsed.lowers[subject]
    if any(match.entry.kind is CueKind.JOINT for i in range(parsed.left[subject], subject + 1) for match in sentence.cues.get(i, ())):
        yield "subject=joint"
    elif lower in _PRONOUNS:
        yield f"subject={lower}"
    elif parsed.pos[subject] == "PROPN":
        yield "subject=name"
    else:
        yield "subject=noun"
        yield f"subject.lemma={parsed.lemmas[subject]}"
    yield f"subject.dep={parsed.deps[subject]}"


def _path(parsed: Parsed, head: int, governor: int | None) -> Sequence[str]:
    """Return the relations from a candidate up to its governor, at most three."""
    out: list[str] = []
    at = head
    while at != governor and parsed.heads[at] != at and len(out) < 3:
        out.append(parsed.deps[at])
        at = parsed.heads[at]
    return out


def _bucket(length: int) -> int:
    return sum(length > limit for limit in _BUCKETS)

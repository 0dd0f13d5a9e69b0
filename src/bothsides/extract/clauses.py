"""A parsed sentence → the tokens that could head a claim of their own, and the span of each.

Candidates are verbs and predicates wherever they stand, and nouns that carry an act ("its commitment of not supporting …"). Which of
them are claims is decided in `claims.py`; here is only grammar: what belongs to a head once it is known which heads stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bothsides.extract.parsed import Parsed

_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
# Relations whose dependent is a clause beside its head, not a part of what the head says.
_BESIDE = ("conj", "parataxis", "advcl", "acl:relcl", "list", "root", "appos", "csubj", "acl")
_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "...", "…", "!", "?", "(", ")", "*", "\\#", "#", "\\###"})
_OPENERS = frozenset({"and", "but", "or", "while", "also", "as", "well", "that", "then", "so", "yet", "whereas"})


def candidates(parsed: Parsed, start: int, end: int, act_nouns: frozenset[str]) -> list[int]:
    """Return the tokens of a sentence that could head a claim, heads before their dependents.

    A root is one whatever its word class (the parser may have missed the verb); a verb that is only an auxiliary or a prenominal
    adjective is none; a noun is one if its lemma carries an act and something belongs to it.
    """
    out = []
    for i in range(start, end):
        dep, tag = parsed.deps[i], parsed.tags[i]
        if (
            parsed.heads[i] == i
            or dep == "root"
            or (tag in _VERBAL and dep != "cc" and not dep.startswith(("aux", "amod", "compound", "case", "mark", "cop", "fixed", "flat")))
            or (
                parsed.pos[i] in {"ADJ", "NOUN", "PROPN", "PRON", "ADV"}
                and any(parsed.deps[child] == "cop" for child in parsed.children[i])
            )
            or (dep == "conj" and parsed.pos[i] in {"NOUN", "VERB", "ADJ"} and parsed.children[i])
            or (parsed.lemmas[i] in act_nouns and parsed.pos[i] in {"NOUN", "VERB"} and parsed.children[i])
        ):
            out.append(i)
    depth = {i: _depth(parsed, i) for i in out}
    return sorted(out, key=lambda i: (depth[i], i))


def _depth(parsed: Parsed, token: int) -> int:
    steps = 0
    while parsed.heads[token] != token:
        token = parsed.heads[token]
        steps += 1
    return steps


def governor(parsed: Parsed, token: int, heads: Iterable[int]) -> int | None:
    """Return the nearest ancestor of a token that is among `heads`, or None."""
    known = set(heads)
    while parsed.heads[token] != token:
        token = parsed.heads[token]
        if token in known:
            return token
    return None


def stands_beside(parsed: Parsed, token: int, head: int) -> bool:
    """Tell whether a claim headed by `token` takes its words away from the claim headed by its governor `head`.

    A coordinated or adverbial clause does; a clause or noun inside what the governor says (object, complement, modifier) does not.
    """
    below = token
    while parsed.heads[below] not in (head, below):
        if parsed.deps[below] == "conj":
            return True
        below = parsed.heads[below]
    return parsed.deps[token].startswith(_BESIDE) or parsed.deps[below].startswith(("conj", "parataxis"))


def span_of(parsed: Parsed, head: int, others: Iterable[int], start: int, end: int) -> tuple[int, int]:
    """Return the half-open token range of the claim headed by `head`, among the claims headed by `others` in the sentence.

    The range is the unbroken run of the head's subtree around the head, without the subtrees of heads beside it, without connectives
    and punctuation at its edges.
    """
    low, high = max(start, parsed.left[head]), min(end, parsed.right[head] + 1)
    for other in others:
        if other == head or not (low <= other < high) or governor(parsed, other, (head,)) is None:
            continue
        between = governor(parsed, other, [o for o in others if o != other])
        if (
            between is not None
            and between != head
            and governor(parsed, between, (head,)) is not None
            and not stands_beside(parsed, between, head)
        ):
            continue
        if not stands_beside(parsed, other, head):
            continue
        if other > head:
            high = min(high, max(parsed.left[other], head + 1))
        else:
            low = max(low, min(parsed.right[other] + 1, head))
    return trim(parsed, low, high, head)


def trim(parsed: Parsed, low: int, high: int, head: int) -> tuple[int, int]:
    """Drop connectives and punctuation from the edges of a token range, never the head itself; quotation marks are kept in pairs."""
    while low < head and (
        parsed.words[low] in _EDGE or parsed.lowers[low] in _OPENERS or parsed.tags[low] == "_SP" or parsed.words[low].isspace()
    ):
        low += 1
    while high - 1 > head and (
        parsed.words[high - 1] in _EDGE or parsed.lowers[high - 1] in {"and", "or", "but"} or parsed.words[high - 1].isspace()
    ):
        high -= 1
    for mark in ('"', "“", "‘"):
        if low < head and parsed.words[low] == mark and sum(w in '"”’' for w in parsed.words[low + 1 : high]) == 0:
            low += 1
    return low, high

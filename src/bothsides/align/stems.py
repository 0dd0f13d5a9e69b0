"""Words → stems, so that "resuming", "resumed" and "resumption of" can meet; light, English only, and sure to be the same everywhere."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")
# Tried in this order, so the longer before those that they end with.
_ENDINGS = (
    "izations",
    "ization",
    "ational",
    "ations",
    "ation",
    "ition",
    "ments",
    "ment",
    "ances",
    "ences",
    "ance",
    "ence",
    "ness",
    "ities",
    "ity",
    "ively",
    "ive",
    "ally",
    "als",
    "al",
    "ically",
    "ical",
    "ic",
    "ate",
    "ions",
    "ion",
    "ably",
    "ibly",
    "able",
    "ible",
    "ously",
    "ous",
    "fully",
    "ful",
    "less",
    "ly",
    "ize",
    "y",
)
_SHORTEST = 4  # letters that an ending must leave


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return where the words and numbers of `text` start and end."""
    return [m.span() for m in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` as written; hyphens and apostrophes part words.

    >>> words("the U.S.'s high-level talks on 1,500 visas")
    ['the', 'U', 'S', 's', 'high', 'level', 'talks', 'on', '1,500', 'visas']
    """
    return _WORD.findall(text)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of one word.

    >>> [stem(w) for w in ("resuming", "resumed", "consultations", "flights", "countries", "organisation", "organization")]
    ['resum', 'resum', 'consult', 'flight', 'countr', 'organ', 'organ']
    """
    w = word.lower().replace("isation", "ization").replace("ising", "izing")
    if len(w) <= 3 or w[0].isdigit():
        return w
    w = _without_plural(w)
    w = _without_inflection(w)
    if w.endswith("ise"):
        w = w[:-3] + "ize"
    for ending in _ENDINGS:
        if w.endswith(ending) and len(w) - len(ending) >= _SHORTEST:
            w = w[: -len(ending)]
            break
    return w[:-1] if w.endswith("e") and len(w) > _SHORTEST else w


def _without_plural(w: str) -> str:
    if w.endswith("ies"):
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes")):
        return w[:-2]
    return w[:-1] if w.endswith("s") and not w.endswith(("ss", "us", "is")) else w


def _without_inflection(w: str) -> str:
    for ending in ("ing", "ed"):
        rest = w[: -len(ending)]
        if w.endswith(ending) and len(rest) >= 3 and re.search("[aeiouy]", rest):
            if rest.endswith("at") and len(rest) >= _SHORTEST + 2:  # "coordinating" as "coordination"
                return rest[:-2]
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
    return w

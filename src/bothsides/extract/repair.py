"""Sentence trees that a parser is known to get wrong in readouts → trees the rules can read.

"The two sides agreed to hold …" and "The Secretary and Foreign Minister Hall condemned …" come back with a noun as the root and the
reporting verb, which may be a participle as well, hanging on it. The verb is made the root and the noun its subject.
"""

from __future__ import annotations

_SUBJECT = frozenset({"PROPN", "DET", "NOUN", "ADJ", "ADP", "CCONJ", "PART", "NUM", "ADV", "PUNCT", "SPACE"})
_HANGS = frozenset({"acl", "ccomp", "parataxis", "amod", "acl:relcl", "xcomp", "conj", "advcl"})


def mend_roots(
    heads: list[int],
    deps: list[str],
    tags: list[str],
    pos: list[str],
    lemmas: list[str],
    sentences: list[tuple[int, int]],
    verbs: frozenset[str],
) -> None:
    """Change `heads` and `deps` in place; `verbs` are the lemmas of reporting verbs."""
    for start, end in sentences:
        root = next((i for i in range(start, end) if heads[i] == i and deps[i] != "punct"), None)
        if root is None or (tags[root] in {"VBD", "VBP", "VB", "VBN", "MD"} and pos[root] != "PROPN"):
            continue
        if any(heads[i] == root and deps[i] == "cop" for i in range(start, end)):
            continue
        verb = next((i for i in range(root + 1, end) if pos[i] not in _SUBJECT), None)
        if verb is None or tags[verb] not in {"VBD", "VBN"} or lemmas[verb] not in verbs or heads[verb] != root or deps[verb] not in _HANGS:
            continue
        if any(pos[i] not in _SUBJECT for i in range(start, root)) or not any(
            pos[i] in {"PROPN", "NOUN"} or i == root for i in range(start, verb)
        ):
            continue
        for i in range(verb + 1, end):  # what follows the verb belongs to it
            if heads[i] == root:
                heads[i] = verb
        for i in range(start, verb):
            if heads[i] == verb and deps[i].startswith("nsubj"):
                heads[i], deps[i] = root, "conj"
        heads[verb], deps[verb] = verb, "root"
        heads[root], deps[root] = verb, "nsubj"

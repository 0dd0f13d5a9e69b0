"""The prefixes that an export declares: the vocabulary's, and one for each kind of thing under the base of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad

from bothsides.vocabulary import PREFIXES

_THING = re.compile(r"(.+[/#])(?:id/([a-z]+)/|graph/)[^/]+")


def prefixes_of(quads: Iterable[Quad]) -> dict[str, str]:
    """Return prefix → namespace for what stands in the quads: `claim`, `party`, `graph` … after the base that the data have."""
    found = dict(PREFIXES)
    for term in {term for quad in quads for term in (quad.subject, quad.graph_name)}:
        match = _THING.fullmatch(getattr(term, "value", ""))
        if match:
            kind = match[2] or "graph"
            namespace = f"{match[1]}id/{kind}/" if match[2] else f"{match[1]}graph/"
            found[kind] = min(namespace, found.get(kind, namespace))
    return found

"""How firmly a claim is put, which way it leans, and whether its content is negated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bothsides.extract.lexicon import CueKind
from bothsides.records import Act

if TYPE_CHECKING:
    from bothsides.extract.parsed import Parsed
    from bothsides.extract.select import Found

# Default strength (1 mentioned … 5 bound or demanded) and stance (-1 adverse, 1 cooperative) of each act, as in ontology/acts.ttl (tested).
DEFAULTS: dict[Act, tuple[int, int]] = {
    Act.AGREE: (5, 1), Act.COMMIT: (5, 1), Act.ACCEPT: (4, 1), Act.INVITE: (3, 1), Act.WARN: (5, -1), Act.REFUSE: (5, -1),
    Act.DEMAND: (5, -1), Act.URGE: (4, -1), Act.REQUEST: (3, 0), Act.PROPOSE: (3, 1),
    Act.CONDEMN: (5, -1), Act.CONCERN: (3, -1), Act.WELCOME: (3, 1), Act.SUPPORT: (4, 1), Act.REGRET: (3, 0),
    Act.STATE: (2, 0), Act.REAFFIRM: (3, 0), Act.ANNOUNCE: (4, 0), Act.DENY: (4, -1), Act.DISAGREE: (3, -1),
    Act.DISCUSS: (1, 0), Act.CHARACTERISE: (1, 0),
}  # fmt: skip


def force(found: Found) -> tuple[int, int]:
    """Return strength (1 to 5) and stance (-1, 0, 1): the act's default, shifted by the cue, one hedge and one booster."""
    strength, stance = DEFAULTS[found.act]
    if found.cue is not None and found.cue.entry.act in (None, found.act):  # a shift is measured from the act that its cue usually signals
        strength += found.cue.entry.shift
    kinds = {match.entry.kind for i in range(*found.span) for match in found.sentence.cues.get(i, ())}
    strength += (CueKind.BOOSTER in kinds) - (CueKind.HEDGE in kinds)
    return max(1, min(5, strength)), stance


def is_negated(parsed: Parsed, found: Found, content: tuple[int, int]) -> bool:
    """Tell whether the content says that something shall not be, or is not, the case.

    Only a negation of the content's own predicate counts ("would not support"), or of its object ("no change"), not one in a clause
    further down.
    """
    for i in range(*content):
        if not any(match.entry.kind is CueKind.NEGATOR for match in found.sentence.cues.get(i, ())):
            continue
        above, steps = parsed.heads[i], 0
        while above != found.head and parsed.heads[above] != above and steps < 4:
            if parsed.deps[above] in {"acl:relcl", "advcl", "acl"}:
                break
            above, steps = parsed.heads[above], steps + 1
        if above == found.head:
            return True
    return False

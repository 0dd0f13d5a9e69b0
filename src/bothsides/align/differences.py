"""Two claims on one matter → in what they differ: force, who is bound, amount, date, place, scope, term, hedge, addressee."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bothsides.align.features import COMMISSIVE, DIRECTIVE, act_class
from bothsides.align.places import Scene, read_places
from bothsides.align.quantities import Amount, When, read_amounts, read_times, same_amount, same_time
from bothsides.align.thesaurus import PhraseKind
from bothsides.align.wording import Wording, read_wording
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.records import Act, Claim, Difference, DifferenceKind, Reading

# What may be said of one act in other words without a change of force: a text's "agreed" is another's "confirmed that they would".
LIKE_FORCE = (
    frozenset({Act.AGREE, Act.COMMIT}),
    frozenset({Act.STATE, Act.REAFFIRM}),
    frozenset({Act.ACCEPT, Act.AGREE}),
    frozenset({Act.SUPPORT, Act.REAFFIRM}),
    frozenset({Act.URGE, Act.DEMAND}),
    frozenset({Act.CONCERN, Act.CONDEMN}),
    frozenset({Act.DISCUSS, Act.CHARACTERISE}),
    frozenset({Act.ANNOUNCE, Act.WELCOME}),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what its text says, read as of the day of the event."""

    claim: Claim
    wording: Wording
    amounts: tuple[Amount, ...]
    times: tuple[When, ...]
    places: tuple[Scene, ...]

    def words(self, span_start: int, span_end: int) -> str:
        """Return the words of the evidence between two offsets of the document."""
        start = self.claim.span.start
        return " ".join(self.wording.text[max(0, span_start - start) : max(0, span_end - start)].split())


def told(reading: Reading, claim: Claim, day: date | None) -> Told:
    """Return `claim` with its amounts, times and places."""
    wording = read_wording(reading.document.text[claim.span.start : claim.span.end])
    times = tuple(read_times(wording, day or reading.document.published))
    return Told(claim, wording, tuple(read_amounts(wording)), times, tuple(read_places(wording)))


def find_differences(a: Told, b: Told) -> tuple[Difference, ...]:
    """Return in what two claims on one matter differ, each kind at most once, in the order of the kinds."""
    found = (test(a, b) for test in TESTS)
    return tuple(sorted((d for d in found if d is not None), key=lambda d: list(DifferenceKind).index(d.kind)))


def force(a: Told, b: Told) -> Difference | None:
    """Another strength of word: "agreed to hold" and "exchanged views on", "will consider" and "will", a pledge and thanks for it."""
    weak_a, weak_b = (t.wording.of_kind(PhraseKind.WEAK) for t in (a, b))
    if _like_force(a.claim, b.claim) and bool(weak_a) == bool(weak_b):
        return None
    return Difference(DifferenceKind.FORCE, _cue(a), _cue(b))


def bound(a: Told, b: Told) -> Difference | None:
    """Another party bound: "the two sides agreed" and "China committed"; "discussed" and "Türkiye would deliver"."""
    mine, theirs = (frozenset(t.claim.holders if t.claim.act is Act.ANNOUNCE else t.claim.binds) for t in (a, b))
    if mine == theirs or not (a.claim.binds or b.claim.binds):
        return None
    if not (mine and theirs):
        # Where nobody is bound, only a bare discussion leaves open who would be; what all discussed may well bind all.
        open_side, other = (a, theirs) if not mine else (b, mine)
        if open_side.claim.act is not Act.DISCUSS or not other < set(open_side.claim.holders):
            return None
    return Difference(DifferenceKind.BOUND, _holders(a) if mine else "", _holders(b) if theirs else "")


def amount(a: Told, b: Told) -> Difference | None:
    """Another number, or a number against none: "$1 billion" and "$500 million", "expand" and "to 2,000"."""
    only_a = [x for x in a.amounts if not any(same_amount(x, y) for y in b.amounts)]
    only_b = [y for y in b.amounts if not any(same_amount(x, y) for x in a.amounts)]
    if not (only_a or only_b) or ((only_a + only_b)[0].of_time and not (only_a and only_b)):
        return None
    return Difference(DifferenceKind.AMOUNT, _texts(only_a) or _vague(a), _texts(only_b) or _vague(b))


def time(a: Told, b: Told) -> Difference | None:
    """Another date or deadline, or one against none: "at an early date" and "by the end of July"."""
    only_a = [x for x in a.times if not any(same_time(x, y) for y in b.times)]
    only_b = [y for y in b.times if not any(same_time(x, y) for x in a.times)]
    if not any(x.last for x in only_a + only_b):
        return None
    return Difference(DifferenceKind.DATE, _texts(only_a or a.times), _texts(only_b or b.times))


def place(a: Told, b: Told) -> Difference | None:
    """Another place for what is agreed, or one that the other side leaves out; "to Washington" is no other than "to the U.S."."""
    only_a, only_b = _unanswered(a, b), _unanswered(b, a)
    if not (only_a or only_b):
        return None
    return Difference(DifferenceKind.PLACE, ", ".join(s.name for s in only_a), ", ".join(s.name for s in only_b))


def scope(a: Told, b: Told) -> Difference | None:
    """More or other matters under one head: "regional issues" and "regional issues, including Ukraine"."""
    wide_a, wide_b = (t.wording.of_kind(PhraseKind.SCOPE) for t in (a, b))
    if bool(wide_a) != bool(wide_b):
        return Difference(DifferenceKind.SCOPE, *(_from(t, p[0].start) if p else "" for t, p in ((a, wide_a), (b, wide_b))))
    mine, theirs = frozenset(a.claim.topics), frozenset(b.claim.topics)
    if a.claim.act is not b.claim.act or a.claim.act is not Act.DISCUSS or mine == theirs or not (mine and theirs):
        return None
    return Difference(DifferenceKind.SCOPE, _content(a), _content(b))


def hedge(a: Told, b: Told) -> Difference | None:
    """A condition or reservation that one side alone states."""
    mine, theirs = a.wording.of_kind(PhraseKind.HEDGE), b.wording.of_kind(PhraseKind.HEDGE)
    if {p.concept for p in mine} == {p.concept for p in theirs}:
        return None
    return Difference(DifferenceKind.HEDGE, *(_from(t, p[0].start) if p else "" for t, p in ((a, mine), (b, theirs))))


def term(a: Told, b: Told) -> Difference | None:
    """Two names of one thing between which governments choose on purpose: "one-China principle" and "one China policy"."""
    mine, theirs = ({p.concept: p for p in reversed(t.wording.of_kind(PhraseKind.TERM))} for t in (a, b))
    for concept in sorted(mine.keys() & theirs.keys()):
        x, y = mine[concept], theirs[concept]
        if a.wording.stems[x.start : x.end] != b.wording.stems[y.start : y.end]:
            return Difference(DifferenceKind.TERM, a.wording.verbatim(x.start, x.end), b.wording.verbatim(y.start, y.end))
    return None


def addressee(a: Told, b: Told) -> Difference | None:
    """Said to another party, or to one where the other side names none: thanks to a government and a joint welcome."""
    mine, theirs = set(a.claim.addressees), set(b.claim.addressees)
    if mine == theirs or a.claim.act in COMMISSIVE or b.claim.act in COMMISSIVE or set(a.claim.holders) == set(b.claim.holders):
        return None
    if a.claim.act is not b.claim.act and not {a.claim.act, b.claim.act} <= DIRECTIVE:
        return None
    return Difference(DifferenceKind.ADDRESSEE, *(", ".join(sorted(x)).upper() for x in (mine, theirs)))


TESTS: tuple[Callable[[Told, Told], Difference | None], ...] = (force, bound, amount, time, place, scope, term, hedge, addressee)


def _like_force(x: Claim, y: Claim) -> bool:
    if x.act is y.act or any({x.act, y.act} <= acts for acts in LIKE_FORCE):
        return True
    return x.act not in COMMISSIVE and act_class(x.act) == act_class(y.act) and bool(set(x.holders) & set(y.holders))


def _unanswered(t: Told, other: Told) -> list[Scene]:
    """Return the places of one passage that the other neither names nor means by naming the party."""
    named = {s.name.casefold() for s in other.places}
    rest = [s for s in t.places if s.name.casefold() not in named]
    if not rest:
        return []
    parties = load_gazetteer().parties_in(other.wording.text)
    rest = [s for s in rest if s.party not in parties]
    # "in Washington and Beijing" is where the parties are, not a choice of place.
    return [] if len({s.party for s in rest}) > 1 else [s for s in rest if s.name.casefold() not in other.wording.text.casefold()]


def _content(t: Told) -> str:
    return t.words(t.claim.content.start, t.claim.content.end) or " ".join(t.wording.text.split())


def _cue(t: Told) -> str:
    """Return the words that carry the force: the weak phrase, else the reporting words, else how the passage begins."""
    weak = t.wording.of_kind(PhraseKind.WEAK)
    if weak:
        return t.wording.verbatim(weak[0].start, weak[0].end)
    return t.words(t.claim.cue.start, t.claim.cue.end) or t.claim.act.value


def _holders(t: Told) -> str:
    """Return how the passage names who is bound: the words before its reporting words."""
    named = t.words(t.claim.span.start, t.claim.cue.start)
    return named if 0 < len(named) <= 80 else ", ".join(t.claim.binds).upper()


def _texts(found: Iterable[Amount | When]) -> str:
    return ", ".join(dict.fromkeys(x.text for x in found))


def _vague(t: Told) -> str:
    vague = t.wording.of_kind(PhraseKind.VAGUE_AMOUNT)
    return t.wording.verbatim(vague[0].start, vague[0].end) if vague else ""


def _from(t: Told, start: int) -> str:
    """Return the words from a condition to the next comma, or to the end of the passage."""
    text = t.wording.text[t.wording.spans[start][0] :]
    return " ".join(text.partition(",")[0].split())

"""Two tellings → whether they tell of one event, how surely, and why, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from bothsides.events.tellings import CALLS, TRIPS, Telling
from bothsides.records import EventKind

DAY = timedelta(days=1)

# Points for what two tellings have in common. Set by hand so that a common day needs a common person, place or kind beside it;
# the corpus check of `training/alignment.py` lists what they merge.
SAME_DAY, DAY_APART, SAME_PUBLICATION = 3.0, 1.5, 2.0
SAME_PEOPLE, SAME_KIND, LIKE_KIND, UNLIKE_KIND, SAME_PLACE, OTHER_PLACE = 2.0, 1.0, 0.5, -2.0, 1.0, -0.5
ENOUGH = 3.5
SPELLING_ALIKE = 0.8  # "zelenskyy" and "zelensky"; "sergei" and "sergey"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How surely two tellings are of one event, and the reasons."""

    score: float
    because: tuple[str, ...]


def same_person(a: str, b: str) -> bool:
    """Say whether two person keys name one human being: equal, one a part of the other, or alike but for spelling.

    >>> same_person("blinken", "antony-blinken"), same_person("volodymyr-zelenskyy", "volodymyr-zelensky")
    (True, True)
    >>> same_person("wang-yi", "wang-wentao")
    False
    """
    if a == b:
        return True
    words_a, words_b = set(a.split("-")), set(b.split("-"))
    if words_a <= words_b or words_b <= words_a:
        return True
    if len(words_a) != len(words_b):
        return False
    rest = list(words_b)
    for word in sorted(words_a):
        twin = next((other for other in rest if word == other or SequenceMatcher(None, word, other).ratio() >= SPELLING_ALIKE), None)
        if twin is None:
            return False
        rest.remove(twin)
    return True


def common_people(a: Telling, b: Telling, party: str) -> list[str]:
    """Return the keys of the people of `party` whom both tellings name, by `a`'s spelling."""
    others = b.keys_of(party)
    return sorted(key for key in a.keys_of(party) if any(same_person(key, other) for other in others))


def clash(a: Telling, b: Telling) -> bool:
    """Say whether two tellings cannot be of one event, whatever else they have in common."""
    if a.document == b.document or a.parties != b.parties or len(a.parties) < 2:
        return True
    if _days_apart(a, b) is None:
        return True
    if _days_apart(a, b) and not _may_differ_by_a_day(a, b):
        return True
    if _one_was_on_the_telephone(a, b) or any(_met_others(a, b, party) for party in a.parties):
        return True
    return _is_wider(a, b) or _is_wider(b, a)


def likeness(a: Telling, b: Telling) -> Likeness | None:
    """Return how surely two tellings are of one event; `None` when they are not."""
    if clash(a, b):
        return None
    score, because = _date_points(a, b)
    for party in sorted(a.parties):
        if common := common_people(a, b, party):
            score += SAME_PEOPLE
            names = {p.person.key: p.person.name for p in a.people if p.person is not None}
            because.append(f"both name {' and '.join(names[key] for key in common)}")
    points, reason = _kind_points(a.kind, b.kind)
    score += points
    because.append(reason)
    if a.place and b.place:
        alike = a.place.casefold() == b.place.casefold()
        score += SAME_PLACE if alike else OTHER_PLACE
        first, second = sorted((a.place, b.place))
        because.append(f"both place it in {first}" if alike else f"one places it in {first}, the other in {second}")
    return Likeness(score, tuple(because)) if score >= ENOUGH else None


def contains(whole: Telling, part: Telling) -> bool:
    """Say whether the meeting `part` is one of those that the trip or gathering `whole` was made of."""
    if not whole.is_container or part.kind in CALLS or part.kind in TRIPS or whole.document == part.document:
        return False
    if len(part.parties) < 2 or not part.parties <= whole.parties:
        return False
    if not (whole.earliest and whole.latest and part.earliest and part.latest):
        return False
    if part.latest < whole.earliest or part.earliest > whole.latest:
        return False
    if whole.place and part.place and whole.place.casefold() != part.place.casefold() and part.stated:
        return False
    return any(common_people(whole, part, party) for party in part.parties)


def _one_was_on_the_telephone(a: Telling, b: Telling) -> bool:
    """Whether one tells of a call and the other of a meeting in some place; a "meeting" without a place may have been the call."""
    return any(x.kind is EventKind.PHONE_CALL and y.kind not in CALLS and y.place is not None for x, y in ((a, b), (b, a)))


def _met_others(a: Telling, b: Telling, party: str) -> bool:
    """Whether two tellings name different people for one party; whom one of them ascribes to another party is left aside.

    Two accounts of one traveller's visit may each name other hosts.
    """
    if a.kind in TRIPS and b.kind in TRIPS and any(common_people(a, b, p) for p in a.parties - {party}):
        return False
    mine = [k for k in a.keys_of(party) if not any(same_person(k, o) for p in b.parties - {party} for o in b.keys_of(p))]
    theirs = [k for k in b.keys_of(party) if not any(same_person(k, o) for p in a.parties - {party} for o in a.keys_of(p))]
    return bool(mine and theirs) and not common_people(a, b, party)


def _days_apart(a: Telling, b: Telling) -> int | None:
    """Return 0 for windows that meet, 1 for neighbouring days, `None` for anything wider or unknown."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    gap = max((a.earliest - b.latest), (b.earliest - a.latest))
    if gap <= timedelta(0):
        return 0
    return 1 if gap <= DAY else None


def _may_differ_by_a_day(a: Telling, b: Telling) -> bool:
    """A call lies on two days across time zones, and a visit lasts; a meeting does not, nor does one publisher date one event twice."""
    if a.publishers & b.publishers:
        return False
    return not (a.stated and b.stated) or a.kind in CALLS | TRIPS or b.kind in CALLS | TRIPS


def _is_wider(a: Telling, b: Telling) -> bool:
    """Whether `a` is a trip that had more meetings than the one that `b` tells of.

    A visit of one day without named parts is often the other side's meeting, with a colleague more or less.
    """
    if not a.is_container or b.is_container:
        return False
    further = max((len(a.keys_of(p)) - len(b.keys_of(p)) for p in a.parties if b.keys_of(p)), default=0)
    lasts = a.stated and a.earliest != a.latest
    return a.has_parts or further > 1 or (lasts and further > 0)


def _date_points(a: Telling, b: Telling) -> tuple[float, list[str]]:
    if _days_apart(a, b):
        dates = sorted({_last(a), _last(b)})
        return DAY_APART, [f"a day apart ({' and '.join(_day(d) for d in dates)}), as across time zones or before publication"]
    if a.stated and b.stated:
        return SAME_DAY, [f"both date it {_day(max(_first(a), _first(b)))}"]
    if a.stated or b.stated:
        return SAME_DAY, ["the date of the one fits the publication of the other"]
    return SAME_PUBLICATION, ["published within a day of one another, with no date in either text"]


def _first(telling: Telling) -> date:
    return telling.earliest or date.max


def _last(telling: Telling) -> date:
    return telling.latest or date.max


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _kind_points(a: EventKind, b: EventKind) -> tuple[float, str]:
    words = sorted((a.replace("-", " "), b.replace("-", " ")))
    if a is b:
        return SAME_KIND, f"both call it a {words[0]}"
    if {a, b} == {EventKind.MEETING, EventKind.PHONE_CALL}:
        return UNLIKE_KIND, f"one calls it a {words[0]}, the other a {words[1]}"
    return LIKE_KIND, f"what one calls a {words[0]} is the other's {words[1]}"

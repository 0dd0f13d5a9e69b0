"""What is stated of a document, and the lines of its frame → who speaks: the publishing parties and the organ that publishes.

The order in which evidence counts: the stated party; the stated publisher's name; the address; a line of the text's own frame (the name of
a ministry, "attributable to …", a news agency in a dateline); and last, marked as inferred, the text's point of view (`viewpoint`).
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from bothsides.ingest.gazetteer import Gazetteer
from bothsides.ingest.known import Known
from bothsides.ingest.names import Phrases, cut_words, fold
from bothsides.ingest.tables import read_table
from bothsides.resources import resource

COLUMNS = ("slug", "organ", "party", "clock", "hosts", "names", "marks")
_CODE = re.compile(r"[A-Za-z]{2}|[A-Z][A-Z0-9-]{1,9}|[a-z][a-z0-9-]{1,9}")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_PIECES = re.compile(r"\s+[>›»|·•–—-]\s+|\s*[,()\[\]:]\s*(?!.*&)|^(?:from|by|source)[: ]\s*", re.IGNORECASE)
# Names shorter than this are abbreviations that mean other things as well; they count only when nothing stands beside them.
_SHORT = 6
# A line of a frame longer than this is a title or a sentence that merely mentions an organ.
_LONGEST_LINE = 12
_JOINT = re.compile(
    r"\b(?:released|issued|agreed|adopted|made) by the (?:governments|leaders|foreign ministers|ministers) of (.+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Organ:
    """A ministry, presidency, office or agency that publishes readouts.

    `party` is `None` for a kind of organ that every state has ("Ministry of Foreign Affairs"), until a country is found beside it.
    `clock` is the time zone by which the organ's days are counted.
    """

    slug: str
    name: str
    party: str | None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a document, as far as it is known."""

    parties: tuple[str, ...] = ()
    organ: Organ | None = None


@dataclass(frozen=True)
class Publishers:
    """The table of organs, to be searched by name, address and mark."""

    by_name: Mapping[str, Organ]
    by_host: Mapping[str, Organ]
    marks: tuple[tuple[re.Pattern[str], Organ], ...]
    phrases: Phrases[Organ]

    def at_address(self, url: str) -> Organ | None:
        """Return the organ whose site an address, or a bare host, belongs to; the longest known host counts."""
        host = (urlsplit(url).hostname or "") if "//" in url else url.lower()
        labels = host.split(".")
        return next((self.by_host[found] for at in range(len(labels)) if (found := ".".join(labels[at:])) in self.by_host), None)

    def within(self, text: str) -> tuple[Organ, int, int] | None:
        """Return the organ of the longest name in a text, with the name's range in words."""
        words = [word.text for word in cut_words(fold(text))]
        found = [(organs[0], start, end) for start, end, organs in self.phrases.find(words)]
        long = [hit for hit in found if len(" ".join(words[hit[1] : hit[2]])) >= _SHORT]
        return max(long, key=lambda hit: (hit[0].party is not None, hit[2] - hit[1]), default=None)


@functools.cache
def load_publishers() -> Publishers:
    """Return the shipped table of organs.

    Raises:
        VocabularyError: a row of `data/tables/publishers.csv` is malformed.
    """
    by_name: dict[str, Organ] = {}
    by_host: dict[str, Organ] = {}
    marks: list[tuple[re.Pattern[str], Organ]] = []
    for row in read_table(resource("data", "tables", "publishers.csv"), COLUMNS):
        organ = Organ(row["slug"], row["organ"], row["party"] or None, row["clock"] or None)
        for name in (row["organ"], *row.listed("names")):
            if by_name.setdefault(fold(name), organ) is not organ:
                raise row.wrong(f"the name {name!r}, which {by_name[fold(name)].slug} has too", "names of one organ each")
        for host in row["hosts"].split():
            if by_host.setdefault(host, organ) is not organ:
                raise row.wrong(f"the host {host!r}, which {by_host[host].slug} has too", "hosts of one organ each")
        if row["marks"]:
            marks.append((re.compile(row["marks"], re.IGNORECASE), organ))
    return Publishers(by_name, by_host, tuple(marks), Phrases(by_name.items()))


def find_organ(name: str, gazetteer: Gazetteer) -> Organ | None:
    """Return the organ that a publisher's name means: a known one, or a known kind of organ with a country beside it.

    An organ of the second sort keeps the name as it was given: "Ministry of Defence of Kenya" is `ke-mod`.
    """
    publishers = load_publishers()
    exact = publishers.by_name.get(_bare(name))
    if exact is not None and exact.party:
        return exact
    hit = publishers.within(name)
    if hit is not None and hit[0].party:
        return hit[0]
    for host in _HOST.findall(name):
        if site := publishers.at_address(host):
            return site
    if hit is None:
        return None
    words = [word.text for word in cut_words(name)]
    beside = gazetteer.parties_in(" ".join(words[hit[2] :])) or gazetteer.parties_in(" ".join(words[: hit[1]]))
    return replace(hit[0], slug=f"{beside[0]}-{hit[0].slug}", name=name, party=beside[0]) if beside else None


def find_speaker(stated: Known, *, frame: Sequence[str], gazetteer: Gazetteer) -> Speaker:
    """Find who speaks, by what is stated and by the lines of the text's frame; the text's point of view is not asked."""
    parties = tuple(dict.fromkeys(code for party in stated.parties if (code := _code(party, gazetteer))))
    named = find_organ(stated.publisher, gazetteer) if stated.publisher else None
    if parties:
        organ = named or _of_site(stated, gazetteer)
        return Speaker(parties, organ if organ and organ.party in parties else None)
    if named:
        return Speaker((named.party,) if named.party else (), named)
    if stated.publisher and (countries := gazetteer.parties_in(stated.publisher)):
        return Speaker(countries)
    organ = _of_site(stated, gazetteer)
    if organ and organ.party:
        return Speaker((organ.party,), organ)
    return _from_frame(frame, gazetteer)


def _of_site(stated: Known, gazetteer: Gazetteer) -> Organ | None:
    """Return the organ whose site a page calls itself, or whose address it has."""
    named = find_organ(stated.site, gazetteer) if stated.site else None
    return named or (load_publishers().at_address(stated.url) if stated.url else None)


def names_publisher(line: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a line is nothing but the name of an organ, of a kind of organ, or of a party in full."""
    if line.count(" ") >= _LONGEST_LINE:
        return False
    bare = _bare(line)
    if bare in load_publishers().by_name:
        return True
    return _organ_of_line(line, gazetteer) is not None or (" " in line and gazetteer.party_named(line) is not None)


def _from_frame(lines: Sequence[str], gazetteer: Gazetteer) -> Speaker:
    publishers = load_publishers()
    for line in lines:
        joint = _JOINT.search(line)
        named = gazetteer.parties_in(joint.group(1)) if joint else ()
        if len(named) > 1:
            return Speaker(named)
    for organ in _organs(lines, gazetteer):
        if organ.party:
            return Speaker((organ.party,), organ)
    for line in lines:
        marked = next((organ for pattern, organ in publishers.marks if pattern.fullmatch(line)), None)
        if marked:
            return Speaker((marked.party,) if marked.party else (), marked)
    for line in lines:
        for host in _HOST.findall(line):
            if site := publishers.at_address(host):
                return Speaker((site.party,) if site.party else (), site)
        official = re.match(r"an? official website of (?:the )?(.+?)(?: government\b.*)?$", line, re.IGNORECASE)
        if official and (party := gazetteer.party_named(official.group(1))):
            return Speaker((party,))
    return Speaker()


def _organs(lines: Sequence[str], gazetteer: Gazetteer) -> Iterator[Organ]:
    """Yield the organs that lines of a frame name: first those known by name, then kinds of organ with a country in the next line."""
    pieces = [piece for line in lines for piece in [line, *_pieces(line)]]
    for piece in pieces:
        if (organ := _organ_of_line(piece, gazetteer)) is not None:
            yield organ
    publishers = load_publishers()
    for line, beside in [*itertools.pairwise(lines), *itertools.pairwise(lines[::-1])]:
        kind = publishers.by_name.get(_bare(line))
        party = gazetteer.party_named(beside) if kind else None
        if kind and party:
            yield replace(kind, slug=f"{party}-{kind.slug}", name=f"{line}, {beside}", party=party)


def _organ_of_line(line: str, gazetteer: Gazetteer) -> Organ | None:
    """Return the organ that a whole line names, and nothing but it."""
    publishers = load_publishers()
    exact = publishers.by_name.get(_bare(line))
    if exact is not None:
        return exact if exact.party else None
    hit = publishers.within(line)
    if hit is None or hit[0].party or line.count(" ") >= _LONGEST_LINE:
        return None
    words = [word.text for word in cut_words(line)]
    rest = " ".join(word for word in (words[hit[2] :] if hit[1] == 0 else words[: hit[1]]) if word not in ",")
    rest = re.sub(r"^of (?:the )?|^the ", "", rest)
    is_code = rest.casefold() in gazetteer.parties and not rest.isupper()  # "Mr President" is not the president of Mauritania
    party = gazetteer.party_named(rest) if rest and not is_code and (hit[1] == 0 or hit[2] == len(words)) else None
    return replace(hit[0], slug=f"{party}-{hit[0].slug}", name=line, party=party) if party else None


def _pieces(line: str) -> Iterable[str]:
    parts = [part.strip() for part in _PIECES.split(line) if part and part.strip()]
    return parts if len(parts) > 1 or parts != [line] else ()


def _code(party: str, gazetteer: Gazetteer) -> str | None:
    """Return the code of a stated party, given as code or name; a well-formed code that no table has is taken as it is."""
    named = gazetteer.party_named(party)
    if named:
        return named
    return party.lower() if _CODE.fullmatch(party) else None


def _bare(name: str) -> str:
    return fold(re.sub(r"^the ", "", name.strip(" .:-–—"), flags=re.IGNORECASE))

"""Words of a text → what the gazetteer knows of them, and the stretches in which a title and a name stand together.

Every word, or known phrase, becomes one symbol; how titles and names are put together is a grammar over the symbols, as a regular
expression. So names that no table knows are found by the titles beside them ("Belmoran Foreign Minister Ilya Sela").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bothsides.ingest.gazetteer import Entry, Form
from bothsides.ingest.names import Word, cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bothsides.ingest.gazetteer import Gazetteer
    from bothsides.records import Span

_SYMBOL = {
    Form.PERSON: "K", Form.NAME: "P", Form.ADJECTIVE: "A", Form.METONYM: "M", Form.WEAK: "t", Form.EXCEPTION: "E", Form.OFFICE: "T",
    Form.PLURAL: "Q", Form.HONORIFIC: "H", Form.MODIFIER: "t", Form.PARTICLE: "l", Form.SUFFIX: "S", Form.COMMON: "c",
}  # fmt: skip
_GRAMMAR_WORDS = {
    "of": "o",
    "for": "f",
    "to": "f",
    "on": "f",
    "in": "f",
    "at": "f",
    "and": "&",
    "&": "&",
    "the": "d",
    "The": "d",
    "'s": "s",
    "'": "s",
}
_MARKS = {",": ",", "/": "/", "(": "(", ")": ")", "-": "h", "–": "h", ".": "."}

# P A M L: party by name, adjective, metonym, place · T Q: office, its plural · t: word of titles · H: honorific · N i K S: capitalised
# word, initial, known person, suffix of a name · l: particle of a name · o f & d s h: of, for, and, the, 's, hyphen.
_NAME = r"(?:lh?){0,3}(?:N|K|i)(?:h[NxlKc])*(?:(?:lh?){0,3}(?:N|K|i|c(?=N))(?:h[NxlKc])*|,?S){0,7}"
_COUNTRY = r"d?(?:P\(\w\)|P|A|M|L)"
_PREFIX = r"(?:(?:d?P\(\w\)s?|d?[PAM]s?|d?Ls|t)[h/]?)*"
_BODY = (
    r"T(?:s|h|/|&d?(?=[PAMtT])|,(?=d?(?:[PAM]s?)?t*[T])|[of]d?(?:Ax|x?[tTPQ]|[AMLE]|N{1,3}(?=[tT])|N{1,4}(?=[of,]))|fx{1,2}(?=o)|[TtPAM]|"
    r"\(\w\))*+"
)
_TITLED = re.compile(rf"(?P<pre>{_PREFIX})(?P<body>{_BODY}),?(?P<hon>(?:H\.?)*)(?P<name>{_NAME})(?P<of>o{_COUNTRY})?")
_STYLED = re.compile(rf"(?P<hon>(?:H\.?)+)(?P<name>{_NAME})(?P<of>o{_COUNTRY})?")
_PLURAL = re.compile(rf"(?P<pre>{_PREFIX})(?P<body>Q)(?P<names>{_NAME}(?:,{_NAME})*,?&{_NAME})")
_KNOWN = re.compile(rf"(?P<name>i*K(?:N|,?S){{0,2}}|{_NAME}(?=,))(?P<of>o{_COUNTRY})?")
_AFTER = re.compile(
    rf",(?:H\.?)*(?P<title>d?(?P<pre>{_PREFIX})(?:(?P<body>{_BODY})(?![NKHil])|(?P<held>T(?:[fo]|[tT])*?[of])(?=d?(?:[PAM]s?)?t*T(?:[of]d?[PAM])?,?[NKHil])))"
)
_ONE_NAME = re.compile(_NAME)
_ARTICLE = re.compile(r"d[PAMtsh]*$")
_PURPOSE = re.compile(r"f[d&tTPAMLN,()]*$")


class Unit(NamedTuple):
    """One symbol of the grammar: a word or a known phrase, with its offsets in characters and its meanings."""

    symbol: str
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Appellation:
    """A name with the titles before and after it, as half-open ranges of units.

    `countries` are the units that say whose office it is, those before the title first.
    """

    start: int
    end: int
    name: tuple[int, int]
    titles: tuple[tuple[int, int], ...] = ()
    honorific: tuple[int, int] = (0, 0)
    countries: tuple[int, ...] = ()


def read_units(text: str, gazetteer: Gazetteer, *, furniture: Sequence[Span] = ()) -> list[Unit]:
    """Return the words and known phrases of a text as units; no phrase begins in furniture, whose words mean nothing."""
    words = cut_words(text)
    texts = [word.text for word in words]
    starts, dull = gazetteer.phrases.first_words, _dull(words, furniture)
    units: list[Unit] = []
    at, size = 0, len(words)
    while at < size:
        word = words[at]
        found = gazetteer.phrases.longest(texts, at) if texts[at] in starts and at not in dull else None
        if found is not None:
            end, entries = found
            last = words[end - 1].end
            units.append(Unit(_symbol_of(entries, gazetteer), word.start, last, text[word.start : last], entries))
            at = end
        else:
            units.append(Unit("|" if at in dull else _symbol_of_word(word, words, at), *word[1:], word.text))
            at += 1
    return units


def _dull(words: Sequence[Word], furniture: Sequence[Span]) -> set[int]:
    """Return the words that lie in furniture."""
    starts = [word.start for word in words] if furniture else []
    return {i for span in furniture for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end))}


def _symbol_of(entries: tuple[Entry, ...], gazetteer: Gazetteer) -> str:
    first = entries[0]
    if first.form is Form.COMMON and first.value in _GRAMMAR_WORDS:
        return _GRAMMAR_WORDS[first.value]
    if first.form is Form.PLACE:
        party = next((entry for entry in entries if entry.form in (Form.NAME, Form.METONYM)), None)
        return "M" if party is not None or gazetteer.places[first.value].stands_for else "L"
    return _SYMBOL[first.form]


def _symbol_of_word(word: Word, words: list[Word], at: int) -> str:
    text = word.text
    known = _GRAMMAR_WORDS.get(text)
    if known:
        return known
    if text in _MARKS:
        mark = _MARKS[text]
        joined = 0 < at < len(words) - 1 and words[at - 1].end == word.start and words[at + 1].start == word.end
        return mark if mark != "h" or joined else "x"
    if text[0].isupper():
        return "i" if len(text) == 1 or (len(text) == 2 and text[1] == ".") else "N"
    return "|" if text[0] == "\n" else "x"


def appellations(units: Sequence[Unit]) -> Iterator[Appellation]:
    """Yield the names that stand beside a title or an honorific, or are known, in order; none overlap."""
    symbols = _with_names_like_places("".join(unit.symbol for unit in units))
    at = 0
    while at < len(symbols):
        if symbols[at] in "PAMLtTHKNilQ":
            start = at
            for found in _at(symbols, at):
                yield found
                at = max(at, found.end)
            at += at == start
        else:
            at += 1


_LIKE_PLACE = re.compile(r"(?<=[TtH])[PML](?=[NK])|(?<=[TtH][Ni])[LM]|(?<=[TtH]Ni)[LM]|(?<=[TtH]N)L")


def _with_names_like_places(symbols: str) -> str:
    """Take a place between title and name, or right behind a given name, for part of the name: "Under Secretary Victoria Sela"."""
    return _LIKE_PLACE.sub("N", symbols)


def _at(symbols: str, at: int) -> Iterator[Appellation]:
    """Yield the appellation, or with a plural title the several, that begin at a symbol."""
    plural = _PLURAL.match(symbols, at)
    if plural:
        start = at
        for name in _ONE_NAME.finditer(symbols, plural.start("names"), plural.end("names")):
            yield Appellation(start, name.end(), name.span(), (plural.span("body"),), (0, 0), _countries(symbols, plural.span("pre")))
            start = name.end()
        return
    titled = _TITLED.match(symbols, at)
    if titled and "&" in titled.group("body") and _ARTICLE.search(symbols, max(0, at - 6), at):
        return  # "the Vice President and Prime Minister Sela" are two people; the second is found when its own title begins
    if titled:
        countries = (
            *_countries(symbols, titled.span("pre")),
            *_countries(symbols, titled.span("of")),
            *_owners(symbols, titled.span("body")),
        )
        titles = [(titled.start("pre"), titled.end("body"))]
        honorific = titled.span("hon")
    else:
        styled = _STYLED.match(symbols, at)
        titled = styled or _KNOWN.match(symbols, at)
        if not titled:
            return
        countries = _countries(symbols, titled.span("of"))
        titles = []
        honorific = titled.span("hon") if styled else (at, at)
    end = titled.end()
    after = _AFTER.match(symbols, end)
    if after and (after.group("body") or not titles):
        body = "body" if after.group("body") else "held"  # held: "Head of Cabinet of" a President who is named next
        countries = (*countries, *_countries(symbols, after.span("pre")), *_owners(symbols, after.span(body)))
        titles.append((after.start("pre"), after.end(body)))
        end = after.end()
    if titles or honorific[0] < honorific[1] or "K" in titled.group("name"):
        yield Appellation(at, end, titled.span("name"), tuple(titles), honorific, countries)


def _countries(symbols: str, span: tuple[int, int]) -> tuple[int, ...]:
    return tuple(i for i in range(*span) if symbols[i] in "PAML")


def _owners(symbols: str, span: tuple[int, int]) -> tuple[int, ...]:
    """Return the places of a title that say whose office it is: "of Canada" in "Ambassador of Canada to Ukraine", not "to Ukraine"."""
    inside = [i for i in range(*span) if symbols[i] in "PAML"]
    return tuple(i for i in inside if not _PURPOSE.search(symbols[span[0] : i]))

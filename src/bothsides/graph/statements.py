"""A subject and its values → quads, and plain values → literals in their one canonical spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from bothsides.errors import ExtractionError
from bothsides.vocabulary import XSD, XSD_DATE, XSD_DECIMAL, XSD_INTEGER

Term = NamedNode | Literal
_PRECISION = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: XSD_DATE}
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def statements(graph: NamedNode, subject: NamedNode, values: Mapping[NamedNode, Term | Iterable[Term] | None]) -> Iterator[Quad]:
    """Yield one quad for each value of each predicate; `None` and an empty iterable yield none."""
    for predicate, value in values.items():
        for term in () if value is None else (value,) if isinstance(value, NamedNode | Literal) else value:
            yield Quad(subject, predicate, term, graph)


def english(text: str) -> Literal:
    """Return words in English, with white space collapsed; raises `ExtractionError` as `verbatim` does."""
    return Literal(verbatim(" ".join(text.split())).value, language="en")


def verbatim(text: str) -> Literal:
    """Return a string exactly as it is.

    Raises:
        ExtractionError: it holds U+0000 or half of a surrogate pair, which no RDF syntax can carry.
    """
    if found := _UNWRITABLE.search(text):
        where = text[max(0, found.start() - 20) : found.start()]
        raise ExtractionError(f"cannot write text with the character U+{ord(found[0]):04X} (after {where!r}) into a graph: remove it.")
    return Literal(text)


def integer(number: int) -> Literal:
    """Return a whole number."""
    return Literal(str(number), datatype=XSD_INTEGER)


def decimal(number: float) -> Literal:
    """Return a number with up to three digits after the point, none of them an idle zero: as stores give it back.

    >>> decimal(0.93).value, decimal(1.0).value, decimal(0.12345).value
    ('0.93', '1', '0.123')
    """
    fixed = f"{number:.3f}".rstrip("0").rstrip(".")
    return Literal("0" if fixed == "-0" else fixed, datatype=XSD_DECIMAL)


def day(value: date | None) -> Literal | None:
    """Return a date, or `None` for none."""
    return None if value is None else Literal(value.isoformat(), datatype=XSD_DATE)


def period(value: str | None) -> Literal | None:
    """Return a year, month or day written as in ISO 8601 in the datatype of its precision; `None` for none."""
    return None if value is None else Literal(value, datatype=_PRECISION[len(value)])

"""A question, written down as a `.rq` file, and its parameters → rows of plain values.

The head of a `.rq` file is its documentation and its contract: `# ` lines are prose, the first of them the question;
`#: param NAME TYPE description` and `#: column NAME TYPE description` lines say what goes in and what comes out. A parameter stands
once in the pattern, as `VALUES ?event { UNDEF }`, so that the file also runs as it is in any other SPARQL client; a value is put
in place of `UNDEF` as a serialised term, never as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from pyoxigraph import Literal, NamedNode, QuerySolutions

from bothsides import vocabulary as v
from bothsides.errors import QueryError, VocabularyError
from bothsides.resources import resource

if TYPE_CHECKING:
    from bothsides.store import Store

Value = str | int | float | bool | date | tuple[str, ...] | None

SEPARATOR = " | "
"""What joins the values of a `list` column inside a query; rows hold such a column as a sorted tuple."""

COLUMN_TYPES = ("iri", "string", "integer", "decimal", "date", "boolean", "list")

# Parameter type → where a bare slug lives: `cn` for a party is id/party/cn, `one-sided` for a status is kind/status-one-sided.
_HOMES = {
    **{name: f"{v.ID}{name}/" for name in ("party", "person", "organ", "event", "readout", "claim")},
    "act": v.ACTS,
    "topic": v.TOPICS,
    "event-kind": v.KINDS + "event-",
    "status": v.KINDS + "status-",
    "difference": v.KINDS + "difference-",
}
PARAMETER_TYPES = ("string", "integer", "date", "iri", *_HOMES)

_PLACE = re.compile(r"\bVALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")
_SCHEMES = tuple(namespace.removeprefix(v.BASE) for namespace in (v.ACTS, v.TOPICS, v.KINDS))
_INTEGERS = frozenset({"integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt", "unsignedLong"})
_NUMBERS = frozenset({"decimal", "double", "float"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a question can be narrowed by; left out, the question is asked of everything."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what its head says of it. `title` is the question in words, `prose` the rest of what it says in lines."""

    name: str
    title: str
    prose: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str


class Rows(Sequence[dict[str, Value]]):
    """The answer to a question: one plain dict a row, with the same keys in the same order.

    IRIs and strings are `str`, numbers `int` or `float`, days `date`, truth values `bool`, lists sorted tuples of `str`, nothing `None`.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[dict[str, Value]]) -> None:
        self.columns = tuple(columns)
        self._rows = list(rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Value]: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> dict[str, Value] | Rows:
        return Rows(self.columns, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<Rows: {len(self)} of {', '.join(self.columns)}>"

    def to_pandas(self) -> Any:
        """Return the rows as a pandas data frame.

        Raises:
            QueryError: pandas is not installed.
        """
        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise QueryError("cannot make a data frame: pandas is not installed. Run `pip install 'bothsides[notebook]'`.") from error
        return pandas.DataFrame(self._rows, columns=list(self.columns))


def questions() -> tuple[Question, ...]:
    """Return every question that is shipped, by name.

    Raises:
        VocabularyError: a shipped query has a malformed head.
    """
    return tuple(read_question(path) for path in sorted(resource("queries").glob("*.rq")))


def find_question(name_or_path: str | Path) -> Question:
    """Return a shipped question by name, or the one in a `.rq` file.

    Raises:
        QueryError: there is no such question and no such file.
        VocabularyError: its head is malformed.
    """
    path = Path(name_or_path)
    if path.suffix == ".rq" and path.is_file():
        return read_question(path)
    shipped = {path.stem: path for path in sorted(resource("queries").glob("*.rq"))}
    if (name := str(name_or_path).removesuffix(".rq")) in shipped:
        return read_question(shipped[name])
    raise QueryError(f"cannot find the query {str(name_or_path)!r}: it is neither a file ending in .rq nor one of {', '.join(shipped)}.")


def read_question(path: Path) -> Question:
    """Read a `.rq` file.

    Raises:
        QueryError: the file cannot be read.
        VocabularyError: a `#:` line of the head is malformed, or a parameter does not stand exactly once in the pattern.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"cannot read the query {path}: {error}.") from error
    prose: list[str] = []
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        if not line.startswith("#:"):
            prose.append(line[1:].strip())
            continue
        match line[2:].split(maxsplit=3):
            case ["param", name, type_, description] if type_ in PARAMETER_TYPES:
                parameters.append(Parameter(name, type_, description))
            case ["column", name, type_, description] if type_ in COLUMN_TYPES:
                columns.append(Column(name, type_, description))
            case _:
                raise VocabularyError(
                    f"{path}:{number}: found {line!r}, expected '#: param NAME TYPE description' (a type of {', '.join(PARAMETER_TYPES)}) "
                    f"or '#: column NAME TYPE description' (a type of {', '.join(COLUMN_TYPES)})."
                )
    places = _PLACE.findall(text)
    for parameter in parameters:
        if places.count(parameter.name) != 1:
            raise VocabularyError(
                f"{path}: the parameter {parameter.name} must stand once in the pattern, as VALUES ?{parameter.name} {{ UNDEF }}."
            )
    return Question(path.stem, prose[0] if prose else path.stem, "\n".join(prose[1:]), tuple(parameters), tuple(columns), text)


def ask(store: Store, name_or_path: str | Path, parameters: Mapping[str, str] | None = None) -> Rows:
    """Ask a question of a store, narrowed by parameters: `ask(store, "claims-of-event", {"event": "2023-06-18-meeting-cn-us"})`.

    An IRI may be given in short (`cn` or `party/cn` for a party) or in full.

    Raises:
        QueryError: no such question or parameter, a value that does not fit its type, or a query that is no SELECT.
        VocabularyError: the head of the query is malformed.
        StoreError: the store cannot be read.
    """
    question = find_question(name_or_path)
    solutions = store.query(bind(question, parameters or {}))
    if not isinstance(solutions, QuerySolutions):
        raise QueryError(f"cannot show the answer of {question.name} as rows: it is not a SELECT query.")
    names = [variable.value for variable in solutions.variables]
    lists = {column.name for column in question.columns if column.type == "list"}
    return Rows(names, [{name: _value(term, is_list=name in lists) for name, term in zip(names, row, strict=True)} for row in solutions])


def bind(question: Question, parameters: Mapping[str, str]) -> str:
    """Return the text of a question with parameters in place; each value is parsed by its type and serialised as a SPARQL term.

    Raises:
        QueryError: the question has no such parameter, or a value does not fit its type.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    terms: dict[str, NamedNode | Literal] = {}
    for name, value in parameters.items():
        if name not in known:
            choices = ", ".join(f"{parameter.name} ({parameter.type})" for parameter in question.parameters) or "none"
            raise QueryError(f"cannot bind {name!r}: the parameters of {question.name} are {choices}.")
        terms[name] = _term(known[name], value)
    # One pass, so that a value which looks like a place of its own is left alone.
    return _PLACE.sub(lambda place: f"VALUES ?{place[1]} {{ {terms[place[1]]} }}" if place[1] in terms else place[0], question.text)


def _term(parameter: Parameter, value: str) -> NamedNode | Literal:
    try:
        match parameter.type:
            case "string":
                return Literal(value)
            case "integer":
                return Literal(int(value))
            case "date":
                return Literal(date.fromisoformat(value).isoformat(), datatype=v.XSD_DATE)
            case _:
                return NamedNode(_iri(parameter.type, value.strip()))
    except ValueError as error:
        shape = {"integer": "a whole number", "date": "a day such as 2023-06-18", "string": "text"}.get(
            parameter.type, "an IRI, or one in short such as party/cn"
        )
        raise QueryError(f"cannot bind {parameter.name}={value!r}: expected {shape}.") from error


def _iri(type_: str, value: str) -> str:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", value):
        return value
    if "/" in value:
        return (v.BASE if value.startswith(_SCHEMES) else v.ID) + value
    if type_ not in _HOMES or not value:
        raise ValueError(value)
    return _HOMES[type_] + value.lower()  # every slug is in lower case, and people write CN


def _value(term: object, *, is_list: bool) -> Value:
    if is_list:
        return tuple(sorted(filter(None, term.value.split(SEPARATOR)))) if isinstance(term, Literal) else ()
    if isinstance(term, Literal):
        return _plain(term)
    return None if term is None else str(getattr(term, "value", term))


def _plain(literal: Literal) -> Value:
    name = literal.datatype.value.removeprefix(v.XSD)
    try:
        if name in _INTEGERS:
            return int(literal.value)
        if name in _NUMBERS:
            return float(literal.value)
        if name == "boolean":
            return literal.value in {"true", "1"}
        if name == "date":
            return date.fromisoformat(literal.value)
        if name == "dateTime":
            return datetime.fromisoformat(literal.value)
    except ValueError:  # a year before 1 or a day with a time zone: valid in XSD, not in Python; the words are the value
        return literal.value
    return literal.value

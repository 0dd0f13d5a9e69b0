"""The header of a Markdown file, between two lines `---` → its fields and the text below it.

A strict, small part of YAML 1.2: one `key: value` a line; plain, single- and double-quoted values, folded over several lines when quoted;
lists as `[a, b]` or as lines `- a`. Nested mappings, anchors, tags and block texts are left out: no readout's header needs them, and a
full parser is a door for hostile files.
"""

from __future__ import annotations

import json
import re

from bothsides.errors import SourceError

_FENCE = re.compile(r"---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_][\w -]*?)\s*:(?:\s+(.*)|)$")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)", re.DOTALL)
_NAMED = {"_": "\xa0", "n": "\n", "t": "\t", "N": "\x85", "e": "\x1b", "0": "\0"}

Fields = dict[str, str | list[str]]


def split_header(text: str) -> tuple[Fields, str]:
    r"""Return the fields of a header and the text after it; no fields and the whole text where there is no header.

    Raises:
        SourceError: a line of the header is none of the forms above.

    >>> split_header("---\ntitle: Talks\nparty: [US, CN]\n---\nThey met.")
    ({'title': 'Talks', 'party': ['US', 'CN']}, 'They met.')
    """
    match = _FENCE.match(text)
    if match is None:
        return {}, text
    return _fields(match.group(1)), text[match.end() :]


def _fields(block: str) -> Fields:
    fields: Fields = {}
    key = ""
    for number, line in enumerate(_unfolded(block), start=2):
        item = re.match(r"\s*-\s+(.*)$", line)
        field = _FIELD.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item and key:
            fields[key] = [*(fields[key] or []), _scalar(item.group(1))]
        elif field:
            key = field.group(1).strip()
            fields[key] = _value(field.group(2) or "")
        elif not line[0].isspace():
            raise SourceError(f"line {number} of its header is {line[:60]!r}; expected 'key: value'")
    return fields


def _unfolded(block: str) -> list[str]:
    """Return the header's lines; a quoted value that runs over several of them is put on one."""
    lines: list[str] = []
    for line in block.split("\n"):
        if lines and _is_open(lines[-1]):
            lines[-1] = lines[-1][:-1] + line.lstrip() if lines[-1].endswith("\\") else f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return lines


def _is_open(line: str) -> bool:
    """Tell whether a line begins a quoted value and does not end it."""
    value = (match.group(2) if (match := _FIELD.match(line)) else None) or ""
    if value.startswith('"'):
        return _DOUBLE.fullmatch(value) is None
    return value.startswith("'") and _SINGLE.fullmatch(value) is None


def _value(text: str) -> str | list[str]:
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(part) for part in text[1:-1].split(",") if part.strip()]
    return _scalar(text)


def _scalar(text: str) -> str:
    text = text.strip()
    if double := _DOUBLE.fullmatch(text):
        return _ESCAPE.sub(_unescape, double.group(1))
    if single := _SINGLE.fullmatch(text):
        return single.group(1).replace("''", "'")
    return re.sub(r"\s+#.*$", "", text)


def _unescape(match: re.Match[str]) -> str:
    code = match.group(1)
    if code[0] in "ux" and len(code) > 1:
        return str(json.loads(f'"\\u{code[1:]:0>4}"'))
    return _NAMED.get(code, code)

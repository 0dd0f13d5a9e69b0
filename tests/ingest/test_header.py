"""The header of a Markdown file: the forms it may have, and what is refused."""

from __future__ import annotations

import pytest

from bothsides.errors import SourceError
from bothsides.ingest.header import split_header


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Talks: a summary", "Talks: a summary"),
        ("title: 'It''s done'  # why", "It's done"),
        ('title: "a \\"b\\" \\u2019\\_c"', 'a "b" ’\xa0c'),
        ('title: "Talks with\\\n  \\ Tran"', "Talks with Tran"),
        ("title: 'Talks\n  with Tran'", "Talks with Tran"),
        ("title: [US, 'CN']", ["US", "CN"]),
        ("title:\n- US\n- CN", ["US", "CN"]),
        ("title: Talks # aside", "Talks"),
        ("title:", ""),
    ],
)
def test_forms_of_a_value(line: str, value: str | list[str]) -> None:
    assert split_header(f"---\n{line}\n---\nText")[0]["title"] == value


@pytest.mark.parametrize("line", ["just words", "<<: *anchor", "{a: b}"])
def test_other_lines_are_refused_with_their_number(line: str) -> None:
    with pytest.raises(SourceError, match="line 3"):
        split_header(f"---\ntitle: Talks\n{line}\n---\n")


def test_a_rule_is_no_header() -> None:
    assert split_header("Talks\n---\nMore") == ({}, "Talks\n---\nMore")
    assert split_header("---\nTalks without an end") == ({}, "---\nTalks without an end")

"""Each kind of difference, with its words, and what is no difference."""

from __future__ import annotations

import pytest
from claim_samples import DAY, claim, readout

from bothsides.align.differences import find_differences, told
from bothsides.records import Act, Difference, DifferenceKind


def differences(a: tuple[str, dict[str, object]], b: tuple[str, dict[str, object]]) -> dict[DifferenceKind, Difference]:
    one, other = readout("xa", a), readout("xb", b)
    return {d.kind: d for d in find_differences(told(one, one.claims[0], DAY), told(other, other.claims[0], DAY))}


def agreed(text: str, **further: object) -> tuple[str, dict[str, object]]:
    return claim(Act.AGREE, "xa", "xb", text=text, **{"binds": ("xa", "xb"), **further})


def pledged(text: str, **further: object) -> tuple[str, dict[str, object]]:
    return claim(Act.COMMIT, "xb", text=text, **{"binds": ("xb",), **further})


@pytest.mark.parametrize(
    ("a", "b", "kind", "words"),
    [
        pytest.param(
            agreed("agreed to build a bridge"),
            claim(Act.DISCUSS, "xa", "xb", text="exchanged views on a bridge"),
            DifferenceKind.FORCE,
            ("agree", "discuss"),
            id="another act",
        ),
        pytest.param(
            pledged("Belmora will consider lowering its tariff"),
            pledged("Belmora undertook to lower its tariff"),
            DifferenceKind.FORCE,
            ("consider", "commit"),
            id="considering against doing",
        ),
        pytest.param(
            agreed("The two sides agreed to simplify visas"),
            pledged("Belmora agreed to simplify visas"),
            DifferenceKind.BOUND,
            ("XA, XB", "XB"),
            id="bound",
        ),
        pytest.param(
            claim(Act.DISCUSS, "xa", "xb", text="discussed the delivery of trains"),
            pledged("Belmora would deliver the trains"),
            DifferenceKind.BOUND,
            ("", "XB"),
            id="bound by one account alone",
        ),
        pytest.param(
            agreed("a fund of $300 million"),
            agreed("a fund of 500 million dollars"),
            DifferenceKind.AMOUNT,
            ("$300 million", "500 million dollars"),
            id="amount",
        ),
        pytest.param(
            agreed("agreed to expand exchanges"),
            agreed("agreed to bring exchanges to 2,000"),
            DifferenceKind.AMOUNT,
            ("expand", "2,000"),
            id="a number against a vague amount",
        ),
        pytest.param(
            agreed("hold talks at an early date"),
            agreed("hold talks by the end of July"),
            DifferenceKind.DATE,
            ("early date", "by the end of July"),
            id="a deadline against a vague date",
        ),
        pytest.param(
            agreed("extend the treaty until 2032"),
            agreed("extend the treaty until 2035"),
            DifferenceKind.DATE,
            ("until 2032", "until 2035"),
            id="date",
        ),
        pytest.param(agreed("hold the next round in Oslo"), agreed("hold the next round"), DifferenceKind.PLACE, ("Oslo", ""), id="place"),
        pytest.param(
            claim(Act.CONDEMN, "xa", "xb", text="condemned piracy, including attacks on fishermen"),
            claim(Act.CONDEMN, "xa", "xb", text="condemned piracy"),
            DifferenceKind.SCOPE,
            ("including attacks on fishermen", ""),
            id="scope",
        ),
        pytest.param(
            claim(Act.URGE, "xa", text="abide by the one-China principle"),
            claim(Act.REAFFIRM, "xb", text="no change to its one China policy"),
            DifferenceKind.TERM,
            ("one-China principle", "one China policy"),
            id="term",
        ),
        pytest.param(
            pledged("Belmora will send trains, subject to budgetary procedures"),
            pledged("Belmora will send trains"),
            DifferenceKind.HEDGE,
            ("subject to budgetary procedures", ""),
            id="hedge",
        ),
        pytest.param(
            claim(Act.WELCOME, "xa", "xb", text="welcomed the repair of the dam"),
            claim(Act.WELCOME, "xa", text="thanked Belmora for the repair of the dam", addressees=("xb",)),
            DifferenceKind.ADDRESSEE,
            ("", "XB"),
            id="addressee",
        ),
    ],
)
def test_a_difference_is_named_with_both_words(a, b, kind: DifferenceKind, words: tuple[str, str]) -> None:
    found = differences(a, b)[kind]
    assert (found.a, found.b) == words


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param(
            agreed("agreed to meet"),
            claim(Act.COMMIT, "xa", "xb", text="will meet", binds=("xa", "xb")),
            DifferenceKind.FORCE,
            id="agree, commit",
        ),
        pytest.param(
            agreed("restore the staff to 80 each"), agreed("a strength of eighty officials each"), DifferenceKind.AMOUNT, id="80, eighty"
        ),
        pytest.param(
            agreed("exchanges of 300,000 people"), agreed("three lakh exchanges"), DifferenceKind.AMOUNT, id="300,000, three lakh"
        ),
        pytest.param(agreed("The two sides agreed to meet"), agreed("They agreed to meet"), DifferenceKind.AMOUNT, id="the two sides"),
        pytest.param(agreed("the 26th round of talks"), agreed("the next round of talks"), DifferenceKind.AMOUNT, id="an ordinal"),
        pytest.param(agreed("meet within this year"), agreed("meet before the end of the year"), DifferenceKind.DATE, id="this year"),
        pytest.param(agreed("meet next year"), agreed("meet in 2032"), DifferenceKind.DATE, id="next year"),
        pytest.param(agreed("meet in the fall"), agreed("meet this autumn"), DifferenceKind.DATE, id="fall, autumn"),
        pytest.param(agreed("meet in mid-December"), agreed("meet in the week of 15 December"), DifferenceKind.DATE, id="mid-December"),
        pytest.param(
            agreed("invited to Washington"), agreed("invited to the United States"), DifferenceKind.PLACE, id="a capital for its state"
        ),
        pytest.param(
            agreed("continue talks, as discussed in Bali"),
            agreed("continue talks"),
            DifferenceKind.PLACE,
            id="where something else was said",
        ),
    ],
)
def test_other_words_for_the_same_are_no_difference(a, b, kind: DifferenceKind) -> None:
    assert kind not in differences(a, b)

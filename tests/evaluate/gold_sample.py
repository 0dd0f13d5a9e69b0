"""A folder of annotations on two invented readouts, and what a middling reader made of them."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

from bothsides.records import (
    Act,
    Alignment,
    Claim,
    Difference,
    DifferenceKind,
    Document,
    EventKind,
    Participant,
    Person,
    Reading,
    Relation,
    ReportedEvent,
    Span,
)

AGREED = "The two sides agreed to open a ferry line by May"
TEXTS = {
    "arvania": (
        "Foreign Minister Orso met Foreign Minister Tamm in Vell. The two sides agreed to open a ferry line by May and to lower port fees. "
        "Orso raised concerns about “lynx hunting”. The talks were frank."
    ),
    "belmora": (
        "Minister Tamm received Minister Orso. He promised a ferry line – in 2034. The ministers discussed port fees. Tamm thanked Orso."
    ),
}


def _claim(id_: str, quote: str, act: str, holders: list[str], *topics: str) -> dict[str, object]:
    return {
        "id": id_,
        "quote": quote,
        "act": act,
        "holders": holders,
        "addressees": [],
        "bound": [],
        "negated": False,
        "topics": list(topics),
        "content": "",
    }


def _annotation(doc: str, party: str, claims: list[dict[str, object]], *people: tuple[str, str]) -> dict[str, object]:
    named = [{"name": name, "canonical": name, "party": code, "office": ""} for name, code in people]
    event = {"kind": "meeting", "date": "2031-06-18", "place": "Vell", "parties": ["XA", "XB"]}
    return {"doc": doc, "publisher_party": party, "event": event, "participants": named, "claims": claims}


def write_gold(folder: Path) -> Path:
    """Write the annotations and return their folder."""
    (folder / "text").mkdir(parents=True)
    (folder / "pairs").mkdir()
    people = (("Livia Orso", "XA"), ("Petr Tamm, Jr.", "XB"))
    arvania = [
        _claim("c1", AGREED, "agree", ["XA", "XB"], "infrastructure"),
        _claim("c2", "to lower port fees", "agree", ["XA", "XB"], "tariffs", "infrastructure"),
        _claim("c3", 'Orso raised concerns about "lynx hunting"', "concern", ["XA"], "biodiversity-oceans"),
        _claim("c4", "The talks were frank", "characterise", ["XA", "XB"]),
    ]
    belmora = [
        _claim("c1", "He promised a ferry line - in 2034", "commit", ["XB"], "infrastructure"),
        _claim("c2", "The ministers discussed port fees", "discuss", ["XA", "XB"], "tariffs"),
        _claim("c3", "Tamm thanked Orso", "welcome", ["XB"]),
    ]
    for doc, party, claims in (("arvania", "XA", arvania), ("belmora", "XB", belmora)):
        (folder / f"{doc}.json").write_text(json.dumps(_annotation(doc, party, claims, *people)), encoding="utf-8")
        (folder / "text" / f"{doc}.txt").write_text(TEXTS[doc], encoding="utf-8")
    links = [
        {
            "a": "c1",
            "b": "c1",
            "relation": "overlaps",
            "differences": [{"kind": "date", "a": "", "b": ""}, {"kind": "bound", "a": "", "b": ""}],
        },
        {"a": "c2", "b": "c2", "relation": "overlaps", "differences": [{"kind": "force", "a": "", "b": ""}]},
    ]
    (folder / "pairs" / "P.json").write_text(json.dumps({"pair": "P", "a": "arvania", "b": "belmora", "links": links}), encoding="utf-8")
    return folder


def _read(doc: str, words: str, act: Act, *holders: str, topics: tuple[str, ...] = (), confidence: float = 0.9) -> Claim:
    text = TEXTS[doc]
    start = text.index(words)
    span = Span(start, start + len(words))
    digest = sha256(text.encode()).hexdigest()
    return Claim(digest, span, act, holders, Span(start, start), span, topics=topics, confidence=confidence)


def read() -> tuple[list[Reading], list[Alignment]]:
    """Two readings with some of everything wrong, and their alignments."""
    arvania = (
        _read(
            "arvania",
            "The two sides agreed to open a ferry line by May",
            Act.AGREE,
            "xa",
            "xb",
            topics=("infrastructure",),
            confidence=0.97,
        ),
        _read("arvania", "and to lower port fees", Act.COMMIT, "xa", "xb", topics=("tariffs",), confidence=0.55),
        _read("arvania", "raised concerns about “lynx hunting”", Act.CONCERN, "xb", topics=("biodiversity-oceans", "water")),
        _read("arvania", "Foreign Minister Orso met Foreign Minister Tamm", Act.DISCUSS, "xa", confidence=0.3),
    )
    belmora = (
        _read("belmora", "He promised a ferry line – in 2034", Act.COMMIT, "xb", topics=("infrastructure",), confidence=1.0),
        _read("belmora", "The ministers discussed port fees. Tamm thanked Orso", Act.DISCUSS, "xa", "xb", topics=("tariffs",)),
    )
    orso, tamm = Participant("xa", Person("livia-orso", "Livia Orso")), Participant("xb", Person("petr-tamm", "Petr Tamm"))
    events = {
        "arvania": ReportedEvent(EventKind.MEETING, date(2031, 6, 18), participants=(orso, tamm)),
        "belmora": ReportedEvent(EventKind.PHONE_CALL, date(2031, 6, 19), participants=(orso, Participant("xb"))),
    }
    readings = [
        Reading(Document((doc,), TEXTS[doc], claims[0].document, parties=(party,)), events[doc], claims)
        for doc, party, claims in (("arvania", "xa", arvania), ("belmora", "xb", belmora))
    ]
    links = [
        _link(arvania[0], belmora[0], Relation.OVERLAPS, DifferenceKind.DATE, DifferenceKind.FORCE),
        _link(arvania[1], belmora[1], Relation.CORROBORATES),
        _link(arvania[3], belmora[1], Relation.CORROBORATES),
    ]
    return readings, links


def _link(a: Claim, b: Claim, relation: Relation, *kinds: DifferenceKind) -> Alignment:
    first, second = sorted((a.key, b.key))
    return Alignment(first, second, relation, 0.5, tuple(Difference(k, "", "") for k in kinds))

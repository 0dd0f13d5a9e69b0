"""The written-out constants and the ontology are the same, both ways."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, parse

from bothsides import vocabulary as v
from bothsides.resources import resource

SOURCE = Path(v.__file__).parent
CONSTANTS = {name: value for name, value in vars(v).items() if name.isupper() and isinstance(value, NamedNode)}
QUADS = [quad for name in ("ontology", "acts", "topics", "kinds") for quad in parse(path=str(resource("ontology", f"{name}.ttl")))]
DECLARED = {quad.subject for quad in QUADS if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith((v.NS, v.DATATYPES))}


def as_constant(local_name: str) -> str:
    """`isHeldBy` → `IS_HELD_BY`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local_name).replace("-", "_").upper()


def test_every_term_of_the_ontology_is_a_constant_and_no_other_is() -> None:
    assert {value for value in CONSTANTS.values() if value.value.startswith((v.NS, v.DATATYPES))} == DECLARED


def test_a_constant_is_named_after_its_term() -> None:
    own = {name: value.value for name, value in CONSTANTS.items() if value in DECLARED}
    assert {name: as_constant(re.split(r"[#/]", iri)[-1]) for name, iri in own.items()} == {name: name for name in own}


def test_a_constant_of_another_vocabulary_carries_its_prefix() -> None:
    foreign = {name: value.value for name, value in CONSTANTS.items() if not value.value.startswith(v.BASE)}
    for name, iri in foreign.items():
        prefix, namespace = next((prefix, namespace) for prefix, namespace in v.PREFIXES.items() if iri.startswith(namespace))
        assert name == f"{prefix}_{as_constant(iri.removeprefix(namespace))}".upper()


def test_concepts_are_minted_in_their_schemes() -> None:
    minted = {v.act("agree"), v.topic("taiwan"), v.kind("event-other")}
    assert minted <= {quad.subject for quad in QUADS}


def test_the_schemes_are_those_of_the_files() -> None:
    schemes = {quad.subject for quad in QUADS if str(quad.object).endswith("#ConceptScheme>")}
    assert schemes == {v.ACT_SCHEME, v.TOPIC_SCHEME, v.KIND_SCHEME}


def literals(path: Path) -> Iterator[str]:
    """The string literals of a module, docstrings and their examples apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.value


def test_no_other_file_of_the_program_spells_an_iri_of_a_vocabulary() -> None:
    namespaces = (v.ID, v.GRAPH, *v.PREFIXES.values())
    files = [path for path in SOURCE.rglob("*.py") if path.name != "vocabulary.py"]
    assert [(path.name, text) for path in files for text in literals(path) if any(namespace in text for namespace in namespaces)] == []

"""Train the two classifiers that find claims and name their acts, from folders of annotated readouts.

    python -m bothsides.training.claims GOLD… [--folds N]

GOLD is a folder as `bothsides eval` takes it, or a JSON Lines file of sentences with their claims. With `--folds` nothing is written:
the documents are split into that many parts, each is read by classifiers trained on the others, and the figures are printed.
Needs the `training` extra (scikit-learn); the files written need numpy alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bothsides.evaluate.gold import gold_readings, read_gold
from bothsides.extract.clauses import candidates, governor
from bothsides.extract.context import read_sentences
from bothsides.extract.features import act_features, cue_of, head_features
from bothsides.extract.lexicon import irregular_forms, load_lexicon
from bothsides.extract.linear import LinearClassifier
from bothsides.extract.parsed import from_doc
from bothsides.extract.select import Selector, act_nouns, claim_span
from bothsides.extract.sentences import paragraph_starts
from bothsides.extract.syntax import load, parse
from bothsides.ingest.gazetteer import load_gazetteer
from bothsides.records import Document
from bothsides.resources import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bothsides.extract.context import Sentence
    from bothsides.extract.lexicon import Lexicon
    from bothsides.extract.parsed import Parsed

# Inverse strength of the penalty, and how often a feature must be seen: chosen by three-fold cross-validation (`--folds 3`).
_HEADS_C, _ACTS_C, _SEEN = 0.1, 0.3, 2


@dataclass(frozen=True, slots=True)
class Example:
    """One parsed document with the gold act of each token that heads a claim, and the gold spans as token ranges."""

    name: str
    parsed: Parsed
    sentences: list[Sentence]
    acts: dict[int, str]
    gold: list[tuple[frozenset[int], str]]


def read_documents(paths: Sequence[Path]) -> list[tuple[Document, list[tuple[int, int, str]]]]:
    """Return every annotated document with its claims as (start, end, act), offsets in code points."""
    out: list[tuple[Document, list[tuple[int, int, str]]]] = []
    for path in paths:
        if path.is_dir():
            for reading in gold_readings(read_gold(path)):
                out.append((reading.document, [(c.span.start, c.span.end, str(c.act)) for c in reading.claims]))
        else:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                out.append(_sentence(f"{path.stem}-{number}", json.loads(line)))
    return out


def _sentence(name: str, row: dict[str, object]) -> tuple[Document, list[tuple[int, int, str]]]:
    text = str(row["text"])
    claims, at = [], 0
    for claim in row["claims"]:  # type: ignore[attr-defined]
        start = text.find(claim["quote"], at)
        start = start if start >= 0 else text.find(claim["quote"])
        if start >= 0:
            claims.append((start, start + len(claim["quote"]), str(claim["act"])))
            at = start + 1
    return Document((name,), text, sha256(text.encode()).hexdigest()), claims


def prepare(documents: Sequence[tuple[Document, list[tuple[int, int, str]]]], lexicon: Lexicon) -> list[Example]:
    """Parse the documents and find the token that heads each annotated claim."""
    nouns, gazetteer = act_nouns(lexicon), load_gazetteer()
    out = []
    for (document, doc), (_, claims) in zip(
        parse((d for d, _ in documents), load(), names_party=lambda word: gazetteer.party_named(word) is not None), documents, strict=True
    ):
        parsed = from_doc(doc, lexicon.lemmas, irregular_forms(), lexicon.verbs)
        sentences = read_sentences(parsed, document, lexicon, paragraph_starts(document.text))
        known = {head for s in sentences for head in candidates(parsed, s.start, s.end, nouns)}
        acts: dict[int, str] = {}
        gold = []
        for start, end, act in claims:
            tokens = frozenset(
                i for i in range(len(parsed.words)) if parsed.starts[i] < end and parsed.ends[i] > start and not parsed.words[i].isspace()
            )
            gold.append((tokens, act))
            tops = [i for i in tokens if i in known and (parsed.heads[i] not in tokens or parsed.heads[i] == i)]
            if tops:
                acts.setdefault(max(tops, key=lambda i: (parsed.right[i] - parsed.left[i], -i)), act)
        out.append(Example(document.identifiers[0], parsed, sentences, acts, gold))
    return out


def train(examples: Sequence[Example], lexicon: Lexicon) -> tuple[LinearClassifier, LinearClassifier]:
    """Return the classifier of heads and that of acts."""
    heads: list[tuple[list[str], str]] = []
    acts: list[tuple[list[str], str]] = []
    nouns = act_nouns(lexicon)
    for example in examples:
        parsed = example.parsed
        for sentence in example.sentences:
            found = candidates(parsed, sentence.start, sentence.end, nouns)
            cues = {head: cue_of(parsed, head, sentence) for head in found}
            claims = [head for head in found if head in example.acts]
            for head in found:
                above = governor(parsed, head, found)
                heads.append(
                    (
                        head_features(parsed, head, above, governor(parsed, head, claims), sentence, cues),
                        "claim" if head in example.acts else "none",
                    )
                )
            for head in claims:
                above = governor(parsed, head, claims)
                span = claim_span(parsed, head, claims, sentence)
                acts.append(
                    (
                        act_features(parsed, head, span, example.acts[above] if above is not None else "", sentence, cues[head]),
                        example.acts[head],
                    )
                )
    return _fit(heads, _HEADS_C, ("none", "claim")), _fit(acts, _ACTS_C, tuple(sorted({act for _, act in acts})))


def _fit(rows: Sequence[tuple[list[str], str]], penalty: float, labels: tuple[str, ...]) -> LinearClassifier:
    seen = Counter(name for features, _ in rows for name in set(features))
    names = sorted(name for name, count in seen.items() if count >= _SEEN)
    index = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    bounds = [0]
    for features, _ in rows:
        columns += sorted({index[name] for name in features if name in index})
        bounds.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, bounds), shape=(len(rows), len(names)))
    fitted = LogisticRegression(C=penalty, max_iter=500, tol=1e-3).fit(matrix, [labels.index(label) for _, label in rows])
    return LinearClassifier(names, labels, fitted.coef_.T, fitted.intercept_)


def figures(examples: Sequence[Example], selector: Selector) -> dict[str, float]:
    """Return precision, recall and F1 of claims, the share of right acts, and F1 of claims with the right act.

    A claim is found when at least half of the tokens of both spans together are common to both, one to one, best first: the measure
    of the annotation guidelines.
    """
    gold = predicted = hits = right = 0
    for example in examples:
        found = [claim for sentence in example.sentences for claim in selector.select(example.parsed, sentence)]
        spans = [frozenset(i for i in range(*claim.span) if not example.parsed.words[i].isspace()) for claim in found]
        scored = sorted(
            (-len(tokens & span) / len(tokens | span), act != found[j].act, i, j)
            for i, (tokens, act) in enumerate(example.gold)
            for j, span in enumerate(spans)
            if 2 * len(tokens & span) >= len(tokens | span)
        )
        used: tuple[set[int], set[int]] = (set(), set())
        for _, wrong, i, j in scored:
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                hits += 1
                right += not wrong
        gold += len(example.gold)
        predicted += len(found)
    precision, recall = hits / max(1, predicted), hits / max(1, gold)
    return {
        "precision": precision,
        "recall": recall,
        "claims": 2 * hits / max(1, gold + predicted),
        "act": right / max(1, hits),
        "claims and act": 2 * right / max(1, gold + predicted),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and write, or cross-validate and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    lexicon = load_lexicon()
    groups = {path.stem: prepare(read_documents([path]), lexicon) for path in options.gold}
    if not options.folds:
        heads, acts = train([example for group in groups.values() for example in group], lexicon)
        folder = model("syntax").parent / "claims"
        heads.save(folder / "heads.npz")
        acts.save(folder / "acts.npz")
        sys.stdout.write(f"wrote {folder}\n")
        return
    read: dict[str, list[dict[str, float]]] = {name: [] for name in groups}
    for fold in range(options.folds):
        known = [example for group in groups.values() for example in group if _fold(example.name, options.folds) != fold]
        selector = Selector(*train(known, lexicon), lexicon)
        for name, group in groups.items():
            read[name].append(figures([example for example in group if _fold(example.name, options.folds) == fold], selector))
    for name, parts in read.items():
        means = {key: sum(part[key] for part in parts) / len(parts) for key in parts[0]}
        sys.stdout.write(f"{name:12} " + "  ".join(f"{key} {value:.3f}" for key, value in means.items()) + "\n")


def _fold(name: str, folds: int) -> int:
    """Return the fold of a document: by its event where the name has one (`inv-07-cn`), so that two tellings never part."""
    event = "-".join(name.split("-")[:2]) if name.startswith("inv-") else name
    return int(sha256(event.encode()).hexdigest(), 16) % folds


if __name__ == "__main__":
    main()

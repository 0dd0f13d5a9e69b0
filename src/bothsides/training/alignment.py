"""Gold pairs → the weights of alignment.

`python -m bothsides.training.alignment GOLD_DIR...` prints cross-validated figures and writes the weights.

`--texts FILE...` (JSON Lines with a field `text`, possibly gzipped) counts afresh how rare words are; without it the shipped counts stand.
`--look GOLD_DIR...` are folders that are only scored, never learned from; `--statements FILE` scores bare statements.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from bothsides.align.features import Matrix, Side, compare
from bothsides.align.links import choose_links, leads, likelihood, log_odds
from bothsides.align.weights import Rivals, Weights, load_weights
from bothsides.align.wording import read_wording
from bothsides.extract.topics import TopicReader
from bothsides.records import Act, Claim, Span
from bothsides.training.pairs import Pair, read_pairs

HOME = Path(__file__).resolve().parent.parent / "models" / "alignment"
LEAST_COUNT = 4  # a word seen less often is as rare as one never seen
AWAY = frozenset({"one tells of the tone", "distance in the text"})  # speak against a link; "other number" may do either
FREE = frozenset({"other number"})
RIDGE = 0.003
FOLDS = 8
SAME_STATEMENT = -2.5  # log-odds from which two bare statements, without act or holder, count as one matter
LINK, EXTRA = 0.25, 0.3


def learn(pairs: Sequence[Pair], weights: Weights) -> Weights:
    """Return `weights` with what `pairs` teach: first the weights of the features, then of a pair's lead over its rivals.

    The second step sees log-odds from weights that other events taught, or it would trust its own memory.
    """
    first = _learn_features(pairs, weights)
    fold = _folds(pairs)
    held_out = {k: _learn_features([p for p in pairs if fold[p.event] != k], weights) for k in set(fold.values())}
    odds = [log_odds(p.features, held_out[fold[p.event]]) for p in pairs]
    x = np.concatenate([np.stack([o.ravel(), *(lead.ravel() for lead in leads(o))], axis=1) for o in odds])
    y = np.concatenate([p.linked.ravel() for p in pairs]).astype(np.float64)
    spread = np.where(x.std(axis=0) > 1e-6, x.std(axis=0), 1.0)
    z = np.hstack([np.ones((len(x), 1)), x / spread])
    found = _minimise(z, y, np.array([0.0, 1e-4, 1e-4, 1e-4]), np.array([-np.inf, 0.0, 0.0, 0.0]), np.full(4, np.inf))
    own, lesser, greater = (round(float(w), 4) for w in found[1:] / spread)
    return replace(first, rivals=Rivals(own, lesser, greater, round(float(found[0]), 4)))


def _learn_features(pairs: Sequence[Pair], weights: Weights) -> Weights:
    """Return `weights` with the weights of features: logistic regression whose signs are held to what a feature can mean.

    A feature that says "alike" never counts against a link, however a small sample may fall: learned on invented pairs, the weights
    have to serve real ones.
    """
    names = list(pairs[0].features)
    x = np.concatenate([np.stack([p.features[name].ravel() for name in names], axis=1) for p in pairs])
    y = np.concatenate([p.linked.ravel() for p in pairs]).astype(np.float64)
    spread = np.where(x.std(axis=0) > 1e-6, x.std(axis=0), 1.0)
    z = np.hstack([np.ones((len(x), 1)), x / spread])
    low = np.array([-np.inf, *(-np.inf if n in AWAY | FREE else 0.0 for n in names)])
    high = np.array([np.inf, *(0.0 if n in AWAY else np.inf for n in names)])
    found = _minimise(z, y, np.array([0.0, *([RIDGE] * len(names))]), low, high)
    features = {n: round(float(w), 4) for n, w in zip(names, found[1:] / spread, strict=True) if abs(w) > 1e-3}
    return replace(weights, features=features, bias=round(float(found[0]), 4))


def _minimise(z: Matrix, y: Matrix, penalty: Matrix, low: Matrix, high: Matrix) -> Matrix:
    """Return the weights with the least penalised loss within bounds, by accelerated projected gradient (Beck and Teboulle, 2009)."""
    rate = 1.0 / (np.linalg.norm(z, 2) ** 2 / (4 * len(z)) + 2 * penalty.max())
    w = np.zeros(z.shape[1])
    ahead, momentum = w, 1.0
    for _ in range(1500):
        p = 1 / (1 + np.exp(-z @ ahead))
        following = np.clip(ahead - rate * (z.T @ (p - y) / len(z) + 2 * penalty * ahead), low, high)
        faster = (1 + math.sqrt(1 + 4 * momentum**2)) / 2
        ahead = following + (momentum - 1) / faster * (following - w)
        if np.abs(following - w).max() < 1e-6:
            break
        w, momentum = following, faster
    return w


def cross_validate(pairs: Sequence[Pair], weights: Weights) -> list[tuple[Pair, list[tuple[int, int]]]]:
    """Return the links found in each pair with weights learned from the other events alone."""
    found: list[tuple[Pair, list[tuple[int, int]]]] = []
    fold = _folds(pairs)
    for k in sorted(set(fold.values())):
        learned = learn([p for p in pairs if fold[p.event] != k], weights)
        found.extend((p, choose_links(likelihood(p.features, learned), learned)) for p in pairs if fold[p.event] == k)
    return found


def _folds(pairs: Sequence[Pair]) -> dict[str, int]:
    """Return a fold for each event, so that no event is both learned from and judged."""
    return {event: i % FOLDS for i, event in enumerate(sorted({p.event for p in pairs}))}


def link_figures(found: Iterable[tuple[Pair, list[tuple[int, int]]]]) -> dict[str, float]:
    """Return precision, recall and F1 of links, and the share of claims whose linked / unlinked status is right."""
    count: Counter[str] = Counter()
    for pair, links in found:
        gold = {(int(i), int(j)) for i, j in zip(*np.nonzero(pair.linked), strict=True)}
        count.update(hit=len(gold & set(links)), found=len(links), gold=len(gold))
        for axis, size in enumerate(pair.linked.shape):
            mine, theirs = {x[axis] for x in links}, {x[axis] for x in gold}
            count.update(right=sum((i in mine) == (i in theirs) for i in range(size)), claims=size)
    precision, recall = count["hit"] / max(1, count["found"]), count["hit"] / max(1, count["gold"])
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "status": count["right"] / max(1, count["claims"])}


def statement_figures(path: Path, weights: Weights) -> dict[str, float]:
    """Return the F1 of telling, for pairs of bare statements, whether they are on one matter; by the name of each set.

    Statements have no acts or holders: what is judged are wording and topics alone, with all statements of the file for background.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    topics = TopicReader.load()
    a, b = (_statements([row[name] for row in rows], topics) for name in ("a", "b"))
    same = np.diag(log_odds(compare(a, b, weights), weights)) >= SAME_STATEMENT
    figures: dict[str, float] = {}
    for name in sorted({row["set"] for row in rows}):
        judged = [(bool(found), row["same"]) for found, row in zip(same, rows, strict=True) if row["set"] == name]
        hit = sum(found and want for found, want in judged)
        figures[name] = 2 * hit / max(1, sum(found + want for found, want in judged))
    return figures


def _statements(texts: Sequence[str], topics: TopicReader) -> Side:
    claims = tuple(Claim("", Span(0, len(t)), Act.STATE, (), Span(0, 0), Span(0, len(t)), topics=topics.topics(t)) for t in texts)
    return Side(claims, tuple(map(read_wording, texts)))


def count_rarity(files: Iterable[Path]) -> dict[str, object]:
    """Return for each stem and concept the logarithm of the number of sentences for each that has it."""
    count: Counter[str] = Counter()
    sentences = 0
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for line in lines:
                for sentence in re.split(r"(?<=[.!?])\s+|\n+", json.loads(line)["text"]):
                    if 30 < len(sentence) < 600:
                        wording = read_wording.__wrapped__(sentence)
                        sentences += 1
                        count.update(wording.content)
                        count.update(f"~{concept}" for concept in wording.concepts)
    words = {w: round(math.log((sentences + 1) / (n + 0.5)), 2) for w, n in sorted(count.items()) if n >= LEAST_COUNT}
    return {"sentences": sentences, "unseen": round(math.log(sentences + 1), 2), "words": words}


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, print and write."""
    parser = argparse.ArgumentParser(prog="python -m bothsides.training.alignment", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--look", nargs="*", type=Path, default=[])
    parser.add_argument("--texts", nargs="*", type=Path, default=[])
    parser.add_argument("--statements", type=Path)
    parser.add_argument("--output", type=Path, default=HOME)
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    if options.texts:
        _write(options.output / "rarity.json", count_rarity(options.texts))
    if not (options.output / "weights.json").exists():
        _write(options.output / "weights.json", _as_json(Weights({}, 0.0, Rivals(1.0, 0.0, 0.0, 0.0), LINK, EXTRA, {}, 0.0)))
    weights = replace(load_weights(options.output), link=LINK, extra=EXTRA)
    pairs = read_pairs(options.gold, weights)
    learned = learn(pairs, weights)
    found = cross_validate(pairs, weights)
    _say("cross-validated by event", link_figures(found))
    for source in options.gold:
        _say(f"  of these, {source.stem}", link_figures(entry for entry in found if entry[0].source == source.stem))
    for folder in options.look:
        seen = [(p, choose_links(likelihood(p.features, learned), learned)) for p in read_pairs([folder], weights)]
        _say(f"only looked at: {folder.name}", link_figures(seen))
    if options.statements:
        _say(f"F1 on bare statements, {options.statements.stem}", statement_figures(options.statements, learned))
    for name, weight in sorted(learned.features.items(), key=lambda entry: -abs(entry[1])):
        sys.stdout.write(f"  {weight:+8.3f}  {name}\n")
    sys.stdout.write(f"  {learned.rivals}\n")
    _write(options.output / "weights.json", _as_json(learned))


def _as_json(weights: Weights) -> dict[str, object]:
    return {
        "features": weights.features,
        "bias": weights.bias,
        "rivals": asdict(weights.rivals),
        "link": weights.link,
        "extra": weights.extra,
    }


def _say(title: str, figures: dict[str, float]) -> None:
    sys.stdout.write(f"{title}: " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()) + "\n")


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

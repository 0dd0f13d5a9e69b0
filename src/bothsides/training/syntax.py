"""Train the syntax pipeline (tagger, morphologizer, lemmatizer, parser) that the package ships.

    python -m bothsides.training.syntax TREEBANK [--output DIR] [--steps N]

TREEBANK is a folder with `train.spacy` and `dev.spacy` (spaCy `DocBin` files in Universal Dependencies), made here from UD English-EWT
and the freely licensed genres of UD English-GUM. The best pipeline by its score on `dev.spacy` is written, with its attribution in
`meta.json`, to the package's own `models/syntax` unless `--output` says otherwise; test figures are printed for every other `.spacy`
file in the folder. One core takes about an hour.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from confection import Config
from spacy.cli.train import train
from spacy.tokens import DocBin
from spacy.training import Example

from bothsides.resources import model

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIG = Path(__file__).with_name("syntax.cfg")

# Kept beside the weights, as the licence of the treebanks asks.
ABOUT = {
    "name": "bothsides_syntax",
    "version": "0.1.0",
    "description": "Tagger, morphologizer, lemmatizer and parser for English diplomatic readouts; Universal Dependencies labels.",
    "author": "The bothsides developers",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English-EWT", "url": "https://universaldependencies.org/treebanks/en_ewt/", "license": "CC BY-SA 4.0"},
        {
            "name": "UD English-GUM (freely licensed genres)",
            "url": "https://universaldependencies.org/treebanks/en_gum/",
            "license": "CC BY 4.0, CC BY-SA",
        },
    ],
}


def train_pipeline(treebank: Path, output: Path, *, steps: int | None = None) -> None:
    """Train on `treebank` and put the best pipeline in place of what `output` holds."""
    overrides: dict[str, object] = {"paths.train": str(treebank / "train.spacy"), "paths.dev": str(treebank / "dev.spacy")}
    if steps is not None:
        overrides |= {"training.max_steps": steps, "training.optimizer.learn_rate.total_steps": steps}
    with tempfile.TemporaryDirectory() as work:
        train(CONFIG, Path(work), overrides=overrides)
        describe(Path(work) / "model-best")
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(Path(work) / "model-best", output)


def describe(pipeline: Path) -> None:
    """Write name, version, licence and sources into a pipeline's `meta.json`, and forget where the treebank lay."""
    path = pipeline / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8")) | ABOUT
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    config = Config().from_disk(pipeline / "config.cfg", interpolate=False)
    config["paths"] |= {"train": None, "dev": None}
    config.to_disk(pipeline / "config.cfg", interpolate=False)


def figures(pipeline: Path, corpus: Path) -> dict[str, float]:
    """Return tag, lemma, attachment and labelled attachment accuracy of a pipeline on a `.spacy` file."""
    nlp = spacy.load(pipeline)
    gold = list(DocBin().from_disk(corpus).get_docs(nlp.vocab))
    examples = [
        Example(doc, reference)
        for doc, reference in zip(
            nlp.pipe(spacy.tokens.Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in gold),
            gold,
            strict=True,
        )
    ]
    scores = nlp.evaluate(examples)
    return {name: float(scores[name] or 0) for name in ("pos_acc", "lemma_acc", "dep_uas", "dep_las")}


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write, and print test figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--steps", type=int)
    options = parser.parse_args(arguments)
    output = options.output or model("syntax")
    train_pipeline(options.treebank, output, steps=options.steps)
    for corpus in sorted(options.treebank.glob("*.spacy")):
        if corpus.stem not in {"train", "dev"}:
            sys.stdout.write(
                f"{corpus.stem:10} " + "  ".join(f"{name} {100 * value:.1f}" for name, value in figures(output, corpus).items()) + "\n"
            )


if __name__ == "__main__":
    main()

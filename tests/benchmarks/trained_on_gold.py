"""Models of other libraries trained on ``corpus/gold/train``, for the README's comparison.

    python -m tests.benchmarks.trained_on_gold spacy FOLDER
    python -m tests.benchmarks.trained_on_gold stanza FOLDER

One spaCy pipeline for the four languages with spaCy's defaults, and a small Stanza tokenizer and NER
model for each of them, which train in minutes on a CPU; no pretrained vectors, and the best model on
``corpus/gold/dev`` after a fixed number of steps. Then:

    communique evaluate corpus/gold/test --engine spacy:FOLDER/model-best --engine stanza:FOLDER
"""

import sys
from itertools import chain
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.cli.train import train as train_spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans

from tests.samples import samples
from tests.stanza_training import train

LANGUAGES = ("vi", "en", "ru", "kk")
_SPACY_STEPS = 2000
_STANZA = {
    "hidden_dim": 96,
    "word_emb_dim": 50,
    "char_emb_dim": 24,
    "char_hidden_dim": 32,
    "max_steps": 600,
    "eval_interval": 150,
    "batch_size": 8,
    "optim": "adam",
    "lr": 0.003,
}


def spacy_pipeline(folder):
    """Write ``model-best`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for split in ("train", "dev"):
        _docs(split).to_disk(folder / f"{split}.spacy")
    config = init_config(lang="xx", pipeline=["ner"])
    config["training"]["max_steps"] = _SPACY_STEPS
    config.to_disk(folder / "config.cfg")
    paths = {f"paths.{split}": str(folder / f"{split}.spacy") for split in ("train", "dev")}
    train_spacy(folder / "config.cfg", folder, overrides=paths)


def _docs(split):
    nlp = spacy.blank("xx")
    docs = DocBin()
    for text, spans in chain.from_iterable(samples(code, split=split) for code in LANGUAGES):
        doc = nlp.make_doc(text)
        found = (doc.char_span(start, end, label) for start, end, label in spans)
        doc.set_ents(filter_spans(span for span in found if span is not None))
        docs.add(doc)
    return docs


def stanza_models(folder):
    """Write tokenizer and NER model of each language into the folder."""
    for code in LANGUAGES:
        articles, dev = list(samples(code)), list(samples(code, split="dev"))
        train(code, folder, articles, dev, ner=_STANZA, name="gold")


if __name__ == "__main__":
    {"spacy": spacy_pipeline, "stanza": stanza_models}[sys.argv[1]](Path(sys.argv[2]))

"""The model package: weights, tokenizer, settings, scores and model card."""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import spacy
from spacy.vocab import Vocab

from communique.mentions.encoder_model import (
    COMPONENT,
    MODEL_FILE,
    SETTINGS_FILE,
    TOKENIZER_FILE,
    Settings,
    open_reader,
)
from communique.tokenizer import Tokenizer
from recipe.calibrate import calibrate
from recipe.card import write_card
from recipe.config import ROOT
from recipe.examples import make_examples
from recipe.export import export_float, quantise
from recipe.measure import intervals, measure
from recipe.outliers import set_apart
from recipe.predict import predict, to_predicted
from recipe.samples import read_gold, read_training
from recipe.words import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.mentions.encoder_pieces import Pieces
    from recipe.config import Config
    from recipe.measure import Predicted
    from recipe.network import Network
    from recipe.samples import Sample
    from recipe.words import Words

VERSION = "0.7.0"
_ENOUGH = 30  # samples of a language for the network of words to have learned it
_MEASURED = 9  # every ninth training article tells which activations reach far
RUNS = ROOT / "models/training/runs.jsonl"


def make_package(config: Config, encoder: Network, words: Words, pieces: Pieces) -> None:
    """Export, calibrate and measure on dev, and write everything into the package's folder."""
    networks = Pair(encoder, words)
    package = config.paths["package"] / "communique_sm"
    folder = package / COMPONENT
    folder.mkdir(parents=True, exist_ok=True)
    some = list(read_gold(config.paths["gold"] / "train"))[::_MEASURED]
    set_apart(encoder, list(make_examples(some, pieces, config.window, config.overlap)))
    export_float(networks, config.work / "model.float.onnx")
    quantise(config.work / "model.float.onnx", folder / MODEL_FILE)
    shutil.copy(config.work / "tokenizer.json", folder / TOKENIZER_FILE)
    samples = Counter(sample.language for sample in read_training(config.paths["gold"]))
    settings = Settings(
        version=VERSION,
        window=config.window,
        overlap=config.overlap,
        languages=tuple(sorted(name for name, count in samples.items() if count >= _ENOUGH)),
    )
    _write_settings(folder, settings)
    dev = list(read_gold(config.paths["gold"] / "dev"))
    answers, speed = _answers(folder, dev, config.threads)
    calibrated = settings.model_copy(update=calibrate(dev, answers))
    _write_settings(folder, calibrated)
    run = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "layers": config.layers,
        "merged": config.merged,
        "heads": encoder.shape.heads,
        "inner": encoder.shape.inner,
        "pieces": encoder.shape.vocabulary,
        "seed": config.seed,
        "train_articles": _count(config.paths["gold"] / "train"),
        "train_passages": _count(config.paths["gold"] / "passages"),
        "dev_articles": len(dev),
        "version": VERSION,
        "megabytes": round(sum(f.stat().st_size for f in folder.iterdir()) / 1e6, 1),
        "words_per_second": round(speed),
        "dev": measure(dev, answers),
        "dev_intervals": intervals(dev, answers),
        "dev_float": measure(dev, predict(networks, dev, pieces, config)),
        "dev_encoder": measure(dev, predict(Pair(encoder, None), dev, pieces, config)),
        "dev_words": measure(dev, predict(Pair(encoder, words, alone=True), dev, pieces, config)),
        "stages": _stages(config),
    }
    with RUNS.open("a", encoding="utf-8") as log:
        log.write(json.dumps(run) + "\n")
    _write_meta(package, run)
    write_card(config.paths["package"] / "README.md", run)


def _stages(config: Config) -> list[dict[str, Any]]:
    """What every epoch of the encoder's stages logged."""
    logs = (config.work / f"{stage.name}.log.jsonl" for stage in config.stages)
    lines = (json.loads(line) for log in logs for line in log.read_text().splitlines())
    # of a stage that was run anew, the last time counts
    epochs = {(line["stage"], line["epoch"]): line for line in lines if "epoch" in line}
    return list(epochs.values())


def _count(folder: Path) -> int:
    return len(list(folder.glob("*/*.ann")))


def _write_settings(folder: Path, settings: Settings) -> None:
    text = settings.model_dump_json(indent=1)
    (folder / SETTINGS_FILE).write_text(text + "\n", encoding="utf-8")


def _answers(
    folder: Path, samples: Sequence[Sample], threads: int
) -> tuple[list[Predicted], float]:
    """What the packaged model says, and how many words a second it reads."""
    reader = open_reader(folder, threads=threads)
    tokenizer = Tokenizer(Vocab())
    docs = [tokenizer(sample.text) for sample in samples]
    begun = time.perf_counter()
    readings = list(reader(docs))
    words = sum(len(sample.text.split()) for sample in samples)
    speed = words / (time.perf_counter() - begun)
    return [to_predicted(doc, reading) for doc, reading in readings], speed


def _write_meta(package: Path, run: dict[str, Any]) -> None:
    scores = run["dev"]["all"]
    meta = {
        "lang": "xx",
        "name": "communique_sm",
        "version": VERSION,
        "description": (
            "Multilingual encoder that labels persons, titles, institutions, places, dates, "
            "agreement instruments and agreement points in cooperation news."
        ),
        "author": "Communique",
        "license": "MIT",
        "spacy_version": f">={spacy.__version__.rsplit('.', 1)[0]},<4.0.0",
        "requirements": ["communique"],
        "pipeline": [COMPONENT],
        "performance": {
            "mentions_f": scores["mentions"],
            "points_f": scores["points"],
            "mentions_per_language": {
                language: found["mentions"]
                for language, found in sorted(run["dev"].items())
                if language != "all"
            },
        },
    }
    text = json.dumps(meta, indent=1, ensure_ascii=False)
    (package / "meta.json").write_text(text + "\n", encoding="utf-8")

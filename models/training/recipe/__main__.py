"""``python -m recipe``: from the pretrained encoder to the package, stage by stage.

A stage whose output is there is not run again; delete the output (or the folder ``output``) to run
it anew. What a run scored on dev is appended to ``runs.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch

from communique.mentions.encoder_pieces import Pieces
from recipe import vocabulary
from recipe.augment import name_pool, vary
from recipe.config import Config, Stage, read_config
from recipe.examples import Example, make_examples
from recipe.heads import with_fewer_heads
from recipe.measure import measure
from recipe.network import Network, Shape, from_pretrained
from recipe.package import make_package
from recipe.predict import predict
from recipe.pretrained import PretrainedFile, download
from recipe.public import read_public
from recipe.samples import Sample, read_gold, read_training
from recipe.texts import main_texts, other_texts
from recipe.train import batches, epochs, train

FOLDER = Path(__file__).resolve().parents[1]
_LOOKED_AT = 10  # every tenth gold sample tells which attention heads matter


class Recipe:
    """One run of the recipe."""

    def __init__(self, config: Config) -> None:
        self.config = config
        config.work.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(config.threads)

    def run(self, only: str | None = None) -> None:
        """Every stage that has not been run, or the one called ``only``."""
        for name in ("encoder", "tokenizer"):
            file = self.config.paths[name]
            if not file.exists():
                download(self.config.download[file.name], file.name, file.parent)
        if not self.kept_file.exists():
            self._vocabulary()
        for number, stage in enumerate(self.config.stages):
            if not self._checkpoint(stage).exists() and only in {None, stage.name}:
                self._train(stage, number)
        if only in {None, "package"}:
            make_package(self.config, self._averaged(), self.pieces)

    @cached_property
    def kept_file(self) -> Path:
        """The pieces of the vocabulary, by the ids that XLM-R gives them."""
        return self.config.work / "kept.json"

    def _vocabulary(self) -> None:
        work = self.config.work
        vocabulary.without_blanks(self.config.paths["tokenizer"], work / "words.json")
        pieces = Pieces(work / "words.json")
        counts = vocabulary.count_pieces(pieces, main_texts(self.config))
        for piece in counts:
            counts[piece] *= 3  # the languages that have gold articles come first
        counts.update(vocabulary.count_pieces(pieces, other_texts(self.config)))
        tokenizer = json.loads((work / "words.json").read_text(encoding="utf-8"))
        known = [(text, score) for text, score in tokenizer["model"]["vocab"]]
        kept = vocabulary.choose(known, counts, self.config.pieces)
        vocabulary.prune(work / "words.json", work / "tokenizer.json", kept)
        self.kept_file.write_text(json.dumps(kept), encoding="utf-8")

    def _train(self, stage: Stage, number: int) -> None:
        torch.manual_seed(self.config.seed + number)
        chance = random.Random(self.config.seed + number)  # noqa: S311 - no secret
        before = self.config.stages[number - 1] if number else None
        network = self.network(before)
        if number == 1:
            some = self.examples(list(read_training(self.config.paths["gold"]))[::_LOOKED_AT])
            looked_at = batches(some, stage.pieces_per_batch, chance)
            network = with_fewer_heads(network, self.config.heads, looked_at, self.config.dropout)
        dev = list(read_gold(self.config.paths["gold"] / "dev"))
        pieces = self.pieces

        def score() -> dict[str, Any]:
            return measure(dev, predict(network, dev, pieces, self.config)) if dev else {}

        gold = list(read_training(self.config.paths["gold"]))
        others = list(read_public(self.config.paths["public"]))
        pool = name_pool([*gold, *others])

        def of_epoch() -> list[Example]:
            return self.examples(
                [vary(s, pool, chance) if chance.random() < stage.varied else s for s in gold]
            )

        plan = epochs(stage, of_epoch, self.examples(others), chance)
        train(network, stage, plan, self._checkpoint(stage), score)

    def network(self, stage: Stage | None) -> Network:
        """The network as a stage left it; the pretrained one for None."""
        kept = json.loads(self.kept_file.read_text(encoding="utf-8"))
        config = self.config
        if not stage:
            file = PretrainedFile(config.paths["encoder"])
            return from_pretrained(file, kept, config.layers, config.merged, config.dropout)
        shape = Shape(len(kept), config.layers, merged=config.merged)
        if stage is not config.stages[0]:
            shape = replace(shape, heads=config.heads)
        network = Network(shape, config.dropout)
        network.load_state_dict(torch.load(self._checkpoint(stage), weights_only=True))
        return network

    def _averaged(self) -> Network:
        """The mean of what the last two stages left, weighted: it errs less than either of them."""
        before, last = (
            torch.load(self._checkpoint(stage), weights_only=True)
            for stage in self.config.stages[-2:]
        )
        share = self.config.last_share
        network = self.network(self.config.stages[-1])
        network.load_state_dict(
            {name: share * last[name] + (1 - share) * before[name] for name in last}
        )
        return network

    def examples(self, samples: list[Sample]) -> list[Example]:
        """The samples' windows."""
        return list(make_examples(samples, self.pieces, self.config.window, self.config.overlap))

    @cached_property
    def pieces(self) -> Pieces:
        """The pruned tokenizer."""
        return Pieces(self.config.work / "tokenizer.json")

    def _checkpoint(self, stage: Stage) -> Path:
        return self.config.work / f"{stage.name}.pt"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m recipe", description=__doc__)
    parser.add_argument("--config", type=Path, default=FOLDER / "config.toml")
    parser.add_argument("--gold", help="folder with train and dev, in place of the config's")
    parser.add_argument("--public", help="folder with the data sets, in place of the config's")
    parser.add_argument("--work", help="folder for what is made on the way")
    parser.add_argument("--package", help="folder of the package that is made")
    parser.add_argument("--layers", type=int, help="of the encoder, in place of the config's")
    parser.add_argument("--only", help="one stage: a name of [stages] in the config, or package")
    arguments = vars(parser.parse_args())
    config = read_config(arguments.pop("config"), arguments)
    Recipe(config).run(arguments["only"])


if __name__ == "__main__":
    main()

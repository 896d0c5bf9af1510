"""``python -m recipe``: from the pretrained encoder to the package, stage by stage.

A stage whose output is there is not run again; delete the output (or the folder ``output``) to run
it anew. What a run scored on dev is appended to ``runs.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from communique.mentions.encoder_pieces import Pieces
from recipe import vocabulary
from recipe.augment import name_pool, vary
from recipe.config import Config, Stage, read_config
from recipe.examples import Example, make_examples
from recipe.measure import measure
from recipe.network import Network, Shape, from_pretrained
from recipe.package import make_package
from recipe.predict import predict
from recipe.pretrained import PretrainedFile, download
from recipe.pruning import with_fewer_heads, with_fewer_inner
from recipe.public import read_public
from recipe.samples import Sample, read_gold, read_training
from recipe.texts import main_texts, other_texts
from recipe.train import Course, an_epoch_before, batches, epochs, of_stage, train
from recipe.words import Pair, Words, words_loss

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).resolve().parents[1]
WORDS = "words"
_LOOKED_AT = 10  # every tenth gold sample tells which heads and inner units matter


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
            if not self._checkpoint(stage.name).exists() and only in {None, stage.name}:
                self._train(stage, number)
        if not self._checkpoint(WORDS).exists() and only in {None, WORDS}:
            self._train_words()
        if only in {None, "package"}:
            make_package(self.config, self._averaged(), self.words(), self.pieces)

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
        network = self._narrowed(self.network(before), stage, chance)
        others = list(read_public(self.config.paths["public"]))
        of_epoch = self._gold_epoch(others, stage.varied, chance)
        plan = epochs(stage, of_epoch, self.examples(others), chance)
        course = of_stage(network, stage)
        train(course, plan, self._checkpoint(stage.name), self._score(Pair(network, None)))

    def _narrowed(self, network: Network, stage: Stage, chance: random.Random) -> Network:
        """The network less the heads and inner units that a stage leaves out."""
        some = self.examples(list(read_training(self.config.paths["gold"]))[::_LOOKED_AT])
        for narrow, count in ((with_fewer_heads, stage.heads), (with_fewer_inner, stage.inner)):
            if count:
                looked_at = batches(some, stage.pieces_per_batch, chance)
                network = narrow(network, count, looked_at, self.config.dropout)
        return network

    def _train_words(self) -> None:
        """Beside the encoder of the last stage, with which it is scored."""
        torch.manual_seed(self.config.seed)
        chance = random.Random(self.config.seed)  # noqa: S311 - no secret
        stage = self.config.words
        words = Words(stage.dropout)
        others = list(read_public(self.config.paths["public"]))
        of_epoch = self._gold_epoch(others, stage.varied, chance)
        plan = (
            list(batches(of_epoch(), stage.pieces_per_batch, chance)) for _ in range(stage.epochs)
        )
        optimizer = torch.optim.AdamW(words.parameters(), lr=stage.rate, fused=True)
        course = Course(WORDS, words, optimizer, partial(words_loss, words), stage.warmup)
        encoder = self.network(self.config.stages[-1])
        train(course, plan, self._checkpoint(WORDS), self._score(Pair(encoder, words)))

    def _gold_epoch(
        self, others: list[Sample], varied: float, chance: random.Random
    ) -> Callable[[], list[Example]]:
        """Makes the gold examples of an epoch, a share of them with other names in them."""
        gold = list(read_training(self.config.paths["gold"]))
        pool = name_pool([*gold, *others])

        def of_epoch() -> list[Example]:
            return self.examples(
                [vary(s, pool, chance) if chance.random() < varied else s for s in gold]
            )

        return of_epoch

    def _score(self, networks: Pair) -> Callable[[], dict[str, Any]]:
        """Measures networks in training on dev."""
        dev = list(read_gold(self.config.paths["gold"] / "dev"))
        return lambda: measure(dev, predict(networks, dev, self.pieces, self.config)) if dev else {}

    def words(self) -> Words:
        """The network of words as it was trained."""
        words = Words()
        words.load_state_dict(torch.load(self._checkpoint(WORDS), weights_only=True))
        return words

    def network(self, stage: Stage | None) -> Network:
        """The network as a stage left it; the pretrained one for None."""
        kept = json.loads(self.kept_file.read_text(encoding="utf-8"))
        config = self.config
        if not stage:
            file = PretrainedFile(config.paths["encoder"])
            return from_pretrained(file, kept, config.layers, config.merged, config.dropout)
        shape = Shape(len(kept), config.layers, merged=config.merged)
        for past in config.stages[: config.stages.index(stage) + 1]:
            shape = replace(shape, heads=past.heads or shape.heads, inner=past.inner or shape.inner)
        network = Network(shape, config.dropout)
        network.load_state_dict(torch.load(self._checkpoint(stage.name), weights_only=True))
        return network

    def _averaged(self) -> Network:
        """The mean of the last two epochs' weights, weighted: it errs less than either of them."""
        stage = self.config.stages[-1]
        network, share = self.network(stage), self.config.last_share
        last = network.state_dict()
        before = torch.load(an_epoch_before(self._checkpoint(stage.name)), weights_only=True)
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

    def _checkpoint(self, name: str) -> Path:
        return self.config.work / f"{name}.pt"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m recipe", description=__doc__)
    parser.add_argument("--config", type=Path, default=FOLDER / "config.toml")
    parser.add_argument("--gold", help="folder with train and dev, in place of the config's")
    parser.add_argument("--public", help="folder with the data sets, in place of the config's")
    parser.add_argument("--work", help="folder for what is made on the way")
    parser.add_argument("--package", help="folder of the package that is made")
    parser.add_argument("--layers", type=int, help="of the encoder, in place of the config's")
    parser.add_argument("--only", help="a name of [stages] in the config, words, or package")
    arguments = vars(parser.parse_args())
    config = read_config(arguments.pop("config"), arguments)
    Recipe(config).run(arguments["only"])


if __name__ == "__main__":
    main()

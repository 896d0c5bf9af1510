"""Fit the network by which an institution is chosen for an official's title.

On the officials of gold articles; writes ``lexicon/weights/links.npz``, the mean of several runs.
The last folder is only measured. Usage::

    python models/training/links.py corpus/gold/train corpus/gold/passages corpus/gold/dev
"""

from __future__ import annotations

import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from communique import lexicon
from communique.evaluate.gold import GoldArticle, read_gold
from communique.evaluate.names import normal_name
from communique.institutions import find_institutions
from communique.links import InstitutionLinks, assign_titles
from communique.links.ranking import FILE, ROWS, signal_table
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.evaluate.gold_officials import Position
    from communique.links.signals import Option
    from communique.records import Institution, Mention

RUNS, ROUNDS = 3, 12
HIDDEN, DROPOUT = 48, 0.2
BATCH, RATE = 64, 5e-3
DECAY, PLAIN_DECAY = 1e-4, 3e-5


class Choice(NamedTuple):
    """What speaks for each institution, and the place of the right one; behind the last: none."""

    options: tuple[Option, ...]
    right: int


class Links:
    """The links of one gold article, as the pipeline sees it and as they are right."""

    def __init__(self, gold: GoldArticle) -> None:
        record = gold.record
        self.gold = gold
        self.institutions = find_institutions(record.article, record.mentions)
        titles = assign_titles(record.article, record.mentions)
        self.links = InstitutionLinks(record.article, record.mentions, self.institutions, titles)
        self._titled = set(titles)
        self._owner = {m: i for i in self.institutions for m in i.mention_ids}
        self._right = {i.institution_id: i for i in record.institutions}
        self._official = {m: o.official_id for o in record.officials for m in o.mention_ids}

    def choices(self) -> Iterator[Choice]:
        """One choice for each title with its holder, and for each official without title."""
        for title, person in self.links.pairs():
            if position := self._position(title, person):
                right = self._institution(position)
                yield self._choice(title, person, right)
                self.links.give(title, person, right)
        mentions = {mention.mention_id: mention for mention in self.gold.record.mentions}
        for official in self.gold.record.officials:
            position = self.gold.positions[official.official_id][0]
            if position.title is None and not self._titled & set(official.mention_ids):
                person = mentions[official.mention_ids[0]]
                yield self._choice(None, person, self._institution(position))

    def _choice(self, title: Mention | None, person: Mention, right: Institution | None) -> Choice:
        options = self.links.options(title, person)
        numbers = [self.institutions[number] for number in options]
        place = numbers.index(right) if right in numbers else len(numbers)
        return Choice(tuple(options.values()), place)

    def _position(self, title: Mention, person: Mention) -> Position | None:
        """What a person holds by this title, or by the same title elsewhere."""
        official = self._official.get(person.mention_id)
        held = self.gold.positions[official] if official else ()
        form = dictionary_form(title.text, "TITLE", self.gold.language)
        names = {normal_name(title.text), normal_name(form)}
        here = (one for one in held if one.mention_id == title.mention_id)
        same = (one for one in held if normal_name(one.title) in names)
        return next(here, None) or next(same, None)

    def _institution(self, position: Position) -> Institution | None:
        if position.institution_id is None:
            return None
        return self._owner[self._right[position.institution_id].mention_ids[0]]


class Ranker(nn.Module):
    """The network of ``communique.links.ranking`` in training."""

    def __init__(self, columns: Mapping[str, int]) -> None:
        super().__init__()
        self.columns = columns
        self.enter = nn.Linear(len(columns), HIDDEN)
        self.dropout = nn.Dropout(DROPOUT)
        self.leave = nn.Linear(HIDDEN, 1, bias=False)
        self.plain = nn.Linear(len(columns), 1, bias=False)
        self.pairs = nn.EmbeddingBag(ROWS, 1, mode="sum")
        for part in (self.leave, self.plain, self.pairs):
            nn.init.zeros_(part.weight)

    def forward(self, options: Sequence[Option]) -> Tensor:
        """The score of each option."""
        signals = signal_table([option.signals for option in options], self.columns)
        table = torch.from_numpy(signals)
        rows = torch.tensor([row for option in options for row in option.pairs], dtype=torch.int64)
        begins = torch.tensor([0, *accumulate(len(option.pairs) for option in options)][:-1])
        hidden = self.dropout(torch.relu(self.enter(table)))
        return (self.leave(hidden) + self.plain(table) + self.pairs(rows, begins))[:, 0]

    def likely(self, choices: Sequence[Choice]) -> list[Tensor]:
        """The logarithm of each option's probability, and of none, for each choice."""
        found = self([option for choice in choices for option in choice.options])
        ends = [0, *accumulate(len(choice.options) for choice in choices)]
        none = torch.zeros(1)
        return [
            torch.log_softmax(torch.cat([found[start:end], none]), 0)
            for start, end in pairwise(ends)
        ]


def fit(choices: Sequence[Choice], columns: Mapping[str, int], seed: int) -> Ranker:
    """One run."""
    torch.manual_seed(seed)
    ranker = Ranker(columns)
    plain = {"params": [ranker.plain.weight], "weight_decay": PLAIN_DECAY}
    others = [p for name, p in ranker.named_parameters() if name != "plain.weight"]
    optimizer = torch.optim.Adam([plain, {"params": others, "weight_decay": DECAY}], lr=RATE)
    for number in range(ROUNDS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - number / ROUNDS)
        order = torch.randperm(len(choices)).tolist()
        for start in range(0, len(order), BATCH):
            shown = [choices[place] for place in order[start : start + BATCH]]
            likely = ranker.likely(shown)
            right = [row[choice.right] for row, choice in zip(likely, shown, strict=True)]
            loss = -torch.stack(right).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return ranker.eval()


def main() -> None:
    """Fit, say how well, and write."""
    *folders, dev = map(Path, sys.argv[1:])
    if not folders:
        sys.exit("Give the folders to fit on, and behind them one that is only measured.")
    choices, held_out = read_choices(folders), read_choices([dev])
    names = sorted({n for choice in choices for option in choice.options for n in option.signals})
    columns = {name: number for number, name in enumerate(names)}
    rankers = [fit(choices, columns, seed) for seed in range(RUNS)]
    weights = mean(rankers)
    np.savez_compressed(Path(lexicon.__file__).parent / "weights" / FILE, names=names, **weights)
    with torch.no_grad():
        runs = [ranker.likely(held_out) for ranker in rankers]
    right = sum(
        int(torch.stack(rows).mean(0).argmax()) == choice.right
        for *rows, choice in zip(*runs, held_out, strict=True)
    )
    print(f"{len(choices)} titles; {right} of {len(held_out)} in {dev} right")


def mean(rankers: Sequence[Ranker]) -> dict[str, np.ndarray]:
    """One network that scores as the mean of several."""
    count = len(rankers)

    def joined(name: str, dim: int) -> Tensor:
        return torch.cat([ranker.get_parameter(name) for ranker in rankers], dim)

    def averaged(name: str) -> Tensor:
        return torch.stack([ranker.get_parameter(name) for ranker in rankers]).mean(0)

    found = {
        "enter": joined("enter.weight", 0).T,
        "bias": joined("enter.bias", 0),
        "leave": joined("leave.weight", 1)[0] / count,
        "plain": averaged("plain.weight")[0],
        "pairs": averaged("pairs.weight")[:, 0],
    }
    return {name: values.detach().numpy().astype(np.float16) for name, values in found.items()}


def read_choices(folders: Sequence[Path]) -> list[Choice]:
    """The choices of gold articles; those without an institution near are left out."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    return [choice for gold in articles for choice in Links(gold).choices() if choice.options]


if __name__ == "__main__":
    main()

"""Fit the weights by which a person's name tells a country.

Each piece of a name (``communique.names.nations``) has a small vector; a linear layer reads the
country off their sum, as in fastText (Joulin et al. 2016). The names are those of the officials of
gold articles with the country of their institution, those of people in Wikipedia with their
nationality (https://pypi.org/project/name2nat, Apache 2.0), and names that the providers of Faker
(https://pypi.org/project/Faker, MIT) put together. Writes ``lexicon/weights/nations.npz``. Usage::

    pip install faker && pip install --no-deps name2nat
    python models/training/nations.py corpus/gold/train
"""

from __future__ import annotations

import importlib
import pickle
import random
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from faker.providers import person as person_names

from communique import lexicon
from communique.evaluate.gold import read_gold
from communique.names.country_words import countries_in
from communique.names.nations import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

Named = tuple[str, str]

MADE = 250  # names of each of Faker's locales
KNOWN = 2500  # names of each nationality of name2nat
GOLD_WEIGHT, OTHER_WEIGHT = 3.0, 0.3
RAREST = 40  # pieces that come less often say nothing
SIZE = 24  # numbers of a piece's vector
EPOCHS, BATCH, RATE, DROPOUT, SHRINK = 8, 1024, 0.01, 0.1, 0.01
STEPS = 127  # of a number to either side of 0, in the file
SEED = 1
# Locales whose names are not those of the country, or are in its own script only
UNUSED = {"ar_AA", "en_TH", "fr_QC", "zh_TW"}
# Nationalities that are no adjective of a country, or of which English has another word
NATIONALITIES = {
    "English": "GB", "Welsh": "GB", "Filipino": "PH", "Slovene": "SI", "Ghanaian": "GH",
    "Montenegrin": "ME", "Macedonian": "MK", "Serb": "RS", "Finn": "FI", "Pole": "PL",
    "Dane": "DK", "Turk": "TR", "Croat": "HR", "Bosniak": "BA", "Mauritian": "MU",
    "Maldivian": "MV", "Burkinabé": "BF", "Togolese": "TG", "Bahamian": "BS", "Comorian": "KM",
    "Basque": "ES", "Catalan": "ES", "Somali": "SO", "Swazi": "SZ", "Sotho": "LS",
    "Equatoguinean": "GQ",
}  # fmt: skip
AMBIGUOUS = {"Dominican", "Congolese"}


def gold_names(folder: Path) -> Iterator[Named]:
    """The officials of gold articles with the country of their institution."""
    for gold, _ in read_gold(folder):
        if gold is None:
            continue
        countries = {i.institution_id: i.country for i in gold.record.institutions}
        for official in gold.record.officials:
            if country := countries.get(official.institution_id or ""):
                yield official.name, country


def made_names() -> Iterator[Named]:
    """Given names with surnames of Faker's locales."""
    rng = random.Random(SEED)  # noqa: S311 - no secret
    for folder in sorted(Path(person_names.__file__).parent.iterdir()):
        if folder.name[2:3] != "_" or folder.name in UNUSED:
            continue
        provider = importlib.import_module(f"{person_names.__name__}.{folder.name}").Provider
        given = _names(provider, "first_romanized_names", "first_names")
        family = _names(provider, "last_romanized_names", "last_names")
        for _ in range(MADE if given and family else 0):
            yield f"{rng.choice(given)} {rng.choice(family)}", folder.name[3:]


def _names(provider: Any, *kinds: str) -> list[str]:
    for kind in kinds:
        lists = [getattr(provider, f"{kind}{sex}", ()) for sex in ("", "_male", "_female")]
        given = [names for names in lists if isinstance(names, list | tuple | dict)]
        if found := [name for names in given for name in names if isinstance(name, str)]:
            return found
    return []


class _Plain(pickle.Unpickler):
    """Reads lists, dictionaries and strings; nothing that could run code."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


def known_names() -> Iterator[Named]:
    """People of one nationality from name2nat, at most ``KNOWN`` of each country."""
    package = find_spec("name2nat")  # not imported: that would need flair
    if package is None or not package.submodule_search_locations:
        sys.exit("name2nat is missing: pip install --no-deps name2nat")
    file = Path(package.submodule_search_locations[0]) / "name2nats.pkl"
    with file.open("rb") as stream:
        people: dict[str, list[str]] = _Plain(stream).load()
    countries: dict[str, list[str]] = defaultdict(list)
    codes = {nation: _country(nation) for found in people.values() for nation in found}
    for name, found in people.items():
        if len(found) == 1 and " " in name and (code := codes[found[0]]):
            countries[code].append(name.split("(")[0].strip())
    rng = random.Random(SEED)  # noqa: S311 - no secret
    for code, names in countries.items():
        yield from ((name, code) for name in rng.sample(names, min(KNOWN, len(names))))


def _country(nationality: str) -> str | None:
    if nationality in AMBIGUOUS:
        return None
    words = countries_in(nationality, "en")
    return NATIONALITIES.get(nationality) or (words[0].country if words else None)


class Nations(torch.nn.Module):
    """From the pieces of names to scores of countries."""

    def __init__(self, known: int, countries: int) -> None:
        super().__init__()
        self.vectors = torch.nn.EmbeddingBag(known, SIZE, mode="sum")
        torch.nn.init.normal_(self.vectors.weight, std=0.05)
        self.countries = torch.nn.Linear(SIZE, countries)

    def forward(self, names: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """The sums of the vectors, shape (names, ``SIZE``), and scores (names, countries)."""
        starts = np.cumsum([0, *(len(name) for name in names[:-1])])
        flat = torch.tensor([piece for name in names for piece in name], dtype=torch.int64)
        sums = self.vectors(flat, torch.from_numpy(starts))
        return sums, self.countries(torch.nn.functional.dropout(sums, DROPOUT, self.training))


def fit(names: list[tuple[str, str, float]]) -> dict[str, np.ndarray[Any, Any]]:
    """What ``nations.npz`` holds, fitted on names with their country and weight."""
    torch.manual_seed(SEED)
    found = [sorted(set(pieces(name))) for name, _, _ in names]
    counts = Counter(piece for one in found for piece in one)
    kept = sorted(piece for piece, count in counts.items() if count >= RAREST)
    number = {piece: index for index, piece in enumerate(kept)}
    codes = sorted({code for _, code, _ in names})
    inputs = [[number[piece] for piece in one if piece in number] for one in found]
    targets = torch.tensor([codes.index(code) for _, code, _ in names])
    weights = torch.tensor([weight for *_, weight in names])
    model = Nations(len(kept), len(codes))
    _train(model, inputs, targets, weights)
    vectors = model.vectors.weight.detach().numpy()
    scale = np.float32(np.abs(vectors).max() / STEPS)
    return {
        "pieces": np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
        "vectors": np.round(vectors / scale).astype(np.int8),
        "countries": np.array(codes),
        "matrix": (model.countries.weight.detach().numpy() * scale).astype(np.float32),
        "bias": model.countries.bias.detach().numpy().astype(np.float32),
    }


def _train(
    model: Nations, inputs: list[list[int]], targets: torch.Tensor, weights: torch.Tensor
) -> None:
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE)
    batches = -(-len(inputs) // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.001, EPOCHS * batches)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(inputs)).split(BATCH):
            sums, scores = model([inputs[index] for index in chosen])
            losses = torch.nn.functional.cross_entropy(scores, targets[chosen], reduction="none")
            loss = (losses * weights[chosen]).sum() / weights[chosen].sum()
            loss = loss + SHRINK * sums.square().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()


def main(folders: list[Path]) -> None:
    """Fit on gold folders, known and made names, and write the weights."""
    gold = [(name, code, GOLD_WEIGHT) for f in folders for name, code in gold_names(f)]
    others = [(name, code, OTHER_WEIGHT) for name, code in (*made_names(), *known_names())]
    path = Path(str(lexicon.__file__)).parent / "weights" / "nations.npz"
    np.savez_compressed(path, **fit([*gold, *others]))
    sys.stdout.write(f"{len(gold)} + {len(others)} names, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])

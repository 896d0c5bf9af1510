"""What must hold between the articles of a corpus: no copies, and a test set of its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from communique.evaluate.brat import Problem
from communique.evaluate.names import normal_name
from markup import PASSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.evaluate.gold import GoldArticle
    from communique.records import ArticleRecord

# a word; in scripts without blanks between words (Han, kana, Thai, Lao) a character
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+|\d+")
_SHINGLE = 5  # words
_TOO_ALIKE = (
    0.2  # Jaccard similarity of shingles; independent articles of the corpus stay below 0.1
)


class Sample(NamedTuple):
    """A gold article and the split it is in."""

    split: str
    gold: GoldArticle

    @property
    def record(self) -> ArticleRecord:
        """What the article says."""
        return self.gold.record

    @property
    def language(self) -> str:
        """The article's language."""
        return self.gold.language


def check_splits(samples: Sequence[Sample]) -> Iterator[Problem]:
    """Copies and near copies anywhere, and what test articles share with train."""
    yield from _copies(samples)
    yield from _shared_pairs(samples)


def similarities(texts: Sequence[str]) -> dict[tuple[int, int], float]:
    """Jaccard similarity of word shingles, for every pair of texts that shares one."""
    shingles = [_shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(number)
    shared = Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))
    return {
        (one, other): count / (len(shingles[one]) + len(shingles[other]) - count)
        for (one, other), count in shared.items()
    }


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    if len(words) < _SHINGLE:
        return {tuple(words)}
    return {tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}


def _copies(samples: Sequence[Sample]) -> Iterator[Problem]:
    texts = [sample.record.article.text for sample in samples]
    for (one, other), alike in sorted(similarities(texts).items()):
        if alike >= _TOO_ALIKE:
            path, copy = samples[one].gold.path, samples[other].gold.path
            yield Problem(copy, 0, f"shares {alike:.0%} of its {_SHINGLE}-word runs with {path}")


def institution_pairs(record: ArticleRecord) -> set[tuple[str, str]]:
    """The pairs of institutions that an article brings together, by normalised name."""
    names = sorted({normal_name(institution.name) for institution in record.institutions})
    return set(combinations(names, 2))


def _shared_pairs(samples: Sequence[Sample]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Sample] = {}
    for sample in samples:
        if sample.split in {"train", PASSAGES}:
            seen.update(dict.fromkeys(institution_pairs(sample.record), sample))
    for sample in samples:
        if sample.split == "test":
            for pair in sorted(institution_pairs(sample.record) & seen.keys()):
                message = f"{' + '.join(pair)} are together in {seen[pair].gold.path} too"
                yield Problem(sample.gold.path, 0, message)

"""The word lists of a language file: which lists each word of a text belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_STAR = "ʬ"


class WordLists:
    """Looks words up in the lists of one language, whatever the case.

    An entry may have several words; ``*`` in a word stands for any characters. Entries are split
    like texts are, by the tokenizer that is passed in.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], split: SplitWords) -> None:
        words: dict[str, list[str]] = defaultdict(list)
        self._phrases: list[tuple[str, tuple[re.Pattern[str], ...]]] = []
        for name, entries in lists.items():
            for entry in entries:
                # the tokenizer would take a star for a word of its own; a letter stays where it is
                parts = [p.replace(_STAR, "*") for p in split(entry.lower().replace("*", _STAR))]
                if len(parts) == 1:
                    words[name].append(_expression(parts[0]))
                else:
                    self._phrases.append((name, tuple(re.compile(_expression(p)) for p in parts)))
        self._words = {name: re.compile("|".join(parts)) for name, parts in words.items()}
        self._known: dict[str, tuple[frozenset[str], tuple[int, ...]]] = {}

    def look_up(self, words: Sequence[str]) -> list[set[str]]:
        """For each word the lists it is in; ``name<`` and ``name>`` mark the beginning and the rest
        of a phrase of several words.
        """  # noqa: D205 - one sentence
        found: list[set[str]] = []
        phrases: list[tuple[int, int]] = []
        for position, word in enumerate(words):
            names, begun = self._of_word(word)
            found.append(set(names))
            phrases += [(position, number) for number in begun]
        for position, number in phrases:
            name, parts = self._phrases[number]
            window = words[position : position + len(parts)]
            if len(window) == len(parts) and all(
                part.fullmatch(word) for part, word in zip(parts[1:], window[1:], strict=True)
            ):
                found[position].add(f"{name}<")
                for offset in range(1, len(parts)):
                    found[position + offset].add(f"{name}>")
        return found

    def _of_word(self, word: str) -> tuple[frozenset[str], tuple[int, ...]]:
        if word not in self._known:
            self._known[word] = (
                frozenset(n for n, pattern in self._words.items() if pattern.fullmatch(word)),
                tuple(i for i, (_, p) in enumerate(self._phrases) if p[0].fullmatch(word)),
            )
        return self._known[word]


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


if TYPE_CHECKING:
    from collections.abc import Callable

    SplitWords = Callable[[str], list[str]]

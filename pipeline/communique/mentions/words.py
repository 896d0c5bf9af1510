"""The word lists of a language file: which lists each word of a text belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    SplitWords = Callable[[str], list[str]]
    Test = Callable[[str], object]


_STAR = "ʬ"
# Words of texts whose lists are remembered, at most
_REMEMBERED = 1 << 17


class WordLists:
    """Looks words up in the lists of one language, whatever the case.

    An entry may have several words; ``*`` in a word stands for any characters. Entries are split
    like texts are, by the tokenizer that is passed in.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], split: SplitWords) -> None:
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        self._starred: list[tuple[str, Test]] = []
        self._phrases: list[tuple[str, tuple[Test, ...]]] = []
        self._begun: defaultdict[str, list[int]] = defaultdict(list)
        self._begun_starred: list[tuple[int, Test]] = []
        for name, entries in lists.items():
            for entry in entries:
                # the tokenizer would take a star for a word of its own; a letter stays where it is
                parts = [p.replace(_STAR, "*") for p in split(entry.lower().replace("*", _STAR))]
                if len(parts) > 1:
                    self._add_phrase(name, parts)
                elif "*" in parts[0]:
                    self._starred.append((name, _test(parts[0])))
                else:
                    self._words[parts[0]].add(name)
        self._known: dict[str, tuple[frozenset[str], tuple[int, ...]]] = {}

    def _add_phrase(self, name: str, parts: Sequence[str]) -> None:
        number = len(self._phrases)
        first, *rest = parts
        if "*" in first:
            self._begun_starred.append((number, _test(first)))
        else:
            self._begun[first].append(number)
        self._phrases.append((name, tuple(map(_test, rest))))

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
            name, rest = self._phrases[number]
            window = words[position + 1 : position + 1 + len(rest)]
            if len(window) == len(rest) and all(
                test(word) for test, word in zip(rest, window, strict=True)
            ):
                found[position].add(f"{name}<")
                for offset in range(1, len(rest) + 1):
                    found[position + offset].add(f"{name}>")
        return found

    def _of_word(self, word: str) -> tuple[frozenset[str], tuple[int, ...]]:
        if word not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            names = self._words.get(word, set()) | {n for n, test in self._starred if test(word)}
            begun = [number for number, test in self._begun_starred if test(word)]
            self._known[word] = frozenset(names), (*self._begun.get(word, ()), *begun)
        return self._known[word]


def _test(word: str) -> Test:
    """Whether a word of a text is the one of an entry."""
    if "*" not in word:
        return word.__eq__
    return re.compile(re.escape(word).replace(r"\*", r"\w*")).fullmatch

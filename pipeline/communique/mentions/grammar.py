"""Patterns written in plain words, compiled to spaCy ``Matcher`` patterns.

A lexicon file has ``[lists]`` of words and phrases and ``[patterns]`` made of them, for example::

    PERSON = ["honorifics [cap{1,4}]"]
    ORG = ["org_heads cap|follower+"]

* ``cap``, ``upper``, ``acronym``, ``camel``, ``lower``, ``follower``, ``word``, ``num``, ``any``
  and ``initial`` are kinds of tokens; any other bare name is a list of the file; ``PERSON``,
  ``ORG`` and so on stand for a whole mention found before; text in quotes stands for itself.
* ``a|b`` is either, ``a&b`` both, ``!a`` any word but these.
* ``?``, ``*``, ``+`` and ``{1,3}`` say how often.
* What is between square brackets is the mention; the rest has to be there but is not part of it.

Tokens that already belong to a mention are matched by that mention's label only.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from spacy.matcher import Matcher

from communique.records import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from communique.mentions.words import WordLists

# A token's NORM is its kind, its lower-case form and its lists: "C academy |org_heads|".
_KINDS = {
    "cap": "[CUM] ",
    "upper": "U ",
    "acronym": r"U \w{3,9} ",
    "camel": "M ",
    "lower": "[lf] ",
    "follower": "f ",
    "word": "[CUMlf] ",
    "num": "d ",
    "any": "",
}
_INITIAL: list[dict[str, Any]] = [
    {"NORM": {"REGEX": r"^C \w "}, "ENT_TYPE": ""},
    {"ORTH": ".", "ENT_TYPE": ""},
]
_PART = re.compile(r"\[|\]|(?:'[^']+'|[^\s\[\]'])+")
_ELEMENT = re.compile(r"(?P<what>.+?)(?P<op>\?|\*|\+|\{\d+,\d*\})?")

Tokens = list[dict[str, Any]]


class GrammarError(ValueError):
    """A pattern of a lexicon file cannot be compiled; the message says which and why."""


def describe_tokens(doc: Doc, lists: WordLists) -> None:
    """Write each token's kind, lower-case form and lists into its NORM, which patterns match."""
    names = lists.look_up([token.lower_ for token in doc])
    kinds = [_kind(token.text) for token in doc]
    before = ""
    for token, found in zip(doc, names, strict=True):
        kind = kinds[token.i]
        beside = kinds[max(token.i - 1, 0) : token.i] + kinds[token.i + 1 : token.i + 2]
        if kind == "U" and "U" in beside:
            kind = "C"  # a headline in capitals has no acronyms
        if kind == "l" and before in ("C", "U", "M"):
            kind = "f"
        before = kind
        token.norm_ = f"{kind} {token.lower_} |{''.join(name + '|' for name in sorted(found))}"


def _kind(text: str) -> str:
    if text[0].isdigit():
        return "d"
    if not text[0].isalpha():
        return "p"
    if not text[0].isupper():
        return "l"
    if len(text) > 1 and text.isupper():
        return "U"
    return "M" if any(char.isupper() for char in text[1:]) else "C"


class Grammar:
    """The patterns of one language for one label."""

    def __init__(
        self, vocab: Vocab, lists: Mapping[str, Sequence[str]], patterns: Iterable[str]
    ) -> None:
        """Compile ``patterns``.

        Raises:
            GrammarError: a pattern names a list that is not there or cannot be read.
        """
        self._matcher = Matcher(vocab)
        self._inside: dict[str, tuple[bool, ...]] = {}
        compiled = itertools.chain.from_iterable(_compile(p, lists) for p in patterns)
        for number, (tokens, inside) in enumerate(compiled):
            self._inside[str(number)] = inside
            self._matcher.add(str(number), [tokens], greedy="LONGEST")

    def find(self, doc: Doc) -> list[tuple[int, int]]:
        """Token ranges of the mentions in ``doc``, the longest where they overlap."""
        found = []
        matches: list[Any] = self._matcher(doc, with_alignments=True)
        for key, first, _, alignment in matches:
            inside = self._inside[doc.vocab.strings[key]]
            kept = [first + i for i, element in enumerate(alignment) if inside[element]]
            if kept:
                found.append((kept[0], kept[-1] + 1))
        taken: set[int] = set()
        ranges = []
        for start, end in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                ranges.append((start, end))
        return sorted(ranges)


def _compile(
    pattern: str, lists: Mapping[str, Sequence[str]]
) -> list[tuple[Tokens, tuple[bool, ...]]]:
    """``Matcher`` patterns for one written pattern, and which of their tokens are the mention."""
    inside = "[" not in pattern
    choices: list[list[tuple[Tokens, bool]]] = []
    for part in _PART.findall(pattern):
        if part in "[]":
            inside = part == "["
            continue
        match = _ELEMENT.fullmatch(part)
        if not match:
            raise GrammarError(f"{part!r} in pattern {pattern!r} cannot be read")
        sequences = _element(match["what"], match["op"], lists, pattern)
        choices.append([(sequence, inside) for sequence in sequences])
    return [
        (
            [token for tokens, _ in choice for token in tokens],
            tuple(kept for tokens, kept in choice for _ in tokens),
        )
        for choice in itertools.product(*choices)
    ]


def _element(
    what: str, op: str | None, lists: Mapping[str, Sequence[str]], pattern: str
) -> list[Tokens]:
    """The token sequences that one element of a pattern may stand for."""
    if what in LABELS:
        run: Tokens = [{"ENT_TYPE": what, "OP": "+"}]
        return [run, []] if op == "?" else [run]
    if what == "initial":
        return [_INITIAL, []] if op == "?" else [_INITIAL]
    single: dict[str, Any] = {"NORM": {"REGEX": _condition(what, lists, pattern)}, "ENT_TYPE": ""}
    if op:
        single["OP"] = op
    sequences: list[Tokens] = [[single]]
    for name in (name for part in what.split("&") if part[0] != "!" for name in part.split("|")):
        if any(" " in phrase or "-" in phrase or "." in phrase for phrase in lists.get(name, ())):
            first = {"NORM": {"REGEX": rf"\|{name}<\|"}, "ENT_TYPE": ""}
            rest = {"NORM": {"REGEX": rf"\|{name}>\|"}, "ENT_TYPE": "", "OP": "+"}
            sequences.append([first, rest])
    return sequences


def _condition(what: str, lists: Mapping[str, Sequence[str]], pattern: str) -> str:
    """A regular expression over one token's NORM."""
    conditions = []
    for part in what.split("&"):
        denied = part[0] == "!"
        names = "|".join(
            _name(name, lists, pattern, denied=denied) for name in part.lstrip("!").split("|")
        )
        conditions.append(f"(?{'!' if denied else '='}{names})")
    # what is only denied has to be a word all the same
    kind = "(?=[CUMlf] )" if all(part[0] == "!" for part in what.split("&")) else ""
    return f"^{kind}{''.join(conditions)}"


def _name(name: str, lists: Mapping[str, Sequence[str]], pattern: str, *, denied: bool) -> str:
    if name in _KINDS:
        return _KINDS[name]
    if name.startswith("'"):
        return rf". {re.escape(name.strip(chr(39)).lower())} \|"
    if name not in lists:
        raise GrammarError(f"{name!r} in pattern {pattern!r} is no list of this file")
    # where a list is denied, so is the first word of its phrases
    return rf".*\|{name}{'<?' if denied else ''}\|"

"""What stands between and around the mentions of one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.links.words import link_words
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Label, Mention

_ITEM = re.compile(r"[ \t\u00a0]*(?:[-–—•*·▪✓]|\(?\d{1,2}[.)]|\(?[a-zа-яa-z]\))\s*", re.IGNORECASE)
# A line this short without a full stop is a heading or a list item.
_SHORT_LINE = 120
_LETTER, _SIGN = re.compile(r"[^\W_]"), re.compile(r"\n|[^\w\s]|_")
# Characters from which on the letters between two mentions are too many for anything
_FAR = 500
# Mentions of a stretch that are looked at
_MANY = 60


@dataclass(frozen=True)
class Gap:
    """What stands between two mentions: the other mentions, the words left, the signs."""

    labels: tuple[Label, ...]
    mentions: tuple[Mention, ...]
    letters: int
    """Letters and digits outside mentions that are no filler words."""
    signs: str

    def has(self, *labels: Label) -> bool:
        """Whether a mention with one of the labels stands between."""
        return any(label in labels for label in self.labels)


class Scene:
    """The mentions of one article with the text between them."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.text = article.text
        self.language = article.language
        self.words = link_words(article.language)
        self.mentions = sorted(mentions, key=lambda mention: mention.start_char)
        self._starts = [mention.start_char for mention in self.mentions]
        self._sentences = Sentences(article.text)
        self._gaps: dict[tuple[int, int], Gap] = {}

    def labelled(self, label: Label) -> list[Mention]:
        """The mentions with a label, in reading order."""
        return [mention for mention in self.mentions if mention.label == label]

    def sentence(self, mention: Mention) -> int:
        """The number of the sentence that a mention begins in."""
        return self._sentences.number(mention.start_char)

    def sentence_range(self, mention: Mention) -> tuple[int, int]:
        """Where the sentence of a mention begins and ends."""
        return self._sentences.at(mention.start_char)

    def gap(self, first: Mention, second: Mention) -> Gap:
        """What stands between two mentions, the first of which comes first."""
        key = (first.end_char, second.start_char)
        if key not in self._gaps:
            self._gaps[key] = self._gap(*key)
        return self._gaps[key]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions in a stretch; of a long one only the last."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [m for m in self.mentions[max(first, last - _MANY) : last] if m.end_char <= end]

    def _gap(self, position: int, end: int) -> Gap:
        pieces: list[str] = []
        inside: list[Mention] = []
        for mention in self.mentions[bisect_left(self._starts, position) :]:
            if mention.end_char > end:
                break
            if position <= mention.start_char:
                pieces.append(self.text[position : mention.start_char])
                inside.append(mention)
                position = mention.end_char
        between = " ".join([*pieces, self.text[position:end]])
        # what stands far off is near nothing, whatever its words
        rest = self.words.fillers.sub(" ", between) if len(between) < _FAR else between
        labels = tuple(mention.label for mention in inside)
        signs = "".join(_SIGN.findall(between))
        return Gap(labels, tuple(inside), len(_LETTER.findall(rest)), signs)

    def list_lead(self, position: int) -> tuple[int, int] | None:
        """The range of the words that introduce the list in which a character stands.

        As in ``on behalf of RANEPA: X, rector; Y, dean``, and with one item a line.
        """
        colon = self._colon(position)
        if colon is None:
            return None
        start = max(self.text.rfind("\n", 0, colon), 0)
        return max(start, colon - 300), colon

    def _colon(self, position: int) -> int | None:
        line = self.text.rfind("\n", 0, position) + 1
        end = position
        while True:
            begin = max(line, self._sentences.at(end)[0]) if end == position else line
            colon = self.text.rfind(":", begin, end)
            if colon >= 0 and not self.text[colon + 1 : colon + 2].isdigit():
                return colon
            if line == 0 or not self._is_item(line):
                return None
            end = line - 1
            line = self.text.rfind("\n", 0, end) + 1

    def _is_item(self, line: int) -> bool:
        """Whether the line that begins here can be one of a list."""
        end = self.text.find("\n", line)
        content = self.text[line : end if end >= 0 else None].strip()
        return (
            not content
            or _ITEM.match(content) is not None
            or (len(content) < _SHORT_LINE and not content.endswith("."))
        )

    def heading(self, position: int) -> tuple[int, int] | None:
        """The range of the last short line without a stop above the line of a character."""
        end = self.text.rfind("\n", 0, position)
        while end > 0:
            line = self.text.rfind("\n", 0, end) + 1
            content = self.text[line:end].strip()
            if content and len(content) < _SHORT_LINE and content[-1] not in '.!?;:,…»”"':
                return line, end
            end = line - 1
        return None

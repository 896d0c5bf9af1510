"""Which language an article is in, and which passages of it are in another one."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from babel.core import get_global

from communique.language_model import is_spread, scores
from communique.records import Article, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Below this the model has no opinion: languages it does not know and random letters stay under it.
_LEAST_CONFIDENCE = 0.5
# The model spreads its opinion of Uzbek and Indonesian with foreign names over many languages: they
# are believed from here on if they are so many times as likely as any other, in so many letters.
# (Of 114 articles and passages in Indonesian 36 had no language before.)
_LEAST_LEADING, _LEAD, _LEAST_LETTERS_LEADING = 0.25, 1.7, 100
# A line is in another language than its article only if it is long and clear.
_LEAST_FOREIGN_LETTERS = 40
_LEAST_FOREIGN_CONFIDENCE = 0.9
_MOST_OF_THE_MAIN = 0.03
# Lines with fewer letters say nothing by themselves: they are names, dates and captions.
_LEAST_LETTERS = 15
# Characters of one line that are looked at: a third each of its head, its middle and its end.
_SAMPLE = 240
_WITHDRAWN_CODES = frozenset({"in", "iw", "ji", "jw", "mo", "sh"})


class _Line(NamedTuple):
    """A line of a text, up to and with its line end, and what it seems to be written in."""

    start: int
    end: int
    letters: int
    scores: dict[str, float]


def language_code(value: str) -> str | None:
    """The ISO 639-1 code of ``vi``, ``vie``, ``en-US`` or ``RU_ru``; None for anything else."""
    code = value.strip().lower().replace("_", "-").partition("-")[0]
    if len(code) != 2 or code in _WITHDRAWN_CODES:
        code = get_global("language_aliases").get(code, "").partition("_")[0]
    return code if len(code) == 2 and code in get_global("likely_subtags") else None


def identify(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code of the language that most of ``text`` is in, and a confidence in [0, 1].

    The confidence is the probability averaged over the letters of the text; where it is under one
    half the code is None, unless one leads clearly that the model is known to be unsure of. A text
    without letters has none.
    """
    return _vote(_read(text))


def passages(text: str) -> tuple[Passage, ...]:
    """Stretches of whole lines in one language, which together cover the text.

    A text in one language is one passage. A line that is short or unclear goes with its neighbours.
    """
    lines = _read(text)
    return tuple(_merge(lines, _vote(lines)[0]))


def with_language(article: Article) -> Article:
    """The article with language and passages; a language that its container gave is kept."""
    lines = _read(article.text)
    found, confidence = _vote(lines)
    parts = tuple(_merge(lines, found))
    if article.language is None:
        update = {
            "language": found,
            "language_confidence": confidence if found else None,
            "passages": parts,
        }
        return article.model_copy(update=update)
    given = {"language": article.language}
    parts = tuple(p.model_copy(update=given) if p.language == found else p for p in parts)
    return article.model_copy(update={"passages": parts})


def _read(text: str) -> list[_Line]:
    """The lines of the text with their scores; if all are short, the whole text as one line."""
    lines = []
    start = 0
    for line in text.splitlines(keepends=True):
        short = len(line) < _LEAST_LETTERS  # most are, and would say nothing
        found, letters = ({}, 0) if short else scores(_sample(line))
        lines.append(_Line(start, start + len(line), letters, found))
        start += len(line)
    if lines and all(line.letters < _LEAST_LETTERS for line in lines):
        found, letters = scores(_sample(" ".join(text.split())))
        return [_Line(0, len(text), letters, found)]
    return lines


def _sample(line: str) -> str:
    if len(line) <= _SAMPLE:
        return line
    third = _SAMPLE // 3
    middle = (len(line) - third) // 2
    return f"{line[:third]} {line[middle : middle + third]} {line[-third:]}"


def _vote(lines: Sequence[_Line]) -> tuple[str | None, float]:
    """The language with the highest probability over the letters of all lines but scraps."""
    votes: defaultdict[str, float] = defaultdict(float)
    telling = [line for line in lines if line.letters >= _LEAST_LETTERS] or lines
    for line in telling:
        for code, share in line.scores.items():
            votes[code] += line.letters * share
    total = sum(line.letters for line in telling)
    if not votes or not total:
        return None, 0.0
    (code, weight), *others = sorted(votes.items(), key=lambda item: -item[1])
    confidence = min(weight / total, 1.0)
    second = others[0][1] if others else 0.0
    leads = (
        confidence >= _LEAST_LEADING
        and total >= _LEAST_LETTERS_LEADING
        and weight >= _LEAD * second
        and is_spread(code)
    )
    return (code if leads or confidence >= _LEAST_CONFIDENCE else None), confidence


def _label(line: _Line, main: str | None) -> str | None:
    """The language of a line: the article's, unless another one is clear; None if it is a scrap."""
    code, share = max(line.scores.items(), key=lambda item: item[1], default=(None, 0.0))
    if code == main and line.letters >= _LEAST_LETTERS and share >= _LEAST_CONFIDENCE:
        return main
    clear = (
        line.letters >= _LEAST_FOREIGN_LETTERS
        and share >= _LEAST_FOREIGN_CONFIDENCE
        and line.scores.get(main or "", 0.0) <= _MOST_OF_THE_MAIN
    )
    return code if clear else None


def _merge(lines: Sequence[_Line], main: str | None) -> Iterator[Passage]:
    """Neighbouring lines of the same language as one passage."""
    labels = [_label(line, main) for line in lines]
    current = next(filter(None, labels), main)
    for number, label in enumerate(labels):
        labels[number] = current = label or current
    pairs = zip(labels, lines, strict=True)
    for language, group in groupby(pairs, key=lambda pair: pair[0]):
        part = [line for _, line in group]
        weight = sum(line.letters * line.scores.get(language or "", 0.0) for line in part)
        letters = sum(line.letters for line in part)
        yield Passage(
            start_char=part[0].start,
            end_char=part[-1].end,
            language=language,
            confidence=min(weight / letters, 1.0) if language and letters else None,
        )

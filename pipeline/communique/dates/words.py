"""What the words of dates mean in one language, read from its ``dates.toml``.

Every word gets a class, one letter, so that the grammar can be written as regular expressions over
letters and no language needs code of its own. A language without a file has the month names of the
Unicode CLDR, which are enough for dates written out in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from communique.dates.cldr import cldr_table
from communique.lexicon import languages, of
from communique.lexicon.phrases import MARKS, folded

WORD_CLASSES = {
    "year_before": "V",
    "year_after": "Y",
    "years_after": "p",
    "many_years": "q",
    "month_before": "A",
    "month_after": "a",
    "month_beside_name": "m",
    "day_before": "D",
    "day_after": "e",
    "days_after": "I",
    "week": "K",
    "quarter": "Q",
    "half_year": "H",
    "half": "l",
    "of": "f",
    "article": "g",
    "to": "T",
    "to_or_next": "t",
    "and": "&",
    "from": "F",
    "range_end": "E",
    "ago": "B",
    "several": "v",
    "before_day": "c",
    "before_year": "U",
    "perhaps_before_year": "u",
    "function_words": "w",
    "counted": "C",
    "numbered": "N",
    "not_dates": "x",
    "decade": "δ",
    "decade_after": "G",
    "weekend": "ω",
    "after_year": "π",
}
"""Keys of a file's ``[words]`` and the class of their words."""

VALUED_CLASSES = {
    "months": "M",
    "weekdays": "W",
    "weekdays_last": "μ",
    "parts": "P",
    "half_years": "H",
    "seasons": "S",
    "seasons_alone": "s",
    "seasons_last": "σ",
    "ordinals": "R",
    "days": "O",
    "counts": "h",
    "relative_days": "i",
    "relative_weeks": "k",
    "relative_months": "J",
    "relative_years": "j",
    "next_or_last": "L",
    "next_or_last_after": "λ",
    "years": "y",
    "eras": "ε",
}
"""Tables of a file whose keys are the values of their words, and the class of their words."""

NAMED_VALUES = {
    "spring": 1,
    "summer": 2,
    "autumn": 3,
    "winter": 4,
    "beginning": 1,
    "middle": 2,
    "end": 3,
}

# Thai, Lao, Burmese, Khmer, kana and Han have no blanks between words: one piece a character.
_NO_BLANKS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff"
_PLAIN = rf"[^\W\d_{_NO_BLANKS}]"
_LETTERS = rf"{_PLAIN}+(?:(?:(?!\d)[{MARKS}])+{_PLAIN}*)*"
# An apostrophe after o or g is part of an Uzbek letter. Korean writes the words for day, month and
# year on to the number, and particles on to them.
_PIECES = re.compile(
    rf"(?<=\d)[년월일]|[{_NO_BLANKS}]|{_LETTERS}(?:(?<=[oOgG])'{_LETTERS})*|\d+|\n|[^\S\n]+|."
)
_SIGNS = str.maketrans("‘’ʻʼ‐‑‒–—−～~〜∼\u00a0\u202f\u2007", "''''----------   ")


class Word(NamedTuple):
    """The class of a word or phrase and its value: a month's number, an offset in years, ..."""

    kind: str
    value: int


@dataclass(frozen=True)
class Rules:
    """How a language writes dates; the comments in its file explain each rule."""

    months: str = "any"
    month_alone: str = "after_preposition"
    month_then_day: str = "never"
    year_first: bool = False
    to_after: bool = False
    year_with_ending: bool = False
    day_with_stop: bool = False
    day_month: tuple[str, ...] = ()
    day_alone: str = "before_no_word"


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    phrases: dict[str, list[tuple[tuple[str, ...], Word]]]
    """First piece of a phrase to its other pieces, the longest first."""
    day_endings: frozenset[str]
    decade_endings: frozenset[str]
    year_endings: frozenset[str]
    """Endings that only a year has: 2019-cu."""
    rules: Rules


def pieces(text: str) -> list[str]:
    """Cut a text into runs of letters, runs of digits, signs and white space; nothing is lost."""
    return _PIECES.findall(text.translate(_SIGNS))


@cache
def words_for(language: str | None) -> Words:
    """The words of a language by ISO 639-1 code; only signs and numbers where it is unknown."""
    known = language in known_languages()
    return _words(of("dates", language) if known else cldr_table(language or ""))


def known_languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return languages("dates")


def _words(table: dict[str, Any]) -> Words:
    phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = defaultdict(list)
    for phrase, word in _entries(table):
        first, *rest = [piece for piece in pieces(folded(phrase)) if not piece.isspace()]
        phrases[first].append((tuple(rest), word))
    for readings in phrases.values():
        readings.sort(key=lambda reading: -len(reading[0]))
    rules = dict(table.get("rules", {}))
    rules["day_month"] = tuple(rules.get("day_month", ()))
    return Words(
        dict(phrases),
        frozenset(table.get("day_endings", ())),
        frozenset(table.get("decade_endings", ())),
        frozenset(table.get("year_endings", ())),
        Rules(**rules),
    )


def _entries(table: dict[str, Any]) -> list[tuple[str, Word]]:
    """Every phrase of a file with its class and value; ``~`` stands for any of the endings."""
    found = [
        (phrase, Word(WORD_CLASSES[key], 1 if key == "to_or_next" else 0))
        for key, phrases in table.get("words", {}).items()
        for phrase in phrases
    ]
    found += [
        (phrase, Word(kind, NAMED_VALUES.get(value) or int(value)))
        for key, kind in VALUED_CLASSES.items()
        for value, phrases in table.get(key, {}).items()
        for phrase in phrases
    ]
    endings = ["", *table.get("endings", ())]
    return [
        (phrase.replace("~", ending), word)
        for phrase, word in found
        for ending in (endings if "~" in phrase else [""])
    ]

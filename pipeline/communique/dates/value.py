"""The value of the surface of a date mention."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.dates.grammar import Reading, readings
from communique.dates.lexer import lex
from communique.dates.marked import marked_shapes
from communique.dates.reading import value_of_reading
from communique.dates.words import known_languages, words_for

if TYPE_CHECKING:
    import datetime as dt

    from communique.dates.calendar import DateValue

_DIGITS_BEFORE = re.compile(r"\d ?[/.-] ?\Z")
_DIGITS_AFTER = re.compile(r" ?[/.-] ?\d")
_UNKNOWN_WORDS = "xX"
_NUMBERS = "ndbyz"


@lru_cache(maxsize=1 << 14)
def date_value(text: str, language: str | None, reference: dt.date | None) -> DateValue | None:
    """Read a calendar expression such as ``ngày 12/3`` or ``16 июля 2021 года``.

    The text may have framing words, odd blanks and signs, capitals, and may be in another language
    than the article, as what a model has marked can be. Numbers are day first, except in ISO dates.

    Args:
        text: the surface of a date mention.
        language: the article's language, ISO 639-1, or None if it is not known.
        reference: the day that missing years and words like *yesterday* are read against; where it
            is None they are ``XXXX`` in the value.

    Returns:
        The value, or None if the text is no date or one that the calendar does not have.
    """
    clean = " ".join(unicodedata.normalize("NFKC", text).split())
    language = language.split("-")[0].lower() if language else None
    best: Reading | None = None
    for candidate in dict.fromkeys([language, *known_languages()]):
        reading = _widest_reading(clean, candidate)
        if reading and (best is None or _width(reading) > _width(best)):
            best = reading
        if best and candidate == language and _leaves_nothing(best):
            break
    if best is None or _is_cut_out_of_a_number(best):
        return None
    return value_of_reading(best, reference)


def _widest_reading(text: str, language: str | None) -> Reading | None:
    words = words_for(language)
    lexed = lex(text, words, in_running_text=False)
    found = readings(lexed, marked_shapes(words.rules))
    # today, 14 March
    dated = [reading for reading in found if {"d1", "m1"} <= reading.parts.keys()]
    if dated:
        found = [r for r in found if not r.parts.keys() & {"relative", "weekday"}]
    return max(found, key=_width, default=None)


def _width(reading: Reading) -> int:
    return reading.end - reading.start


def _is_cut_out_of_a_number(reading: Reading) -> bool:
    """Whether digits go on before or after, as around the ``2/13`` of 32/13."""
    text = reading.lexed.text
    before, after = text[: reading.start], text[reading.end :]
    cut_before = text[reading.start].isdigit() and _DIGITS_BEFORE.search(before)
    return bool(cut_before or (text[reading.end - 1].isdigit() and _DIGITS_AFTER.match(after)))


def _leaves_nothing(reading: Reading) -> bool:
    """Whether what is left of the text is only framing words that the language's file knows."""
    return not set(_left(reading)) & set(_UNKNOWN_WORDS + _NUMBERS)


def _left(reading: Reading) -> str:
    kinds = reading.lexed.kinds
    return kinds[: reading.first] + kinds[reading.last :]

"""The DATE finder of the pattern engine: what in running text is a date, and where it begins and ends.

The shapes come from :mod:`communique.dates.grammar`; here stand those that are a date only in a
certain place: a bare year after *in*, a bare month, ``12/3`` after *ngày*.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.dates.grammar import Pattern, Reading, compile_shapes, readings, shapes
from communique.dates.lexer import Lexed, lex, stands_free
from communique.dates.reading import value_of_reading
from communique.dates.words import Rules, words_for

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

DATE = "DATE"

# Words after which a bare month or season is a date, and a bare year if no noun follows it.
_PREPOSITIONS = "[UuTtFfP&]"
_YEARS = [
    r"(?<=V)(?P<y1>yo?)(?!C)",
    r"(?P<y1>yo?)(?=-?[Yp])",
    r"(?P<y1>yo)(?!E?C)",
    r"(?<=\()(?P<y1>y)(?=[),.-])",
    r"(?<=[UP]-?)(?P<y1>y)(?!C)",
    r"(?<=[uTtFf])(?P<y1>y)(?![xC])",
    # 2014, 2015 and 2016: in a row with a year that is one by itself
    r"(?P<y1>y)(?=(?:[,&]{1,2}y)+[Yp])",
    r"(?<=(?:[UVuTtF]|\([xfug]?)y(?:[,&]{1,2}y)*[,&]{1,2})(?P<y1>y)(?![xC])",
    r"(?<=\([xfug])(?P<y1>y)(?=[,&]{1,2}y|\))",
]
_MONTHS = {
    "always": [
        r"(?P<m1>L?M)(?=m?)",
        r"(?<![^|.])(?P<m1>Z)(?![XZ])",
        r"(?<![ndbzh])(?P<m1>A[nO])(?!C)",
    ],
    "after_preposition": [rf"(?<={_PREPOSITIONS})(?P<m1>M)", r"(?P<m1>LM)"],
    "never": [],
}
_SEASONS = [r"(?P<season>s)", rf"(?<={_PREPOSITIONS}g?)(?P<season>S)"]
# the end of the year, cuối tháng, жыл соңына дейін
_UNITS = [r"(?<=P[fF]*)(?P<unit>g?[YVmAaK])(?![ndbyrOL-])", r"(?<![yoLn-])(?P<unit>[YmaK])(?=P)"]
_DAYS = [r"(?P<d1>[nd]o?e)(?![xX])"]
_FOLLOWED = r"(?=[-.,;:()|~wUuFTt&]|$)"


def find_dates(doc: Doc, language: str | None) -> list[Span]:
    """The dates of a document as spans labelled ``DATE``, in reading order; they do not overlap.

    Args:
        doc: any tokenizer will do; a span takes in every token that the date touches.
        language: ISO 639-1 code of the language whose words are looked for; None finds only dates
            in numbers.
    """
    words = words_for(language)
    lexed = lex(doc.text, words, in_running_text=True)
    spans = []
    for reading in _longest(readings(lexed, _patterns(words.rules))):
        span = doc.char_span(reading.start, reading.end, label=DATE, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    return spans

"""The finder of dates: what in running text is one, and where it ends.

The shapes come from :mod:`communique.dates.shapes`; here are those that are a date only in a
certain place: a bare year after *in*, a bare month after *since*, ``12/3`` after *ngày*.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.dates.grammar import Reading, readings
from communique.dates.lexer import lex, stands_free
from communique.dates.reading import value_of_reading
from communique.dates.shapes import Pattern, compile_shapes, shapes
from communique.dates.words import Rules, words_for
from communique.mentions.word_bounds import with_particle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

DATE = "DATE"

_YEARS = [
    r"(?<=F)(?P<y1>y)Y?{to}V?(?P<y2>yo?)",
    r"(?<!N[ndbz]V|N[ndbz][/.-]?yV)(?<=V)(?P<y1>yo?)(?![Cq])",
    r"(?P<y1>yo?)(?=π)",
    r"(?P<y1>yo?)(?=-?[Yp](?!B))",
    # pod koniec roku 2024
    r"(?<=PY)(?P<y1>y)(?![Cq])",
    r"(?<=\([xfug]?)(?P<y1>y)(?=[),.;-])",
    r"(?<=U|P-?)(?P<y1>y)(?![Cq])",
    r"(?<=[uTtFf])(?P<y1>y)(?![xCq])",
    # 2014, 2015 and 2016: in a row with a year that is one by itself
    r"(?P<y1>y)(?=(?:[,&][,&]?yo?)+-?[Yp])",
    r"(?<=(?:[UVuTtF]|\([xfug]?)y(?:[,&][,&]?y)*[,&][,&]?)(?P<y1>y)(?![xCq])",
]
# 2019 से: the word is a postposition
_YEARS_BEFORE_TO = [r"(?P<y1>y)(?=T(?![ndbyzVMCλ]))"]
_YEARS_WITH_ENDING = [r"(?P<y1>yo)(?![Cq])"]  # 2019-го; elsewhere endings go with any number
_MONTHS = {
    "always": [
        r"(?P<m1>L?M)(?=m?)",
        r"(?<![^|.)-])(?P<m1>Z)(?![XZ])",
        r"(?<![ndbzh])(?P<m1>A[nO][Lt]?)(?![Cq])",
        r"(?P<m1>L?na)",
    ],
    "after_preposition": [r"(?<=[UuTtFfP]|M[,&][,&]?)(?P<m1>M)", r"(?P<m1>LM)"],
    "never": [],
}
_SEASONS = [r"(?P<season>s)", r"(?<=[UuTtFP]g?)(?P<season>S)(?!x)"]
# the end of the year, cuối tháng; жыл соңына дейін
_UNITS = [r"(?<=Pf*)(?P<unit>g?[YVmAa])(?![ndbyrOL-])"]
_DAYS = {
    "before_no_word": [r"(?P<d1>[nd]o?e)(?![xX])"],
    "always": [r"(?P<d1>[nd]o?e)(?!C)"],
}
_UNITS_YEAR_FIRST = [
    r"(?<![yoLnjMZdbzhRv-])(?P<unit>[Yma])(?=P)",
    r"(?P<y1>y)(?=P)",
]
_MONTH_YEAR = [r"(?<!N)(?P<m1>n)/(?P<y1>y)"]
# 12/3 after a word for the day; elsewhere only where no fraction can stand, 21.09 after a dateline
_DAY_MONTH = {
    "/": [r"(?<![Nndbyzw])(?P<d1>[nd])(?P<sign>/)(?P<m1>n)(?=[-.,;()|~wUuFTtL&]|$)"],
    ".": [r"(?<![^|.,(])(?P<d1>[nd])(?P<sign>\.)(?P<m1>n)(?=[-.,)|w]|$)"],
    "-": [],
}
_DAY_MONTH_AFTER_WORD = r"(?<=[DcW]|W,)(?P<d1>[nd])[{signs}](?P<m1>n)(?![Cq])"
# ngày 11, 12/11/2025: a comma joins days behind a word for the day
_LISTED_DAYS = [
    (
        r"(?<=[Dc])(?P<d1>[nd])(?:,[nd])*(?:,|,?&)(?P<d2>[nd])(?P<sign>[{signs}])(?P<m2>n)"
        r"(?:(?P=sign)(?P<y2>y))?(?![Cq])"
    ),
    r"(?<=[Dc])(?P<d1>[nd])(?:,[nd])*,{day2}{between}{month2}(?:{year2})?",
]
# 24. 11. and 17. a 18. 5., not at the beginning of a line, where a heading is numbered
_DAY_MONTH_WITH_STOPS = [
    r"(?<![Nndbyz|.])(?<=.)(?P<d1>[nd])\.(?P<m1>n)\.(?![ndbyzC])",
    r"(?<![Nndbyz|.])(?<=.)(?P<d1>[nd])\.?[-Tt&]D?(?P<d2>[nd])\.(?P<m2>n)\.(?![ndbyzC])",
]
_YEAR_WORD = re.compile("-?[Yp]")
_LAST_MONTH = 12
_LONGEST_RANGE = 10  # years, as in 2021-23
_LIKELY_YEARS = range(1900, 2101)


def find_dates(doc: Doc, language: str | None) -> list[Span]:
    """The dates of a document as spans labelled ``DATE``, in reading order; they do not overlap.

    Args:
        doc: a document of any tokenizer; a span has every token that the date touches.
        language: ISO 639-1 code of the language whose words are looked for; with None only dates
            in digits are found.
    """
    words = words_for(language)
    # at hand, where ``doc.text`` would be put together anew; a document of others has no article
    article = doc._.article if doc.has_extension("article") else None
    lexed = lex(article.text if article else doc.text, words, in_running_text=True)
    found = (
        reading
        for reading in readings(lexed, _patterns(words.rules))
        if _is_date(reading, words.rules)
    )
    spans = (
        doc.char_span(reading.start, reading.end, label=DATE, alignment_mode="expand")
        for reading in _longest(found)
    )
    return [with_particle(span) for span in spans if span is not None]


@cache
def _patterns(rules: Rules) -> tuple[Pattern, ...]:
    """Every shape of a date in running text, in a language with these rules."""
    templates = [*_YEARS, *_MONTHS[rules.month_alone], *_SEASONS]
    templates += [*_UNITS, *_DAYS[rules.day_alone], *_MONTH_YEAR]
    if rules.year_first:
        templates += _UNITS_YEAR_FIRST
    if rules.year_with_ending or not rules.year_first:
        templates += _YEARS_WITH_ENDING
    if rules.day_with_stop:
        templates += _DAY_MONTH_WITH_STOPS
    if rules.to_after:
        templates += _YEARS_BEFORE_TO
    for sign in rules.day_month:
        templates += _DAY_MONTH[sign]
    if rules.day_month:
        signs = "".join(sorted(rules.day_month, reverse=True))
        after_word = (_DAY_MONTH_AFTER_WORD, *_LISTED_DAYS)
        templates += [template.replace("{signs}", signs) for template in after_word]
    return shapes(rules) + compile_shapes(templates)


def _is_date(reading: Reading, rules: Rules) -> bool:
    """Whether the numbers can be those of a date and are no part of something longer."""
    text = reading.lexed.text
    numbered = reading.lexed.kinds[: reading.first].endswith("N") and text[reading.start].isdigit()
    word = _YEAR_WORD.match(reading.lexed.kinds, reading.last)  # 2024-yilda
    end = reading.lexed.ends[word.end() - 1] if word else reading.end
    part = reading.lexed.kinds[: reading.first].endswith("P-")  # mid-2025
    start = reading.lexed.starts[reading.first - 2] if part else reading.start
    if numbered or not stands_free(text, start, end):
        return False
    if reading.parts.keys() == {"y1", "y2"} and not _is_range_of_years(reading):
        return False
    if "sign" in reading.parts and not _is_day_month(reading, rules):
        return False
    return value_of_reading(reading, None) is not None


def _is_day_month(reading: Reading, rules: Rules) -> bool:
    """Whether a day and month in digits have a year, or the sign that the language writes."""
    if "y1" in reading.parts or "y2" in reading.parts:
        return True
    first, last = reading.parts["sign"]
    sign = reading.lexed.kinds[first:last]
    two_digits = all(reading.size(part) == 2 for part in ("m1", "m2") if part in reading.parts)
    return sign in rules.day_month and (sign != "." or two_digits)


def _is_range_of_years(reading: Reading) -> bool:
    """2021-2025 and 2024/25, but not 2300-2400 or a year and something else."""
    first, last = reading.value("y1") or 0, reading.value("y2") or 0
    if last < 100:
        years = last - first % 100
        return years == 1 or (0 < years <= _LONGEST_RANGE and last > _LAST_MONTH)
    return first in _LIKELY_YEARS and last in _LIKELY_YEARS


def _longest(found: Iterable[Reading]) -> list[Reading]:
    """The longest of readings that overlap, in reading order."""
    chosen: list[Reading] = []
    taken: set[int] = set()
    for reading in sorted(found, key=lambda reading: (reading.start - reading.end, reading.start)):
        if taken.isdisjoint(range(reading.start, reading.end)):
            taken.update(range(reading.start, reading.end))
            chosen.append(reading)
    return sorted(chosen, key=lambda reading: reading.start)

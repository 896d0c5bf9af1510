"""The shapes that dates take, as regular expressions over the classes of ``words`` and ``lexer``.

The groups say what a part means: ``d1 m1 y1`` the day, month and year (of the first end of a
range), ``d2 m2 y2`` those of its other end, and one group for each other kind of expression.
``shapes`` are dates wherever they stand; ``marked_shapes`` only when somebody has marked them so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.dates.words import Rules

Pattern = Any
"""A compiled pattern of ``regex``, which has no types."""


_PARTS = {
    # 12, 12th, 12日
    "day": r"(?P<d#>[nd]o?e?|O)",
    "between": r"-?e?f*",
    # March, next March, tháng 3, tháng ba, 3月
    "month": r"(?P<m#>L?[MZ]m?|A[nOh]|L?na)",
    "named_month": r"(?P<m#>[MZ]|L?na)",
    # 2024, 2024 года, năm 2024, 2024年, last year, năm ngoái
    "year": r",?[fg]*(?P<y#>V?yo?(?:-?Y)?|L[YV]|[YV]λ|j)",
    "year_in_front": r"(?P<y#>yo?-?Y|V?yo?(?=π)|yo|L[YV]|j)-?,?[fπ]*",
    # with the day of the week: Monday 20 to Wednesday 22 November
    "to": r",?\.?(?:-|[Tt])[DgFf]*(?:W,?D?)?",
    "to_or_and": r"\.?(?:[-/]|[Tt&])[DgFf]*(?:W,?D?)?",
    # 9月10日、11人: a day with a word after it and a number without one
    "both_days": r"(?<!e{to_or_and}[nd]o?)",
    # II, 2-й, second, 第二
    "number": r"(?:[rn]o?\.?-?|[OR])",
    # 12, 13 and 14 March: the days between the first and the last
    "more_days": r"(?:,[Dg]*[nd]o?e?)+",
    "last_of_list": r",?[&,][DgFf]*",
    # the first three months; the last two
    "first_or_last": r"g?(?P<which>[RL])",
    # second half of
    "half_of": r"(?:[rn]o?\.?-?|[ORP])lf*g?",
}

_DAY_THEN_MONTH = [
    # 10-12月 is from month to month
    "{day1}(?!-na){between}{month1}(?:{year1})?",
    "{day1}-{month1}-{year1}",
    # the 12th of this month, ngày 5 tháng trước
    "(?P<d1>[nd](?:oe?|e))f*(?P<m1>J|L[am])",
    "(?<=D)(?P<d1>[nd])f*(?P<m1>J|L[am])",
    # 30 del mese, 5 del mes pasado, 12 del corrente mese; dal 3 al 5 del mese
    "(?P<d1>[nd]o?|O)f+(?P<m1>J|L[am]|m(?!L))",
    "{day1}{to_or_and}(?P<d2>[nd]o?)f+(?P<m2>J|L[am]|m(?!L))",
    "(?P<d1>R)f+{month1}(?:{year1})?",
    "{day1}{to_or_and}{day2}{between}{month2}(?:{year2})?",
    "{day1}{between}{month1}(?:{year1})?{to}{day2}{between}{month2}(?:{year2})?",
    "{day1}{more_days},?&[DgFf]*{day2}{between}{month2}(?:{year2})?",
    # 25 VIII 2023, 3-5 X 2024
    "(?P<d1>[nd])(?P<m1>r){year1}",
    "(?P<d1>[nd]){to_or_and}(?P<d2>[nd])(?P<m2>r){year2}",
    # с 14 на 15 марта
    "(?<=F)(?P<d1>[nd]o?)u(?P<d2>[nd]o?){month2}(?:{year2})?",
    "(?P<d1>[nd]o)&?{day2}{month2}(?=E)",
    "{day1}{month1}(?:{year1})?&?{day2}{month2}(?:{year2})?(?=E)",
]
# 12. März
DAY_WITH_STOP = [
    r"(?P<d1>[nd])\.{month1}(?:{year1})?",
    r"(?P<d1>[nd])\.?{to_or_and}(?P<d2>[nd])\.{month2}(?:{year2})?",
    r"(?P<d1>[nd])\.{month1}(?:{year1})?{to}(?P<d2>[nd])\.{month2}(?:{year2})?",
    # 12., 13. a 14. března
    r"(?P<d1>[nd])\.(?:,D?[nd]\.)+,?&D?(?P<d2>[nd])\.{month2}(?:{year2})?",
    # 90. letech
    r"(?P<decade>b\.p)",
]
_MONTH_THEN_DAY = [
    "{named_month1}f*g?(?P<d1>[nd]o?e?|[RO])(?![Cq])(?:{year1})?",
    "{named_month1}{day1}{to_or_and}{day2}{both_days}(?![Cq])(?:{year2})?",
    # 2월 19, 20일
    "{named_month1}{day1},(?P<d2>[nd]o?e)",
    "{named_month1}{day1}{more_days},?&{day2}(?![Cq])(?:{year2})?",
    "{named_month1}{day1}(?:{year1})?{to}{named_month2}{day2}(?![Cq])(?:{year2})?",
]
_MONTH_THEN_DAY_WITH_ENDING = [
    "(?:{year_in_front1})?{named_month1}m?(?P<d1>[nd]o)",
    "(?:{year_in_front1})?{named_month1}m?(?P<d1>[nd]o)[-&]?(?P<d2>[nd]o)",
    "(?:{year_in_front1})?{named_month1}m?(?P<d1>[nd])[-&](?P<d2>[nd]o)",
    "(?:{year_in_front1})?{named_month1}(?P<d1>[nd])-(?P<d2>[nd]o)",
    "(?:{year_in_front1})?{named_month1}(?P<d1>[nd]o)&?(?P<d2>[nd]o)(?=E)",
]
_YEAR_FIRST = [
    "{year_in_front1}{day1}{between}{month1}m?",
    "{year_in_front1}{day1}{to_or_and}{day2}{between}{month2}m?",
    "{year_in_front1}{day1}{between}{month1}{to}{day2}{between}{month2}",
    "{year_in_front1}{day1}{more_days}&{day2}{between}{month2}",
    "{year_in_front1}{day1}{month1}{to}{year_in_front2}{day2}{month2}",
    "{year_in_front1}{day1}{month1}&?{year_in_front2}{day2}{month2}(?=E)",
    "{year_in_front1}{month1}{to}{year_in_front2}{month2}m?",
    "{year_in_front1}{month1}{month2}m?(?=E)",
    "(?P<y1>y){month1}",
    "{year_in_front1}{month1}&?{year_in_front2}{month2}m?(?=E)",
    "{year_in_front1}(?P<d1>[nd]o)&?{day2}{month2}(?=E)",
    "{year_in_front1}{day1}{month1}&?{day2}{month2}(?=E)",
    "{year_in_front1}{month1}m?",
    "(?P<m1>L[am]|J)(?P<d1>[nd](?:oe?|e))",
    "(?P<m1>L[am]|J)(?P<d1>[nd]o?e?){to_or_and}{day2}{both_days}(?![Cq])",
    "{year_in_front1}{month1}{to}{month2}m?",
    "{year_in_front1}{named_month1}{day1}(?![Cq])",
    "{year_in_front1}{named_month1}{day1}{to_or_and}{day2}{both_days}",
    "{year_in_front1}{named_month1}{day1},(?P<d2>[nd]o?e)",
    # 来春3月
    "(?P<y1>LS)f*{named_month1}(?:{day1})?",
    "{year_in_front1}{named_month1}{day1}{to}{named_month2}{day2}",
    "{year_in_front1}{named_month1}{day1}{to}{year_in_front2}{named_month2}{day2}",
]
# Сентябрь 19, 2019: what the software of web pages writes in any language
_MONTH_DAY_AND_YEAR = ["(?P<m1>[MZ])\\.?(?P<d1>[nd]),(?P<y1>y)(?![YC])"]
_MONTHS = [
    "{month1}{year1}",
    "(?P<m1>A[nOh])[/.-]{year1}",
    "{month1}(?:{year1})?{to}{month2}(?:{year2})?",
    "(?P<m1>A[nO])(?:[/.-]{year1})?{to}(?P<m2>A?[nO])(?:[/.-]?{year2})?",
    "(?P<m1>n){to}(?P<m2>na)",
]
_NUMERIC = [
    "(?P<d1>[nd])(?P<sign>[/.])(?P<m1>[nr])(?P=sign)(?P<y1>[yndb])o?(?:-?Y(?![nd]))?",
    # 4/20/2012, which is no day and month
    "(?P<m1>n)(?P<sign>/)(?P<d1>d)(?P=sign)(?P<y1>y)",
    "(?P<d1>[nd])-(?P<m1>[nr])-(?P<y1>y)(?:Y(?![nd]))?",
    "(?P<d1>[nd])[/.-](?P<m1>[nr])(?P<y1>Vy|L[YV]|j)",
    # 29/5 2024
    "(?P<d1>[nd])/(?P<m1>n)(?P<y1>y)(?![xCq])",
    "(?P<y1>y)(?P<sign>[/.-])(?P<m1>n)(?P=sign)(?P<d1>[nd])",
    "(?P<d1>[nd])\\.?[-Tt&][DgFf]*(?P<d2>[nd])(?P<sign>[/.])(?P<m2>n)(?:(?P=sign)(?P<y2>y))?",
    "(?P<d1>[nd])[Tt&]D?(?P<d2>[nd])-(?P<m2>n)(?:-(?P<y2>y))?",
    (
        "(?P<d1>[nd])(?P<sign>[/.])(?P<m1>n)(?:(?P=sign)(?P<y1>y))?{to}"
        "(?P<d2>[nd])(?P=sign)(?P<m2>n)(?:(?P=sign)(?P<y2>y))?"
    ),
    "(?P<d1>[nd])-(?P<m1>n)(?:-(?P<y1>y))?[Tt]D?(?P<d2>[nd])-(?P<m2>n)(?:-(?P<y2>y))?",
    "(?P<m1>n)(?P<sign>[/.])(?P<y1>y){to}(?P<m2>n)(?P=sign)(?P<y2>y)",
    "(?P<y1>y)-(?P<m1>n)-(?P<d1>[nd])[/Tt-](?P<y2>y)-(?P<m2>n)-(?P<d2>[nd])",
]
_PERIODS = [
    # I–II кварталы 2024 года, Q1 and Q2 2024
    "(?P<quarter>{number})(?:-|,?&)(?P<quarter2>{number}Q)(?:[/-]?{year1})?",
    "(?P<quarter>Qf?[rnORh])(?:[-T]|,?&)(?P<quarter2>Qf?[rnORh])(?:[/-]?{year1})?",
    # quý cuối năm 2024
    "(?P<quarter>QP)(?:{year1}|[YV])",
    # quý II/2025, the second quarter of next year, 2025 жылдың бірінші тоқсаны, Q2 2025
    "g?(?P<quarter>{number}Q|Qf?[rnORh])(?:[/-]?{year1})?",
    "g?(?P<quarter>LQ){year1}",
    "g?(?P<quarter>LQf*g?[YV])",
    "g?(?P<quarter>LQ|Q[Ltλ])",
    # I полугодие 2024 года, nửa đầu năm 2024, the first half of 2024
    "g?(?P<half>(?:{number}|P)[Hl]P?|[Hl]f?[rnORP])(?:[/-]?{year1}|f*g?[YV])",
    "g?(?P<half>{number}H|H[P]|H[rnOR])",
    # 6 tháng đầu năm 2024
    "(?P<months>(?:[nOh]A|[nh]Q)P)(?:{year1})?",
    # the first three months of 2024, 9 месяцев 2023 года
    "{first_or_last}(?P<months>[hn])m(?:{year1}|f*g?[YV])",
    "(?P<which>v)(?P<months>[hn])m{year1}",
    "(?P<months>[hn])m{year1}",
    # spring 2024, next spring, mùa thu năm ngoái
    "(?P<season>[Ss]){year1}(?:[/-][nd])?",
    "(?P<season>[Ss])-(?P<season2>[Ss]){year1}",
    "(?P<season>L[Ss]|[Ss][Ltλ]|σ)",
]
_PERIODS_YEAR_FIRST = [
    "{year_in_front1}(?P<quarter>{number})[-&](?P<quarter2>{number}Q)",
    "(?:{year_in_front1}|[YV])(?P<quarter>vQ)",
    "(?:{year_in_front1}|[YV]){first_or_last}?(?P<months>[hn])m",
    "{year_in_front1}g?(?P<quarter>{number}Q)",
    "{year_in_front1}(?P<half>(?:{number}|P)?[Hl])",
    "[YV](?P<half>(?:{number}|P)[Hl])",
    "[YV](?P<quarter>{number}Q)",
    "{year_in_front1}(?P<season>[Ss])",
    "(?P<y1>y)(?P<season>[Ss])",
    "(?P<y1>y)(?P<quarter>{number}Q)",
    "(?P<y1>y)(?P<half>{number}[Hl])",
]
_YEARS = [
    "(?<=F)(?P<y1>y)&(?P<y2>y)(?![Cq])",
    "(?P<y1>y)Y?{to}V?(?P<y2>yo?)(?![Cq])",
    "(?P<y1>y)[/-](?P<y2>[ndb])(?![Cq/.-])",
    "(?P<y1>y)/(?P<y2>y)(?![Cq])",
    "(?P<y1>yo)(?P<y2>yo)(?=E)",
    "(?P<decade>yG)",
    # 90-е годы, thập niên 1990
    "(?P<decade>bGp)",
    "(?P<decade>δ[yb])",
]
# 2日から12日, 6~7일, 지난 11일
_DAYS = [
    "(?<![/-])(?P<d1>[nd]e?){to_or_and}(?P<d2>[nd]e)(?!C)",
    "(?P<d1>L[nd]e)(?!C)",
]
_RELATIVE = [
    "(?P<relative>i)",
    "(?<![ndbzyhORv])(?P<relative>k|LK)",
    "(?<![ndbzyhORv])(?P<relative>J|L[am])",
    "(?<![ndbzyhORv])(?P<relative>j|L[YV])",
    "(?P<weekend>(?:L|k)ω|ω[Lkλ])",
    "(?P<weekday>W,?[fuU]*(?:k|LK)|(?:k|LK)[fπ]*W|LW|W[Ltλ](?!W)|μ)(?!,?D?[nd]|\\([nd][/.][nd])",
]

# giugno prossimo, gener vinent, mars dernier; but not: marzo questo progetto
_MONTH_THEN_TURN = ["(?P<m1>M[Lλ])(?![xXYVKmMSQ]|f+[YVKmMSQ])"]


def compile_shapes(templates: Iterable[str]) -> tuple[Pattern, ...]:
    """Compile shapes in which ``{day1}`` and the like stand for the parts of dates."""
    numbered = {
        f"{name}{number}": pattern.replace("#", number)
        for name, pattern in _PARTS.items()
        for number in ("", "1", "2")
    }
    numbered["both_days"] = numbered["both_days"].format_map(numbered)
    return tuple(regex.compile(template.format_map(numbered)) for template in templates)


@cache
def shapes(rules: Rules) -> tuple[Pattern, ...]:
    """What is a date wherever it stands, in a language with these rules."""
    templates = [*_DAY_THEN_MONTH, *_MONTHS, *_NUMERIC, *_PERIODS, *_YEARS, *_RELATIVE]
    if rules.month_then_day == "always":
        templates += _MONTH_THEN_DAY
    else:
        templates += _MONTH_DAY_AND_YEAR
    if rules.month_then_day == "with_ending":
        templates += _MONTH_THEN_DAY_WITH_ENDING
    if rules.day_with_stop:
        templates += DAY_WITH_STOP
    if rules.day_alone == "always":
        templates += _DAYS
    if rules.year_first:
        templates += [*_YEAR_FIRST, *_PERIODS_YEAR_FIRST]
    else:
        templates += _MONTH_THEN_TURN
    return compile_shapes(templates)

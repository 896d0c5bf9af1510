"""Shapes that are a date only where somebody has marked them as one: a bare number, a month."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.dates.shapes import DAY_WITH_STOP, compile_shapes, shapes

if TYPE_CHECKING:
    from communique.dates.shapes import Pattern
    from communique.dates.words import Rules

_MARKED = [
    "{day1}(?:{more_days})?{last_of_list}{day2}{between}{month2}(?:{year2})?",
    "(?P<d1>[nd])(?:,D?[nd])*{last_of_list}(?P<d2>[nd])(?P<sign>[/.])(?P<m2>n)(?:(?P=sign)(?P<y2>y))?",
    "{month1}(?:,{month})*{last_of_list}{month2}(?:[/.-]?{year2})?",
    "(?P<m1>A[nO])(?:,A?[nO])*{last_of_list}(?P<m2>A?[nO])(?:[/.-]?{year2})?",
    # late February and early March
    "{month1}(?:{year1})?P?(?:[-Tt&]|,&)[gf]*P-?f*{month2}(?:[/.-]?{year2})?",
    "{month1}P?&{month2}P",
    # between November 8 and November 26
    "{named_month1}{day1}(?:{year1})?&{named_month2}{day2}(?:{year2})?",
    # the second half of March
    "{half_of}{month1}(?:{year1})?",
    "{month1}(?:{number}|P)l",
    # марте прошлого, 2023 года
    "{month1}L,{year1}",
    # «16» июля 2024, 12…14 марта, 15-Mar-24, March '24
    "(?P<d1>[nd])~{month1}{year1}",
    "{day1}(?:~|[.][.][.]?){day2}{month2}(?:{year2})?",
    "(?P<d1>[nd])-(?P<m1>[MZ])-(?P<y1>[bnd])",
    "{month1}~(?P<y1>[bnd])",
    "{named_month1}{day1},?~(?P<y1>[bnd])",
    "(?P<season>[Ss])~(?P<y1>[bnd])",
    "g?(?P<quarter>{number}Q)\\(Q[rn]\\)(?:{year1})",
    "(?P<decade>[yb]-?p)",
    "(?P<decade>bG)",
    "(?P<d1>[nd])[/.-](?P<m1>[nr])",
    "(?P<d1>[nd])-(?P<m1>n)-(?P<y1>[yndb])",
    "(?P<d1>[nd])[-Tt](?P<d2>[nd])-(?P<m2>n)(?:-(?P<y2>y))?",
    "(?P<m1>n)[/.-](?P<y1>y)",
    "(?P<m1>n)-(?P<m2>n)/(?P<y2>y)",
    "(?P<y1>y)-(?P<m1>n)(?!-)",
    "{month1}",
    "(?P<m1>(?:[MZ]|A[nOh])[Lt])",
    *DAY_WITH_STOP,
    "{named_month1}{day1}(?:{year1})?",
    "(?:{year_in_front1})?{day1}{month1}(?:{year1})?&?D?{day2}{month2}(?:{year2})?",
    "{year_in_front1}{day1}{month1}&?{year_in_front2}{day2}{month2}",
    "{year_in_front1}{day1}(?:,[nd]o?)*{last_of_list}{day2}{between}{month2}",
    "{year_in_front1}{month1}(?:,{month})*{last_of_list}{month2}",
    "(?:{year_in_front1})?(?P<d1>[nd]o)&?{day2}{month2}",
    "{month1}(?:{year1})?&{month2}(?:{year2})?",
    "(?P<y1>y)[.,]?{month1}",
    "(?P<y1>y)[.,]?{named_month1}{day1}",
    "(?P<y1>y)[.,]?(?P<d1>[nd]o?){month1}",
    "(?P<season>[Ss])",
    "g?(?P<half>(?:{number}|P)?[Hl]P?)",
    "(?P<y1>V?yo?-?[Yp]?)",
    # 23-го по 26-е
    "(?P<d1>[nd]o){to}(?P<d2>[nd]o)",
    "V(?P<y1>y)[/-](?P<y2>[yndb])",
    "(?P<y1>y){to}V?(?P<y2>yo?)(?:-?[Yp])?",
    "(?P<y1>yo?Y?)&?(?P<y2>yo?)Y?",
    "(?P<y1>yo?Y?)(?:,V?yo?Y?)*{last_of_list}V?(?P<y2>yo?)[Yp]?",
    "g?(?P<unit>[YVmAaK])",
    "(?P<d1>[nd]o?e?|[OR])",
    "(?P<weekday>W)",
    "(?P<ago>[ndbzhOR]o?(?:[DIAamVYKpq]B|[jJk]))",
    # a week ago, cách đây 10 năm
    "(?P<ago>w?[IamYK]B)",
    "(?P<ago>B[ndbzhOR]o?[DIAamVYKpq])",
]


@cache
def marked_shapes(rules: Rules) -> tuple[Pattern, ...]:
    """What is a date where somebody has marked it as one, in a language with these rules."""
    return shapes(rules) + compile_shapes(_MARKED)

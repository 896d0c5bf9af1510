"""Calendar expressions: what they look like in each language and what day, month or year they mean.

``date_value`` reads the surface of one mention, ``resolve_dates`` all of an article. The words are
in ``lexicon/<language>/dates.toml``; the shapes, the same for every language, in ``shapes``.
"""

from communique.dates.calendar import DateValue
from communique.dates.resolve import resolve_dates
from communique.dates.value import date_value

__all__ = ["DateValue", "date_value", "resolve_dates"]

"""What the Unicode CLDR knows of a language's dates, in the form of a ``dates.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from babel import Locale, UnknownLocaleError

_FIELD = re.compile(r"(?P<field>[yMLd]+)|'(?P<quoted>[^']*)'|(?P<letters>[^\W\d_A-Za-z]+)")


def cldr_table(language: str) -> dict[str, Any]:
    """Month names and the words of the long date format; empty where the CLDR has neither."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    months, numbered = _month_names(locale)
    order, words = _long_format(locale)
    words["of"] = [word for word in words["of"] if word not in numbered]
    words["month_after"] = sorted(numbered)
    month_first = "Md" in order
    return {
        "months": {str(number): sorted(names) for number, names in months.items()},
        "words": words,
        "rules": {
            "month_then_day": "always" if month_first else "never",
            "year_first": order.startswith("y"),
            "day_with_stop": "d." in locale.date_formats["long"].pattern,
            "month_alone": "never",
        },
    }


def _month_names(locale: Locale) -> tuple[dict[int, set[str]], set[str]]:
    """Names by month, and the words for month where a month is named by its number (``9月``)."""
    months: dict[int, set[str]] = defaultdict(set)
    numbered: set[str] = set()
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[form][width].items():
                if name.startswith(str(number)):
                    numbered.add(name.removeprefix(str(number)).strip())
                else:
                    months[number].update((name, name.rstrip(".")))
    return months, numbered - {""}


def _long_format(locale: Locale) -> tuple[str, dict[str, list[str]]]:
    """The order of year, month and day in a date written out, and the words between them."""
    order = ""
    words: dict[str, list[str]] = {"year_after": [], "day_after": [], "of": []}
    for match in _FIELD.finditer(locale.date_formats["long"].pattern):
        literal = (match["quoted"] or match["letters"] or "").strip(" .,")
        if match["field"]:
            order += match["field"][0].replace("L", "M")
        elif literal and order.endswith("y"):
            words["year_after"].append(literal)
        elif literal and order.endswith("Md"):
            words["day_after"].append(literal)
        elif literal:
            words["of"].append(literal)
    return order, words

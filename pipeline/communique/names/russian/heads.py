"""The head of a Russian phrase: the noun it is about, and the words that agree with it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from communique import lexicon
from communique.names.russian.words import Form, adjectives_of, nouns_of, parses

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ACRONYM = re.compile(r"(?:^|-)[^-]*[А-ЯЁA-Z][^-]*[А-ЯЁA-Z]")
# Words are adjectives in less of their readings than this by mistake: "главый" of главой
_SOMETIMES = 0.1
_AGREEING = 5  # words after an adjective among which its noun is looked for


class Head(NamedTuple):
    """The head noun of a phrase, its reading, and the words that agree with it."""

    word: re.Match[str]
    form: Form
    modifiers: list[re.Match[str]]

    @property
    def place(self) -> tuple[str, str]:
        """Case and number."""
        return self.form.parse.tag.case, self.form.parse.tag.number


@cache
def listed(key: str) -> tuple[str, ...]:
    """A list of ``[phrases]`` in the language's file."""
    return tuple(lexicon.of("forms", "ru")["phrases"][key])


@cache
def _unchanged() -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in listed("unchanged"))
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


def find_head(text: str) -> Head | None:
    """The first noun of a phrase; None where a name in quotes or an acronym comes before one."""
    if _unchanged().match(text):
        return None
    modifiers: list[re.Match[str]] = []
    words = list(WORD.finditer(text))
    for index, word in enumerate(words):
        quoted = text[word.start() - 1 : word.start()] in ("«", "“", '"')
        if quoted or _ACRONYM.search(word.group()):
            return None
        if word.group().lower() in listed("foreign") or (word.group() == "и" and modifiers):
            continue
        if _modifies(words, index):
            modifiers.append(word)
        elif forms := _head_forms(word.group()):
            return _head(word, modifiers, forms)
        elif modifiers or not any(p.tag.POS == "ADVB" for p in parses(word.group())):
            return None
    return None


def cases_of(text: str) -> frozenset[str]:
    """The cases that one holder's title can be in; none where no head noun is found."""
    head = find_head(text)
    if head is None:
        return frozenset()
    tags = [form.parse.tag for form in _agreeing(_head_forms(head.word.group()), head.modifiers)]
    # director's and not directors: директора
    tags = [tag for tag in tags if tag.number == "sing"] or tags
    # an envoy is no pickling, though both are посол
    tags = [tag for tag in tags if "anim" in tag] or tags
    return frozenset(tag.case for tag in tags)


def _head_forms(word: str) -> tuple[Form, ...]:
    """What a word is where no noun follows that it agrees with: исполняющий is a head, too."""
    return (not _is_office(word) and nouns_of(word)) or adjectives_of(word)


def _is_office(word: str) -> bool:
    return word.lower().startswith(listed("heads"))


def _head(
    word: re.Match[str], modifiers: list[re.Match[str]], forms: Sequence[Form]
) -> Head | None:
    form = min(_agreeing(forms, modifiers), key=_rank, default=None)
    return Head(word, form, modifiers) if form else None


def _agreeing(forms: Sequence[Form], modifiers: list[re.Match[str]]) -> list[Form]:
    return [f for f in forms if all(_agrees(m.group(), f.parse.tag) for m in modifiers)]


def _rank(form: Form) -> tuple[bool, bool, bool, float]:
    tag = form.parse.tag
    # Филиппины are islands rather than a woman's
    return "Geox" not in tag, tag.number == "plur", tag.case != "nomn", -form.parse.score


def _modifies(words: list[re.Match[str]], index: int) -> bool:
    """Whether a word is an adjective of a noun that follows, and no noun itself."""
    word = words[index].group()
    if _is_office(word) or sum(form.parse.score for form in adjectives_of(word)) < _SOMETIMES:
        return False
    agreeing = False
    for following in words[index + 1 : index + 1 + _AGREEING]:
        if parses(following.group())[0].tag.POS == "PREP":
            break
        if any(_agrees(word, form.parse.tag) for form in nouns_of(following.group())):
            return True
        beside = [form.parse.tag for form in adjectives_of(following.group())]
        if following.group() != "и" and not any(_agrees(word, tag) for tag in beside):
            break
        agreeing = following.group() != "и"
    # the last adjective stands for a noun: временного поверенного в делах
    return agreeing


def _agrees(modifier: str, noun: Any) -> bool:
    return any(
        tag.case == noun.case
        and tag.number == noun.number
        and (noun.number == "plur" or tag.gender in (noun.gender, None) or noun.gender is None)
        for tag in (form.parse.tag for form in adjectives_of(modifier))
    )

"""The bounds of titles that a model found, put right by the words of their language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import either, phrase_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURE = 0.9
_DOUBTFUL = 0.5
# Characters of the longest post of several words
_POST = 20
# Characters of a name in a script without blanks
_NAME = range(2, 5)
_NOT_A_TITLE = re.compile(r"\W*")


@dataclass(frozen=True)
class _Words:
    first: re.Pattern[str]
    last: re.Pattern[str]
    bare: re.Pattern[str]
    bare_before: re.Pattern[str]
    whole: re.Pattern[str]
    offices: re.Pattern[str]
    posts: re.Pattern[str]
    territories: re.Pattern[str]
    heads: re.Pattern[str]
    institutions: re.Pattern[str]
    behind_post: re.Pattern[str]
    units: re.Pattern[str]
    ends: re.Pattern[str]
    of: frozenset[str]
    behind: frozenset[str]
    honorifics: frozenset[str]


@cache
def _words(language: str | None) -> _Words | None:
    """A language's words; None for one without a file."""
    data = lexicon.of("titles", language)
    if not data:
        return None
    honorifics = lexicon.of("honorifics", language)
    forms = [*honorifics.get("before", ()), *honorifics.get("after", ())]
    return _Words(
        phrase_pattern(data["first"]),
        phrase_pattern(data["last"]),
        _post_and_head(data.get("bare_posts", ()), data.get("bare_heads", ())),
        _head_before_post(data.get("bare_before", ()), data.get("bare_posts", ())),
        phrase_pattern([*data.get("whole", ()), *data.get("ends", ())]),
        phrase_pattern(data.get("offices", ())),
        phrase_pattern(data.get("posts", ())),
        phrase_pattern(data.get("territories", ())),
        phrase_pattern(lexicon.of("links", language).get("heads", ())),
        phrase_pattern(data.get("institutions", ())),
        _of_institution(data.get("apart", ()), language),
        phrase_pattern(data.get("units", ())),
        phrase_pattern(data.get("ends", ())),
        frozenset(data.get("of", ())),
        frozenset(data.get("behind", ())),
        frozenset(form.casefold() for form in forms),
    )


def _of_institution(kinds: Sequence[str], language: str | None) -> re.Pattern[str]:
    """A word for "of" and what begins like the name of an institution of some kinds behind it."""
    known = lexicon.of("institutions", language).get("kinds", {})
    names = either(word for kind in kinds for word in known.get(kind, ()))
    of = either(lexicon.or_english("links", language)["of"])
    return re.compile(rf"\s+(?:{of})\s*(?P<name>(?:{names}))", re.IGNORECASE)


def _post_and_head(posts: Sequence[str], heads: Sequence[str]) -> re.Pattern[str]:
    """A post right before a bare word for an institution, in a group each."""
    return re.compile(rf"(?P<post>{either(posts)})\s+(?P<head>{either(heads)})", re.IGNORECASE)


def _head_before_post(heads: Sequence[str], posts: Sequence[str]) -> re.Pattern[str]:
    """A bare word for an institution with the blank behind it, right before a post."""
    return re.compile(rf"(?:{either(heads)})\s+(?=(?:{either(posts)}))", re.IGNORECASE)


def trimmed(span: Span, score: float | None, language: str | None) -> Span | None:
    """The title without words at its edges that are no part of one.

    None if it is a degree or form of address, unless the model is sure: one may stand for a post.
    """
    words = _words(language)
    if words is None:
        return span
    if span.text.casefold() in words.honorifics and (score or 0.0) < _SURE:
        return None
    text, start, end = span.doc._.article.text, span.start_char, span.end_char
    while first := words.first.match(text, start, end):
        after = _NOT_A_TITLE.match(text, first.end(), end)
        rest = after.end() if after else first.end()
        if rest >= end:
            break
        start = rest
    if head := words.bare_before.match(text, start, end):
        start = head.end()
    end = _without_head(text, start, _end(text, start, end, words.last), words.bare)
    if start >= end:
        return None
    start, end = _whole(text, start, end, words.whole)
    return span.doc.char_span(start, end, label="TITLE", alignment_mode="expand")


def _whole(text: str, start: int, end: int, whole: re.Pattern[str]) -> tuple[int, int]:
    """The bounds with all of a post of several words that they run through: ``Giám | đốc``."""
    for post in whole.finditer(text, max(0, start - _POST), end + _POST):
        if post.start() < start < post.end():
            start = post.start()
        if post.start() < end < post.end():
            end = post.end()
    return start, end


def _end(text: str, start: int, end: int, last: re.Pattern[str]) -> int:
    """Where the title ends without the last words that are no part of it."""
    while True:
        end = start + len(text[start:end].rstrip(" ,–—-"))
        words = (match for match in last.finditer(text, start, end) if match.end() == end)
        word = next(words, None)
        if word is None or word.start() == start:
            return end
        end = word.start()


def _without_head(text: str, start: int, end: int, bare: re.Pattern[str]) -> int:
    """Where the title ends without a bare word for an institution: ``директор | школы``."""
    heads = (match for match in bare.finditer(text, start, end) if match.end() == end)
    return next((match.end("post") for match in heads), end)


def without_names(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title cut behind its post: ``主任 | 单志国``.

    What stands behind the post is the person's name, or its beginning.
    """
    words = _words(language)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        if found and found[-1][0].label_ == "TITLE" and span.label_ == "PERSON" and words:
            title, sure = found[-1]
            end = _behind_post(title, words.ends)
            if end < title.end_char == span.start_char:
                whole = span.doc.char_span(end, span.end_char, label="PERSON")
                post = span.doc.char_span(title.start_char, end, label="TITLE")
                if whole and post:
                    found[-1:] = [(post, sure), (whole, score)]
                    continue
        found.append((span, score))
    return [part for pair in found for part in _post_and_name(*pair, words)]


def _post_and_name(
    span: Span, score: float | None, words: _Words | None
) -> list[tuple[Span, float | None]]:
    """A title as it is, or its post and the name behind it."""
    end = _behind_post(span, words.ends) if words and span.label_ == "TITLE" else span.end_char
    if span.end_char - end not in _NAME:
        return [(span, score)]
    post = span.doc.char_span(span.start_char, end, label="TITLE")
    name = span.doc.char_span(end, span.end_char, label="PERSON")
    return [(post, score), (name, score)] if post and name else [(span, score)]


def _behind_post(title: Span, ends: re.Pattern[str]) -> int:
    """Where the last post in a title ends; the title's own end if it has none of the words."""
    last = max((match.end() for match in ends.finditer(title.text)), default=len(title.text))
    return title.start_char + last


def without_institutions(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution before a post cut off its title: ``江南大学 | 校长``.

    With the place or the part of its name that was found right before it. So is an institution
    behind a post: ``conseiller | au | ministère de l'Économie``.
    """
    words = _words(language)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        if words is None or span.label_ != "TITLE":
            found.append((span, score))
            continue
        cut = _cut(span, words)
        if cut is None:
            found += ((part, score) for part in _before_institution(span, words))
            continue
        name, post = cut
        if found and found[-1][0].end == name.start and found[-1][0].label_ in ("ORG", "LOC"):
            name = Span(span.doc, found.pop()[0].start, name.end, label="ORG")
        found += [(name, score), (post, score)]
    return found


def _cut(title: Span, words: _Words) -> tuple[Span, Span] | None:
    """The institution at a title's beginning and the post behind it; None if there are not both."""
    posts = [match.span() for match in words.ends.finditer(title.text)]
    ends = [
        match.end()
        for match in words.institutions.finditer(title.text)
        if not any(start < match.end() < end for start, end in posts)  # the 局 of 局长
    ]
    behind = title.text[ends[-1] :] if ends else ""
    if not behind.strip():
        return None
    post = title.end_char - len(behind.lstrip())
    name = title.doc.char_span(title.start_char, title.start_char + ends[-1], label="ORG")
    rest = title.doc.char_span(post, title.end_char, label="TITLE")
    return (name, rest) if name and rest else None


def _before_institution(title: Span, words: _Words) -> list[Span]:
    """A title up to an institution that it ends with, and that one unless it is a bare word."""
    of = words.behind_post.search(title.text)
    if of is None:
        return [title]
    begin = title.start_char + of.start("name")
    post = title.doc.char_span(title.start_char, title.start_char + of.start(), label="TITLE")
    name = title.doc.char_span(begin, title.end_char, label="ORG")
    if post is None or name is None:
        return [title]
    is_name = any(token.text[0].isupper() for token in name)
    return [post, name] if is_name and len(name) > 1 else [post]


def with_units(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title with the unit of an institution that it heads.

    Before the post, as in ``信息学院 | 网络系 | 主任``, or behind it, as in ``présidente | de la |
    Commission juridique | de l'Assemblée nationale``: what is left is the institution.
    """
    words = _words(language)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before, sure = found[-1] if found else (None, None)
        if words is None or before is None or {before.label_, span.label_} != {"ORG", "TITLE"}:
            found.append((span, score))
        elif before.label_ == "ORG" and (cut := _unit_before(before, span, words, language)):
            found[-1] = (Span(span.doc, before.start, cut, label="ORG"), sure)
            found.append((Span(span.doc, cut, span.end, label="TITLE"), score))
        elif before.label_ == "TITLE" and (cut := _unit_behind(before, span, words)):
            found[-1] = (Span(span.doc, before.start, cut, label="TITLE"), sure)
            found += ((rest, score) for rest in _parent(span, cut, words))
        else:
            found.append((span, score))
    return found


def _unit_before(institution: Span, title: Span, words: _Words, language: str | None) -> int | None:
    """The token where a unit begins that ends right before its head's post; None without one."""
    text = institution.doc._.article.text
    if text[institution.end_char : title.start_char].strip():
        return None
    # of a title like 司司长 the first word is the unit's
    begun = words.units.match(title.text)
    end = title.start_char + begun.end() if begun else institution.end_char
    name = text[institution.start_char : end]
    if not any(unit.end() == len(name) for unit in words.units.finditer(name)):
        return None
    kinds = [kind.end() for kind in _kinds(language).finditer(name)]
    cut = max((end for end in kinds if end < len(name) - 1), default=0)
    behind = (t for t in institution if t.idx - institution.start_char >= cut)
    return next((token.i for token in behind if token.text[0].isalpha()), None) if cut else None


def _unit_behind(title: Span, institution: Span, words: _Words) -> int | None:
    """The token behind the unit that a post is of; None where the institution is none."""
    text = title.doc._.article.text
    between = text[title.end_char : institution.start_char]
    unit = words.units.match(institution.text)
    if unit is None or between not in words.of:
        return None
    parent = words.behind_post.search(institution.text, unit.end())
    end = institution.start_char + (parent.start() if parent else len(institution.text))
    return next((t.i for t in institution if t.idx >= end), institution.end)


def _parent(institution: Span, cut: int, words: _Words) -> list[Span]:
    """What is left of an institution behind a unit of it."""
    of = words.behind_post.search(institution.text)
    if of is None or cut >= institution.end:
        return []
    start = institution.start_char + of.start("name")
    parent = institution.doc.char_span(start, institution.end_char, label="ORG")
    return [parent] if parent else []


@cache
def _kinds(language: str | None) -> re.Pattern[str]:
    """The words for institutions of any kind."""
    kinds = lexicon.of("institutions", language).get("kinds", {})
    return phrase_pattern([word for words in kinds.values() for word in words])


def with_offices(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title joined with the territory or office beside it that it belongs to.

    Right before, as in ``Шаньси провинциясының | вице-губернаторы`` and ``江苏省 | 省长``, or after
    the post of a territory: ``Deputy Governor | of the | Tomsk Region for Economics``. A model may
    take these for places, or for institutions of which it is not sure.
    """
    words = _words(language)
    joined: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        title, sure = span, score
        while words and joined and _is_before_its_title(joined[-1][0], title, words):
            title = Span(span.doc, joined.pop()[0].start, title.end, label="TITLE")
        if words and joined and _is_its_territory(joined[-1][0], title, score, words):
            before, sure = joined.pop()
            title = Span(span.doc, before.start, title.end, label="TITLE")
        joined.append((title, sure))
    return joined


def _is_before_its_title(place: Span, title: Span, words: _Words) -> bool:
    """Whether a mention is the territory or the office of the title that stands behind it."""
    if place.label_ not in ("ORG", "LOC") or title.label_ != "TITLE":
        return False
    text = place.doc._.article.text
    if place.end == title.start and any(
        match.end() == len(place.text) for match in words.offices.finditer(place.text)
    ):
        return True
    return (
        place.label_ == "LOC"
        and text[place.end_char : title.start_char] in words.behind
        and words.posts.search(title.text) is not None
    )


def _is_its_territory(title: Span, span: Span, score: float | None, words: _Words) -> bool:
    """Whether a mention is the territory of the post that stands before it."""
    if title.label_ != "TITLE" or span.label_ not in ("LOC", "ORG"):
        return False
    if span.doc._.article.text[title.end_char : span.start_char] not in words.of:
        return False
    if span.label_ == "ORG" and not (score is not None and score < _DOUBTFUL):
        name = span.text
        if not words.territories.search(name) or words.heads.search(name):
            return False
    return words.posts.search(title.text) is not None

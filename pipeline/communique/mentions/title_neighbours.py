"""Titles and what a model found beside them: institutions, their units, territories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique.mentions.org_words import kinds
from communique.mentions.title_words import TitleWords, title_words
from communique.names.country_words import countries_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOUBTFUL = 0.5


def without_institutions(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution before a post cut off its title: ``江南大学 | 校长``.

    With the place or the part of its name that was found right before it. So is an institution
    behind a post: ``conseiller | au | ministère de l'Économie``.
    """
    words = title_words(language)
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


def _cut(title: Span, words: TitleWords) -> tuple[Span, Span] | None:
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


def _before_institution(title: Span, words: TitleWords) -> list[Span]:
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
    words = title_words(language)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before, sure = found[-1] if found else (None, None)
        if words is None or before is None or {before.label_, span.label_} != {"ORG", "TITLE"}:
            found.append((span, score))
        elif before.label_ == "ORG" and (cut := _unit_before(before, span, words, language)):
            found[-1] = (Span(span.doc, before.start, cut, label="ORG"), sure)
            found.append((Span(span.doc, cut, span.end, label="TITLE"), score))
        elif before.label_ == "TITLE" and (cut := _unit_behind(before, span, words, language)):
            found[-1] = (Span(span.doc, before.start, cut, label="TITLE"), sure)
            found += ((rest, score) for rest in _parent(span, cut, words))
        else:
            found.append((span, score))
    return found


def _unit_before(
    institution: Span, title: Span, words: TitleWords, language: str | None
) -> int | None:
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
    ends = [kind.end() for kind in kinds(language).finditer(name)]
    cut = max((end for end in ends if end < len(name) - 1), default=0)
    behind = (t for t in institution if t.idx - institution.start_char >= cut)
    return next((token.i for token in behind if token.text[0].isalpha()), None) if cut else None


def _unit_behind(
    title: Span, institution: Span, words: TitleWords, language: str | None
) -> int | None:
    """The token behind the unit that a post is of; None where the institution is none."""
    text = title.doc._.article.text
    between = text[title.end_char : institution.start_char]
    if between not in words.of:
        return None
    if _is_committee(institution.text, words, language):
        return institution.end
    unit = words.units.match(institution.text)
    if unit is None:
        return None
    parent = words.behind_post.search(institution.text, unit.end())
    end = institution.start_char + (parent.start() if parent else len(institution.text))
    return next((t.i for t in institution if t.idx >= end), institution.end)


def _is_committee(name: str, words: TitleWords, language: str | None) -> bool:
    """Whether a name is that of a committee and says what it is for, and not whose it is.

    (Of such ones behind posts in the gold texts 308 are part of a title, and 10 are not: Vietnamese
    23 and 3, English 237 and 3, Russian 48 and 4.)
    """
    if not words.committees.match(name) or words.owners.search(name):
        return False
    return not countries_in(name, language)


def _parent(institution: Span, cut: int, words: TitleWords) -> list[Span]:
    """What is left of an institution behind a unit of it."""
    of = words.behind_post.search(institution.text)
    if of is None or cut >= institution.end:
        return []
    start = institution.start_char + of.start("name")
    parent = institution.doc.char_span(start, institution.end_char, label="ORG")
    return [parent] if parent else []


def with_offices(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title joined with the territory or office beside it that it belongs to.

    Right before, as in ``Шаньси провинциясының | вице-губернаторы`` and ``江苏省 | 省长``, or after
    the post of a territory: ``Deputy Governor | of the | Tomsk Region for Economics``. A model may
    take these for places, or for institutions of which it is not sure.
    """
    words = title_words(language)
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


def _is_before_its_title(place: Span, title: Span, words: TitleWords) -> bool:
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


def _is_its_territory(title: Span, span: Span, score: float | None, words: TitleWords) -> bool:
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

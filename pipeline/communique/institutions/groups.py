"""Which mentions of institutions stand for the same one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.institutions.acronyms import is_acronym, stands_for
from communique.institutions.habits import habits_of
from communique.institutions.same import normal, same_but_endings, shortens
from communique.names.forms import is_inflected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communique.records import Article, Mention


@dataclass
class Group:
    """Mentions of one institution, in reading order, and the forms of their names."""

    mentions: list[Mention]
    names: list[str]

    @property
    def acronyms_only(self) -> bool:
        """Whether no mention gives the full name."""
        return all(is_acronym(name) for name in self.names)

    def join(self, other: Group) -> None:
        """Take in the mentions of another group."""
        pairs = sorted(
            zip(self.mentions + other.mentions, self.names + other.names, strict=True),
            key=lambda pair: pair[0].start_char,
        )
        self.mentions = [mention for mention, _ in pairs]
        self.names = [name for _, name in pairs]


def group_mentions(
    article: Article, organisations: Sequence[Mention], forms: Mapping[int, str]
) -> list[Group]:
    """The institutions of an article, in the order of first mention."""
    groups = _same_names(organisations, forms, cases=is_inflected("ORG", article.language))
    _join_brackets(article, groups, organisations)
    _join_acronyms(groups, article.language)
    _join_shortened(groups, article.language)
    return sorted(groups, key=lambda group: group.mentions[0].start_char)


def _same_names(
    organisations: Sequence[Mention], forms: Mapping[int, str], *, cases: bool
) -> list[Group]:
    groups: list[Group] = []
    for mention in organisations:
        form = forms[mention.mention_id]
        found = _named(groups, form, lambda one, other: normal(one) == normal(other))
        if found is None and cases:
            found = _named(groups, form, same_but_endings)
        if found:
            found.mentions.append(mention)
            found.names.append(form)
        else:
            groups.append(Group([mention], [form]))
    return groups


def _named(groups: list[Group], form: str, same: Callable[[str, str], bool]) -> Group | None:
    return next((g for g in groups if any(same(name, form) for name in g.names)), None)


def _join_brackets(article: Article, groups: list[Group], organisations: Sequence[Mention]) -> None:
    bracket = habits_of(article.language).bracket
    for before, mention in pairwise(organisations):
        between = article.text[before.end_char : mention.start_char]
        # two full names in brackets after each other are one institution, two acronyms are not
        both = is_acronym(before.text) and is_acronym(mention.text)
        if bracket.fullmatch(between) and not both:
            _join(groups, _group_of(groups, before), _group_of(groups, mention))


def _join_acronyms(groups: list[Group], language: str | None) -> None:
    """An acronym without brackets stands for the full name before it, else for the next one."""
    for acronym in [group for group in groups if group.acronyms_only]:
        fitting = [
            group
            for group in groups
            if not any(is_acronym(name) for name in group.names)
            and any(stands_for(a, name, language) for a in acronym.names for name in group.names)
        ]
        start = acronym.mentions[0].start_char
        before = [group for group in fitting if group.mentions[0].start_char < start]
        if fitting:
            _join(groups, before[-1] if before else fitting[0], acronym)


def _join_shortened(groups: list[Group], language: str | None) -> None:
    """A shortened form counts only where one longer name alone can be meant."""
    for short in sorted(groups, key=lambda group: max(map(len, group.names))):
        fitting = _leads if short.acronyms_only else _shortened
        candidates = [g for g in groups if g is not short and fitting(short, g, language)]
        if len(candidates) == 1:
            _join(groups, candidates[0], short)


def _leads(short: Group, full: Group, language: str | None) -> bool:
    """As in ``RUDN`` for ``RUDN University``, ``ТПП РО`` for ``… палата Ростовской области``."""
    return any(
        (name.startswith(acronym + " ") and len(name.split()) == 2)
        or (" " in acronym and shortens(acronym, name, language))
        for acronym in short.names
        for name in full.names
    )


def _shortened(short: Group, full: Group, language: str | None) -> bool:
    return any(
        shortens(one, other, language) or stands_for(one, other, language)
        for one in short.names
        for other in full.names
        if len(one) < len(other) and not is_acronym(one)
    )


def _group_of(groups: list[Group], mention: Mention) -> Group:
    return next(group for group in groups if mention in group.mentions)


def _join(groups: list[Group], group: Group, other: Group) -> None:
    if group is not other:
        group.join(other)
        groups.remove(other)

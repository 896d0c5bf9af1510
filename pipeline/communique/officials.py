"""Officials: persons with the title and the institution that the article ties to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import lexicon
from communique.links import InstitutionLinks, assign_titles, is_byline
from communique.names.forms import dictionary_form
from communique.persons import Person, find_persons
from communique.records import Article, Institution, Mention, Official

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def find_officials(
    article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
) -> tuple[Official, ...]:
    """One record for each person who holds a title, or whom the article makes take part.

    A person is no official who has no title and only signs the article (byline, photo credit).
    """
    titles = assign_titles(article, mentions)
    links = InstitutionLinks(article, mentions, institutions, titles)
    held_at = links.assign()
    found: list[Official] = []
    for person in find_persons(article, mentions):
        official = _official(article, mentions, titles, links, held_at, person, len(found) + 1)
        if official:
            found.append(official)
    return tuple(found)


def _official(
    article: Article,
    mentions: Sequence[Mention],
    titles: dict[int, Mention],
    links: InstitutionLinks,
    held_at: Mapping[int, Institution | None],
    person: Person,
    number: int,
) -> Official | None:
    titled = [(m, titles[m.mention_id]) for m in person.mentions if m.mention_id in titles]
    first = person.mentions[0]
    if not titled and all(is_byline(article, mention, mentions) for mention in person.mentions):
        return None
    title = titled[0][1] if titled else None
    # a caption may name the institution that the first mention leaves out
    known = (held_at[mention.mention_id] for mention, _ in titled)
    institution = next(filter(None, known), None)
    if not titled:
        institution = links.institution_of(None, first)
    scores = [m.confidence for m in (first, title) if m and m.confidence is not None]
    return Official(
        official_id=number,
        person_id=person.person_id,
        name=person.name,
        honorific=person.honorific,
        title=_title_form(article, title) if title else None,
        institution_id=institution.institution_id if institution else None,
        institution=institution.name if institution else None,
        start_char=first.start_char,
        end_char=first.end_char,
        text=first.text,
        mention_ids=tuple(mention.mention_id for mention in person.mentions),
        title_mention_id=title.mention_id if title else None,
        confidence=min(scores) if scores else None,
    )


def _title_form(article: Article, title: Mention) -> str:
    """The title's dictionary form, without the capital that only a sentence's beginning gave it."""
    form = dictionary_form(title.text, "TITLE", article.language)
    if not lexicon.load("forms").get(article.language or "", {}).get("small_titles"):
        return form
    begins = not article.text[: title.start_char].rstrip(' \u00a0–—-•*«"').strip() or (
        article.text[: title.start_char].rstrip(' \u00a0–—-•*«"')[-1] in ".!?:;)\n"
    )
    return form[0].lower() + form[1:] if begins and form[1:2].islower() else form

"""Which of the articles at hand have to be extracted, and which are known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from communique.batch.reading import ReadFailure
from communique.records import ArticleRecord, Failure
from communique.store import Link

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from communique.batch.reading import Portion, ReadArticle
    from communique.records import Article
    from communique.store import KnownArticle

Pair = tuple[str, str]
"""File and article id."""


@dataclass
class Choice:
    """The articles of a portion, sorted.

    ``known`` is what the database has of them; ``new`` are to be extracted, by id; ``links`` are to
    be noted, by file and id; ``copies`` are the ids of articles that the same or another file gave
    before.
    """

    known: Mapping[Pair, KnownArticle]
    new: dict[str, ReadArticle] = field(default_factory=dict)
    links: dict[Pair, Link] = field(default_factory=dict)
    copies: list[str] = field(default_factory=list)
    unchanged: int = 0


def choose(
    portion: Portion,
    known: Mapping[Pair, KnownArticle],
    run_id: str | None,
    alike: AbstractSet[str],
) -> Choice:
    """Sort the articles of a portion.

    An article is extracted if the database does not have it, has it from another engine, model or
    version, or from the very same file in another form. Of several copies the first one counts.

    Args:
        portion: What was read.
        known: What the database has of it.
        run_id: This run.
        alike: The runs with the same engine, model and version.
    """
    choice = Choice(known)
    for read in portion.articles:
        article_id = read.article.article_id
        pair = (read.file.input.file, article_id)
        there = known.get(pair)
        up_to_date = there is not None and there.run_id in alike
        if pair in choice.links or (there and up_to_date and there.seen_by == run_id):
            choice.copies.append(article_id)
            continue
        mark = fingerprint(read.article)
        owner = False
        if article_id in choice.new or (there and up_to_date and not there.owned):
            choice.copies.append(article_id)
        elif there and up_to_date and there.fingerprint == mark:
            choice.unchanged += 1
        else:
            choice.new[article_id] = read
            owner = True
        choice.links[pair] = Link(*pair, fingerprint=mark, owner=owner)
    return choice


def fingerprint(article: Article) -> str:
    """A hash of everything that was read of an article."""
    return hashlib.blake2b(article.model_dump_json().encode(), digest_size=16).hexdigest()


def failed_articles(
    portion: Portion, results: Mapping[str, ArticleRecord | Failure]
) -> list[ReadFailure]:
    """The failures among the results.

    Every copy of an article that failed is a failure of its own, whether or not the copies came in
    the same portion.
    """
    failed = []
    for file, article in portion.articles:
        result = results.get(article.article_id)
        if isinstance(result, Failure):
            path = article.source_path or file.input.source_path
            failure = result.model_copy(update={"source_path": path})
            failed.append(ReadFailure(file, failure, article.article_id))
    return failed


def final_links(choice: Choice, results: Mapping[str, ArticleRecord | Failure]) -> list[Link]:
    """The links to be noted: those to articles that have rows, now or from before.

    Where a new form of an article failed, its old rows and old fingerprint stay, so that the next
    run tries again.
    """
    links = []
    for pair, link in choice.links.items():
        there = choice.known.get(pair)
        if not isinstance(results.get(link.article_id), Failure):
            links.append(link)
        elif there:
            links.append(replace(link, fingerprint=there.fingerprint, owner=False))
    return links

"""Articles out of texts: the normal form, the id, and what the text says about its own origin."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from communique.ingest.normalise import collapse, normalise
from communique.ingest.published import publication_day
from communique.ingest.site import site_in_text, site_of_url
from communique.language import language_code
from communique.records import Article

if TYPE_CHECKING:
    import datetime as dt

_ID_DIGITS = 16


def article_id(text: str) -> str:
    """The id of a text: the same for the same words, however they are broken into lines.

    The first 16 hexadecimal digits of SHA-256 over the normal form with white space collapsed.
    """
    return hashlib.sha256(collapse(normalise(text)).encode()).hexdigest()[:_ID_DIGITS]


def _clean(value: str | None) -> str | None:
    return (collapse(normalise(value)) or None) if value else None


def _site(site: str | None, url: str | None, text: str) -> str | None:
    """The site as given, else the host of the address, else the one that the lead names."""
    if site:
        host = site_of_url(site) if " " not in site else None
        return host or site
    return (site_of_url(url) if url else None) or site_in_text(text)


def make_article(  # noqa: PLR0913 - what a container may tell, each by name
    text: str,
    *,
    source_path: str | None = None,
    url: str | None = None,
    site: str | None = None,
    title: str | None = None,
    published_on: dt.date | None = None,
    language: str | None = None,
) -> Article:
    """The article of a text; what is not given is looked for in the text itself.

    Args:
        text: The whole text; it is normalised (see :func:`~communique.ingest.normalise.normalise`),
            and all offsets of later records count in ``Article.text``.
        source_path: Where the text was read from.
        url: The address of the article.
        site: The site, as a name or a host; without it the host of ``url``, else the site that the
            lead names, as in ``(napa.vn) –``.
        title: The headline, if it is told apart from the text.
        published_on: The day of publication; without it the one on a publication line of the text.
        language: A language code in any usual form; a code that is none is left aside.
    """
    text = normalise(text)
    url = _clean(url)
    return Article(
        article_id=article_id(text),
        text=text,
        source_path=source_path,
        url=url,
        site=_site(_clean(site), url, text),
        title=_clean(title),
        published_on=published_on or publication_day(text),
        language=language_code(language) if language else None,
    )

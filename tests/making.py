"""Short ways to make articles and mentions for tests."""

import re

from communique.ingest import make_article
from communique.records import Mention


def article(text, *, language="en", published_on=None):
    return make_article(text, language=language, published_on=published_on)


def marked(text, language="en", **names):
    """An article and a mention for every place of the names, by label: ``PERSON=["Ann Lee"]``."""
    pairs = [(label, name) for label, found in names.items() for name in found]
    return article(text, language=language), mention_all(text, *pairs)


def mention_all(text, *labelled):
    """A mention for every place where one of the ``(label, surface)`` pairs stands."""
    found = [
        (match.start(), match.end(), label)
        for label, surface in labelled
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)
    ]
    # the longer of two that begin at one place, and none inside another
    kept = [
        one
        for one in found
        if not any(o[0] <= one[0] and one[1] <= o[1] and o[:2] != one[:2] for o in found)
    ]
    return _mentions(text, set(kept))


def mention_first(text, *labelled):
    """A mention for the first place of each ``(label, surface)``, blanks around it or none."""
    starts = [(text.index(surface), surface, label) for label, surface in labelled]
    return _mentions(
        text, [(start, start + len(surface), label) for start, surface, label in starts]
    )


def _mentions(text, places):
    return tuple(
        Mention(
            mention_id=number, label=label, text=text[start:end], start_char=start, end_char=end
        )
        for number, (start, end, label) in enumerate(sorted(places), start=1)
    )

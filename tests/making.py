"""Short ways to make articles and mentions for tests."""

import re

from communique.ingest import make_article
from communique.records import Mention


def article(text, *, language="en", published_on=None):
    return make_article(text, language=language, published_on=published_on)


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
    return tuple(
        Mention(
            mention_id=number, label=label, text=text[start:end], start_char=start, end_char=end
        )
        for number, (start, end, label) in enumerate(sorted(set(kept)), start=1)
    )

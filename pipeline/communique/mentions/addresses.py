"""Addresses of web pages and mailboxes: what stands inside one is no mention."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

# Hosts without https:// in small letters only: a full stop without a blank after it joins no words
# of a sentence that begin with a capital.
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4}(?![\w-])(?:/\S*)?"
)


def in_address(span: Span) -> bool:
    """Whether a mention is a part of an address: ``napa`` in ``napa.vn``, not all of ``24.kz``."""
    return any(
        start <= span.start_char and span.end_char <= end and end - start > len(span.text)
        for start, end in _addresses(span.doc._.article.text)
    )


@lru_cache(maxsize=4)
def _addresses(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _ADDRESS.finditer(text))

"""Punctuation of other scripts as the ASCII signs that it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Article

# Each is one character, so places in the text stay what they are. A full stop of another script
# is left as it is: no blank has to follow it.
_WIDE, _ASCII = "（），；：［］／\u3000،؛", "(),;:[]/ ,;"
_SIGN = re.compile(f"[{_WIDE}]")
_NARROW = str.maketrans(_WIDE, _ASCII)


def with_plain_signs(article: Article) -> Article:
    """The article with full-width and Arabic brackets, commas and colons as ASCII ones."""
    if not _SIGN.search(article.text):
        return article
    return article.model_copy(update={"text": article.text.translate(_NARROW)})

r"""The one form that every text has from here on, whatever file it came from.

Offsets of annotated files must stay valid, so only what has two spellings of the same thing is
changed: composed letters, line ends, and signs that are no text at all. A text that is in Unicode
NFC with ``\n`` line ends is left as it is, to the letter.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    r"""NFC, ``\n`` line ends, no byte order marks, no NUL, no lone surrogates.

    Applying it twice changes nothing. A surrogate pair becomes the sign that it stands for, a lone
    surrogate becomes U+FFFD, because it could not be written to any file.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_END.sub("\n", text.replace("\ufeff", "").replace("\x00", ""))
    return unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """The text with every run of white space as one blank, and none at its ends."""
    return " ".join(text.split())

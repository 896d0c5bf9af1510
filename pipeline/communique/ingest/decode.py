"""Texts out of bytes whose encoding nobody has written down.

UTF-8 and UTF-16 prove themselves. Of the encodings with one byte a letter nearly any would fit any
file, and statistics of bytes go wrong on short texts; so each is tried, and the one counts whose
text is most plausibly in a language that the encoding is used for.
"""

from __future__ import annotations

import codecs
from collections import Counter

import regex
from charset_normalizer import from_bytes

from communique.ingest.errors import BadInputError
from communique.ingest.formats import SUPPORTED_NAMES
from communique.ingest.normalise import normalise
from communique.language_model import foreign_letters, scores

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings with one byte a letter, languages of texts in them, whose letters may be mixed, and how
# common that is here, 1 being the most. KZ-1048 is windows-1251 with the Kazakh letters in the
# places of Serbian and Macedonian ones.
_LEGACY = (
    ("windows-1251", "ru", 1.0),
    ("windows-1251", "ru uk be bg sr mk", 0.2),
    ("kz1048", "kk", 1.0),
    ("kz1048", "ru kk", 0.5),
    ("windows-1258", "vi", 1.0),
    ("windows-1252", "en fr de es pt it nl sv da no fi ca gl eu id ms sq", 1.0),
    ("windows-1250", "pl cs sk hu ro hr sl", 0.7),
    ("windows-1254", "tr az", 0.7),
    ("koi8-r", "ru", 0.5),
)
_EAST_ASIAN = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
_SAMPLE_BYTES = 4_000
# Less plausible than this is no text; measured on single headlines in the encodings above.
_LEAST_PLAUSIBLE = 0.03
_MOSTLY_ASCII = 0.9
# How much the share of odd words, and each word with a letter of another language, speak against an
# encoding; measured on parts of headlines, 15 and more characters long.
_ODD_POWER = 8
_STRANGE = 0.01
_KINDS = {
    b"%PDF-": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an Office document (docx, xlsx, odt)",
    b"\xd0\xcf\x11\xe0": "an old Office document (doc, xls)",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet table",
}
_ALWAYS_BINARY = (b"%PDF-", b"{\\rtf")
# A word as a wrong encoding shows it: letters, marks, and signs that stand between letters.
_WORD = regex.compile(r"\p{L}(?:[\p{L}\p{M}]|[\p{S}¿¡ªº¹²³¼½¾·](?=\p{L}))*")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_INNER_CAPITAL = regex.compile(r"\p{Ll}\p{M}*\p{Lu}")
_SIGN = regex.compile(r"[\p{S}\p{M}¿¡ªº¹²³¼½¾·]")
# A letter of several bytes; those after the first are rare in any other encoding.
_UTF8_LETTER = regex.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))


def decode(data: bytes) -> str:
    """The text that ``data`` encodes.

    Raises:
        BadInputError: if it is a file of another kind, or makes no sense in any encoding.
    """
    encoding = encoding_of(data)
    # A file that is UTF-8 as a whole may be cut inside a letter.
    return data.decode(encoding, "replace")


def encoding_of(data: bytes) -> str:
    """The encoding of the file that ``data`` is, or begins.

    Raises:
        BadInputError: as :func:`decode` does.
    """
    return unicode_encoding(data) or _legacy_encoding(data)


def unicode_encoding(data: bytes) -> str | None:
    """The form of Unicode that ``data`` is in, or None if it is in none.

    Raises:
        BadInputError: if it is no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if data.startswith(_ALWAYS_BINARY):
        raise _not_text(data)
    if wide := _wide_encoding(data):
        return wide
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 2 and controls * 50 > len(data):
        raise _not_text(data)
    return "utf-8" if _is_utf8(data) else None


def _not_text(data: bytes) -> BadInputError:
    kinds = (kind for start, kind in _KINDS.items() if data.startswith(start))
    return BadInputError("not-text", kind=next(kinds, "binary data"), supported=SUPPORTED_NAMES)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, by the zero bytes of its blanks, digits and line ends."""
    sample = data[:_SAMPLE_BYTES]
    big, little = sample[::2].count(0), sample[1::2].count(0)
    if (big + little) * 100 < len(sample) or max(big, little) < 0.9 * (big + little):
        return None
    encoding = "utf-16-le" if little > big else "utf-16-be"
    # The upper bytes tell the alphabet: there are few different ones, and one is that of the zeros.
    upper = Counter(sample[1::2] if little > big else sample[::2])
    few = sum(times for _, times in upper.most_common(3)) > 0.8 * upper.total()
    return encoding if few and (len(sample) > 20 or upper[0] * 3 > upper.total()) else None


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, but for rare damage, such as a letter cut off at the end."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", "replace").count("\ufffd")
        whole = len(_UTF8_LETTER.findall(data))
        return whole > 10 * (damaged - 1)
    return True


def _legacy_encoding(data: bytes) -> str:
    first = next(place for place, byte in enumerate(data) if byte >= 0x80)
    sample = data[max(0, first - 200) :][:_SAMPLE_BYTES].replace(b"\x00", b"")
    ranked = [(_plausibility(sample, *candidate), candidate[0]) for candidate in _LEGACY]
    best, encoding = max(ranked, key=lambda item: item[0])
    if best >= _LEAST_PLAUSIBLE:
        return encoding
    if guess := from_bytes(sample, cp_isolation=_EAST_ASIAN).best():
        return guess.encoding
    if sum(byte < 0x80 for byte in data) >= _MOSTLY_ASCII * len(data):
        return "windows-1252"
    raise BadInputError("undecodable")


def _plausibility(sample: bytes, encoding: str, languages: str, weight: float) -> float:
    """How well the text fits the languages of the encoding, between 0 and 1."""
    try:
        text = normalise(sample.decode(encoding))
    except UnicodeDecodeError:
        return 0.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    # English names look the same in every encoding; they must not drown the Cyrillic ones.
    likely, _ = scores(" ".join(words) if _CYRILLIC.search(text) else text)
    codes = languages.split()
    foreign = frozenset.intersection(*map(foreign_letters, codes))
    # A long text has some odd words, names like КазНУ; a letter of another language is worse.
    odd = sum(map(_is_odd, words)) / max(1, len(words))
    strange = sum(not foreign.isdisjoint(word.lower()) for word in words)
    likelihood = max(likely.get(code, 0.0) for code in codes)
    return weight * likelihood * (1 - odd) ** _ODD_POWER * _STRANGE**strange


def _is_odd(word: str) -> bool:
    """Whether a word has a capital after a small letter, two scripts, or signs for letters."""
    ascii_letters = sum(map(str.isascii, word))
    if _CYRILLIC.search(word):
        return bool(ascii_letters or _INNER_CAPITAL.search(word) or _SIGN.search(word))
    mostly_accents = len(word) > 3 and ascii_letters * 4 < len(word)
    return bool(mostly_accents or _INNER_CAPITAL.search(word) or _SIGN.search(word))

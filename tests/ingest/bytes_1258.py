"""Vietnamese text in windows-1258, which writes the tone of a vowel as a sign of its own."""

import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def encode_1258(text):
    data = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in _TONES)
        base = "".join(part for part in parts if part not in _TONES)
        data += unicodedata.normalize("NFC", base).encode("windows-1258") + tones.encode(
            "windows-1258"
        )
    return bytes(data)

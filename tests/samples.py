"""Gold articles to train tiny models on."""

from pathlib import Path

from communique.evaluate.brat import read_brat

_GOLD = Path(__file__).parents[1] / "corpus" / "gold"
_LABELS = ("PERSON", "TITLE", "ORG", "LOC", "DOC")


def samples(language, count=None, split="train"):
    """Text and mentions ``(start, end, label)`` of the first, or all, gold articles in a language."""
    for path in sorted((_GOLD / split / language).glob("*.ann"))[:count]:
        document, _ = read_brat(path)
        spans = [s for s in document.spans.values() if s.label in _LABELS]
        yield document.text, sorted((s.start, s.end, s.label) for s in spans)

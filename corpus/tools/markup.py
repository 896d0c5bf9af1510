"""Inline mark-up for annotated samples: turns marked-up articles into brat standoff, and back.

Offsets that are counted by hand go wrong, so articles are written with marks in the text and a
front matter for the records; ``corpus/README.md`` describes the notation. Usage::

    python corpus/tools/markup.py SOURCE_FOLDER GOLD_FOLDER           # every *.mark below it
    python corpus/tools/markup.py --check SOURCE_FOLDER               # only report what is wrong
    python corpus/tools/markup.py --back GOLD_FOLDER SOURCE_FOLDER    # every *.ann below it
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from communique.evaluate.brat import BratDocument, read_brat, write_brat
from communique.records import LABELS
from markup_from_brat import from_brat
from markup_source import MarkupError
from markup_to_brat import to_brat

__all__ = ["PASSAGES", "MarkupError", "from_brat", "length", "size_note", "to_brat", "unmarked"]

_WORDS = (90, 800)  # the least and most words of an article ...
_PASSAGE_WORDS = (6, 150)  # ... and of a passage, cut out of one
PASSAGES = "passages"
"""The folder of samples that are no whole articles."""
_CHARACTERS_A_WORD = {"zh": 1.6, "ja": 1.6}


def main(arguments: list[str]) -> int:
    """Run the command; 1 if any article is wrong, 2 if the arguments are or there is none."""
    mode = arguments[0] if arguments[:1] in (["--check"], ["--back"]) else ""
    folders = [Path(argument) for argument in arguments[bool(mode) :]]
    if len(folders) != (1 if mode == "--check" else 2):
        print(__doc__, file=sys.stderr)
        return 2
    convert = _backward if mode == "--back" else _forward
    target = folders[1] if len(folders) == 2 else None
    pattern = "*.ann" if mode == "--back" else "*.mark"
    paths = sorted(folders[0].rglob(pattern))
    if not paths:
        print(f"{folders[0]}: no {pattern} in this folder, or no such folder", file=sys.stderr)
        return 2
    wrong = done = 0
    for path in paths:
        try:
            convert(path, target / path.relative_to(folders[0]) if target else None)
            done += 1
        except (MarkupError, ValueError) as error:
            wrong += 1
            print(f"{path}: ERROR: {error}")
    print(f"{done} articles good, {wrong} wrong")
    return 1 if wrong else 0


def _forward(path: Path, target: Path | None) -> None:
    document = to_brat(path.read_text(encoding="utf-8"), path)
    for warning in _warnings(document):
        print(f"{path}: note: {warning}")
    if target:
        write_brat(document, target.with_suffix(".ann"))


def _backward(path: Path, target: Path | None) -> None:
    document, problems = read_brat(path)
    if problems:
        raise MarkupError("; ".join(problem.message for problem in problems))
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_suffix(".mark").write_bytes(from_brat(document).encode("utf-8"))


def _warnings(document: BratDocument) -> list[str]:
    """What is allowed but rarely meant."""
    note = size_note(document, document.attributes["T1"]["Language"])
    return ([note] if note else []) + unmarked(document)


def size_note(document: BratDocument, language: str) -> str | None:
    """What is wrong with the sample's length, if anything."""
    words = length(document.text, language)
    low, high = _PASSAGE_WORDS if PASSAGES in document.path.parts else _WORDS
    return None if low <= words <= high else f"{words} words; the standard asks for {low} to {high}"


def length(text: str, language: str) -> int:
    """The number of words; estimated for languages written without blanks between them."""
    share = _CHARACTERS_A_WORD.get(language)
    return round(len(text) / share) if share else len(text.split())


def unmarked(document: BratDocument) -> list[str]:
    """Names that are marked in one place and stand unmarked in another."""
    found = []
    spans = {label: [s for s in document.spans.values() if s.label == label] for label in LABELS}
    marked = [(span.start, span.end) for group in spans.values() for span in group]
    for label in ("PERSON", "ORG", "LOC"):
        for surface in sorted({span.text for span in spans[label] if len(span.text) > 3}):
            found += [
                f"{label} {surface!r} also stands unmarked at {match.start()}"
                for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", document.text)
                if not any(start <= match.start() < end for start, end in marked)
            ]
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

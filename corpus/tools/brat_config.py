"""The configuration with which brat shows and edits the gold samples.

brat offers only values that ``annotation.conf`` lists, so the free ones (ISO dates, languages) are
collected from the corpus: write the files anew after samples were added. Usage::

    python corpus/tools/brat_config.py [GOLD_FOLDER]    # corpus/gold if none is given
"""

from __future__ import annotations

import sys
from pathlib import Path

from communique.evaluate.brat import read_brat
from communique.evaluate.schema import ARTICLE, ATTRIBUTES, POINT, RELATIONS, SPAN_LABELS
from communique.records import LABELS

_COLOURS = {
    ARTICLE: "#e0e0e0",
    POINT: "#eef3dc",
    "PERSON": "#cfe5fb",
    "TITLE": "#dcd6f7",
    "ORG": "#c9ecd9",
    "LOC": "#fbe3c4",
    "DATE": "#f9d5dc",
    "DOC": "#d9e2ea",
}
_SHORT = {ARTICLE: "Art", "PERSON": "Per", "TITLE": "Tit", POINT: "Pt"}
_TOOLS = """[options]
Tokens\ttokenizer:whitespace
Sentences\tsplitter:newline
Validation\tvalidate:all
Annotation-log\tlogfile:<NONE>

[search]
[annotators]
[disambiguators]
[normalization]
"""


def configuration(folder: Path) -> dict[str, str]:
    """The contents of brat's configuration files for a gold folder, by file name."""
    return {
        "annotation.conf": _annotation(_values(folder)),
        "visual.conf": _visual(),
        "tools.conf": _TOOLS,
    }


def _values(folder: Path) -> dict[str, list[str]]:
    """The values of every attribute, in the order in which brat lists them."""
    found: dict[str, set[str]] = {name: set() for name in ATTRIBUTES}
    for path in folder.rglob("*.ann"):
        document, _ = read_brat(path)
        for attributes in document.attributes.values():
            for name, value in attributes.items():
                found.setdefault(name, set()).add(value)
    return {
        name: sorted(found[name]) if kind.check else list(kind.values)
        for name, kind in ATTRIBUTES.items()
    }


def _annotation(values: dict[str, list[str]]) -> str:
    mentions = "|".join(LABELS)
    lines = ["# Written by corpus/tools/brat_config.py", "", "[entities]", *SPAN_LABELS]
    lines += ["", "[relations]"]
    lines += [
        f"{name}\tArg1:{first}, Arg2:{second}"
        for name, pairs in RELATIONS.items()
        for first, second in pairs
    ]
    # mentions stand inside points; the article's mark is on the first word, whatever that is
    lines += [
        f"<OVERLAP>\tArg1:{mentions}, Arg2:{POINT}, <OVL-TYPE>:contain|equal",
        f"<OVERLAP>\tArg1:{ARTICLE}, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
    ]
    lines += ["", "[events]", "", "[attributes]"]
    for name, kind in ATTRIBUTES.items():
        listed = f", Value:{'|'.join(values[name])}" if values[name] else ""
        lines.append(f"{name}\tArg:{kind.label}{listed}")
    return "\n".join(lines) + "\n"


def _visual() -> str:
    lines = ["# Written by corpus/tools/brat_config.py", "", "[labels]"]
    lines += [
        f"{label} | {label.capitalize()} | {_SHORT.get(label, label.capitalize())}"
        for label in SPAN_LABELS
    ]
    lines += ["", "[drawing]"]
    lines += ["SPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken"]
    lines += ["ARC_DEFAULT\tcolor:#555555, dashArray:-, arrowHead:triangle-5"]
    lines += ["ATTRIBUTE_DEFAULT\tglyph:*", "same\tdashArray:3-3, arrowHead:none"]
    lines += [f"{label}\tbgColor:{colour}" for label, colour in _COLOURS.items()]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write the configuration files into a gold folder."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "gold"
    if len(arguments) > 1 or not folder.is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    for name, content in configuration(folder).items():
        (folder / name).write_text(content, encoding="utf-8")
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

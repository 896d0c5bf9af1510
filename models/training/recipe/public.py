"""Data sets of others as samples: their labels mapped to ours, masked where the two differ."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from recipe.samples import Sample, TextBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Tagged = list[tuple[str, str]]  # words with their IOB tags
_AT_ONCE = 5  # sentences that make one sample: the encoder is to read more than single sentences

# Bounds or meaning differ from our standard where the value is a set: one of them, or nothing.
_KAZNERD: dict[str, str | frozenset[str]] = {
    "PERSON": "PERSON",
    "ORGANISATION": "ORG",
    "GPE": "LOC",
    "POSITION": frozenset({"TITLE"}),  # also positions that nobody named holds
    "LOCATION": frozenset({"LOC"}),  # also rivers and mountains
    "DATE": frozenset({"DATE"}),  # also durations; with the word for year
    "TIME": frozenset({"DATE"}),
    "FACILITY": frozenset({"ORG", "LOC"}),
    "LAW": frozenset({"DOC"}),
    "PROJECT": frozenset({"DOC", "ORG"}),
    "PRODUCT": frozenset({"ORG"}),
}
_CROSSNER: dict[str, str | frozenset[str]] = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
    "election": frozenset({"DATE"}),
    "event": frozenset({"DATE", "DOC"}),
    "misc": frozenset({"DOC", "ORG", "LOC", "TITLE"}),
}


def read_public(folder: Path) -> Iterator[Sample]:
    """Every sample of the sets in ``folder``.

    Raises:
        FileNotFoundError: there are none.
    """
    if not (folder / "kaznerd").is_dir():
        told = "models/training/README.md says which belong there; --public names another folder"
        raise FileNotFoundError(f"no data sets of others in {folder.resolve()}: {told}")
    kazakh = _sentences(folder / "kaznerd" / "train.iob2")
    yield from _tagged_samples("kaznerd", "kk", kazakh, _KAZNERD, frozenset({"DOC"}))
    for part in ("train", "dev"):
        sentences = _sentences(folder / "crossner_politics" / f"{part}.txt")
        missing = frozenset({"DOC", "DATE", "TITLE"})
        yield from _tagged_samples(f"crossner-{part}", "en", sentences, _CROSSNER, missing)
    for path in sorted((folder / "factrueval").glob("*.txt")):
        yield _factrueval(path)


def _sentences(path: Path) -> list[Tagged]:
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [
        [(parts[0], parts[1]) for line in block.splitlines() if len(parts := line.split()) == 2]
        for block in blocks
    ]


def _tagged_samples(
    name: str,
    language: str,
    sentences: Sequence[Tagged],
    labels: dict[str, str | frozenset[str]],
    missing: frozenset[str],
) -> Iterator[Sample]:
    for start in range(0, len(sentences), _AT_ONCE):
        words = [word for sentence in sentences[start : start + _AT_ONCE] for word in sentence]
        text = TextBuilder()
        for word, _ in words:
            text.add(word)
        sure, unsure = [], []
        for first, last, label in _iob_spans([tag for _, tag in words]):
            place = text.places[first][0], text.places[last][1]
            meant = labels.get(label)
            if isinstance(meant, str) and words[first][0][0].islower():
                meant = frozenset({meant})  # a bare head (`the ministry`) is no name to us
            if isinstance(meant, str):
                sure.append((*place, meant))
            elif meant:
                unsure.append((*place, meant))
        yield Sample(
            f"{name}-{start}", language, text.text, tuple(sure), tuple(unsure), missing=missing
        )


def _iob_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start: int | None = None
    for number, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield start, number - 1, tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = number


def _factrueval(path: Path) -> Sample:
    """One article of factRuEval-2016: spans make up objects, objects have a type."""
    text = path.read_text(encoding="utf-8")
    spans = _factrueval_spans(path.with_suffix(".spans"))
    sure, unsure = [], []
    for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        if line.strip():
            kind, *members = line.split("#")[0].split()[1:]
            place, label = _object(kind, [spans[m] for m in members if m in spans])
            if isinstance(label, str):
                sure.append((*place, label))
            elif label:
                unsure.append((*place, label))
    people = defaultdict(bool)
    for start, end, label in sure:
        for at in range(start - 3, end + 3):
            people[at] |= label == "PERSON"
    for kind, start, end in spans.values():
        if kind == "job" and (people[start] or people[end]):
            unsure.append((start, end, frozenset({"TITLE"})))
    sure, unsure = _without_overlap(sure, unsure)
    missing = frozenset({"DATE", "DOC", "TITLE"})
    return Sample(path.stem, "ru", text, tuple(sure), tuple(unsure), missing=missing)


def _factrueval_spans(path: Path) -> dict[str, tuple[str, int, int]]:
    spans = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            number, kind, start, size = line.split()[:4]
            spans[number] = kind, int(start), int(start) + int(size)
    return spans


def _object(
    kind: str, members: list[tuple[str, int, int]]
) -> tuple[tuple[int, int], str | frozenset[str] | None]:
    place = min(start for _, start, _ in members), max(end for *_, end in members)
    kinds = {member for member, *_ in members}
    if kind == "Person":
        return place, "PERSON"
    if kind == "Org":
        # a name of its own is what our standard wants; a description may be a bare head
        named = "org_name" in kinds and "loc_name" not in kinds
        return place, "ORG" if named and kinds == {"org_name"} else frozenset({"ORG", "LOC"})
    if kind in {"Location", "LocOrg"}:
        return place, "LOC" if kinds == {"loc_name"} else frozenset({"LOC", "ORG"})
    return place, frozenset({"ORG", "DOC"})


def _without_overlap(
    sure: list[tuple[int, int, str]], unsure: list[tuple[int, int, frozenset[str]]]
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, frozenset[str]]]]:
    """Sure spans inside unsure ones become part of what is unsure."""
    clear = [s for s in sure if not any(a < s[1] and s[0] < b for a, b, _ in unsure)]
    lost = [(a, b, frozenset({label})) for a, b, label in sure if (a, b, label) not in clear]
    return clear, [*unsure, *lost]

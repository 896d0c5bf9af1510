"""The model card, filled in with the scores of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.records import LABELS

_TEMPLATE = Path(__file__).with_name("card.md")
_COLUMNS = (*LABELS, "points", "points_exact", "topic", "status", "event", "cooperation")

_STAGE_COLUMNS = (
    "mentions",
    "TITLE",
    "ORG",
    "DOC",
    "points_exact",
    "topic",
    "institution",
    "event",
)

_NETWORK_COLUMNS = ("mentions", *LABELS, "points", "points_exact")


def write_card(target: Path, run: dict[str, Any]) -> None:
    """Write the package's ``README.md``."""
    template = _TEMPLATE.read_text(encoding="utf-8")
    tables = {
        "scores": _table(run),
        "stages": _stage_table(run["stages"]),
        "networks": _network_table(run),
    }
    target.write_text(template.format(**(run | tables)), encoding="utf-8")


def _table(run: dict[str, Any]) -> str:
    header = ["language", "mentions", *(name.replace("_", " ") for name in _COLUMNS)]
    rows = [header, ["---"] * len(header)]
    for language, scores in sorted(run["dev"].items()):
        ranges = run["dev_intervals"][language]
        exact = run["dev_float"][language]["mentions"]
        mentions = f"{_cell('mentions', scores, ranges)} ({_per_cent(exact)})"
        rows.append([language, mentions, *(_cell(name, scores, ranges) for name in _COLUMNS)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _network_table(run: dict[str, Any]) -> str:
    """What each of the two networks scored on dev by itself, and both."""
    languages = sorted(run["dev"].keys() - {"all"})
    header = ["", *(name.replace("_", " ") for name in _NETWORK_COLUMNS)]
    rows = [[*header, *languages], ["---"] * (len(header) + len(languages))]
    for name, key in (("encoder", "encoder"), ("words", "words"), ("both", "float")):
        scores = run[f"dev_{key}"]
        cells = [scores["all"][column] for column in _NETWORK_COLUMNS]
        cells += [scores[language]["mentions"] for language in languages]
        rows.append([name, *map(_per_cent, cells)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _stage_table(stages: list[dict[str, Any]]) -> str:
    """What the encoder scored on dev at the end of every epoch."""
    header = ["stage", "epoch", *(name.replace("_", " ") for name in _STAGE_COLUMNS)]
    rows = [header, ["---"] * len(header)]
    for stage in stages:
        scores = (_per_cent(stage["all"][name]) for name in _STAGE_COLUMNS)
        rows.append([stage["stage"], str(stage["epoch"]), *scores])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(name: str, scores: dict[str, float], ranges: dict[str, tuple[float, float]]) -> str:
    if name not in ranges:
        return ""
    low, high = ranges[name]
    return f"{_per_cent(scores[name])} [{_per_cent(low)}, {_per_cent(high)}]"


def _per_cent(share: float) -> str:
    return f"{100 * share:.1f}"

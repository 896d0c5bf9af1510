"""The model card, filled in with the scores of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.records import LABELS

_TEMPLATE = Path(__file__).with_name("card.md")
_COLUMNS = (*LABELS, "points", "points_exact", "topic", "status", "event", "cooperation")


def write_card(target: Path, run: dict[str, Any]) -> None:
    """Write the package's ``README.md``."""
    template = _TEMPLATE.read_text(encoding="utf-8")
    target.write_text(template.format(scores=_table(run), **run), encoding="utf-8")


def _table(run: dict[str, Any]) -> str:
    header = ["language", "mentions", *(name.replace("_", " ") for name in _COLUMNS)]
    rows = [header, ["---"] * len(header)]
    for language, scores in sorted(run["dev"].items()):
        exact = run["dev_float"][language]["mentions"]
        mentions = f"{scores['mentions']:.3f} ({exact:.3f})"
        cells = (f"{scores[name]:.3f}" if name in scores else "" for name in _COLUMNS)
        rows.append([language, mentions, *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)

"""The kinds of files that articles are read from."""

from __future__ import annotations

TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm"})
JSON = frozenset({".json", ".jsonl"})
TABLE = frozenset({".csv", ".tsv", ".parquet"})
SUPPORTED = TEXT | HTML | JSON | TABLE

SUPPORTED_NAMES = ", ".join(sorted(SUPPORTED))

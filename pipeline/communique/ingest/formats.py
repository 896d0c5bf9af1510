"""The kinds of files that articles are read from."""

from __future__ import annotations

TEXT = frozenset({".txt", ".md"})
HTML = frozenset({".html", ".htm"})
JSON = frozenset({".json", ".jsonl"})
TABLE = frozenset({".csv", ".tsv", ".parquet"})
SUPPORTED = TEXT | HTML | JSON | TABLE

UNREAD = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".warc"})
"""Kinds that often hold articles and that nothing reads yet: a folder with them says so."""

SUPPORTED_NAMES = ", ".join(sorted(SUPPORTED))

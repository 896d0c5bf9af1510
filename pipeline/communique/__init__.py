"""Communique turns cooperation news into records: who met whom, and what they agreed.

>>> import communique
>>> record = communique.extract(text)         # one article
>>> summary = communique.run(["articles/"], "coop.duckdb")    # a folder, into DuckDB
>>> nlp = communique.load()                   # the spaCy pipeline behind both
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.batch.run import run
    from communique.pipeline import extract, load

__version__ = version("communique")
__all__ = ["__version__", "extract", "load", "run"]

# spaCy takes a second to import; asking for the version or a query should not wait for it
_HOMES = {
    "extract": "communique.pipeline",
    "load": "communique.pipeline",
    "run": "communique.batch",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""Communique turns cooperation news into records: who met whom, and what they agreed.

>>> import communique
>>> record = communique.extract(text)         # one article
>>> summary = communique.run(["articles/"], "coop.duckdb")    # a folder, into DuckDB
>>> nlp = communique.load()                   # the spaCy pipeline behind both
"""

from importlib.metadata import version

from communique.batch import run
from communique.pipeline import extract, load

__version__ = version("communique")
__all__ = ["__version__", "extract", "load", "run"]

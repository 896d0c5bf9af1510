"""Articles out of files: the folder walk, one reader a format, and the normal form of texts."""

from communique.ingest.article import article_id, make_article
from communique.ingest.errors import printable
from communique.ingest.fields import FieldMap
from communique.ingest.inputs import find_inputs
from communique.ingest.reader import read_articles

__all__ = ["FieldMap", "article_id", "find_inputs", "make_article", "printable", "read_articles"]

"""Articles out of files: the folder walk, one reader a format, and the normal form of texts."""

from communique.ingest.article import article_id, make_article

__all__ = ["article_id", "make_article"]

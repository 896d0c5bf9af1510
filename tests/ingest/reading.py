"""What reading a file gives, in short."""

from communique.ingest import read_articles
from communique.records import Article


def read(path, fields=None):
    return list(read_articles(path, fields) if fields else read_articles(path))


def only(path):
    (item,) = read_articles(path)
    return item


def outcome(items):
    """The text of each article, the error of each failure."""
    return [item.text if isinstance(item, Article) else item.error for item in items]

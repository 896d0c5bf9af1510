"""Engines on whole articles."""

import communique
from communique.ingest import make_article
from communique.pipeline import extract_articles


def read(engine, *texts):
    """The pipeline of an engine, and the records that it makes of texts."""
    nlp = communique.load(engine)
    return nlp, list(extract_articles(nlp, [make_article(text) for text in texts]))

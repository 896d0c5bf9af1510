"""Annotated articles to and from other tools: Label Studio JSON and spaCy's DocBin."""

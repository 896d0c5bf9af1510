"""Documents with spans told by [brackets]."""

import re

import spacy

from communique.tokenizer import Tokenizer
from tests.making import article


def found(text, label):
    """The document of a text whose found span stands in [brackets], and the span."""
    before, inside, after = text.replace("]", "[").split("[")
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": Tokenizer.NAME}}})
    doc = nlp.make_doc(before + inside + after)
    doc._.article = article(doc.text)
    return doc.char_span(len(before), len(before) + len(inside), label=label)


def found_all(text):
    """The spans of a text that stand as ``[ORG:…]`` in it, each with a score."""
    marks = list(re.finditer(r"\[(\w+):([^]]+)\]", text))
    doc = found("[" + re.sub(r"\[\w+:|\]", "", text) + "]", "TITLE").doc
    spans, taken = [], 0
    for mark in marks:  # every mark is longer than what it marks by its brackets and label
        start = mark.start() - taken
        taken += len(mark[0]) - len(mark[2])
        spans.append((doc.char_span(start, start + len(mark[2]), label=mark[1]), 0.9))
    return spans


def labelled(pairs):
    """Label and text of each span; its score does not matter."""
    return [(span.label_, span.text) for span, _ in pairs]

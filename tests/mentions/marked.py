"""Documents with one span, told by [brackets]."""

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

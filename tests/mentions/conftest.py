"""Small models of other libraries, made or trained here, so that no hub is needed."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from communique.evaluate.brat import read_brat

TRAIN = Path(__file__).parents[2] / "corpus" / "gold" / "train"
MENTION_LABELS = ("PERSON", "TITLE", "ORG", "LOC", "DOC")


def samples(language, count):
    """Text and mentions ``(start, end, label)`` of the first gold articles in a language."""
    for path in sorted((TRAIN / language).glob("*.ann"))[:count]:
        document, _ = read_brat(path)
        spans = [s for s in document.spans.values() if s.label in MENTION_LABELS]
        yield document.text, sorted((s.start, s.end, s.label) for s in spans)


@pytest.fixture(scope="session")
def spacy_folder(tmp_path_factory):
    """A tiny spaCy pipeline that has seen a few English articles often; PERSON and ORG alone."""
    random.seed(0)
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": {"tok2vec": {"width": 32, "depth": 2, "embed_size": 500}}})
    examples = []
    for text, spans in samples("en", 6):
        kept = [span for span in spans if span[2] in {"PERSON", "ORG"}]
        examples.append(Example.from_dict(nlp.make_doc(text), {"entities": kept}))
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    for _ in range(30):
        for example in random.sample(examples, len(examples)):
            nlp.update([example], sgd=optimizer)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    nlp.meta.update({"name": "tiny", "version": "1.2.3"})
    nlp.to_disk(folder)
    return folder

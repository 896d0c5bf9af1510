"""From another model's spans to our mentions: labels, bounds, languages, what is remarked."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from communique.mentions import MENTIONS
from communique.mentions.foreign import ForeignEngine, Found
from communique.mentions.labels import LabelMap
from communique.tokenizer import Tokenizer
from tests.making import article

TOKENIZER = Tokenizer(spacy.blank("xx").vocab)


class Labeller:
    """A model that finds given words in texts in English."""

    name = "tiny-1"
    label_map = LabelMap.default()

    def __init__(self, **words):
        self.words = words
        self.calls = []

    def labels(self, language):
        return {"PERSON", "GPE", "NORP"} if language == "en" else ()

    def read(self, texts, language):
        self.calls.append((language, len(texts)))
        for text in texts:
            yield [
                Found(text.index(word), text.index(word) + len(word), label)
                for label, words in self.words.items()
                for word in words
                if word in text
            ]


def made(text, language="en"):
    doc = TOKENIZER(text)
    doc._.article = article(text, language=language)
    return doc


def mentions(doc):
    return [(span.label_, span.text) for span in doc.spans[MENTIONS]]


def test_labels_become_ours_and_others_are_left_out_without_a_word():
    engine = ForeignEngine("spacy:x", Labeller(PERSON=["Ann Lee"], GPE=["Korea"], NORP=["Thais"]))
    doc = engine(made("Ann Lee of Korea met Thais."))
    assert mentions(doc) == [("PERSON", "Ann Lee"), ("LOC", "Korea")]
    assert doc.spans[MENTIONS].attrs["labels"] == ["LOC", "PERSON"]
    assert "scores" not in doc.spans[MENTIONS].attrs
    assert engine.remarks() == []


def test_a_label_with_no_mapping_is_told_once_with_its_count():
    engine = ForeignEngine("spacy:x", Labeller(VESSEL=["Aurora"], DRUG=["tea"]))
    for text in ("The Aurora left.", "The Aurora came for tea."):
        assert mentions(engine(made(text))) == []
    (remark,) = engine.remarks()
    assert "VESSEL (2 spans), DRUG (1 span)" in remark


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Met the Senate's guests", "the Senate's", "Senate"),
        ("Met the Senate’s guests", "the Senate’s", "Senate"),
        ("Met the (old Senate), today", "(old Senate),", "(old Senate)"),
        ("Đoàn Học viện Hành chính\nHà Nội", "Học viện Hành chính\n", "Học viện Hành chính"),
        ("Қазақстанның елшісі", "Қазақстан", "Қазақстанның"),
        ("in The Hague", "The Hague", "Hague"),
        ("the the", "the the", "the"),
    ],
)
def test_bounds_are_those_of_our_standard(text, found, expected):
    engine = ForeignEngine("spacy:x", Labeller(GPE=[found]))
    assert mentions(engine(made(text))) == [("LOC", expected)]


@pytest.mark.parametrize(
    ("text", "place"), [("Ann ", (3, 1)), ("Ann Lee", (3, 1)), ("A\n\nB", (1, 2))]
)
def test_a_span_of_blanks_is_no_mention(text, place):
    start, size = place
    model = Labeller(PERSON=[text[start : start + size]])
    assert mentions(ForeignEngine("spacy:x", model)(made(text))) == []


def test_of_overlapping_spans_the_longest_stays():
    engine = ForeignEngine("spacy:x", Labeller(PERSON=["Ann Lee", "Lee"]))
    assert mentions(engine(made("Ann Lee came."))) == [("PERSON", "Ann Lee")]


def test_documents_keep_their_order_and_are_read_language_by_language():
    model = Labeller(PERSON=["Ann"])
    docs = [made("Ann 1"), made("Ann 2", "vi"), made("Ann 3")]
    engine = ForeignEngine("spacy:x", model)
    assert [doc.text for doc in engine.pipe(docs)] == ["Ann 1", "Ann 2", "Ann 3"]
    assert model.calls == [("en", 2)]
    assert mentions(docs[1]) == []
    assert docs[1].spans[MENTIONS].attrs["labels"] == []
    assert engine.remarks() == ["spacy:x has no model for vi (1 article): read without it."]


@given(
    st.text(st.sampled_from("aB1 .,\n()«»'’–the"), min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6),
)
def test_whatever_a_model_finds_mentions_are_words_and_do_not_overlap(text, places):
    class Anywhere(Labeller):
        def read(self, texts, language):  # noqa: ARG002
            for one in texts:
                yield [
                    Found(start, min(start + size, len(one)), "PERSON")
                    for start, size in places
                    if start < len(one)
                ]

    doc = ForeignEngine("spacy:x", Anywhere())(made(text))
    found = sorted((span.start_char, span.end_char) for span in doc.spans[MENTIONS])
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(text[start:end].strip() for start, end in found)

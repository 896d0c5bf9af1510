"""Reading with a network of our own making: order, windows, what is read beforehand."""

import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from communique.mentions.encoder_pieces import Unit
from communique.mentions.encoder_reading import TASKS, Reader, Shares
from communique.mentions.encoder_words import PARTS
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS
from communique.tokenizer import Tokenizer

TEXTS = [f"Text {number} " + "and so on " * number for number in range(12)]
A_NAME = 7


def pieces(doc):
    """One piece a token; a number with four digits is a name."""
    names = (token.text.isdigit() and len(token) == 4 for token in doc)
    return [Unit(n, n + 1, (A_NAME if name else 5,)) for n, name in enumerate(names)]


def network(ids, edges, rows):
    """Labels every name as a person."""
    size = edges.shape[1] - 1
    assert rows.shape == (1, size, PARTS)
    mentions = np.zeros((1, size, 1 + 2 * len(LABELS)), dtype=np.float32)
    mentions[0, :, 0] = 5
    mentions[0, ids[0, edges[0, :-1]] == A_NAME, 1] = 10
    points = np.zeros((1, size, 3), dtype=np.float32)
    points[0, :, 0] = 5
    scores = (len(TOPICS), len(POINT_STATUSES), CLASS_SCORES, LINK_SCORES)
    others = [np.zeros((1, size, count), np.float32) for count in scores]
    event = np.zeros((1, len(EVENT_TYPES) + 2), np.float32)
    return [mentions, points, *others, np.zeros_like(mentions), np.zeros_like(points), event]


def make_docs(texts):
    tokenizer = Tokenizer(Vocab())
    return [tokenizer(text) for text in texts]


@pytest.mark.parametrize("threads", [1, 3])
def test_documents_come_back_in_their_order_however_long_each_takes(threads):
    def slow(ids, *others):
        time.sleep(0.01 / ids.shape[1])
        return network(ids, *others)

    docs = make_docs(TEXTS)
    reader = Reader(slow, pieces, size=10, overlap=4, threads=threads)
    assert [doc for doc, _ in reader(docs, ahead=5)] == docs


def test_every_unit_of_a_long_text_is_labelled_once():
    (doc,) = make_docs(["word 1001 " * 60])
    ((_, reading),) = Reader(network, pieces, size=10, overlap=4, threads=2)([doc])
    names = [number for number, token in enumerate(doc) if token.text.isdigit()]
    assert [(found.start, found.end) for found in reading.mentions] == [(n, n + 1) for n in names]


def test_a_unit_of_several_tokens_is_labelled_as_a_whole():
    (doc,) = make_docs(["with 国立 1001"])
    units = [Unit(0, 1, (5,)), Unit(1, 3, (A_NAME,)), Unit(3, 4, (5, 5, 5))]
    reader = Reader(network, lambda _doc: units, size=10, overlap=4)
    ((_, reading),) = reader([doc])
    assert [(found.start, found.end) for found in reading.mentions] == [(1, 3)]


@pytest.mark.parametrize(("share", "found"), [(0.0, 1), (0.5, 1), (3.0, 0)])
def test_the_network_of_words_has_its_share(share, found):
    def doubting(*inputs):
        answers = network(*inputs)
        answers[TASKS.index("word_mentions")][0, :, 0] = 5
        return answers

    shares = Shares(mentions=share)
    reader = Reader(doubting, pieces, size=10, overlap=4, shares=lambda _doc: shares)
    ((_, reading),) = reader(make_docs(["with 1001 more"]))
    assert len(reading.mentions) == found


def test_no_more_is_read_beforehand_than_asked_for():
    taken = []
    docs = (taken.append(doc) or doc for doc in make_docs(TEXTS))
    next(Reader(network, pieces, size=10, overlap=4)(docs, ahead=2))
    assert len(taken) == 3


def test_an_error_of_the_network_is_told_and_leaves_no_thread_behind():
    def broken(*_inputs):
        raise MemoryError

    before = threading.active_count()
    with pytest.raises(MemoryError):
        list(Reader(broken, pieces, size=10, overlap=4, threads=2)(make_docs(TEXTS)))
    assert threading.active_count() == before


@given(st.text("aб 中\n\t.é", max_size=40))
def test_units_stand_where_their_first_tokens_do(text):
    (doc,) = make_docs([text])
    reader = Reader(network, pieces, size=10, overlap=4)
    ((_, reading),) = reader([doc])
    starts = reading.spans.starts.tolist() if reading.spans else []
    assert starts == [token.idx for token in doc]

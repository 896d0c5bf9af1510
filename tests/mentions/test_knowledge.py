import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.mentions.knowledge import (
    CLASS_SCORES,
    CLASSES,
    LINK_SCORES,
    SpanKnowledge,
    class_slice,
    link_slice,
)
from communique.records import PARTY_ROLES

# six units, at the characters 0, 4, 8 ...
STARTS = np.arange(0, 24, 4)
spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))


def knowledge(seed=0):
    chance = np.random.default_rng(seed)
    return SpanKnowledge(
        STARTS,
        chance.normal(size=(6, CLASS_SCORES)).astype(np.float32),
        chance.normal(size=(6, LINK_SCORES)).astype(np.float32),
    )


@given(st.integers(0, 50), spans, st.lists(spans, max_size=5))
def test_answers_about_any_span_are_probabilities(seed, span, others):
    known = knowledge(seed)
    for kind, classes in CLASSES.items():
        likely = known.probabilities(kind, span)
        assert tuple(likely) == classes
        assert sum(likely.values()) == pytest.approx(1)
    institutions = known.institution(span, others)
    assert len(institutions) == len(others)
    assert 0 <= sum(institutions) < 1
    countries = known.country(span, others)
    assert len(countries) == len(others)
    assert 0 <= sum(countries) < 1
    for role in PARTY_ROLES:
        assert all(0 < likely < 1 for likely in known.parties(role, span, others))


def test_a_span_is_asked_by_the_units_it_covers():
    known = knowledge()
    known.classes[:] = 0
    known.classes[2, class_slice("role")] = (9, 0, 0)
    assert known.probabilities("role", (8, 12))["event"] > 0.99
    assert known.probabilities("role", (9, 10))["event"] > 0.99
    assert known.probabilities("role", (12, 16))["event"] == pytest.approx(1 / 3)


def test_a_title_finds_the_institution_whose_key_it_asks_for():
    known = knowledge()
    known.links[:] = 0
    known.links[0, link_slice("institution")] = 2
    known.links[3, link_slice("key")] = 2
    known.links[5, link_slice("key")] = -2
    right, wrong = known.institution((0, 4), [(12, 16), (20, 24)])
    assert (right > 0.99, wrong < 0.01) == (True, True)
    # one that goes with no institution at all has none
    assert sum(known.institution((0, 4), [(20, 24)])) < 0.01


def test_an_institution_finds_the_word_for_its_country():
    known = knowledge()
    known.links[:] = 0
    known.links[1, link_slice("country")] = 2
    known.links[2, link_slice("place")] = 2
    known.links[4, link_slice("place")] = -2
    right, wrong = known.country((4, 8), [(8, 12), (16, 20)])
    assert (right > 0.99, wrong < 0.01) == (True, True)

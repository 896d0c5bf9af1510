"""Which file a language without one of its own is read with."""

import pytest

from communique import lexicon


def test_a_language_has_its_own_file():
    assert lexicon.of("dates", "vi")["months"]
    assert lexicon.or_english("dates", "vi") == lexicon.of("dates", "vi")


@pytest.mark.parametrize("language", ["xx", None])
def test_a_language_without_a_file_has_nothing_or_the_english_one(language):
    assert lexicon.of("points", language) == {}
    assert lexicon.or_english("points", language) == lexicon.of("points", "en")


def test_a_language_without_a_file_can_have_them_all():
    assert lexicon.or_all("events", "vi") == [lexicon.of("events", "vi")]
    assert lexicon.or_all("events", "xx") == lexicon.every("events")
    assert len(lexicon.every("events")) == len(lexicon.languages("events")) > 1

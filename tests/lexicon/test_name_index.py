import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon.name_index import NameIndex
from communique.lexicon.phrases import name_pattern

NAMES = {
    "KR": ["South Korea", "Hàn Quốc", "韩国"],
    "KP": ["Korea"],
    "RU": ["Russia", "российск*"],
    "UZ": ["o'zbek*"],
    "GB": ["UK"],
}
INDEX = NameIndex(NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Korea", "KR"),
        ("Korea", "KP"),
        ("Российская", "RU"),
        ("O‘zbekiston", "UZ"),
        ("UK", "GB"),
        ("UKRAINE", None),
        ("韩国", "KR"),
        ("in South Korea", None),
        ("", None),
    ],
)
def test_a_whole_text_is_a_name(text, found):
    assert INDEX.whole(text) == found


def test_of_two_that_have_the_same_name_the_first_counts():
    assert NameIndex({"a": ["Georgia"], "b": ["Georgia"]}).whole("Georgia") == "a"


@given(
    st.text("абвo' ‘*韩国", max_size=12), st.lists(st.text("абвo'韩国*", min_size=1), min_size=1)
)
def test_nothing_is_found_or_missed_that_the_expressions_would_not(text, names):
    one = {"it": [name for name in names if re.search(r"[^*]", name)] or ["а"]}
    found = name_pattern(one["it"]).fullmatch(text)
    assert NameIndex(one).whole(text) == ("it" if found else None)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.institutions import find_institutions
from communique.links.sides import probabilities
from communique.officials import find_officials
from tests.making import marked


def test_who_is_received_is_a_guest_and_who_receives_a_host():
    text = (
        "HANOI. Lê An, Rector of Hanoi Law University, received a delegation of Moscow State "
        "University led by Oleg Ivanov, Dean."
    )
    made, mentions = marked(
        text,
        PERSON=["Lê An", "Oleg Ivanov"],
        TITLE=["Rector", "Dean"],
        ORG=["Hanoi Law University", "Moscow State University"],
        LOC=["HANOI"],
    )
    officials = find_officials(made, mentions, find_institutions(made, mentions))
    assert {o.name: o.side for o in officials} == {"Lê An": "host", "Oleg Ivanov": "guest"}


def test_the_place_of_the_event_tells_who_is_at_home():
    text = "Talks: Lê An, Rector of Vietnam Law University, Oleg Ivanov, Dean of Russian Academy."
    made, mentions = marked(
        text,
        PERSON=["Lê An", "Oleg Ivanov"],
        TITLE=["Rector", "Dean"],
        ORG=["Vietnam Law University", "Russian Academy"],
    )

    def sides(place):
        institutions = find_institutions(made, mentions)
        officials = find_officials(made, mentions, institutions, place=place)
        return [official.side for official in officials]

    assert sides("Hanoi") == ["host", "guest"]
    assert sides("Moscow") == ["guest", "host"]


def test_an_article_that_names_no_place_tells_of_home():
    text = "Bà Olga Ivanova, Trưởng khoa Đại học Nga, gặp TS. Lê An, Giám đốc Học viện Việt Nam."
    made, mentions = marked(
        text,
        language="vi",
        PERSON=["Olga Ivanova", "Lê An"],
        TITLE=["Trưởng khoa", "Giám đốc"],
        ORG=["Đại học Nga", "Học viện Việt Nam"],
    )
    officials = find_officials(made, mentions, find_institutions(made, mentions))
    assert [official.side for official in officials] == ["guest", "host"]


@given(st.dictionaries(st.sampled_from(["bias", "first", "here", "elsewhere"]), st.floats(-5, 5)))
def test_the_probabilities_of_the_sides_add_up(signals):
    assert sum(probabilities(signals).values()) == pytest.approx(1)

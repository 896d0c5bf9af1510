import re

import numpy as np
import pytest

from communique.institutions import find_institutions
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES, SpanKnowledge, link_slice
from tests.making import marked


def country(text, name, language="en", **labelled):
    found = find_institutions(*marked(text, language, ORG=[name], **labelled))
    return next(one.country for one in found if one.name == name)


@pytest.mark.parametrize(
    ("text", "name", "language", "code"),
    [
        ("Japan's Fire Agency came.", "Fire Agency", "en", "JP"),
        ("Kenyan Bureau of Standards", "Kenyan Bureau of Standards", "en", "KE"),
        ("Министерство юстиции Республики Сербия", "Министерство юстиции Республики Сербия", "ru", "RS"),
        ("Чилийский университет", "Чилийский университет", "ru", "CL"),
        ("Томский университет", "Томский университет", "ru", "RU"),
    ],
)  # fmt: skip
def test_the_country_is_in_the_name_or_beside_it(text, name, language, code):
    assert country(text, name, language) == code


def test_the_country_of_the_only_place_is_that_of_a_bare_name():
    text = "A seminar was held in Brno. The Institute of Law invited guests."
    assert country(text, "Institute of Law", LOC=["Brno"]) == "CZ"


def test_a_person_beside_tells_which_of_two_countries():
    text = "Talks of Viet Nam and Germany. Nguyễn Thị Hoa of the Institute of Law spoke."
    found = country(
        text, "Institute of Law", LOC=["Viet Nam", "Germany"], PERSON=["Nguyễn Thị Hoa"]
    )
    assert found == "VN"


def test_a_body_of_many_countries_has_none():
    text = "In Kenya, the United Nations Development Programme opened an office."
    assert country(text, "United Nations Development Programme", LOC=["Kenya"]) is None


def test_an_engine_that_knows_the_country_is_heard():
    text = "Guests from Peru and Kenya met. The Institute of Law was praised."
    made, mentions = marked(text, ORG=["Institute of Law"], LOC=["Peru", "Kenya"])

    def told(country):
        starts = np.array([match.start() for match in re.finditer(r"\w+", text)])
        links = np.zeros((len(starts), LINK_SCORES), dtype=np.float32)
        asking, asked = text.index("Institute"), text.index(country)
        links[starts == asking, link_slice("country")] = 9
        links[starts == asked, link_slice("place")] = 9
        known = SpanKnowledge(starts, np.zeros((len(starts), CLASS_SCORES)), links)
        (found,) = find_institutions(made, mentions, known)
        return found.country

    assert (told("Peru"), told("Kenya")) == ("PE", "KE")

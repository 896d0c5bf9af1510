"""Institutions that an article only names as its source."""

import pytest

from communique.institutions import find_institutions, without_sources
from tests.making import marked


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("MANAMA, 6 March (Gulf Wire) - The ministry met guests.", "Gulf Wire"),
        ("Minsk /Корр. БЕЛТА/. Встреча прошла вчера.", "БЕЛТА"),
        ("Hà Nội (TTXVN 5/6) - Hai bên gặp nhau.", "TTXVN"),
        ("АСТАНА. KAZINFORM – Кеше кездесу өтті.", "KAZINFORM"),
        ("ВИТЕБСК, 14 шілде – БЕЛТА. Кеше кездесу өтті.", "БЕЛТА"),
        ("Баку, 4 марта (АЗЕРТАДЖ). Прошла встреча.", "АЗЕРТАДЖ"),
    ],
)
def test_an_agency_of_a_dateline_takes_no_part(text, source):
    article, mentions = marked(text, ORG=[source])
    institutions = find_institutions(article, mentions)
    assert len(institutions) == 1
    assert without_sources(article, mentions, institutions) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minsk /BelTA/. BelTA and Montsame signed a plan.", "BelTA"),  # it acts as well
        ("Lima – The Andean Health Agency of Peru – met guests.", "Andean Health Agency of Peru"),
        ("The guests (Hue University) - and the hosts (Vinh University) met.", "Vinh University"),
        ("They met at FAO - and left.", "FAO"),
        ("UNESCO/UNITAR/WHO met in Lima.", "UNITAR"),
        ("Ann Lee (FAO): we agreed.", "FAO"),
        ("Guests came from Geneva (WHO). They met.", "WHO"),
        ("ЮНЕСКО – партнёр университета.", "ЮНЕСКО"),
        ("Kazakhstan – UNESCO. The sides met.", "UNESCO"),
    ],
)
def test_others_beside_dashes_and_brackets_do(text, name):
    article, mentions = marked(text, ORG=[name])
    institutions = find_institutions(article, mentions)
    assert without_sources(article, mentions, institutions) == institutions

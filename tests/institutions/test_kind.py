"""What an institution is, by its name."""

import pytest

from communique import lexicon
from communique.institutions.kind import kind_of


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        ("en", "University of Economics", "university"),
        ("en", "Faculty of Law of Hue University", None),
        ("en", "Ministry of Education and Science", "ministry"),
        ("en", "Hanoi Law School", "school"),
        ("en", "Embassy of Finland in Ankara", "embassy"),
        ("en", "World Bank", "international"),
        ("vi", "Học viện Hành chính công", "academy"),
        ("vi", "Sở Y tế tỉnh Bắc Ninh", "agency"),
        ("vi", "Trường Đại học Luật Hà Nội", "university"),
        ("ru", "Санкт-Петербургский государственный университет", "university"),
        ("ru", "Министерство образования Пензенской области", "ministry"),
        ("ru", "Музей-заповедник «Томская писаница»", "museum"),
        ("kk", "Әл-Фараби атындағы Қазақ ұлттық университеті", "university"),
        ("kk", "Алматы қаласының әкімдігі", "government"),
        ("uz", "Ўзбекистон Миллий университети", "university"),
        ("uz", "Sog‘liqni saqlash vazirligi", "ministry"),
        ("fr", "École nationale d'administration", "school"),
        ("de", "Bundesministerium für Gesundheit", "ministry"),
        ("de", "Technische Universität Dresden", "university"),
        ("es", "Universidad de Chile", "university"),
        ("zh", "河内国家大学", "university"),
        ("ja", "RIKEN", None),
        (None, "Institute of Physics", "institute"),
    ],
)
def test_the_kind_is_read_from_the_name(language, name, kind):
    assert kind_of(name, language) == kind


def test_every_language_names_kinds_that_all_share():
    known = set(lexicon.of("institutions", "en")["kinds"])
    assert all(set(data["kinds"]) <= known for data in lexicon.every("institutions"))

import pytest

from communique.institutions import find_institutions
from communique.officials import find_officials
from tests.making import article, mention_all


def officials(text, language, **labelled):
    made = article(text, language=language)
    pairs = [(label, name) for label, names in labelled.items() for name in names]
    mentions = mention_all(text, *pairs)
    found = find_officials(made, mentions, find_institutions(made, mentions))
    return [(o.name, o.title, o.institution) for o in found]


@pytest.mark.parametrize(
    ("language", "text", "person", "title", "institution"),
    [
        (
            "vi",
            "Ông Lê An, Phó Giám đốc Học viện Tư pháp nói.",
            "Lê An",
            "Phó Giám đốc",
            "Học viện Tư pháp",
        ),
        ("vi", "Ông Lê An (Giám đốc của Viện Luật) nói.", "Lê An", "Giám đốc", "Viện Luật"),
        (
            "en",
            "Ann Lee, Rector of the Hanoi Law School, spoke.",
            "Ann Lee",
            "Rector",
            "Hanoi Law School",
        ),
        (
            "en",
            "The Hanoi Law School Rector Ann Lee spoke.",
            "Ann Lee",
            "Rector",
            "Hanoi Law School",
        ),
        ("ru", "Выступил ректор Академия МВД Олег Ким.", "Олег Ким", "ректор", "Академия МВД"),
        (
            "kk",
            "Заң академиясы ректоры Асан Усен сөйледі.",
            "Асан Усен",
            "ректоры",
            "Заң академиясы",
        ),
    ],
)
def test_title_and_institution_stand_beside_the_name(language, text, person, title, institution):
    found = officials(text, language, PERSON=[person], TITLE=[title], ORG=[institution])
    assert found == [(person, title, institution)]


def test_a_list_takes_its_institution_from_the_lead_in():
    text = "Dự buổi làm việc, về phía RANEPA có bà Anna Ivanova, Trưởng Ban Quốc tế."
    found = officials(
        text, "vi", PERSON=["Anna Ivanova"], TITLE=["Trưởng Ban Quốc tế"], ORG=["RANEPA"]
    )
    assert found == [("Anna Ivanova", "Trưởng Ban Quốc tế", "RANEPA")]


def test_a_bare_head_stands_for_the_institution_named_before():
    text = "The Academy of Finance met guests. Ann Lee, Rector of the Academy, spoke."
    found = officials(text, "en", PERSON=["Ann Lee"], TITLE=["Rector"], ORG=["Academy of Finance"])
    assert found == [("Ann Lee", "Rector", "Academy of Finance")]


def test_a_person_named_again_in_a_caption_is_one_official():
    text = "Ann Lee, Dean of the Hanoi Law School, came.\nAnn Lee, Dean, speaks.\n"
    found = officials(text, "en", PERSON=["Ann Lee"], TITLE=["Dean"], ORG=["Hanoi Law School"])
    assert found == [("Ann Lee", "Dean", "Hanoi Law School")]


def test_a_byline_is_no_official():
    text = "Ann Lee, Dean, spoke.\nMary Jones\n"
    found = officials(text, "en", PERSON=["Ann Lee", "Mary Jones"], TITLE=["Dean"])
    assert [name for name, _, _ in found] == ["Ann Lee"]


def test_a_governor_has_no_institution_unless_one_is_named():
    text = "Bo Antonov, Deputy Governor of the Tomsk Region, praised Nazarbayev University."
    found = officials(
        text,
        "en",
        PERSON=["Bo Antonov"],
        TITLE=["Deputy Governor of the Tomsk Region"],
        ORG=["Nazarbayev University"],
    )
    assert found == [("Bo Antonov", "Deputy Governor of the Tomsk Region", None)]

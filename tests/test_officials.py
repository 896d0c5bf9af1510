import pytest

from communique.institutions import find_institutions
from communique.names.forms import dictionary_form
from communique.officials import find_officials
from tests.making import article, marked, mention_first


def officials(text, language, **labelled):
    made, mentions = marked(text, language, **labelled)
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


@pytest.mark.parametrize(
    ("language", "text", "institution", "title", "person"),
    [
        (
            "uz",
            "Huquq akademiyasi rektori Anvar Karimov so‘zga chiqdi.",
            "Huquq akademiyasi",
            "rektori",
            "Anvar Karimov",
        ),
        ("zh", "会见中，法律大学校长李明先生致辞。", "法律大学", "校长", "李明"),
        ("zh", "李明，现任法律大学校长，致辞。", "法律大学", "校长", "李明"),
        (
            "ky",
            "Укук академиясынын ректору Асан Усенов сүйлөдү.",
            "Укук академиясынын",
            "ректору",
            "Асан Усенов",
        ),
        (
            "tg",
            "Ректори Академияи ҳуқуқ Раҳим Азизов суханронӣ кард.",
            "Академияи ҳуқуқ",
            "Ректори",
            "Раҳим Азизов",
        ),
    ],
)
def test_title_and_institution_take_their_dictionary_form(
    language, text, institution, title, person
):
    made = article(text, language=language)
    mentions = mention_first(text, ("PERSON", person), ("TITLE", title), ("ORG", institution))
    (found,) = find_officials(made, mentions, find_institutions(made, mentions))
    forms = (
        dictionary_form(person, "PERSON", language),
        dictionary_form(title, "TITLE", language).lower(),
        dictionary_form(institution, "ORG", language),
    )
    assert (found.name, found.title, found.institution) == forms


def test_chinese_titles_go_to_the_names_beside_them():
    text = "出席会见的有校长李明、副校长王芳和教务长张伟。"
    pairs = [("校长", "李明"), ("副校长", "王芳"), ("教务长", "张伟")]
    mentions = mention_first(
        text,
        *(("PERSON", name) for _, name in pairs),
        *(("TITLE", title) for title, _ in pairs),
    )
    found = find_officials(article(text, language="zh"), mentions, ())
    assert [(o.title, o.name) for o in found] == pairs


@pytest.mark.parametrize(
    ("name", "title", "confidence", "is_official"),
    [
        ("Ann Lee", None, 0.99, True),
        ("Ann Lee", None, 0.3, False),
        ("Leonardo", None, 0.6, False),
        ("Leonardo", "Rector", 0.6, True),
    ],
)
def test_a_mere_name_in_doubt_is_no_official(name, title, confidence, is_official):
    text = f"{title or 'Then'} {name} spoke in the hall."
    titled = (("TITLE", title),) if title else ()
    mentions = tuple(
        mention.model_copy(update={"confidence": confidence})
        for mention in mention_first(text, ("PERSON", name), *titled)
    )
    assert bool(find_officials(article(text, language="en"), mentions, ())) is is_official

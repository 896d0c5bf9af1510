"""Where points that a model found begin and end, by the words of their language."""

import pytest

from communique.mentions.point_bounds import refine_points
from communique.mentions.protocol import POINTS, set_mentions, set_points
from tests.making import article
from tests.mentions.marked import found


def refined(text, language):
    """The points of a text whose found point stands in [brackets]."""
    point = found(text, "POINT")
    doc = point.doc
    doc._.article = article(doc.text, language=language)
    set_mentions(doc, [], [])
    set_points(doc, [point], scores=[0.99], topics=[{"other": 1.0}], statuses=["agreed"])
    refine_points(doc)
    return [one.text for one in doc.spans[POINTS]]


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        # a word that only counts or joins is no part of a point
        ("en", "The sides [also train two nurses].", "train two nurses"),
        ("vi", "Theo đó, [thứ hai, dạy tiếng Hàn 120 tiết].", "dạy tiếng Hàn 120 tiết"),
        ("ru", "[Во-вторых, обмениваться данными о лесах].", "обмениваться данными о лесах"),
        ("kk", "[Үшіншіден, ортақ зертхана ашу].", "ортақ зертхана ашу"),
        # nor is a verb of telling with its subject
        ("en", "[The port proposed a joint survey of the bay].", "a joint survey of the bay"),
        ("ru", "[польская сторона просит провести в Хелме семинар].", "провести в Хелме семинар"),
        ("vi", "[phía bạn đề nghị lập nhóm công tác chung].", "lập nhóm công tác chung"),
        # or the verb of agreeing that comes last
        ("kk", "Ол [жас мамандарға курс ашуды ұсынды].", "жас мамандарға курс ашуды"),
        ("kk", "Олар [бірлескен зерттеу мәселелерін талқылады].", "бірлескен зерттеу"),
        ("tr", "Taraflar [ortak bir kurs açmayı kararlaştırdı].", "ortak bir kurs açmayı"),
        # it goes on where its clause does, as far as "and" or a word that may stand behind it
        (
            "en",
            "[a course run by the Academy] of Law in May, too.",
            "a course run by the Academy of Law in May",
        ),
        ("en", "[a course for young] judges and a prize.", "a course for young judges"),
        ("en", "[a course for young judges] was proposed.", "a course for young judges"),
        (
            "vi",
            "[hai bên ký bản ghi nhớ về hợp] tác khoa học, kỹ thuật.",
            "hai bên ký bản ghi nhớ về hợp tác khoa học",
        ),
        ("ru", "[курс для молодых судей] пройдёт в мае.", "курс для молодых судей"),
    ],
)
def test_a_point_has_the_bounds_of_its_own_clause(language, text, right):
    assert refined(text, language) == [right]


@pytest.mark.parametrize(
    "text",
    [
        "[train staff, where the port proposed rooms].",
        "[train the forty nurses whose names the two hospitals proposed last year].",
    ],
)
def test_a_verb_of_telling_further_on_belongs_to_the_point(text):
    assert refined(text, "en") == [text.strip("[].")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Олар [көп келісті]."),
        ("en", "[The port proposed]."),
        ("en", "[The sides agreed to it]."),
        ("en", "[It was agreed that]."),
    ],
)
def test_a_lead_in_with_nothing_of_its_own_to_tell_is_left_as_it_is(language, text):
    assert refined(text, language) == [text[text.index("[") + 1 : text.index("]")]]

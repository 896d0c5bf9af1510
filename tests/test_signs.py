import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.pipeline import assemble
from communique.signs import with_plain_signs
from tests.making import article, mention_first


@given(st.text(alphabet="（），；：／\u3000،؛(), abв学。", min_size=1).filter(str.strip))
def test_every_character_stays_where_it_is(text):
    before = article(text)
    after = with_plain_signs(before).text
    assert len(after) == len(before.text)
    pairs = zip(before.text, after, strict=True)
    assert all(one == other for one, other in pairs if one.isalnum())


def test_an_article_without_such_signs_is_left_alone():
    plain = article("Учёный совет (РАНХиГС), Москва。")
    assert with_plain_signs(plain) is plain


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("吉尔吉斯国立技术大学（КГТУ）副校长来访。", "zh", ["吉尔吉斯国立技术大学", "КГТУ"]),
        ("ラオス国立大学（NUOL）の学部長が来学した。", "ja", ["ラオス国立大学", "NUOL"]),
    ],
)
def test_a_name_in_full_width_brackets_is_the_same_institution(text, language, names):
    made = article(text, language=language)
    record = assemble(made, mention_first(made.text, *(("ORG", name) for name in names)), ())
    (institution,) = record.institutions
    assert len(institution.mention_ids) == len(names)
    assert record.article == made

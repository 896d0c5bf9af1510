import pytest

from communique.links import is_byline
from tests.making import article, mention_all


@pytest.mark.parametrize(
    ("language", "text", "name", "signs"),
    [
        ("en", "They met.\nPhoto by Ann Lee\n", "Ann Lee", True),
        ("en", "They met.\nInterviewed by Ann Lee", "Ann Lee", True),
        ("ru", "Они встретились.\nБеседовала Анна Ли", "Анна Ли", True),
        ("kk", "Олар кездесті.\nАнна Ли, арнайы тілшіміз", "Анна Ли", True),
        ("vi", "Hai bên gặp nhau. Ảnh: Lê An", "Lê An", True),
        ("vi", "Hai bên gặp nhau.\nLê An (thực hiện)", "Lê An", True),
        ("en", "The paper was signed by Ann Lee.", "Ann Lee", False),
        ("ru", "На фото: Анна Ли осматривает музей охраны труда", "Анна Ли", False),
        ("vi", "Theo ông Lê An, hai bên sẽ ký thỏa thuận trong năm nay.", "Lê An", False),
    ],
)
def test_who_signs_an_article_takes_no_part(language, text, name, signs):
    mentions = mention_all(text, ("PERSON", name))
    assert is_byline(article(text, language=language), mentions[0], mentions) is signs

"""Where an event took place."""

import pytest

from communique.event import find_event
from communique.event.place_signals import Places
from tests.making import article, mention_all, mention_first


@pytest.mark.parametrize(
    ("language", "dateline", "place"),
    [
        ("en", "LIMA", "Lima"),
        ("en", "NUKU'ALOFA", "Nuku'alofa"),
        ("en", "USA", "USA"),
        ("ru", "ТОМСКЕ", "Томск"),
        ("ru", "США", "США"),
    ],
)
def test_the_place_of_a_dateline_in_capitals(language, dateline, place):
    made = article(f"{dateline}, 3.05.2024.", language=language)
    mentions = mention_all(made.text, ("LOC", dateline))
    assert find_event(made, mentions, (), ())[0].place == place


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "A delegation from Lima was received at Oradea City Hall yesterday.", "Oradea"),
        ("ru", "Вчера в Тамбовском государственном университете прошёл семинар.", "Тамбов"),
        ("kk", "Кеше Қызылорда политехникалық колледжінде семинар өтті.", "Қызылорда"),
        ("vi", "Sáng qua, Trường Đại học Đà Nẵng tiếp đoàn công tác.", "Đà Nẵng"),
    ],
)
def test_the_city_in_the_name_of_the_hosts_is_where_it_happened(language, text, place):
    hosts = {
        "en": "Oradea City Hall",
        "ru": "Тамбовском государственном университете",
        "kk": "Қызылорда политехникалық колледжінде",
        "vi": "Trường Đại học Đà Nẵng",
    }
    named = (("ORG", hosts[language]), *((("LOC", "Lima"),) if "Lima" in text else ()))
    event, _ = find_event(article(text, language=language), mention_all(text, *named), (), ())
    assert event.place == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministries met by video conference; Lima and Quito were on the screen."),
        ("ru", "По видеосвязи Лима и Кито обсудили новый договор."),
        ("vi", "Lima và Quito họp trực tuyến."),
        ("kk", "Лима мен Кито онлайн кездесті."),
    ],
)
def test_what_happens_on_the_line_has_no_place(language, text):
    names = ("Лима", "Кито") if "Лима" in text else ("Lima", "Quito")
    mentions = mention_all(text, *(("LOC", name) for name in names))
    assert find_event(article(text, language=language), mentions, (), ())[0].place is None


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("3일 포천시에서 협약식이 열렸다.", "포천시", "포천"),
        ("3일 서울특별시에서 협약식이 열렸다.", "서울특별시", "서울"),
    ],
)
def test_a_korean_city_is_named_without_the_word_for_it(text, name, place):
    mentions = mention_first(text, ("LOC", name))
    assert find_event(article(text, language="ko"), mentions, (), ())[0].place == place


def test_a_city_that_its_own_language_calls_otherwise_is_in_the_name_of_the_hosts():
    text = "Gestern empfing die Universität Wien Gäste."
    places = Places(article(text, language="de"), mention_all(text, ("ORG", "Universität Wien")))
    assert [candidate.name for candidate in places.candidates] == ["Wien"]

"""Events of several days whose first and last are told apart."""

import datetime as dt

import pytest

from communique.dates import resolve_dates
from communique.event import find_event
from tests.event.dated import dated
from tests.making import article, mention_first


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "The course began on 6 May and ended on 9 May.", "6 May", "9 May"),
        ("en", "The talks opened on 6 May. They close on 9 May in Hue.", "6 May", "9 May"),
        ("ru", "Миссия прибыла 6 мая, отбыла 9 мая.", "6 мая", "9 мая"),
        ("vi", "Lớp học khai giảng ngày 6/5. Lớp bế giảng ngày 9/5.", "6/5", "9/5"),
        ("kk", "Сапар 6 мамырда басталды. Ол 9 мамырда аяқталды.", "6 мамырда", "9 мамырда"),
        ("fr", "La visite a débuté le 6 mai et s'est achevée le 9 mai.", "6 mai", "9 mai"),
        ("de", "Der Besuch begann am 6. Mai und endete am 9. Mai.", "6. Mai", "9. Mai"),
        ("de", "Am 6. Mai begann der Besuch. Am 9. Mai endete er.", "6. Mai", "9. Mai"),
        ("es", "La visita comenzó el 6 de mayo y concluyó el 9 de mayo.", "6 de mayo", "9 de mayo"),
        ("zh", "培训班于5月6日开班,5月9日结业。", "5月6日", "5月9日"),
        ("uz", "Seminar 6-may kuni boshlandi va 9-may kuni yakunlandi.", "6-may", "9-may"),
        ("ky", "Семинар 6-майда башталып, 9-майда аяктады.", "6-майда", "9-майда"),
        ("tg", "Семинар 6 май оғоз ёфт ва 9 май анҷом ёфт.", "6 май", "9 май"),
    ],
)
def test_days_on_which_an_event_began_and_ended(language, text, first, last):
    made = article(text, language=language, published_on=dt.date(2024, 5, 10))
    dates = resolve_dates(mention_first(text, ("DATE", first), ("DATE", last)), made)
    event, found = find_event(made, (), dates, ())
    assert event.date == "2024-05-06/2024-05-09"
    assert [date.role for date in found] == ["event", "event"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 6 May. The paper was signed on 9 May.",  # neither began nor ended
        "The project began on 6 May. It ends on 9 July.",  # too long for an event
        "Talks began on 6 May. Ann Lee spoke. She praised all. The fair ends on 9 May.",  # too far
        "Начальник школы назвал 6 May. До 9 May стороны продолжительно спорили.",  # other words
    ],
)
def test_other_days_are_no_event_of_several_days(text):
    made = article(text, published_on=dt.date(2024, 5, 10))
    days = [day for day in ("6 May", "9 May", "9 July") if day in text]
    dates = resolve_dates(mention_first(text, *(("DATE", day) for day in days)), made)
    assert find_event(made, (), dates, ())[0].date == "2024-05-06"


def test_a_further_day_of_a_visit_is_told_by_its_words():
    text = "The guests came on 6 May. On the last day, 8 May, they saw the port. Home on 9 May."
    days = {"6 May": 9, "8 May": -5, "9 May": -5}
    assert dated(text, days, "visit") == "2024-05-06/2024-05-08"
    assert dated(text, days, "meeting") == "2024-05-06"


def test_the_first_day_may_be_told_apart_from_the_further_ones():
    text = (
        "The forum opened on 6 May. On 7 May they saw the port. On the last day, 8 May, they sang."
    )
    assert dated(text, {"6 May": -5, "7 May": 9, "8 May": -5}, "conference") == (
        "2024-05-06/2024-05-08"
    )


def test_what_began_weeks_before_the_last_day_is_something_else():
    text = (
        "The project opened on 9 April. On 28 April forums met. On the last day, 9 May, they sang."
    )
    days = {"9 April": -5, "28 April": 9, "9 May": -5}
    assert dated(text, days, "conference") == "2024-04-28/2024-05-09"


def test_first_and_last_day_named_apart():
    text = "The course ended on 10 May 2024. It had begun on 7 May 2024. See you on 13 May 2024."
    days = {"10 May 2024": 8, "7 May 2024": 4, "13 May 2024": 4}
    assert dated(text, days, "training") == "2024-05-07/2024-05-10"
    assert dated(text, days, "signing") == "2024-05-10"


def test_first_and_last_day_named_in_two_paragraphs():
    text = "Our ship set sail on 10 May 2024.\n\nIt was fine.\n\nShe had docked on 7 May 2024."
    assert dated(text, {"10 May 2024": 8, "7 May 2024": -4}, "visit") == "2024-05-07/2024-05-10"

"""Events that a weekday alone dates."""

import datetime as dt

import pytest

from communique.dates import resolve_dates
from communique.event import find_event
from tests.making import article, mention_all


def dated_by(language, text, *marked, published=dt.date(2024, 7, 18)):
    made = article(text, language=language, published_on=published)
    mentions = mention_all(text, *(("DATE", words) for words in marked))
    dates = resolve_dates(mentions, made)
    event, found = find_event(made, mentions, dates, ())
    return event.date, [date.role for date in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ports signed an agreement on Tuesday in Tema."),
        ("ru", "Во вторник в Бишкеке прошло заседание комиссии."),
        ("kk", "Сейсенбі күні қалалық әкімдікте келісімге қол қойылды."),
        ("vi", "Vào thứ Ba, hai bệnh viện ký biên bản ghi nhớ."),
        ("de", "Die Minister trafen sich am Dienstagabend in Bonn."),
    ],
)
def test_a_weekday_alone_tells_the_day_of_the_event(language, text):
    assert dated_by(language, text) == ("2024-07-16", [])


def test_a_weekday_counts_before_the_day_of_publication():
    text = "PETROPAVL, 18 July 2024. The two mayors signed an agreement on Tuesday."
    assert dated_by("en", text, "18 July 2024") == ("2024-07-16", ["published"])


def test_a_weekday_below_the_stamp_does_not_belong_to_its_date():
    text = "18.07.2024\n\nСейсенбі күні қалалық әкімдікте келісімге қол қойылды."
    assert dated_by("kk", text, "18.07.2024") == ("2024-07-16", ["published"])


def test_a_weekday_that_is_the_day_of_publication_is_that_day():
    assert dated_by("en", "The two mayors met on Thursday.")[0] == "2024-07-18"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("They met on 11 July 2024. The guests leave on Tuesday.", ["11 July 2024"]),
        ("They met on Thursday, 11 July 2024, in Hue.", ["11 July 2024"]),
    ],
)
def test_a_date_of_the_event_goes_before_a_weekday(text, marked):
    assert dated_by("en", text, *marked) == ("2024-07-11", ["event"])


def test_a_weekday_is_read_against_the_dateline_where_nothing_else_is_known():
    text = "HANOI, 18 July 2024. The two mayors signed an agreement on Tuesday."
    assert dated_by("en", text, "18 July 2024", published=None)[0] == "2024-07-16"


def test_a_weekday_says_nothing_where_the_day_of_the_article_is_not_known():
    assert dated_by("en", "The two mayors met on Tuesday.", published=None) == (None, [])

"""The date records of an article."""

import datetime as dt

from communique.dates import resolve_dates
from communique.records import Article, Mention, Passage


def resolved(text, *surfaces, published=None, language="ru", passages=()):
    article = Article(
        article_id="a", text=text, language=language, published_on=published, passages=passages
    )
    mentions = []
    for number, surface in enumerate(surfaces):
        start = text.index(surface)
        mentions.append(
            Mention(
                mention_id=number,
                label="DATE",
                text=surface,
                start_char=start,
                end_char=start + len(surface),
            )
        )
    return resolve_dates(mentions, article)


def test_the_day_of_publication_gives_the_year():
    records = resolved(
        "Встреча 4 октября, вчера.", "4 октября", "вчера", published=dt.date(2023, 10, 5)
    )
    assert [record.value for record in records] == ["2023-10-04", "2023-10-04"]
    assert [record.role for record in records] == ["mentioned", "mentioned"]


def test_else_the_first_full_date_gives_the_year():
    text = "В 2019 году и 3 мая. Подписано 12 марта 2021 года. Затем 5 апреля 2022 года."
    records = resolved(text, "2019", "3 мая", "12 марта 2021 года", "5 апреля 2022 года")
    assert [record.value for record in records] == [
        "2019",
        "2021-05-03",
        "2021-03-12",
        "2022-04-05",
    ]


def test_a_range_of_days_is_a_full_date():
    records = resolved(
        "С 20 по 22 ноября 2023 года, затем 5 декабря.", "20 по 22 ноября 2023 года", "5 декабря"
    )
    assert records[1].value == "2023-12-05"


def test_with_nothing_to_go_by_the_year_is_unknown():
    (record,) = resolved("Встреча прошла 16 июля.", "16 июля")
    assert (record.value, record.start_date, record.granularity) == ("XXXX-07-16", None, "day")


def test_evidence_and_ids_are_those_of_the_mentions():
    (record,) = resolved("Встреча прошла 16 июля 2021 года.", "16 июля 2021 года")
    assert (record.mention_id, record.text, record.start_char) == (0, "16 июля 2021 года", 15)
    assert (record.start_date, record.end_date) == (dt.date(2021, 7, 16), dt.date(2021, 7, 16))


def test_impossible_dates_and_other_labels_give_no_record():
    assert resolved("Встреча 31 февраля 2024 года.", "31 февраля 2024 года") == ()
    article = Article(article_id="a", text="Тверь 2024")
    mention = Mention(mention_id=0, label="LOC", text="2024", start_char=6, end_char=10)
    assert resolve_dates([mention], article) == ()


def test_a_passage_in_another_language_is_read_in_it():
    text = "Встреча прошла. They met on 3 May 2024."
    passages = (
        Passage(start_char=0, end_char=16, language="ru"),
        Passage(start_char=16, end_char=len(text), language="en"),
    )
    (record,) = resolved(text, "3 May 2024", passages=passages)
    assert record.value == "2024-05-03"


def test_today_is_the_day_of_the_dateline():
    text = "SUVA, 7 November 2024. The agencies signed today. They met on Monday."
    records = resolved(
        text, "7 November 2024", "today", published=dt.date(2024, 11, 8), language="en"
    )
    assert [record.value for record in records] == ["2024-11-07", "2024-11-07"]


def test_a_date_that_begins_a_sentence_is_no_dateline():
    text = "14 мая прошла встреча. Сегодня гости уехали."
    records = resolved(text, "14 мая", "Сегодня", published=dt.date(2024, 5, 16))
    assert [record.value for record in records] == ["2024-05-14", "2024-05-16"]


def test_today_is_the_day_that_is_named_beside_it():
    text = "Сегодня, 5 сентября, гости прибыли. Завтра они уедут."
    records = resolved(text, "Сегодня", "5 сентября", "Завтра")
    assert [record.value for record in records] == ["XXXX-09-05", "XXXX-09-05", "XXXX"]


def test_a_day_without_a_month_is_of_the_month_named_before():
    records = resolved(
        "Началось 17 июня. Завершилось 18-го, а не 5-го.", "17 июня", "18-го", "5-го"
    )
    assert [record.value for record in records] == ["XXXX-06-17", "XXXX-06-18", "XXXX-XX-05"]


def test_the_day_of_a_founding_far_behind_gives_no_year():
    text = "28 февраля стороны встретились. " + "Они говорили о делах. " * 30
    records = resolved(
        text + "Отношения начались 14 октября 1992 года.", "28 февраля", "14 октября 1992 года"
    )
    assert [record.value for record in records] == ["XXXX-02-28", "1992-10-14"]

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.published import publication_day
from communique.ingest.stamps import day_of, find_day

MAY_5 = dt.date(2024, 5, 5)

PUBLICATION_LINES = [
    "Ngày đăng: 05/05/2024",
    "Đăng ngày 05/05/2024",
    "05:30 05/05/2024",
    "14:30 5/5/2024",
    "14h30 | 05/05/2024",
    "Chủ Nhật, 05/05/2024, 14:30 (GMT+7)",
    "Thứ 4, 5 tháng 5 năm 2024",
    "05-05-2024",
    "Опубликовано: 5 мая 2024",
    "Дата публикации: 05.05.2024 14:30",
    "5 мая 2024 г., 14:30",
    "Воскресенье, 5 мая 2024 года",
    "Published: 5 May 2024",
    "Published on May 5, 2024",
    "Published on 5th May 2024",
    "May 5, 2024 3:45 PM",
    "Sun, 05 May 2024 10:00:00 GMT",
    "Жарияланған күні: 2024 жылғы 5 мамыр",
    "Жарияланды: 5 мамыр 2024 ж.",
    "2024 жылғы 5 мамыр",
    "2024-05-05T10:00:00+05:00",
    "2024-05-05 10:00:00.123Z",
    "Publié le 5 mai 2024",
    "2024-yil 5-may",
    "发布时间：2024年5月5日 10:00",
    "Admin | Đăng ngày: 05/05/2024 | 123 lượt xem",
    "• 05.05.2024",
    "05.05.2024 | Пресс-служба ректората",
    "09:27 - 05/05/2024    /    Number : 12971    /    Show Count : 2336",
    "News • 5 May 2024 • 3 min read",
]

OTHER_LINES = [
    "Chiều ngày 05/05/2024, Lãnh đạo Học viện đã có buổi tiếp.",
    "5 мая 2024 года в Астане состоялась встреча.",
    "On 5 May 2024 the rectors met.",
    "Astana, 5 May 2024",
    "Hà Nội, ngày 5 tháng 5 năm 2024",
    "г. Астана, 5 мая 2024 года",
    "Date: 5 May 2024",
    "Thời gian: 14:00 ngày 05/05/2024",
    "Дата: 5 мая 2024",
    "5-7 May 2024",
    "05/05/2024 - 07/05/2024",
    "Published 5 May 2024 in Astana, the book tells of the reform.",
    "The memorandum was published: see the site of 5 May 2024",
    "Updated: 5 May 2024",
    "Rector Ann Lee | Astana, 5 May 2024",
    "5 May 2024 | 6 May 2024",
    "May 2024",
    "32/13/2024",
    "00.05.2024",
]


@pytest.mark.parametrize("line", PUBLICATION_LINES)
@pytest.mark.parametrize(
    "text", ["{}\nText of the news.", "Title\n{}\nText.", "Title\nText.\n\n{}\n"]
)
def test_publication_line(line, text):
    assert publication_day(text.format(line)) == MAY_5


@pytest.mark.parametrize("line", OTHER_LINES)
def test_other_dates_are_not_the_day_of_publication(line):
    assert publication_day(f"Title\n{line}\nText of the news.") is None


def test_line_in_the_middle_of_a_long_text_does_not_count():
    filler = "\n".join(f"Paragraph {number}." for number in range(20))
    assert publication_day(f"{filler}\n05/05/2024\n{filler}") is None


def test_label_counts_more_than_a_bare_date():
    assert publication_day("01/01/2020\nTitle\nNgày đăng: 05/05/2024\nText") == MAY_5


def test_chronicle_with_several_dates_has_no_day_of_publication():
    assert publication_day("5 мая 2024\nВстреча.\n6 мая 2024\nВизит.") is None


def test_line_of_its_own_counts_more_than_a_field():
    assert publication_day("Today | 01/01/2020\n05/05/2024\nText") == MAY_5


def test_the_same_date_twice_is_one():
    assert publication_day("05/05/2024\nText\n05/05/2024 14:30") == MAY_5


def test_odd_lines_take_no_time():
    lines = ["05/05/2024" + " -5" * 36 + " x", "05/05/2024" + " " * 100 + "x", "Published" * 13]
    start = time.perf_counter()
    for line in lines:
        assert publication_day(line) is None
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    "value",
    [
        "2024-05-05",
        "2024-05-05T23:59:59Z",
        "05.05.2024",
        "5/5/2024 10:00",
        "5 мая 2024",
        "20240505",
        20240505,
        "20240505103000",
        1714903200,
        "1714903200000",
        1714903200.5,
        dt.date(2024, 5, 5),
        dt.datetime(2024, 5, 5, 23, 59, tzinfo=dt.UTC),
        "Sun, 05 May 2024 10:00:00 GMT",
        "05/05/2024 " + "x" * 10_000,
    ],
)
def test_day_of_a_value(value):
    assert day_of(value) == MAY_5


@pytest.mark.parametrize(
    "value", ["", "yesterday", 5, -1, "2024", "99/99/2024", True, 10**40, "nan"]
)
def test_value_that_is_no_day(value):
    assert day_of(value) is None


def test_month_and_day_change_places_only_where_nothing_else_is_a_date():
    assert day_of("03/25/2024") == dt.date(2024, 3, 25)
    assert day_of("03/04/2024") == dt.date(2024, 4, 3)


@given(st.text(max_size=60))
def test_any_text_is_taken(text):
    publication_day(text)
    hit = find_day(text)
    assert hit is None or 0 <= hit[1] < hit[2] <= len(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_iso_and_day_first_dates_are_read(day):
    assert day_of(day.isoformat()) == day
    assert day_of(f"{day:%d.%m.%Y}") == day

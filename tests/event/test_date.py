"""When an event took place."""

import datetime as dt

import pytest

from communique.dates import resolve_dates
from communique.event import find_event
from communique.instruments import find_instruments
from communique.mentions import Knowledge
from tests.event.dated import dated
from tests.making import article, mention_first


def test_a_signing_is_of_one_day_also_by_the_rules():
    text = "A memorandum was signed on 6 May, when the fair began. It ended on 9 May."
    made = article(text, published_on=dt.date(2024, 5, 10))
    mentions = mention_first(text, ("DOC", "memorandum"), ("DATE", "6 May"), ("DATE", "9 May"))
    dates = resolve_dates(mentions, made)
    instruments = find_instruments(made, mentions, dates, Knowledge())
    event, _ = find_event(made, mentions, dates, instruments)
    assert (event.type, event.date) == ("signing", "2024-05-06")


def test_what_lasts_is_dated_by_the_range_and_a_meeting_by_its_day():
    text = "The guests stayed from 6 to 9 May 2024. On 8 May they saw a port."
    days = {"6 to 9 May 2024": 2, "8 May": 9}
    assert dated(text, days, "visit") == "2024-05-06/2024-05-09"
    assert dated(text, days, "meeting") == "2024-05-08"


@pytest.mark.parametrize(
    "stamp",
    [
        "09/05/2024",
        "Thứ năm, 09/05/2024 13:22",
        "9 May 2024 | 17:40 GMT",
        "18:02 9 May 2024",
        "9 May 2024 · News · 3 min read",
        "Count: 419   9 May 2024",
    ],
)
def test_the_stamp_of_a_page_is_not_the_day_of_the_event(stamp):
    text = f"Guests in port\n{stamp}\nOn 8 May they saw a port."
    day = "09/05/2024" if "/" in stamp else "9 May 2024"
    assert dated(text, {day: 9, "8 May": 2}, "visit") == "2024-05-08"
    assert dated(text, {day: 9}, "visit") is None


def test_today_dates_an_event_but_tells_no_one_when():
    text = "Today guests came from Hue. They had been here in May."
    assert dated(text, {"Today": 9}, "visit", published=None) is None
    text = "Today, 5 September, guests came from Hue."
    assert dated(text, {"Today": 9, "5 September": 5}, "visit", published=None) == "XXXX-09-05"


def test_a_day_of_the_week_before_publication_may_be_doubtful():
    text = "The ship came on 9 May 2024. A port had opened on 5 March 2024."
    assert dated(text, {"9 May 2024": -4, "5 March 2024": -9}, "visit") == "2024-05-09"
    assert dated(text, {"9 May 2024": -9, "5 March 2024": -9}, "visit") is None
    late = dt.date(2024, 6, 13)
    assert dated(text, {"9 May 2024": -4, "5 March 2024": -9}, "visit", published=late) is None

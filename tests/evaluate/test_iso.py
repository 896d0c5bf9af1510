import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.iso import bounds, granularity, is_iso


@pytest.mark.parametrize(
    "value",
    [
        "2024-10-30",
        "2024-10",
        "2019",
        "2017-04-29/2017-05-02",
        "2016/2019",
        "XXXX-07-16",
        "XXXX-02-29",
        "XXXX-07",
        "XXXX-XX-16",
        "XXXX",
        "2024-02-29",
    ],
)
def test_good_values(value):
    assert is_iso(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2024-13",
        "2024-02-30",
        "2023-02-29",
        "24-10-30",
        "2024-10-30/2024-10-01",
        "2024-XX-16",
        "2024-XX",
        "2024/",
        "30/10/2024",
        "2024-00",
        "0000",
        "2024-10-00",
        "2024/2025/2026",
        "2024-10-30 ",
        "today",
    ],
)
def test_wrong_values(value):
    assert not is_iso(value)


def test_bounds_and_granularity():
    assert bounds("2024-02") == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert bounds("2019") == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert bounds("2017-04-29/2017-05") == (dt.date(2017, 4, 29), dt.date(2017, 5, 31))
    assert bounds("XXXX-07-16") == (None, None)
    assert [granularity(v) for v in ("2019", "2019-01", "2019-01-02", "2018/2019")] == [
        "year",
        "month",
        "day",
        "range",
    ]


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_every_day_is_a_value_with_itself_as_bounds(day):
    assert is_iso(day.isoformat())
    assert bounds(day.isoformat()) == (day, day)

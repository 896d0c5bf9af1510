"""What surfaces of dates mean: hand-made cases in ``cases/``, one table a language."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dates import date_value
from communique.dates.words import known_languages

CASES = Path(__file__).parent / "cases"
PIECES = (  # noqa: SIM905 - as one string it is easier to read
    "12 31 0 2024 24 3 / . - – , ( ) : ngày tháng năm quý II мая года по квартал жылғы ақпан дейін "
    "last next May year of the 3rd Q2 spring week today назад 年 月 日 至 去年 Friday"
).split()


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language = [] if path.stem == "others" else [path.stem]
            yield language + line.split("\t")


@pytest.mark.parametrize(
    ("language", "surface", "reference", "value"),
    [row for path in sorted(CASES.glob("*.tsv")) for row in rows(path)],
)
def test_value_of_surface(language, surface, reference, value):
    day = dt.date.fromisoformat(reference) if reference else None
    found = date_value(surface, language, day)
    assert (found.value if found else "none") == value


@pytest.mark.parametrize("language", ["vi", "en", "ru", "kk"])
def test_main_languages_have_two_hundred_cases(language):
    assert len({tuple(row) for row in rows(CASES / f"{language}.tsv")}) >= 200


@pytest.mark.parametrize(
    ("surface", "start", "end", "granularity"),
    [
        ("30/10/2024", dt.date(2024, 10, 30), dt.date(2024, 10, 30), "day"),
        ("tháng 2 năm 2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29), "month"),
        ("2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), "year"),
        ("2021-2025", dt.date(2021, 1, 1), dt.date(2025, 12, 31), "range"),
        ("quý II/2025", dt.date(2025, 4, 1), dt.date(2025, 6, 30), "range"),
        ("12/3", None, None, "day"),
        ("hôm qua", None, None, "day"),
        ("3 đến 5/10", None, None, "range"),
    ],
)
def test_first_and_last_day(surface, start, end, granularity):
    found = date_value(surface, "vi", None)
    assert found
    assert (found.start, found.end, found.granularity) == (start, end, granularity)


@pytest.mark.parametrize(
    "odd", ["16\u00a0июля\u00a02021\u00a0года", "16  ИЮЛЯ\t2021\nгода", "«16 июля 2021 года,"]
)
def test_blanks_capitals_and_stray_signs_do_not_matter(odd):
    found = date_value(odd, "ru", None)
    assert found
    assert found.value == "2021-07-16"


def test_surface_in_another_language_than_the_article():
    for language in ["vi", "kk", "xx", None]:
        found = date_value("12 March 2024", language, None)
        assert found
        assert found.value == "2024-03-12"


@given(
    text=st.text() | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    language=st.sampled_from([*known_languages(), "ja", "xx", "", "zh-Hans", None]),
    reference=st.none() | st.dates(),
)
def test_any_text_has_a_well_formed_value_or_none(text, language, reference):
    found = date_value(text, language, reference)
    if found:
        ends = found.value.split("/")
        assert len(ends) == (2 if found.granularity == "range" else 1)
        assert (found.start is None) == (found.end is None) == ("X" in found.value)
        if found.start and found.end:
            assert found.start <= found.end
            assert found.start.isoformat().startswith(ends[0])
            assert found.end.isoformat().startswith(ends[-1])

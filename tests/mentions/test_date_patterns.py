"""Where the pattern engine finds dates: hand-made texts in ``dates/``, one file a language."""

from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from communique.dates import date_value
from communique.mentions.date_patterns import find_dates
from communique.tokenizer import Tokenizer

TEXTS = Path(__file__).parent / "dates"
nlp = spacy.blank("xx")
nlp.tokenizer = Tokenizer(nlp.vocab)
WORDS = (  # noqa: SIM905 - sixty strings on a line each are no easier to read
    "12 31 2024 24 3 14:30 / . - – , ( ) № % $ ngày tháng năm quý II số мая мае года годах по и "
    "человек жылғы ақпанда дейін жылы May March in of next year students Q2 spring end 9月 10日 去年"
).split()


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, tab, marked = line.partition("\t")
            yield (language, marked) if tab else (path.stem, line)


@pytest.mark.parametrize(
    ("language", "marked"), [row for path in sorted(TEXTS.glob("*.txt")) for row in rows(path)]
)
def test_dates_in_a_text(language, marked):
    marked = marked.replace("\\n", "\n")
    found = text = marked.replace("[[", "").replace("]]", "")
    for span in reversed(find_dates(nlp(text), language)):
        assert span.label_ == "DATE"
        found = f"{found[: span.start_char]}[[{span.text}]]{found[span.end_char :]}"
    assert found == marked


@pytest.mark.parametrize("language", ["vi", "en", "ru", "kk"])
def test_main_languages_have_forty_texts(language):
    assert len(set(rows(TEXTS / f"{language}.txt"))) >= 40


def test_without_a_language_only_digits_are_found():
    doc = nlp("Published 30/10/2024 and 2024-11-02, on 12 March and 16 июля 2021 года.")
    assert [span.text for span in find_dates(doc, None)] == ["30/10/2024", "2024-11-02"]


def test_a_coarser_tokenizer_gives_whole_tokens():
    doc = spacy.blank("en")("It runs from 2021-2025.")
    assert [span.text for span in find_dates(doc, "en")] == ["2021-2025"]


@given(
    text=st.text() | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join),
    language=st.sampled_from(["vi", "en", "ru", "kk", "zh", "fr", "uz", "ja", None]),
)
def test_spans_are_dates_in_order_without_overlap(text, language):
    spans = find_dates(nlp(text), language)
    for span in spans:
        assert text[span.start_char : span.end_char] == span.text
        assert date_value(span.text, language, None)
    assert all(one.end <= other.start for one, other in pairwise(spans))

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from communique.evaluate.spans import Extent, iou, match, overlap, trim_date


def test_overlap_and_iou():
    assert overlap(Extent(0, 10), Extent(5, 20)) == 5
    assert overlap(Extent(0, 5), Extent(5, 9)) == 0
    assert iou(Extent(0, 10), Extent(5, 20)) == 5 / 20
    assert iou(Extent(2, 4), Extent(2, 4)) == 1


def test_match_pairs_as_many_as_it_can():
    # the long prediction overlaps both gold spans, the short one only the second
    gold = [Extent(0, 3), Extent(4, 12)]
    predicted = [Extent(0, 10), Extent(10, 12)]
    assert match(gold, predicted, iou).pairs == ((0, 0), (1, 1))


def test_match_keeps_equal_spans_together():
    gold = [Extent(0, 5), Extent(2, 9)]
    predicted = [Extent(2, 9), Extent(0, 5)]
    assert match(gold, predicted, iou).pairs == ((0, 1), (1, 0))


def test_what_has_no_partner():
    pairing = match([Extent(0, 5), Extent(10, 15)], [Extent(1, 5), Extent(20, 22)], iou)
    assert (pairing.missed, pairing.spurious) == ([Extent(10, 15)], [Extent(20, 22)])
    assert pairing.matched == [(Extent(0, 5), Extent(1, 5))]


SPANS = st.lists(st.integers(0, 60), max_size=16, unique=True).map(
    lambda edges: [
        Extent(*pair) for pair in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)
    ]
)


def by_nervaluate(gold, predicted):
    """Counts of nervaluate, whose ends are inclusive."""
    both = [
        [[{"label": "ORG", "start": s, "end": e - 1} for s, e in spans] or []]
        for spans in (gold, predicted)
    ]
    return Evaluator(*both, tags=["ORG"], loader="dict").evaluate()["overall"]


@given(SPANS, SPANS)
def test_counts_are_those_of_nervaluate(gold, predicted):
    pairs = match(gold, predicted, iou).matched
    results = by_nervaluate(gold, predicted)
    assert sum(one == other for one, other in pairs) == results["strict"].correct
    # nervaluate pairs greedily, so where there is a choice it can find fewer
    assert len(pairs) >= results["ent_type"].correct
    choices = [sum(overlap(one, other) > 0 for other in predicted) for one in gold]
    choices += [sum(overlap(one, other) > 0 for one in gold) for other in predicted]
    if max(choices, default=0) <= 1:
        assert len(pairs) == results["ent_type"].correct


@given(SPANS, SPANS, st.randoms())
def test_the_number_of_pairs_does_not_depend_on_the_order(gold, predicted, random):
    before = len(match(gold, predicted, iou).pairs)
    random.shuffle(gold)
    random.shuffle(predicted)
    pairs = match(gold, predicted, iou).pairs
    assert len(pairs) == before
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == before


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("ngày 30/10/2024", "30/10/2024"),
        ("năm 2019", "2019"),
        ("tháng 10 năm 2024", "10 năm 2024"),
        ("16 июля 2021 года", "16 июля 2021"),
        ("в 2016 году", "2016"),
        ("1993 жылы", "1993"),
        ("2024 жылғы 16 ақпан", "2024 жылғы 16 ақпан"),
        ("on June 12,", "June 12"),
        ("2024年9月", "2024年9"),
        ("2021-yil 5-mart kuni", "2021-yil 5-mart"),
        ("hôm nay", "hôm nay"),
        ("the year", "the year"),
    ],
)
def test_dates_are_compared_without_framing_words(written, compared):
    text = f"xx {written} yy"
    start, end = trim_date(text, Extent(3, 3 + len(written)))
    assert text[start:end] == compared

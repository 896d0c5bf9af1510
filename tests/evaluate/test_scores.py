import pytest

from communique.evaluate.bootstrap import difference_interval, draw, f1_interval
from communique.evaluate.calibration import calibrate
from communique.evaluate.measures import MEASURES
from communique.evaluate.scores import ALL, compare, evaluate
from communique.evaluate.tally import Counts
from communique.evaluate.worst import worst_errors
from communique.records import ArticleRecord
from tests.evaluate.samples import EMOJI, EMPTY, RU, gold, sample

ARTICLES = [gold(RU), gold(EMOJI), gold(EMPTY)]
PERFECT = evaluate("perfect", [(article, article.record) for article in ARTICLES])
SILENT = evaluate(
    "silent", [(article, ArticleRecord(article=article.source())) for article in ARTICLES]
)


def test_gold_against_itself_scores_one_everywhere():
    assert set(PERFECT.figures) == {ALL, "ru", "en"}
    assert PERFECT.figures[ALL].keys() == MEASURES.keys()
    for figures in PERFECT.figures.values():
        for figure in figures.values():
            assert (figure.counts.precision, figure.counts.recall, figure.counts.f1) == (1, 1, 1)
            assert figure.interval == (1, 1)


def test_counts_of_articles_add_up():
    a = sample("{LOC|Hue}, {LOC|Ha Noi}, {LOC|Vinh}")
    b = sample("{LOC|Oslo}")
    half = a.record.model_copy(update={"mentions": a.record.mentions[:1]})
    figure = evaluate("x", [(a, half), (b, b.record)]).figures[ALL]["mentions.strict"]
    assert figure.counts == Counts(2, 2, 4)
    assert figure.counts.f1 == pytest.approx(2 * 2 / 6)


def test_the_interval_is_that_of_the_resampled_articles():
    # of ten articles five are right: the number right in a draw is binomial(10, 0.5)
    column = [Counts(1, 1, 1)] * 5 + [Counts(0, 1, 1)] * 5
    draws = draw(10)
    assert draws.shape == (1000, 10)
    assert set(draws.sum(axis=1)) == {10}
    low, high = f1_interval(column, draws)
    assert (low, high) == pytest.approx((0.2, 0.8), abs=0.051)
    assert f1_interval(column, draw(10)) == (low, high)


def test_the_interval_of_a_difference_is_paired():
    one = [Counts(1, 1, 1), Counts(1, 1, 1), Counts(0, 1, 1), Counts(1, 1, 1)]
    other = [Counts(0, 1, 1), *one[1:]]
    low, high = difference_interval(one, other, draw(4))
    assert low == 0
    assert 0.25 < high <= 1
    assert difference_interval(one, one, draw(4)) == (0, 0)


def test_measures_without_items_have_no_interval():
    assert f1_interval([Counts(), Counts()], draw(2)) is None
    assert "points.exact" not in evaluate("x", [(gold(EMPTY), gold(EMPTY).record)]).figures[ALL]


def test_comparison_of_two_engines():
    differences = compare(PERFECT, SILENT)
    assert differences[ALL]["mentions.strict"].value == 1
    assert differences[ALL]["mentions.strict"].interval[0] > 0.9
    assert differences["en"]["points.empty"].value == 0
    assert compare(SILENT, PERFECT)["ru"]["officials.name"].value == -1


def test_expected_calibration_error():
    # two bins: 0.8 said and 0.5 right; 0.3 said and 0 right
    graded = [(0.8, True), (0.8, False), (0.3, False), (0.3, False)]
    assert calibrate(graded).error == pytest.approx((2 * 0.3 + 2 * 0.3) / 4)
    assert calibrate([(1.0, True)] * 7) == (7, 0)
    assert calibrate([]) is None


def test_calibration_by_language():
    article = gold(RU)
    points = tuple(point.model_copy(update={"confidence": 0.75}) for point in article.record.points)
    scores = evaluate("x", [(article, article.record.model_copy(update={"points": points}))])
    assert scores.calibration["ru"]["points"].error == pytest.approx(0.25)
    assert scores.calibration[ALL].keys() == {"points"}


def test_the_worst_errors_come_in_turn_with_their_context():
    found = worst_errors(SILENT.articles, 3)
    assert [place.error.record for place in found] == ["points", "officials", "institutions"]
    assert found[0].inside == found[0].error.gold == "запустить магистратуру вместе с ТИУ"
    assert found[0].before.endswith("Стороны решили:\n1) ")
    assert not worst_errors(PERFECT.articles, 3)
    assert len(worst_errors(SILENT.articles, 1000)) == sum(
        len(a.tally.errors) for a in SILENT.articles
    )


def test_what_an_engine_was_surer_of_is_worse():
    wanted = sample("Hue and Oslo")
    mentions = sample("{LOC|Hue} and {LOC|Oslo}").record.mentions
    guesses = [
        one.model_copy(update={"confidence": c})
        for one, c in zip(mentions, (0.4, 0.9), strict=True)
    ]
    scores = evaluate(
        "x", [(wanted, wanted.record.model_copy(update={"mentions": tuple(guesses)}))]
    )
    assert [place.inside for place in worst_errors(scores.articles, 2)] == ["Oslo", "Hue"]

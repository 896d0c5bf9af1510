from pathlib import Path

from communique.batch.choice import Choice
from communique.batch.extraction import Extractor
from communique.batch.lookahead import Lookahead
from communique.batch.plan import Input
from communique.batch.reading import OpenFile, Portion, ReadArticle
from communique.ingest import make_article
from communique.pipeline import DEFAULT_ENGINE


def portion_of(*names):
    file = OpenFile(Input(Path("f"), "f", "f", size=1, content_hash="h", skipped=None))
    articles = [make_article(f"Rector of {name} met his guests.") for name in names]
    return Portion(files=[file], articles=[ReadArticle(file, article) for article in articles])


def everything_is_new(portion):
    return Choice({}, new={read.article.article_id: read for read in portion.articles})


def nothing_is_new(_portion):
    return Choice({})


def names_of(results):
    return [result.mentions[0].text for _article, result in results]


def look_ahead(portions, choose=everything_is_new):
    return Lookahead(iter(portions), choose, Extractor(DEFAULT_ENGINE))


def test_every_portion_comes_with_its_own_results():
    portions = [portion_of("A", "B"), portion_of("C"), portion_of(), portion_of("D", "E")]
    ahead = [(portion, names_of(results)) for portion, results in look_ahead(portions)]
    assert [portion for portion, _ in ahead] == portions
    assert [names for _, names in ahead] == [["A", "B"], ["C"], [], ["D", "E"]]


def test_the_next_portion_is_begun_before_the_last_result_of_one_is_there():
    read = []
    portions = (read.append(name) or portion_of(name) for name in "ABC")
    for portion, results in look_ahead(portions):
        names_of(results)
        assert read == ["A", "B"]
        assert portion.articles
        break


def test_known_portions_do_not_pile_up():
    read = []
    portions = (read.append(name) or portion_of(name) for name in "ABCDE")
    for number, (_portion, results) in enumerate(look_ahead(portions, nothing_is_new), start=1):
        names_of(results)
        assert len(read) <= number + 1


def test_what_the_portion_in_hand_holds_is_not_extracted_once_more(engine):
    for _portion, results in look_ahead([portion_of("A", "B"), portion_of("B", "C")]):
        names_of(results)
    assert len(engine.seen) == 3


def test_articles_that_fail_are_told_apart_from_those_taken_ahead():
    (first, second) = [
        [type(result).__name__ for _, result in results]
        for _portion, results in look_ahead([portion_of("A", "BOOM"), portion_of("C", "D")])
    ]
    assert first == ["ArticleRecord", "Failure"]
    assert second == ["ArticleRecord", "ArticleRecord"]

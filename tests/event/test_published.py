import datetime as dt

import pytest

import communique
from communique.event import with_publication_day
from communique.mentions import NO_KNOWLEDGE
from communique.records import Mention
from tests.making import article

BODY = (
    "Rector Ann Lee of the Hanoi Law School received a delegation of the Astana Institute of Law "
    "yesterday. The sides agreed to exchange lecturers from September."
)
PAGES = {
    "closing line": f"Guests from Astana\n\n{BODY}\n\nHanoi, 20 February 2016",
    "dateline": f"Guests from Astana\n\nHANOI, 20 February 2016 – {BODY}",
    "credit": f"Guests from Astana\n\n{BODY}\n\n(20.02.2016, Press Office)",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_article_is_published_on_the_day_that_the_text_names(page):
    record = communique.extract(page)
    assert record.article.published_on == dt.date(2016, 2, 20)
    assert ("2016-02-20", "published") in {(date.value, date.role) for date in record.dates}
    assert record.event.date == "2016-02-19"


def test_day_of_an_event_is_not_that_of_publication():
    text = BODY.replace("yesterday", "on 19 February 2016")
    assert communique.extract(f"Guests from Astana\n\n{text}").article.published_on is None


@pytest.mark.parametrize("known", [None, dt.date(2020, 1, 1)])
def test_article_stays_as_it_is_without_knowledge_or_with_a_day(known):
    dated = article("Hanoi, 20 February 2016").model_copy(update={"published_on": known})
    mention = Mention(
        mention_id=1, label="DATE", text="20 February 2016", start_char=7, end_char=23
    )
    assert with_publication_day(dated, [mention], NO_KNOWLEDGE.spans) == dated

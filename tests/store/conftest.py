"""Databases and records for the tests of the store."""

import pytest

from communique.records import (
    AgreementPoint,
    Article,
    ArticleRecord,
    DateMention,
    Event,
    Institution,
    Instrument,
    Mention,
    Official,
    Passage,
    PointParty,
)
from communique.store import Store

TEXT = (
    "On 30/10/2024 Rector Anna Ivanova of RANEPA met Nguyen Van Nam, Director of NAPA, in Ha Noi. "
    "The sides signed a memorandum and agreed to exchange lecturers."
)


def _span(text, part):
    start = text.index(part)
    return {"text": part, "start_char": start, "end_char": start + len(part)}


def make_record(article_id="a1", text=TEXT, **changes):
    """A record of a meeting, with rows for every table."""

    def at(part):
        return _span(text, part)

    article = {
        "article_id": article_id,
        "text": text,
        "source_path": f"news/{article_id}.txt",
        "url": f"https://napa.vn/{article_id}",
        "site": "napa.vn",
        "title": "RANEPA visits NAPA",
        "published_on": "2024-10-31",
        "language": "en",
        "language_confidence": 0.99,
        "passages": [Passage(start_char=0, end_char=len(text), language="en", confidence=0.9)],
    }
    return ArticleRecord(
        article=Article.model_validate(article | changes),
        mentions=(
            Mention(mention_id=1, label="DATE", **at("30/10/2024"), confidence=0.8),
            Mention(mention_id=2, label="PERSON", **at("Anna Ivanova")),
            Mention(mention_id=3, label="ORG", **at("RANEPA")),
            Mention(mention_id=4, label="ORG", **at("NAPA,")),
            Mention(mention_id=5, label="DOC", **at("memorandum")),
        ),
        institutions=(
            Institution(
                institution_id="i-ranepa",
                name="RANEPA",
                country="RU",
                kind="academy",
                mention_ids=(3,),
            ),
            Institution(institution_id="i-napa", name="NAPA", country="VN", mention_ids=(4,)),
        ),
        officials=(
            Official(
                official_id=1,
                person_id="p-ivanova",
                name="Anna Ivanova",
                **at("Anna Ivanova"),
                title="Rector",
                institution_id="i-ranepa",
                institution="RANEPA",
                side="guest",
                mention_ids=(2,),
            ),
            Official(
                official_id=2,
                person_id="p-nam",
                name="Nguyen Van Nam",
                **at("Nguyen Van Nam"),
                title="Director",
                institution_id="i-napa",
                institution="NAPA",
                side="host",
                confidence=0.5,
            ),
        ),
        dates=(
            DateMention(
                mention_id=1,
                **at("30/10/2024"),
                value="2024-10-30",
                start_date="2024-10-30",
                end_date="2024-10-30",
                granularity="day",
                role="event",
            ),
        ),
        instruments=(
            Instrument(mention_id=5, **at("memorandum"), kind="memorandum", status="signed"),
        ),
        points=(
            AgreementPoint(
                point_no=1,
                **at("exchange lecturers"),
                topic="staff_exchange",
                status="agreed",
                parties=(
                    PointParty(institution_id="i-ranepa", role="responsible"),
                    PointParty(institution_id="i-napa", role="partner"),
                ),
            ),
        ),
        event=Event(type="signing", date="2024-10-30", place="Ha Noi", is_cooperation=True),
    )


@pytest.fixture
def record():
    return make_record


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "coop.duckdb") as store:
        yield store


@pytest.fixture
def rows(store):
    def rows(query):
        return store.connection.execute(query).fetchall()

    return rows

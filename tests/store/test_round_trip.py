"""Records come back from the database exactly as they went in."""

import datetime as dt
import itertools

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.records import (
    DATE_ROLES,
    EVENT_TYPES,
    INSTRUMENT_KINDS,
    INSTRUMENT_STATUSES,
    LABELS,
    PARTY_ROLES,
    POINT_STATUSES,
    SIDES,
    TOPICS,
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
from communique.store import Batch, Store

words = st.text(max_size=12)
maybe = st.none() | words
probability = st.none() | st.floats(0, 1)
number = st.integers(0, 2**63 - 1)
numbers = st.lists(number, max_size=3).map(tuple)
days = st.none() | st.dates(dt.date.min, dt.date.max)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def few(strategy, key=None):
    return st.lists(strategy, max_size=3, unique_by=key).map(tuple)


@st.composite
def records(draw):
    text = draw(texts)
    offsets = st.integers(0, len(text))

    def spans(model, key=None, **fields):
        def build(ends, values):
            start, end = sorted(ends)
            return model(text=text[start:end], start_char=start, end_char=end, **values)

        return few(
            st.builds(build, st.tuples(offsets, offsets), st.fixed_dictionaries(fields)), key
        )

    def enumerated(values):
        return st.sampled_from(values)

    party = st.builds(PointParty, institution_id=words, role=enumerated(PARTY_ROLES))
    return ArticleRecord(
        article=Article(
            article_id=draw(st.uuids()).hex,
            text=text,
            **{name: draw(maybe) for name in ("source_path", "url", "site", "title", "language")},
            published_on=draw(days),
            language_confidence=draw(probability),
            passages=draw(
                few(
                    st.builds(
                        Passage,
                        start_char=number,
                        end_char=number,
                        language=maybe,
                        confidence=probability,
                    )
                )
            ),
        ),
        mentions=draw(
            spans(Mention, mention_id=number, label=enumerated(LABELS), confidence=probability)
        ),
        institutions=draw(
            few(
                st.builds(
                    Institution,
                    institution_id=words,
                    name=words,
                    acronym=maybe,
                    country=maybe,
                    kind=maybe,
                    mention_ids=numbers,
                )
            )
        ),
        officials=draw(
            spans(
                Official,
                official_id=number,
                person_id=words,
                name=words,
                honorific=maybe,
                title=maybe,
                institution_id=maybe,
                institution=maybe,
                side=st.none() | enumerated(SIDES),
                mention_ids=numbers,
                title_mention_id=st.none() | number,
                confidence=probability,
            )
        ),
        dates=draw(
            spans(
                DateMention,
                mention_id=number,
                value=words,
                start_date=days,
                end_date=days,
                granularity=enumerated(["day", "month", "year", "range"]),
                role=enumerated(DATE_ROLES),
            )
        ),
        instruments=draw(
            spans(
                Instrument,
                mention_id=number,
                kind=enumerated(INSTRUMENT_KINDS),
                status=enumerated(INSTRUMENT_STATUSES),
                signed_on=maybe,
            )
        ),
        points=draw(
            spans(
                AgreementPoint,
                key=lambda point: point.point_no,
                point_no=st.integers(1, 99),
                marker=maybe,
                parent_no=st.none() | number,
                topic=enumerated(TOPICS),
                status=enumerated(POINT_STATUSES),
                deadline=maybe,
                confidence=probability,
                parties=few(party),
            )
        ),
        event=Event(
            type=draw(enumerated(EVENT_TYPES)),
            date=draw(maybe),
            place=draw(maybe),
            is_cooperation=draw(st.none() | st.booleans()),
        ),
    )


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("store") / "coop.duckdb") as store:
        yield store


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), min_size=1, max_size=3, unique_by=lambda r: r.article.article_id))
def test_any_record_comes_back_as_it_was(shared_store, batch):
    shared_store.write(Batch(records=batch))
    for record in batch:
        assert shared_store.read(record.article.article_id) == record


def test_records_come_in_the_order_of_writing(store, record):
    batch = [record(name) for name in "cab"]
    store.write(Batch(records=batch))
    assert list(store.records()) == batch


def test_reading_goes_beyond_one_portion(store, record, monkeypatch):
    monkeypatch.setattr("communique.store.reader._READ_AT_ONCE", 2)
    batch = [record(f"a{number}") for number in range(5)]
    store.write(Batch(records=batch))
    assert list(store.records()) == batch


def test_evidence_is_found_with_sql(store, record):
    text = "Hội nghị 🎓 «РАНХиГС» 国家 e\u0301 met: " + record().article.text
    store.write(Batch(records=[record(text=text)]))
    for table in ("mentions", "officials", "dates", "instruments", "agreement_points"):
        found = store.connection.execute(
            f"SELECT substr(articles.text, start_char + 1, end_char - start_char), {table}.text "
            f"FROM {table} JOIN articles USING (article_id)"
        ).fetchall()
        assert found
        for there, said in found:
            assert there == said


def test_a_written_database_opens_read_only(tmp_path, record):
    path = tmp_path / "coop.duckdb"
    with Store(path) as store:
        store.write(Batch(records=[record()]))
    with Store(path, read_only=True) as first, duckdb.connect(str(path), read_only=True) as second:
        assert first.read("a1") == record()
        assert second.execute("SELECT count(*) FROM articles").fetchone() == (1,)


def test_writing_twice_changes_nothing(store, record):
    def content():
        return {
            table: sorted(map(repr, store.connection.execute(f"FROM {table}").fetchall()))
            for table in store.counts()
        }

    batch = Batch(records=[record("a"), record("b")])
    store.write(batch)
    store.refresh()
    before = content()
    for _ in itertools.repeat(None, 2):
        store.write(batch)
        store.refresh()
    assert content() == before

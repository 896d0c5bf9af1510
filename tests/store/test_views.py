"""The views answer the questions they are named after."""

import datetime as dt

import pytest

from communique.records import Event, Institution
from communique.store import Batch


@pytest.fixture
def write(store):
    def write(*records):
        store.write(Batch(records=records))
        store.refresh()

    return write


@pytest.fixture
def one(store):
    """The only row of a view, by column."""

    def one(view):
        result = store.connection.execute(f"FROM {view}")
        names = [column[0] for column in result.description]
        (row,) = result.fetchall()
        return dict(zip(names, row, strict=True))

    return one


def test_meetings_pair_the_host_with_the_guest(write, record, one):
    write(record())
    assert one("meetings") == {
        "institution": "NAPA",
        "partner": "RANEPA",
        "date": "2024-10-30",
        "place": "Ha Noi",
        "event_type": "signing",
        "officials": ["Nguyen Van Nam, Director"],
        "partner_officials": ["Anna Ivanova, Rector"],
        "country": "VN",
        "partner_country": "RU",
        "basis": "officials",
        "title": "RANEPA visits NAPA",
        "url": "https://napa.vn/a1",
        "article_id": "a1",
        "institution_id": "i-napa",
        "partner_id": "i-ranepa",
    }


def test_institutions_on_one_side_do_not_meet(write, record, rows):
    guests = tuple(official.model_copy(update={"side": "guest"}) for official in record().officials)
    write(record().model_copy(update={"officials": guests}))
    assert rows("FROM meetings") == []


def test_an_institution_that_is_only_named_does_not_meet(write, record, rows):
    third = Institution(institution_id="i-other", name="Ministry")
    there = record()
    write(there.model_copy(update={"institutions": (*there.institutions, third)}))
    assert rows("SELECT institution, partner FROM meetings") == [("NAPA", "RANEPA")]


@pytest.mark.parametrize(("changes", "basis"), [({"officials": ()}, "points"), ({}, "officials")])
def test_the_basis_of_a_meeting_is_told(write, record, rows, changes, basis):
    write(record().model_copy(update=changes))
    assert rows("SELECT basis FROM meetings") == [(basis,)]


@pytest.mark.parametrize(("event", "pairs"), [("meeting", [("named",)]), ("other", [])])
def test_named_institutions_meet_where_the_news_is_of_a_meeting(write, record, rows, event, pairs):
    changes = {"officials": (), "points": (), "event": Event(type=event)}
    write(record().model_copy(update=changes))
    assert rows("SELECT basis FROM meetings") == pairs


def test_many_named_institutions_are_no_meetings(write, record, rows):
    there = record()
    more = tuple(
        Institution(institution_id=f"i{number}", name=f"Company {number}") for number in range(3)
    )
    changes = {"officials": (), "points": (), "event": Event(type="visit")}
    write(there.model_copy(update=changes | {"institutions": (*there.institutions, *more)}))
    assert rows("SELECT basis FROM meetings") == []


def test_agreements_tell_parties_and_instrument(write, record, one):
    write(record())
    row = one("agreements")
    assert row["date"] == "2024-10-30"
    assert (row["status"], row["topic"]) == ("agreed", "staff_exchange")
    assert row["point"] == "exchange lecturers"
    assert row["parties"] == ["NAPA", "RANEPA"]
    assert row["responsible"] == ["RANEPA"]
    assert row["party_ids"] == ["i-napa", "i-ranepa"]
    assert (row["instrument"], row["instrument_status"]) == ("memorandum", "signed")
    assert row["instrument_text"] == "memorandum"


def test_a_point_without_parties_is_an_agreement_too(write, record, one):
    (point,) = record().points
    write(record().model_copy(update={"points": (point.model_copy(update={"parties": ()}),)}))
    assert one("agreements")["parties"] == []
    assert one("agreements")["responsible"] == []


def test_the_timeline_follows_a_person_through_offices(write, record, rows):
    later = record("a2")
    officials = tuple(
        official.model_copy(update={"title": "President", "name": "A. Ivanova"})
        for official in later.officials[:1]
    )
    event = Event(type="visit", date="2025-02")
    write(record(), later.model_copy(update={"officials": officials, "event": event}))
    found = rows(
        "SELECT name, date, title, institution, country FROM official_timeline "
        "WHERE person_id = 'p-ivanova'"
    )
    assert found == [
        ("Anna Ivanova", "2024-10-30", "Rector", "RANEPA", "RU"),
        ("Anna Ivanova", "2025-02", "President", "RANEPA", "RU"),
    ]


def test_partners_are_counted_from_both_ends(write, record, rows):
    later = record("a2").model_copy(update={"event": Event(type="meeting", date="2024-12")})
    write(record(), later)
    found = rows(
        "SELECT institution, partner, partner_country, year, articles, agreed_points, "
        "first_date, last_date FROM partners"
    )
    assert found == [
        ("NAPA", "RANEPA", "RU", 2024, 2, 2, "2024-10-30", "2024-12"),
        ("RANEPA", "NAPA", "VN", 2024, 2, 2, "2024-10-30", "2024-12"),
    ]


@pytest.mark.parametrize(
    ("dates", "counted"),
    [
        (("2024-10-30", "2024-11-02"), (dt.date(2024, 10, 1), 2024)),
        (("2024-04-29/2024-05-02", None), (dt.date(2024, 4, 1), 2024)),
        (("2019", None), (None, 2019)),
        (("XXXX-07-16", "2021-07-20"), (dt.date(2021, 7, 1), 2021)),
        (("XXXX-07-16", None), (None, None)),
        ((None, "2021-07-20"), (dt.date(2021, 7, 1), 2021)),
        ((None, None), (None, None)),
    ],
)
def test_points_are_counted_in_the_month_of_the_event(write, record, rows, dates, counted):
    date, published = dates
    month, year = counted
    there = record(published_on=published)
    write(there.model_copy(update={"event": Event(type="meeting", date=date)}))
    assert rows("FROM points_over_time") == [(month, "staff_exchange", "agreed", 1, 1)]
    assert rows("SELECT year FROM article_dates") == [(year,)]


@pytest.mark.parametrize("change", ["duplicate_of = 'a0'", "is_cooperation = false"])
def test_second_copies_and_other_news_are_left_out(write, record, store, rows, change):
    write(record())
    store.connection.execute(f"UPDATE articles SET {change}")
    for view in ("meetings", "agreements", "official_timeline", "partners", "points_over_time"):
        assert rows(f"FROM {view}") == []

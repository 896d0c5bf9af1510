import datetime as dt

from communique.evaluate.gold import gold_hash, read_gold
from communique.evaluate.gold_officials import Position
from tests.evaluate.samples import EMOJI, EMPTY, RU, gold, sample, write


def test_article():
    article = gold(RU).record.article
    assert (article.language, article.published_on) == ("ru", dt.date(2023, 10, 5))
    assert gold(RU).source().language is None
    assert len(article.article_id) == 16


def test_mentions_are_numbered_in_reading_order():
    mentions = gold(RU).record.mentions
    assert [mention.mention_id for mention in mentions] == list(range(1, len(mentions) + 1))
    assert [mention.text for mention in mentions[:3]] == ["4 октября", "Твери", "ректора"]
    assert {mention.label for mention in mentions} == {
        "DATE",
        "LOC",
        "TITLE",
        "ORG",
        "PERSON",
        "DOC",
    }


def test_offsets_are_code_points():
    record = gold(EMOJI).record
    person = record.officials[0]
    assert (person.start_char, person.text) == (3, "Anna Lee")
    assert record.article.text[person.start_char : person.end_char] == "Anna Lee"


def test_institutions_have_all_their_mentions():
    first, second = gold(RU).record.institutions
    assert (first.name, first.acronym, first.country, first.kind) == (
        "Тверской институт управления",
        "ТИУ",
        "RU",
        "institute",
    )
    assert len(first.mention_ids) == 3
    assert (second.acronym, second.kind, len(second.mention_ids)) == (None, None, 1)


def test_officials_are_the_marked_persons_with_what_they_hold():
    officials = gold(RU).record.officials
    assert [one.name for one in officials] == [
        "Игорь Соловьёв",
        "Бауыржан Сериков",
        "Айгуль Нурланова",
    ]
    first = officials[0]
    assert (first.title, first.institution, first.honorific, first.side) == (
        "ректор",
        "Тверской институт управления",
        "д.э.н.",
        "host",
    )
    assert (first.text, len(first.mention_ids)) == ("Игоря Соловьёва", 2)
    assert {one.title for one in officials[1:]} == {"проректор"}


def test_a_person_at_an_institution_without_title():
    official = gold(EMOJI).record.officials[0]
    assert (official.title, official.institution) == (None, "𠮷 Academy")


def test_every_position_is_accepted_and_the_first_is_the_records():
    found = sample(
        "{PERSON p1|Anna Lee}, {TITLE p1 o1|Rector} of {ORG o1|Alpha}, {TITLE p1 o2|Chair} of {ORG o2|Beta}. The {TITLE p1|Rector} said so.",
        people="p1: Anna Lee",
        orgs="o1: Alpha\no2: Beta",
    )
    official = found.record.officials[0]
    assert (official.title, official.institution) == ("Rector", "Alpha")
    assert [(p.title, p.institution_id) for p in found.positions[1]] == [
        ("Rector", "o1"),
        ("Chair", "o2"),
    ]
    assert isinstance(found.positions[1][0], Position)


def test_dates_instruments_points_event():
    record = gold(RU).record
    assert [(date.value, date.role, date.granularity) for date in record.dates] == [
        ("2023-10-04", "event", "day"),
        ("2016", "mentioned", "year"),
    ]
    instrument = record.instruments[0]
    assert (instrument.kind, instrument.status, instrument.signed_on) == (
        "agreement",
        "in_force",
        "2016",
    )
    first, second = record.points
    assert (first.point_no, first.marker, first.topic, first.status, first.deadline) == (
        1,
        "1)",
        "education_programme",
        "agreed",
        "2024-09",
    )
    assert [(party.role, party.institution_id) for party in first.parties] == [
        ("responsible", "o2"),
        ("partner", "o1"),
    ]
    assert (second.text, second.deadline, second.parties) == ("обмениваться студентами", None, ())
    event = record.event
    assert (event.type, event.date, event.place, event.is_cooperation) == (
        "meeting",
        "2023-10-04",
        "Тверь",
        True,
    )


def test_nested_points_have_a_parent():
    record = sample(
        "Plan:\n1. [[training agreed id=a|train]]\na) [[training agreed under=a|in May]]"
    ).record
    assert [(point.point_no, point.parent_no) for point in record.points] == [(1, None), (2, 1)]


def test_reading_a_folder(tmp_path):
    write(tmp_path, ru_a=RU, en_b=EMPTY)
    found = list(read_gold(tmp_path))
    assert [article.language for article, _ in found] == ["en", "ru"]
    assert all(not problems for _, problems in found)
    assert found[1][0].record.institutions == gold(RU).record.institutions


def test_what_is_wrong_with_a_folder_is_reported_and_the_rest_read(tmp_path):
    write(tmp_path, ru_a=RU, en_b=EMPTY)
    (tmp_path / "en" / "b.txt").unlink()
    (tmp_path / "en" / "c.txt").write_text("No annotations.")
    ann = tmp_path / "ru" / "a.ann"
    ann.write_text(ann.read_text().replace("LOC 12 17\t", "PLACE 12 17\t"))
    found = list(read_gold(tmp_path))
    problems = [str(problem) for _, group in found for problem in group]
    assert len(problems) == 3
    assert f"{tmp_path}/ru/a.ann:3: T3 has the unknown label 'PLACE'" in problems[1]
    articles = [article for article, _ in found if article]
    assert len(articles) == 1
    assert "LOC" not in {mention.label for mention in articles[0].record.mentions}


def test_samples_that_do_not_state_the_article_take_the_language_from_the_folder(tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "a.txt").write_text("Hà Nội hôm nay.")
    (tmp_path / "vi" / "a.ann").write_text("T1\tLOC 0 6\tHà Nội\n")
    article, problems = next(read_gold(tmp_path))
    assert (article.language, article.has_event, problems) == ("vi", False, [])


def test_the_hash_follows_names_and_contents(tmp_path):
    write(tmp_path, ru_a=RU)
    before = gold_hash(tmp_path)
    (tmp_path / "annotation.conf").write_text("not a sample")
    assert gold_hash(tmp_path) == before
    (tmp_path / "ru" / "a.txt").write_text("other")
    assert gold_hash(tmp_path) != before

"""Hand-computed scores: gold and prediction are the same text, marked differently."""

import pytest

from communique.evaluate.measures import ACCURACIES, HEADLINES, MEASURES, score
from communique.evaluate.tally import Counts
from communique.records import ArticleRecord
from tests.evaluate.samples import EMOJI, EMPTY, RU, gold, sample

PEOPLE = "p1: Anna Lee"
ORGS = "o1: Alpha | country: VN\no2: Beta | acronym: BT"


def tally(wanted, found):
    assert wanted.record.article.text == found.record.article.text
    return score(wanted, found.record)


def counts(wanted, found):
    return tally(wanted, found).counts


@pytest.mark.parametrize("source", [RU, EMOJI, EMPTY])
def test_gold_against_itself_is_right_everywhere(source):
    article = gold(source)
    result = tally(article, article)
    assert not result.errors
    assert all(count.correct == count.predicted == count.gold for count in result.counts.values())


def test_every_count_is_a_measure_that_is_described():
    full = counts(gold(RU), gold(RU)).keys() | counts(gold(EMPTY), gold(EMPTY)).keys()
    assert full == MEASURES.keys()
    assert HEADLINES.keys() | ACCURACIES <= MEASURES.keys()


def test_nothing_predicted_has_no_recall():
    article = gold(RU)
    result = score(article, ArticleRecord(article=article.source())).counts
    assert result["mentions.strict"] == Counts(0, 0, len(article.record.mentions))
    assert result["officials.name"] == Counts(0, 0, 3)
    assert result["points.iou"] == Counts(0, 0, 2)
    assert result["points.iou"].f1 == 0
    assert result["points.iou"].precision is None


def test_mentions_strict_and_lenient():
    wanted = sample("{LOC|Ha Noi} and {LOC|Hue} and {ORG o1|Alpha}", orgs="o1: Alpha")
    found = sample("{LOC|Ha} Noi and {ORG o1|Hue} and {ORG o2|Alpha}", orgs="o1: Hue\no2: Alpha")
    result = counts(wanted, found)
    assert result["mentions.LOC.strict"] == Counts(0, 1, 2)
    assert result["mentions.LOC.lenient"] == Counts(1, 1, 2)
    assert result["mentions.ORG.strict"] == Counts(1, 2, 1)
    assert result["mentions.strict"] == Counts(1, 3, 3)
    assert result["mentions.lenient"] == Counts(2, 3, 3)
    assert result["mentions.strict"].f1 == pytest.approx(1 / 3)


def test_one_prediction_over_two_mentions_counts_once():
    wanted = sample("{LOC|Ha Noi}, {LOC|Hue} too")
    found = sample("{LOC|Ha Noi, Hue} too")
    assert counts(wanted, found)["mentions.lenient"] == Counts(1, 1, 2)


def test_framing_words_do_not_count_in_dates():
    wanted = sample("năm {DATE 2019|2019} và ngày {DATE 2024-10-30|30/10}")
    found = sample("{DATE 2019|năm 2019} và {DATE 2024-10-31|ngày 30/10}")
    result = counts(wanted, found)
    assert result["mentions.DATE.strict"] == Counts(2, 2, 2)
    assert result["dates.value"] == Counts(1, 2, 2)


def test_dates_need_the_value_at_its_place_and_their_role():
    wanted = sample("{DATE 2019 event|2019}, again {DATE 2019|2019}, {DATE 2020|2020}")
    found = sample("{DATE 2019|2019}, again 2019, {DATE 2019|2020}")
    result = counts(wanted, found)
    assert result["dates.value"] == Counts(1, 2, 3)
    assert result["dates.role"] == Counts(0, 1, 1)


BODY = (
    "{PERSON p1|Anna Lee}, {TITLE p1 %s|Rector%s} of {ORG o1|Alpha} and {ORG o2|Beta} ({ORG o2|BT})"
)


def test_officials_in_three_steps():
    wanted = sample(BODY % ("o1", ""), people=PEOPLE, orgs=ORGS)
    right = sample(BODY % ("o1", ""), people=PEOPLE, orgs=ORGS)
    other_title = sample(BODY % ("o1", "|Rectors"), people=PEOPLE, orgs=ORGS)
    other_place = sample(BODY % ("o2", ""), people=PEOPLE, orgs=ORGS)
    other_name = sample(BODY % ("o1", ""), people="p1: Anne Lee", orgs=ORGS)
    steps = ("officials.name", "officials.name_title", "officials.name_title_institution")

    def hits(found):
        return [counts(wanted, found)[step].correct for step in steps]

    assert hits(right) == [1, 1, 1]
    assert hits(other_title) == [1, 0, 0]
    assert hits(other_place) == [1, 1, 0]
    assert hits(other_name) == [0, 0, 0]
    assert [(e.aspect, e.gold, e.predicted) for e in tally(wanted, other_place).errors] == [
        ("institution", "Anna Lee: Alpha", "Anna Lee: Beta")
    ]
    assert [(e.aspect, e.kind) for e in tally(wanted, other_name).errors] == [("name", "wrong")]


def test_any_position_is_right_but_title_and_institution_must_belong_together():
    body = "{PERSON p1|Anna Lee}, {TITLE p1 o1|Rector} of {ORG o1|Alpha}, {TITLE p1 o2|Chair} of {ORG o2|Beta}"
    wanted = sample(body, people=PEOPLE, orgs="o1: Alpha\no2: Beta")
    second = wanted.record.officials[0].model_copy(
        update={"title": "Chair", "institution_id": "o2"}
    )
    mixed = second.model_copy(update={"institution_id": "o1"})
    for official, expected in ((second, 1), (mixed, 0)):
        found = wanted.record.model_copy(update={"officials": (official,)})
        result = score(wanted, found).counts
        assert result["officials.name_title"].correct == 1
        assert result["officials.name_title_institution"].correct == expected


def test_a_title_or_institution_made_up_is_wrong():
    wanted = sample(
        "{PERSON p1|Anna Lee} came; {TITLE p2|Rector} {PERSON p2|Bo} too",
        people=PEOPLE + "\np2: Bo",
    )
    official = wanted.record.officials[0].model_copy(update={"title": "Rector"})
    placed = wanted.record.officials[1].model_copy(update={"institution": "Alpha"})
    found = wanted.record.model_copy(update={"officials": (official, placed)})
    result = score(wanted, found).counts
    assert result["officials.name_title"] == Counts(1, 2, 2)
    assert result["officials.name_title_institution"] == Counts(0, 2, 2)


def test_institutions():
    wanted = sample(
        "{ORG o1|Alpha}, {ORG o2|Beta} ({ORG o2|BT}), {ORG o3|Gamma}",
        orgs=ORGS + "\no3: Gamma Hall",
    )
    # Beta is split in two, Gamma has another name and a country that nobody told
    found = sample(
        "{ORG o1|Alpha}, {ORG o2|Beta} ({ORG o3|BT}), {ORG o4|Gamma}",
        orgs="o1: ALPHA | country: LA\no2: Beta\no3: BT\no4: Gamma | country: DE",
    )
    result = counts(wanted, found)
    assert result["institutions.strict"] == Counts(2, 4, 3)
    assert result["institutions.lenient"] == Counts(3, 4, 3)
    assert result["institutions.country"] == Counts(0, 2, 2)


def test_instruments():
    wanted = sample("a {DOC memorandum signed|memorandum of 2020}, a {DOC plan planned|plan}")
    found = sample("a {DOC memorandum in_force|memorandum} of 2020, a plan")
    result = counts(wanted, found)
    assert result["instruments.strict"] == Counts(0, 1, 2)
    assert result["instruments.lenient"] == Counts(1, 1, 2)
    assert result["instruments.kind"] == Counts(1, 1, 1)
    assert result["instruments.status"] == Counts(0, 1, 1)


def test_points():
    wanted = sample(
        "(1) [[training agreed responsible=o1 deadline=2025|train ten experts]]; (2) [[culture discussed|a day of films]]; {ORG o1|Alpha}, {ORG o2|Beta}",
        orgs=ORGS,
    )
    # 13 of 17 characters; 3 of 14; the third is made up
    found = sample(
        "(1) train [[training proposed responsible=o1 partner=o2|ten experts]]; (2) a day of [[culture discussed|fi]]lms; {ORG o1|Alpha}, [[other agreed|{ORG o2|Beta}]]",
        orgs="o1: Alfa\no2: Beta",
    )
    result = counts(wanted, found)
    assert result["points.exact"] == Counts(0, 3, 2)
    assert result["points.iou"] == Counts(1, 3, 2)
    assert result["points.topic"] == Counts(1, 1, 1)
    assert result["points.status"] == Counts(0, 1, 1)
    assert result["points.deadline"] == Counts(0, 0, 1)
    assert result["points.parties"] == Counts(1, 2, 1)
    assert "points.empty" not in result


def test_half_of_a_point_is_enough_and_less_is_not():
    wanted = sample("[[training agreed|0123456789]]")
    half = sample("[[training agreed|01234]]56789")
    less = sample("[[training agreed|0123]]456789")
    assert counts(wanted, half)["points.iou"].correct == 1
    assert counts(wanted, less)["points.iou"].correct == 0


def test_articles_without_points_stay_empty_or_not():
    wanted, found = sample("We talk."), sample("[[other agreed|We talk]].")
    assert counts(wanted, wanted)["points.empty"] == Counts(1, 1, 1)
    assert counts(wanted, found)["points.empty"] == Counts(0, 1, 1)


def test_event():
    article = gold(RU)
    wrong = article.record.event.model_copy(
        update={"type": "visit", "date": "2023-10-05", "place": "  ТВЕРЬ ", "is_cooperation": False}
    )
    result = score(article, article.record.model_copy(update={"event": wrong})).counts
    assert result["event.type"] == Counts(0, 1, 1)
    assert result["event.date"] == Counts(0, 1, 1)
    assert result["event.place"] == Counts(1, 1, 1)
    assert result["event.cooperation"] == Counts(0, 1, 1)
    nothing = wrong.model_copy(update={"date": None, "is_cooperation": None})
    result = score(article, article.record.model_copy(update={"event": nothing})).counts
    assert result["event.date"] == Counts(0, 0, 1)
    assert "event.cooperation" not in result


def test_confidences_are_graded():
    wanted = sample("{LOC|Ha Noi} and [[training agreed|train people]]")
    mention = wanted.record.mentions[0]
    short = mention.model_copy(
        update={"end_char": mention.end_char - 1, "text": mention.text[:-1], "confidence": 0.9}
    )
    point = wanted.record.points[0].model_copy(update={"confidence": 0.6})
    found = wanted.record.model_copy(update={"mentions": (short,), "points": (point,)})
    assert score(wanted, found).graded == {"mentions": [(0.9, False)], "points": [(0.6, True)]}

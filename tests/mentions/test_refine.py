import pytest
import spacy
from spacy.tokens import Span

from communique.mentions import MENTIONS, POINTS, set_mentions, set_points
from communique.mentions.refine import refine
from tests.making import article

TEXT = (
    "Kim met Ann Lee on 5 May 2024. The sides agreed to:\n"
    "- train staff in Hue;\n- hold a forum.\nAnn Lee smiled."
)


@pytest.fixture
def doc():
    made = spacy.blank("xx")(TEXT)
    made._.article = article(TEXT)
    set_mentions(made, [], [])
    set_points(made, [], scores=[], topics=[], statuses=[])
    return made


def span(doc, text, label):
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text), label=label)
    assert found is not None
    return found


def test_the_date_patterns_take_the_place_of_the_models_dates(doc):
    set_mentions(doc, [span(doc, "on 5 May", "DATE")], [0.9])
    assert [(m.label_, m.text) for m in refine(doc).spans[MENTIONS]] == [("DATE", "5 May 2024")]


@pytest.mark.usefixtures("doc")
def test_an_instrument_ends_before_a_date():
    text = "They signed the Protocol of 5 May 2024 in Hue."
    made = spacy.blank("xx")(text)
    made._.article = article(text)
    set_mentions(made, [span(made, "Protocol of 5 May 2024", "DOC")], [0.8])
    found = [(m.label_, m.text) for m in refine(made).spans[MENTIONS]]
    assert found == [("DOC", "Protocol"), ("DATE", "5 May 2024")]


def test_a_name_is_found_again_with_the_same_certainty(doc):
    set_mentions(doc, [span(doc, "Ann Lee", "PERSON")], [0.8])
    group = refine(doc).spans[MENTIONS]
    people = [m.text for m in group if m.label_ == "PERSON"]
    assert people == ["Ann Lee", "Ann Lee"]
    assert group.attrs["scores"] == [0.8, 0.98, 0.8]


def test_a_surname_is_a_person_where_it_stands_alone():
    text = "Rektorn Birgitta Lövgren talade. Lövgren är 52 år."
    made = spacy.blank("xx")(text)
    made._.article = article(text, language="sv")
    set_mentions(made, [span(made, "Birgitta Lövgren", "PERSON")], [0.8])
    assert [m.text for m in refine(made).spans[MENTIONS]] == ["Birgitta Lövgren", "Lövgren"]


@pytest.mark.usefixtures("doc")
def test_a_person_called_like_a_country_is_a_place():
    text = "Korea grew fast."
    made = spacy.blank("xx")(text)
    made._.article = article(text)
    set_mentions(made, [Span(made, 0, 1, label="PERSON")], [0.6])
    assert [m.label_ for m in refine(made).spans[MENTIONS]] == ["LOC"]


@pytest.mark.usefixtures("doc")
def test_a_title_with_a_dash_is_one_and_two_with_a_comma_are_two():
    text = "Ann Lee, Board Member – Vice-Rector, Dean, spoke."
    made = spacy.blank("xx")(text)
    made._.article = article(text)
    titles = [span(made, words, "TITLE") for words in ("Board Member", "Vice-Rector", "Dean")]
    set_mentions(made, titles, [0.9, 0.8, 0.9])
    found = [m.text for m in refine(made).spans[MENTIONS]]
    assert found == ["Board Member – Vice-Rector", "Dean"]


def test_a_point_gets_the_bounds_of_the_list_item_that_it_mostly_is(doc):
    point = span(doc, "train staff in", "POINT")
    set_points(doc, [point], scores=[0.7], topics=[{"training": 1.0}], statuses=["agreed"])
    group = refine(doc).spans[POINTS]
    assert [p.text for p in group] == ["train staff in Hue"]
    assert group.attrs["topics"] == [{"training": 1.0}]


def test_two_points_in_one_item_become_one(doc):
    found = [span(doc, "hold a forum", "POINT"), Span(doc, 0, 1, label="POINT")]
    twice = [found[0], doc[found[0].start : found[0].end - 1]]
    points = [Span(doc, p.start, p.end, label="POINT") for p in twice]
    set_points(
        doc, points, scores=[0.7, 0.6], topics=[{"conference": 1.0}] * 2, statuses=["agreed"] * 2
    )
    assert [p.text for p in refine(doc).spans[POINTS]] == ["hold a forum"]


@pytest.mark.usefixtures("doc")
@pytest.mark.parametrize(
    ("found", "right"),
    [
        (["will", "open a centre in Hue"], ["will open a centre in Hue"]),
        (["sides", "open a centre in Hue"], ["sides will open a centre in Hue"]),
        (["Talks", "open a centre in Hue"], ["open a centre in Hue"]),
        (["open a centre in Hue", "smiled"], ["open a centre in Hue"]),
        # a point ends with its sentence, and begins behind a label
        (
            ["open a centre in Hue. Lee: teach a course"],
            ["open a centre in Hue", "teach a course"],
        ),
        (["Lee: teach a course"], ["teach a course"]),
        # and does not end with a word that needs another
        (["open a centre in"], ["open a centre in Hue"]),
        (["will open a", "centre in Hue"], ["will open a centre in Hue"]),
    ],
)
def test_points_have_the_bounds_of_one_activity(found, right):
    text = "Talks ended. The sides will open a centre in Hue. Lee: teach a course. They smiled."
    made = spacy.blank("xx")(text)
    made._.article = article(text)
    set_mentions(made, [], [])
    spans = [span(made, words, "POINT") for words in found]
    number = len(spans)
    set_points(
        made,
        spans,
        scores=[0.95] * number,
        topics=[{"other": 1.0}] * number,
        statuses=["agreed"] * number,
    )
    assert [point.text for point in refine(made).spans[POINTS]] == right


@pytest.mark.usefixtures("doc")
@pytest.mark.parametrize(("sure", "dates"), [(0.97, ["1902"]), (0.6, [])])
def test_a_date_that_only_a_sure_model_finds(sure, dates):
    text = "Begonnen wurde das Buch 1902 mit ihrer Unterschrift."
    made = spacy.blank("xx")(text)
    made._.article = article(text, language="de")
    set_mentions(made, [span(made, "1902", "DATE")], [sure])
    assert [m.text for m in refine(made).spans[MENTIONS]] == dates


def test_an_instrument_is_named_again_in_the_text_but_not_in_an_address():
    text = "They signed an agreement. See https://site.org/agreement/2 for the agreement."
    made = spacy.blank("xx")(text)
    made._.article = article(text)
    set_mentions(made, [span(made, "agreement", "DOC")], [0.8])
    places = [m.start_char for m in refine(made).spans[MENTIONS]]
    assert places == [text.index("agreement"), text.rindex("agreement")]

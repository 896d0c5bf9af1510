from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.schema import ATTRIBUTES, NOTE_KEYS, format_note, parse_note

VALUES = (
    st.text(
        st.characters(exclude_characters="\n\t|", exclude_categories=["Cs", "Zl", "Zp", "Cc"]),
        min_size=1,
    )
    .map(str.strip)
    .filter(bool)
)


@given(st.dictionaries(st.sampled_from(NOTE_KEYS["ORG"]), VALUES))
def test_notes_come_back_as_they_were_written(values):
    assert parse_note(format_note(values), "ORG") == values


def test_a_bar_or_a_colon_stays_in_its_value():
    assert parse_note("title: A | B: C | event_place: Oslo", "ARTICLE") == {
        "title": "A | B: C",
        "event_place": "Oslo",
    }


def test_remarks_of_annotators_are_no_values():
    assert parse_note("please check: who is this?", "PERSON") == {}


def test_values_of_attributes():
    assert ATTRIBUTES["Topic"].allows("training")
    assert not ATTRIBUTES["Topic"].allows("Training")
    assert ATTRIBUTES["Official"].allows("")
    assert not ATTRIBUTES["Official"].allows("yes")
    assert ATTRIBUTES["Value"].allows("2024-10")
    assert ATTRIBUTES["Language"].allows("kk")
    assert not ATTRIBUTES["Language"].allows("kaz")

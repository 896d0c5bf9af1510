import pytest

from communique.ingest import FieldMap


def test_usual_names():
    columns = FieldMap().columns(["ID", "Headline", "BODY", "pubDate", "Source"])
    assert columns == {"title": "Headline", "text": "BODY", "date": "pubDate", "site": "Source"}


def test_first_name_counts():
    assert FieldMap().columns(["content", "text"])["text"] == "text"


def test_parsed_names_replace_the_usual_ones():
    fields = FieldMap.parse(" text = body , date=pub_date")
    assert fields.text == ("body",)
    assert fields.date == ("pub_date",)
    assert fields.title == FieldMap().title
    assert FieldMap.parse("") == FieldMap()


@pytest.mark.parametrize("wrong", ["text", "text=", "=body", "text:body"])
def test_string_of_another_form(wrong):
    with pytest.raises(ValueError, match="part=name"):
        FieldMap.parse(wrong)


def test_unknown_part_names_the_known_ones():
    with pytest.raises(ValueError, match="text, title, url, date, language, site"):
        FieldMap.parse("body=text")

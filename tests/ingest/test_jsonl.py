import datetime as dt
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest import FieldMap, json_stream
from communique.ingest.errors import BadInputError
from communique.ingest.json_stream import JsonStream
from communique.records import Failure
from tests.ingest.reading import outcome, read

RECORD = {
    "headline": "Встреча",
    "body": "Ректор подписал меморандум.\nКонец.",
    "pubdate": "2024-10-31T10:00:00Z",
    "link": "https://www.apa.kz/news/1",
    "lang": "rus",
}


def test_one_object(write):
    path = write("a.json", json.dumps(RECORD))
    (article,) = read(path)
    assert article.text == RECORD["body"]
    assert article.title == "Встреча"
    assert article.url == RECORD["link"]
    assert article.site == "apa.kz"
    assert article.published_on == dt.date(2024, 10, 31)
    assert article.language == "ru"
    assert article.source_path == str(path)


def test_list_of_objects(write):
    path = write("a.json", json.dumps([{"text": "one"}, {"text": "two"}], indent=1))
    items = read(path)
    assert outcome(items) == ["one", "two"]
    assert [item.source_path for item in items] == [f"{path}#1", f"{path}#2"]


def test_lines_are_numbered_as_in_the_file(write):
    path = write("a.jsonl", '{"text": "one"}\n\n{"text": "three"}\r\n{"text": "four"}')
    items = read(path)
    assert outcome(items) == ["one", "three", "four"]
    assert [item.source_path for item in items] == [f"{path}#{n}" for n in (1, 3, 4)]


def test_other_names_of_fields(write):
    path = write("a.jsonl", '{"txt": "one", "d": "05.05.2024", "text": "not this"}')
    (article,) = read(path, FieldMap.parse("text=txt,date=d"))
    assert article.text == "one"
    assert article.published_on == dt.date(2024, 5, 5)


def test_broken_line_is_told_and_the_others_come(write):
    path = write("a.jsonl", '{"text": "one"}\n{"text": "two" \n{"text": "three"}\n')
    items = read(path)
    assert outcome(items) == ["one", "broken-json", "three"]
    assert items[1].source_path == f"{path}#2"
    assert "line 2, column 17" in items[1].message


def test_broken_list_is_read_up_to_the_break(write):
    items = read(write("a.json", '[{"text": "one"},\n {"text": "two" oops}, {"text": "three"}]'))
    assert outcome(items) == ["one", "broken-json"]
    assert "line 2, column 17" in items[1].message
    assert "What follows was not read" in items[1].message


def test_truncated_list_is_read_up_to_its_end(write):
    items = read(write("a.json", '[{"text": "one"}, {"text": "tw'))
    assert outcome(items) == ["one", "broken-json"]


def test_objects_one_a_line_under_the_wrong_name(write):
    items = read(write("a.json", '{"text": "one"}\n{"text": "two"}\n'))
    assert outcome(items) == ["one", "broken-json"]
    assert ".jsonl" in items[1].message


def test_record_without_text_names_its_keys_and_what_to_do(write):
    (failure,) = read(write("a.jsonl", '{"title": "T", "summary": "S"}'))
    assert failure.error == "no-text"
    for part in ["'title'", "'summary'", "text=", "'body'"]:
        assert part in failure.message


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("[1]", "not-a-record"),
        ("5", "not-a-record"),
        ('"a string"', "not-a-record"),
        ("null", "not-a-record"),
        ("{}", "no-text"),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n "}', "empty"),
        ('{"text": null}', "empty"),
        ('{"text": ["a", "b"]}', "text-not-a-string"),
        ('{"text": 5}', "text-not-a-string"),
        ("not json", "broken-json"),
        ("[" * 100_000, "broken-json"),
        ('{"a":' * 100_000, "broken-json"),
        ('{"text": ' + "9" * 10_000 + "}", "broken-json"),
    ],
)
def test_bad_record_in_a_line_and_in_a_list(write, line, error):
    items = read(write("a.jsonl", f'{line}\n{{"text": "good"}}'))
    assert outcome(items) == [error, "good"]
    assert isinstance(items[0], Failure)
    items = read(write("a.json", f'[{{"text": "good"}}, {line}]'))
    assert outcome(items) == ["good", error]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", ""), ("a.json", " \n"), ("a.json", "[]"), ("a.jsonl", ""), ("a.jsonl", "\n \n")],
)
def test_nothing_in_it(write, name, content):
    assert outcome(read(write(name, content))) == ["empty"]


def test_missing_values_fall_to_the_next_name(write):
    (article,) = read(
        write("a.jsonl", '{"text": null, "content": "Text", "title": "", "url": 5, "site": {}}')
    )
    assert article.text == "Text"
    assert article.title is None
    assert article.site is None


def test_lone_surrogates_are_replaced(write):
    path = write("a.jsonl", '{"text": "bad \\ud83d end", "title": "\\udc00", "url": "\\ud800"}')
    (article,) = read(path)
    assert article.text == "bad \ufffd end"
    assert article.model_dump_json().encode()
    (failure,) = read(write("b.jsonl", '{"\\ud800": 1}'))
    assert failure.model_dump_json().encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_other_encodings(write, encoding, name):
    content = '{"text": "Ректор подписал меморандум о сотрудничестве"}'
    (article,) = read(write(name, content.encode(encoding)))
    assert article.text == "Ректор подписал меморандум о сотрудничестве"


def test_line_that_is_not_utf8_among_others(write):
    lines = ['{"text": "Привет"}'.encode(), b'{"text": "\xff\xfe bad"}', b'{"text": "ok"}']
    assert outcome(read(write("a.jsonl", b"\n".join(lines)))) == ["Привет", "undecodable", "ok"]


def test_binary_file(write):
    assert outcome(read(write("a.jsonl", bytes(range(256)) * 9))) == ["not-text"]


def test_too_long_a_text_is_left_out(write):
    long = json.dumps({"text": "ab " * 7_000_000})
    assert outcome(read(write("a.jsonl", f'{long}\n{{"text": "ok"}}'))) == ["too-large", "ok"]
    assert outcome(read(write("a.json", f'[{long},\n{{"text": "ok"}}]'))) == ["too-large", "ok"]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(values), st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
def test_stream_gives_what_the_list_has_however_it_is_cut(expected, chunk, indent, plain):
    text = json.dumps(expected, indent=indent, ensure_ascii=plain)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK", chunk)
        stream = JsonStream(io.StringIO(text))
        assert stream.is_list()
        assert list(stream.elements()) == expected
        stream.end()


@given(st.integers(1, 40))
def test_stream_tells_the_place_of_an_error_however_it_is_cut(chunk):
    text = '[\n{"a": 1},\n {"b": "x",\n  "c": oops, "more": "' + "x" * 50 + '"}]'
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK", chunk)
        stream = JsonStream(io.StringIO(text))
        assert stream.is_list()
        elements = stream.elements()
        assert next(elements) == {"a": 1}
        with pytest.raises(BadInputError, match="line 4, column 8"):
            next(elements)

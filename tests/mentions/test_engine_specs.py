import pytest

from communique.errors import UnknownEngineError
from communique.mentions.engine_specs import EngineSpec, parse_engines
from communique.mentions.errors import EngineSpecError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("encoder", [("encoder", "")]),
        ("spacy:en_core_web_sm", [("spacy", "en_core_web_sm")]),
        ("stanza:kk=kaznerd,vi=vlsp", [("stanza", "kk=kaznerd,vi=vlsp")]),
        ("encoder+spacy:custom", [("encoder", ""), ("spacy", "custom")]),
        ("encoder + stanza + patterns", [("encoder", ""), ("stanza", ""), ("patterns", "")]),
        ("spacy:news+blogs/model", [("spacy", "news+blogs/model")]),
        ("spacy:a+stanza_files+gliner:C:/m", [("spacy", "a+stanza_files"), ("gliner", "C:/m")]),
    ],
)
def test_engines_are_named_alone_or_joined(text, expected):
    assert [(one.name, one.model) for one in parse_engines(text)] == expected


def test_a_spec_is_written_as_it_is_read():
    assert str(EngineSpec("spacy", "custom")) == "spacy:custom"
    assert str(EngineSpec("stanza")) == "stanza"


@pytest.mark.parametrize(
    ("text", "named"),
    [("magic", "magic"), ("encoder+magic", "magic"), ("", "''"), ("magic:x", "magic")],
)
def test_an_unknown_engine_is_named_with_those_there_are(text, named):
    with pytest.raises(UnknownEngineError, match=rf"{named}.*encoder, gliner, patterns"):
        parse_engines(text)


@pytest.mark.parametrize("text", ["spacy", "spacy:", "encoder:big", "patterns:", "stanza:"])
def test_what_stands_behind_the_colon_has_to_fit_the_engine(text):
    with pytest.raises(EngineSpecError, match="It is written"):
        parse_engines(text)

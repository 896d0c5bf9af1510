import json
from xml.etree import ElementTree as ET

import pytest
import spacy
import typer
from spacy.tokens import DocBin, Span
from typer.testing import CliRunner

from communique.evaluate.gold import read_gold
from communique.evaluate.interchange import label_studio
from communique.evaluate.interchange.command import annotations_app
from communique.evaluate.interchange.named import safe_name

app = typer.Typer()
app.add_typer(annotations_app, name="annotations")


def run(*arguments):
    return CliRunner().invoke(app, ["annotations", *map(str, arguments)])


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


@pytest.mark.parametrize("ending", ["json", "spacy"])
def test_there_and_back(tmp_path, folder, ending):
    assert run("export", folder, tmp_path / f"x.{ending}").exit_code == 0
    result = run("import", tmp_path / f"x.{ending}", tmp_path / "back")
    assert result.exit_code == 0, result.output
    assert contents(tmp_path / "back") == contents(folder)


def test_label_studio_regions_repeat_the_text_at_their_code_points(tmp_path, folder):
    run("export", folder, tmp_path / "x.json")
    task = next(
        t for t in json.loads((tmp_path / "x.json").read_text()) if t["data"]["name"] == "en/b"
    )
    regions = [
        item["value"] for item in task["annotations"][0]["result"] if item["type"] == "labels"
    ]
    text = task["data"]["text"]
    assert all(text[value["start"] : value["end"]] == value["text"] for value in regions)
    assert {"start": 3, "end": 11, "text": "Anna Lee", "labels": ["PERSON"]} in regions


def test_label_studio_in_utf16_units_is_told_by_the_text(tmp_path, folder):
    run("export", folder, tmp_path / "x.json")
    tasks = json.loads((tmp_path / "x.json").read_text())
    for task in tasks:
        text = task["data"]["text"]
        for item in task["annotations"][0]["result"]:
            if item["type"] != "relation":
                for edge in ("start", "end"):
                    item["value"][edge] = len(text[: item["value"][edge]].encode("utf-16-le")) // 2
    (tmp_path / "x.json").write_text(json.dumps(tasks))
    assert run("import", tmp_path / "x.json", tmp_path / "back").exit_code == 0
    assert contents(tmp_path / "back") == contents(folder)


def test_label_studio_of_its_own_making(tmp_path):
    """Ids of the editor, string offsets, a cancelled annotation, a relation drawn backwards."""
    region = {"from_name": "label", "to_name": "text", "type": "labels"}
    result = [
        {
            **region,
            "id": "xY1",
            "value": {"start": "0", "end": "8", "text": "Anna Lee", "labels": ["PERSON"]},
        },
        {
            **region,
            "id": "aB2",
            "value": {"start": 10, "end": 16, "text": "Rector", "labels": ["TITLE"]},
        },
        {
            "type": "relation",
            "from_id": "aB2",
            "to_id": "xY1",
            "direction": "left",
            "labels": ["holds"],
        },
        {
            "id": "xY1",
            "from_name": "Official",
            "to_name": "text",
            "type": "choices",
            "value": {"start": 0, "end": 8, "choices": ["yes"]},
        },
        {
            "id": "xY1",
            "from_name": "note",
            "to_name": "text",
            "type": "textarea",
            "value": {"text": ["name: Anna Lee"]},
        },
    ]
    task = {
        "data": {"text": "Anna Lee, Rector."},
        "annotations": [{"was_cancelled": True, "result": []}, {"result": result}],
    }
    (tmp_path / "p.json").write_text(json.dumps([task]))
    assert run("import", tmp_path / "p.json", tmp_path / "back").exit_code == 0
    article, problems = next(read_gold(tmp_path / "back"))
    assert not problems
    assert [(one.name, one.title) for one in article.record.officials] == [("Anna Lee", "Rector")]


def test_regions_without_their_text_are_reported_and_the_rest_kept(tmp_path):
    value = {"start": 0, "end": 4, "text": "Anna", "labels": ["PERSON"]}
    wrong = {"start": 1, "end": 5, "text": "Anna", "labels": ["PERSON"]}
    result = [{"id": i, "type": "labels", "value": v} for i, v in (("T1", value), ("T2", wrong))]
    tasks = [{"data": {"text": "Anna Lee"}, "annotations": [{"result": result}]}, {"data": {}}]
    (tmp_path / "p.json").write_text(json.dumps(tasks))
    outcome = run("import", tmp_path / "p.json", tmp_path / "back")
    assert outcome.exit_code == 1
    assert "task 1: region [1, 5) is not 'Anna' in its text" in outcome.stderr
    assert "task 2 has no text" in outcome.stderr
    assert (tmp_path / "back" / "p-0001.ann").read_text() == "T1\tPERSON 0 4\tAnna\n"


def test_the_labelling_interface_names_every_label_and_attribute():
    root = ET.fromstring(label_studio.labeling_config())  # noqa: S314  written by ourselves
    assert {one.get("value") for one in root.iter("Label")} >= {"ARTICLE", "POINT", "PERSON", "DOC"}
    assert root.find("Choices[@name='Topic']").get("whenLabelValue") == "POINT"
    assert root.find("TextArea[@name='Value']") is not None


def test_a_docbin_has_the_spans_that_spacy_trains_from(tmp_path, folder):
    run("export", folder, tmp_path / "x.spacy")
    docs = {
        doc.user_data["annotations"]["name"]: doc
        for doc in DocBin().from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("xx").vocab)
    }
    assert [span.text for span in docs["en/b"].spans["points"]] == ["hold a forum in May 2025"]
    assert {span.label_ for span in docs["ru/a"].spans["mentions"]} == {
        "PERSON",
        "TITLE",
        "ORG",
        "LOC",
        "DATE",
        "DOC",
    }


def test_a_docbin_of_entities_alone(tmp_path):
    doc = spacy.blank("xx")("Anna Lee came to Hue")
    doc.ents = [Span(doc, 0, 2, label="PERSON"), Span(doc, 4, 5, label="LOC")]
    DocBin(docs=[doc]).to_disk(tmp_path / "ner.spacy")
    assert run("import", tmp_path / "ner.spacy", tmp_path / "back").exit_code == 0
    assert (
        tmp_path / "back" / "ner-0001.ann"
    ).read_text() == "T1\tPERSON 0 8\tAnna Lee\nT2\tLOC 17 20\tHue\n"


@pytest.mark.parametrize("name", ["x.json", "x.spacy"])
def test_files_that_are_something_else_are_refused(tmp_path, name):
    (tmp_path / name).write_text('{"a": 1}')
    result = run("import", tmp_path / name, tmp_path / "back")
    assert result.exit_code == 2
    assert not (tmp_path / "back").exists()


def test_other_endings_and_empty_folders_are_refused(tmp_path, folder):
    assert run("export", folder, tmp_path / "x.csv").exit_code == 2
    (tmp_path / "empty").mkdir()
    assert run("export", tmp_path / "empty", tmp_path / "x.json").exit_code == 2


def test_names_stay_below_the_folder():
    assert safe_name("../../etc/passwd") == "etc/passwd"
    assert safe_name("/train/vi/a 1?") == "train/vi/a-1-"
    assert safe_name("..") == "article"

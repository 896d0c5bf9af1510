"""Label Studio: annotated articles as tasks in its JSON format.

Spans are ``labels``, attributes with listed values ``choices`` and other attributes and notes
``textarea`` on the region, relations ``relation`` items; ``labeling_config`` gives the project's
labelling interface for them. The format is described at https://labelstud.io/guide/task_format.

Offsets are code points in today's Label Studio, but were UTF-16 code units in others
(HumanSignal/label-studio#1347, #1559). Files do not say which; the text that each region repeats
does, so an import looks there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from communique.evaluate.brat import BratDocument, Problem, Relation, TextBound
from communique.evaluate.interchange.named import Named, renumbered
from communique.evaluate.interchange.units import locate
from communique.evaluate.schema import ATTRIBUTES, RELATIONS, SPAN_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    Json = dict[str, Any]

_FLAG = "yes"
_NOTE = "note"


def labeling_config() -> str:
    """The labelling interface for a Label Studio project with these annotations."""
    lines = ["<View>", "  <Style>.htx-text{ white-space: pre-wrap; }</Style>"]
    lines += ['  <Labels name="label" toName="text">']
    lines += [f'    <Label value="{label}"/>' for label in SPAN_LABELS]
    lines += ["  </Labels>", "  <Relations>"]
    lines += [f'    <Relation value="{name}"/>' for name in RELATIONS]
    lines += ["  </Relations>", '  <Text name="text" value="$text"/>']
    for name, kind in ATTRIBUTES.items():
        place = f'name="{name}" toName="text" perRegion="true" whenTagName="label"'
        place += f' whenLabelValue="{kind.label}"'
        if kind.check:
            lines.append(f'  <TextArea {place} placeholder="{name}" maxSubmissions="1"/>')
        else:
            choices = "".join(f'<Choice value="{v}"/>' for v in kind.values or (_FLAG,))
            lines.append(f'  <Choices {place} choice="single-radio">{choices}</Choices>')
    lines += [f'  <TextArea name="{_NOTE}" toName="text" perRegion="true" maxSubmissions="1"/>']
    return "\n".join([*lines, "</View>"]) + "\n"


def dump(articles: Iterable[Named]) -> str:
    """The articles as Label Studio tasks, one annotation each."""
    tasks = [
        {
            "id": number,
            "data": {"text": article.document.text, "name": article.name},
            "annotations": [{"result": _result(article.document)}],
        }
        for number, article in enumerate(articles, start=1)
    ]
    return json.dumps(tasks, ensure_ascii=False, indent=1)


def _result(document: BratDocument) -> list[Json]:
    items: list[Json] = []
    for span in document.spans.values():
        where = {"start": span.start, "end": span.end}
        surface = document.text[span.start : span.end]
        items.append(_item(span, "label", "labels", {**where, "text": surface}, [span.label]))
        for name, value in document.attributes.get(span.id, {}).items():
            items.append(_attribute(span, name, value, where))
        if span.id in document.notes:
            items.append(_item(span, _NOTE, "textarea", where, [document.notes[span.id]]))
    items += [
        {
            "from_id": link.source,
            "to_id": link.target,
            "type": "relation",
            "direction": "right",
            "labels": [link.type],
        }
        for link in document.relations
    ]
    return items


def _attribute(span: TextBound, name: str, value: str, where: Json) -> Json:
    if ATTRIBUTES[name].check:
        return _item(span, name, "textarea", where, [value])
    return _item(span, name, "choices", where, [value or _FLAG])


def _item(span: TextBound, name: str, kind: str, where: Json, values: list[str]) -> Json:
    field = "text" if kind == "textarea" else kind
    return {
        "id": span.id,
        "from_name": name,
        "to_name": "text",
        "type": kind,
        "value": {**where, field: values},
    }


def load(path: Path) -> tuple[list[Named], list[Problem]]:
    """Read a Label Studio export.

    Of a task with several annotations the first that was not cancelled counts.

    Raises:
        ValueError: the file is not a list of tasks with a text.
    """
    tasks = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        raise ValueError(f"{path} is not a Label Studio export: it must be a JSON list of tasks")
    articles: list[Named] = []
    problems: list[Problem] = []
    for number, task in enumerate(tasks, start=1):
        text = task.get("data", {}).get("text")
        if not isinstance(text, str):
            message = f"task {number} has no text in data.text"
            problems.append(Problem(path, 0, message))
            continue
        document = BratDocument(path, text)
        problems += _read_task(document, number, _first_result(task))
        name = task["data"].get("name") or f"{path.stem}-{number:04}"
        articles.append(Named(name, renumbered(document)))
    return articles, problems


def _first_result(task: Json) -> list[Json]:
    annotations = task.get("annotations") or task.get("completions") or []
    done = [one for one in annotations if not one.get("was_cancelled")]
    return done[0]["result"] if done else []


def _read_task(document: BratDocument, number: int, result: list[Json]) -> list[Problem]:
    regions = [item for item in result if item.get("type") == "labels"]
    values = [item["value"] for item in regions]
    stretches = [(int(v["start"]), int(v["end"]), v.get("text")) for v in values]
    problems = []
    for item, place in zip(regions, locate(document.text, stretches), strict=True):
        if place is None:
            value = item["value"]
            where = f"[{value['start']}, {value['end']})"
            message = f"task {number}: region {where} is not {value.get('text')!r} in its text"
            problems.append(Problem(document.path, 0, message))
            continue
        label = item["value"]["labels"][0]
        surface = document.text[slice(*place)].replace("\n", " ")
        document.spans[item["id"]] = TextBound(item["id"], label, *place, surface)
    for item in result:
        _read_fact(document, item)
    return problems


def _read_fact(document: BratDocument, item: Json) -> None:
    """Add an attribute, note or relation to spans that were read before."""
    if item.get("type") == "relation":
        ends = item["from_id"], item["to_id"]
        if all(end in document.spans for end in ends):
            if item.get("direction") == "left":
                ends = ends[::-1]
            document.relations += [Relation(kind, *ends) for kind in item.get("labels") or []]
    elif item.get("id") in document.spans and item["type"] in {"choices", "textarea"}:
        value = item["value"]["choices" if item["type"] == "choices" else "text"][0]
        name = item["from_name"]
        if name == _NOTE:
            document.notes[item["id"]] = value
        else:
            flag = name in ATTRIBUTES and not ATTRIBUTES[name].values and value == _FLAG
            document.attributes[item["id"]][name] = "" if flag else value

"""How an :class:`~communique.records.ArticleRecord` lies in the tables.

Columns are named as the fields of the records are, so the correspondence is a matter of which
field goes to which table; only the event and the parties of points need a step of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.records import (
    AgreementPoint,
    Article,
    ArticleRecord,
    DateMention,
    Event,
    Institution,
    Instrument,
    Mention,
    Official,
    Passage,
    PointParty,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_LISTS: dict[str, tuple[str, type[BaseModel]]] = {
    "mentions": ("mentions", Mention),
    "article_institutions": ("institutions", Institution),
    "officials": ("officials", Official),
    "dates": ("dates", DateMention),
    "instruments": ("instruments", Instrument),
    "agreement_points": ("points", AgreementPoint),
}
"""Table: the field of the record that fills it, and the model of its items."""

_EVENT = {"type": "event_type", "date": "event_date", "place": "event_place"}
"""Fields of the event whose columns in ``articles`` have another name."""

_ARTICLE_COLUMNS = [name for name in Article.model_fields if name != "passages"]
_EVENT_COLUMNS = [_EVENT.get(name, name) for name in Event.model_fields]

COLUMNS: dict[str, list[str]] = {
    "articles": [*_ARTICLE_COLUMNS, *_EVENT_COLUMNS],
    "passages": ["article_id", *Passage.model_fields],
    **{
        table: ["article_id", *(name for name in model.model_fields if name != "parties")]
        for table, (_, model) in _LISTS.items()
    },
    "point_parties": ["article_id", "point_no", *PointParty.model_fields],
}
"""The columns of every table of an article that a record fills."""

ARTICLE_TABLES = tuple(COLUMNS)
"""Every table whose rows belong to one article each, ``articles`` first."""


def to_rows(record: ArticleRecord) -> Rows:
    """The rows of a record by table, with values as JSON has them."""
    data = record.model_dump(mode="json")
    article, event = data["article"], data["event"]
    key = {"article_id": record.article.article_id}
    passages = article.pop("passages")
    parties = [
        {**key, "point_no": point["point_no"], **party}
        for point in data["points"]
        for party in point.pop("parties")
    ]
    return {
        "articles": [{**article, **{_EVENT.get(name, name): event[name] for name in event}}],
        "passages": [{**key, **passage} for passage in passages],
        "point_parties": parties,
        **{
            table: [{**key, **item} for item in data[field]] for table, (field, _) in _LISTS.items()
        },
    }


def from_rows(rows: Rows) -> ArticleRecord:
    """The record whose rows, by table, these are."""
    (row,) = rows["articles"]
    parties: dict[int, list[Row]] = {}
    for party in _items(rows["point_parties"]):
        parties.setdefault(party.pop("point_no"), []).append(party)
    points = [
        {**point, "parties": parties.get(point["point_no"], [])}
        for point in _items(rows["agreement_points"])
    ]
    lists = {field: _items(rows[table]) for table, (field, _) in _LISTS.items()}
    article = {name: row[name] for name in _ARTICLE_COLUMNS}
    return ArticleRecord.model_validate(
        {
            **lists,
            "points": points,
            "article": {**article, "passages": _items(rows["passages"])},
            "event": {name: row[_EVENT.get(name, name)] for name in Event.model_fields},
        }
    )


def _items(rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in row if name != "article_id"} for row in rows]

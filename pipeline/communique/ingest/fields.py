"""Which key of a JSON record or column of a table is what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

from communique.ingest.article import make_article
from communique.ingest.errors import MAX_ARTICLE_BYTES, MEGABYTE, BadInputError
from communique.ingest.stamps import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communique.records import Article


class FieldMap(BaseModel):
    """The names that each part of an article may have, the first one that is there counts.

    Upper and lower case are the same.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: tuple[str, ...] = ("text", "body", "content", "article")
    title: tuple[str, ...] = ("title", "headline")
    url: tuple[str, ...] = ("url", "link")
    date: tuple[str, ...] = ("date", "published", "published_on", "pubdate")
    language: tuple[str, ...] = ("language", "lang")
    site: tuple[str, ...] = ("site", "source")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The map that a string such as ``text=body,date=pub_date`` describes.

        Parts that are not named keep their usual names.

        Raises:
            ValueError: if the string is not of this form, or names a part that there is not.
        """
        names: dict[str, tuple[str, ...]] = {}
        for pair in filter(None, map(str.strip, text.split(","))):
            part, sign, name = (piece.strip() for piece in pair.partition("="))
            if not (part and sign and name):
                raise ValueError(
                    f"{pair!r} does not say which field is what. Write it as part=name, e.g. "
                    "text=body,date=pub_date."
                )
            if part not in cls.model_fields:
                raise ValueError(
                    f"{part!r} is no part of an article. The parts are {_listed(cls.model_fields)};"
                    f" write the part first, e.g. text={part}."
                )
            names[part] = (name,)
        return cls.model_validate(names)

    def names(self) -> frozenset[str]:
        """Every name that is looked for, in lower case."""
        return frozenset(name.casefold() for _, names in self for name in names)

    def columns(self, names: Iterable[str]) -> dict[str, str]:
        """For each part of an article, the first of ``names`` that it may have."""
        by_name = {name.casefold(): name for name in names}
        found = {}
        for part, candidates in self:
            for candidate in candidates:
                if candidate.casefold() in by_name:
                    found[part] = by_name[candidate.casefold()]
                    break
        return found


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def missing_text(fields: FieldMap, names: Iterable[str], *, column: bool = False) -> BadInputError:
    """The error for a record or a table in which nothing is called like a text."""
    keys = [str(name)[:40] for name in names]
    return BadInputError(
        "no-text-column" if column else "no-text",
        wanted=" or ".join(map(repr, fields.text)),
        keys=_listed(map(repr, keys[:30])) or "no keys at all",
        example=keys[0] if keys else "body",
    )


def article_of(record: Mapping[str, Any], fields: FieldMap, source_path: str) -> Article:
    """The article of one record of a container.

    Raises:
        BadInputError: if it has no text, or too long a one.
    """
    filled = {str(key): value for key, value in record.items() if value not in (None, "")}
    values = {part: filled[name] for part, name in fields.columns(filled).items()}
    text = values.pop("text", None)
    if text is None:
        if "text" in fields.columns(record):
            raise BadInputError("empty", what="an empty value")
        raise missing_text(fields, record)
    if not isinstance(text, str):
        key = fields.columns(filled)["text"]
        raise BadInputError("text-not-a-string", key=key, what=kind_of(text))
    check_text(text)
    day = values.pop("date", None)
    values = {part: value for part, value in values.items() if not isinstance(value, dict | list)}
    return make_article(
        text,
        source_path=source_path,
        published_on=day_of(day) if day is not None else None,
        **{part: str(value) for part, value in values.items()},
    )


def kind_of(value: Any) -> str:
    """What a value is called in JSON."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return "null" if value is None else kinds.get(type(value), "a number")


def check_text(text: str) -> None:
    """Raise :class:`BadInputError` for a text that is blank or too long for one article."""
    if not text.strip("\ufeff\x00 \t\r\n") or text.isspace():
        raise BadInputError("empty", what="white space" if text else "an empty file")
    if len(text) * 4 > MAX_ARTICLE_BYTES:
        size = len(text.encode("utf-8", "replace"))
        if size > MAX_ARTICLE_BYTES:
            raise BadInputError("too-large", megabytes=size / MEGABYTE)

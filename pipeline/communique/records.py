"""The records that cross the border between extraction and everything else.

Meanings are those of the annotation standard (``corpus/README.md``); offsets are Unicode code
points into ``Article.text``, half-open ``[start_char, end_char)``. Every record that has offsets
also has ``text``, and ``article.text[start_char:end_char] == text`` holds for it.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

Label = Literal["PERSON", "TITLE", "ORG", "LOC", "DATE", "DOC"]
Topic = Literal[
    "training",
    "staff_exchange",
    "student_exchange",
    "joint_research",
    "conference",
    "study_visit",
    "experience_sharing",
    "publication",
    "education_programme",
    "technology",
    "policy",
    "economy",
    "institutional",
    "culture",
    "other",
]
PointStatus = Literal["agreed", "proposed", "discussed"]
PartyRole = Literal["responsible", "partner", "beneficiary"]
InstrumentKind = Literal[
    "memorandum", "agreement", "protocol", "plan", "statement", "contract", "other"
]
InstrumentStatus = Literal["signed", "in_force", "planned"]
EventType = Literal["meeting", "signing", "visit", "training", "conference", "other"]
DateRole = Literal["event", "published", "mentioned"]
Granularity = Literal["day", "month", "year", "range"]
Stage = Literal["ingest", "language", "extract", "store"]
Side = Literal["host", "guest", "other"]

LABELS: tuple[Label, ...] = get_args(Label)
TOPICS: tuple[Topic, ...] = get_args(Topic)
POINT_STATUSES: tuple[PointStatus, ...] = get_args(PointStatus)
PARTY_ROLES: tuple[PartyRole, ...] = get_args(PartyRole)
INSTRUMENT_KINDS: tuple[InstrumentKind, ...] = get_args(InstrumentKind)
INSTRUMENT_STATUSES: tuple[InstrumentStatus, ...] = get_args(InstrumentStatus)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
DATE_ROLES: tuple[DateRole, ...] = get_args(DateRole)
SIDES: tuple[Side, ...] = get_args(Side)

Probability = Annotated[float, Field(ge=0.0, le=1.0)]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Evidence(_Record):
    """A record read from one stretch of the article's text."""

    text: str
    start_char: int = Field(ge=0)
    end_char: int = Field(ge=0)

    @model_validator(mode="after")
    def _spans_its_text(self) -> Self:
        if self.end_char - self.start_char != len(self.text):
            raise ValueError(
                f"{type(self).__name__} [{self.start_char}, {self.end_char}) does not have the "
                f"length of its text {self.text!r}"
            )
        return self


class Passage(_Record):
    """A stretch of an article that is in one language."""

    start_char: int = Field(ge=0)
    end_char: int = Field(ge=0)
    language: str | None
    confidence: Probability | None = None


class Article(_Record):
    """One article as read: normalised text and what its container said about it."""

    article_id: str
    text: str
    source_path: str | None = None
    url: str | None = None
    site: str | None = None
    title: str | None = None
    published_on: dt.date | None = None
    language: str | None = None
    """ISO 639-1 code, or None where the language could not be told."""
    language_confidence: Probability | None = None
    passages: tuple[Passage, ...] = ()


class Mention(_Evidence):
    """One labelled span."""

    mention_id: int
    label: Label
    confidence: Probability | None = None


class Institution(_Record):
    """One institution in one article, all its mentions together."""

    institution_id: str
    name: str
    """The fullest name in the article, in its dictionary form."""
    acronym: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    kind: str | None = None
    mention_ids: tuple[int, ...] = ()


class Official(_Evidence):
    """One person who holds or represents a position; the evidence is the first name mention."""

    official_id: int
    person_id: str
    name: str
    honorific: str | None = None
    title: str | None = None
    institution_id: str | None = None
    institution: str | None = None
    side: Side | None = None
    mention_ids: tuple[int, ...] = ()
    """Every mention of the person in the article."""
    title_mention_id: int | None = None
    confidence: Probability | None = None


class DateMention(_Evidence):
    """One calendar expression and its ISO 8601 value."""

    mention_id: int
    value: str
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    granularity: Granularity
    role: DateRole


class Instrument(_Evidence):
    """One mention of an agreement instrument."""

    mention_id: int
    kind: InstrumentKind
    status: InstrumentStatus
    signed_on: str | None = None
    """ISO 8601, as fine as the article tells it."""


class PointParty(_Record):
    """An institution responsible for, or party to, a point."""

    institution_id: str
    role: PartyRole


class AgreementPoint(_Evidence):
    """One thing that the sides will do, want to do, or talked about doing together."""

    point_no: int = Field(ge=1)
    marker: str | None = None
    parent_no: int | None = None
    topic: Topic
    status: PointStatus
    deadline: str | None = None
    confidence: Probability | None = None
    parties: tuple[PointParty, ...] = ()


class Event(_Record):
    """What the article reports."""

    type: EventType
    date: str | None = None
    """ISO 8601: a day, month, year, or ``start/end``."""
    place: str | None = None
    is_cooperation: bool | None = None
    """Whether the article is cooperation news at all; None where the engine cannot tell."""


class Failure(_Record):
    """One input that could not be processed."""

    source_path: str
    stage: Stage
    error: str
    """A short fixed word for the kind of failure, e.g. ``empty`` or ``not-text``."""
    message: str
    """What is wrong, where, and what to do about it, in plain words."""


class ArticleRecord(_Record):
    """Everything that was read from one article."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    institutions: tuple[Institution, ...] = ()
    officials: tuple[Official, ...] = ()
    dates: tuple[DateMention, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    points: tuple[AgreementPoint, ...] = ()
    event: Event = Event(type="other")

    @model_validator(mode="after")
    def _evidence_is_in_the_text(self) -> Self:
        for item in self.evidence():
            if self.article.text[item.start_char : item.end_char] != item.text:
                raise ValueError(
                    f"{type(item).__name__} {item.text!r} is not what the article says at "
                    f"[{item.start_char}, {item.end_char})"
                )
        return self

    def evidence(self) -> list[_Evidence]:
        """Every record of the article that has offsets."""
        return [
            *self.mentions,
            *self.officials,
            *self.dates,
            *self.instruments,
            *self.points,
        ]

"""The event by its rules, and with what an engine knows of spans."""

import datetime as dt

import numpy as np
import pytest

from communique.dates import resolve_dates
from communique.event import find_event
from communique.instruments import find_instruments
from communique.mentions import Knowledge, SpanKnowledge
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES, class_slice
from communique.names.forms import dictionary_form
from communique.records import EVENT_TYPES
from tests.making import article, mention_all, mention_first

TEXT = "On 3 May the rectors met in Hue. On 9 May a memorandum was announced in Hanoi."


MENTIONS = (
    ("DATE", "3 May"),
    ("LOC", "Hue"),
    ("DATE", "9 May"),
    ("DOC", "memorandum"),
    ("LOC", "Hanoi"),
)


def knowledge(chosen, event="meeting"):
    """What an engine knows that is sure of the classes of some words."""
    starts = np.arange(len(TEXT))  # a unit a character
    classes = np.zeros((len(TEXT), CLASS_SCORES), dtype=np.float32)
    for words, kind, number in chosen:
        start = TEXT.index(words)
        classes[start : start + len(words), class_slice(kind).start + number] = 12
    types = {one: 0.96 if one == event else 0.01 for one in EVENT_TYPES}
    links = np.zeros((len(TEXT), LINK_SCORES), dtype=np.float32)
    return Knowledge(
        {"types": types, "is_cooperation": True}, SpanKnowledge(starts, classes, links)
    )


def read(known):
    made = article(TEXT, language="en", published_on=dt.date(2024, 5, 10))
    mentions = mention_all(TEXT, *MENTIONS)
    dates = resolve_dates(mentions, made)
    instruments = find_instruments(made, mentions, dates, known)
    return find_event(made, mentions, dates, instruments, known), instruments


def test_an_engine_that_is_sure_decides_date_place_and_type():
    first = [("3 May", "role", 0), ("9 May", "role", 2), ("Hue", "place", 1)]
    (event, dates), _ = read(knowledge([*first, ("memorandum", "instrument", 2)]))
    assert (event.type, event.date, event.place) == ("meeting", "2024-05-03", "Hue")
    assert [date.role for date in dates] == ["event", "mentioned"]
    second = [
        ("3 May", "role", 2),
        ("9 May", "role", 0),
        ("Hanoi", "place", 1),
        ("Hue", "place", 0),
    ]
    (event, _), instruments = read(knowledge([*second, ("memorandum", "instrument", 0)], "signing"))
    assert (event.type, event.date, event.place) == ("signing", "2024-05-09", "Hanoi")
    assert [one.status for one in instruments] == ["signed"]


def test_what_is_no_signing_seldom_has_a_signed_instrument():
    doubtful = knowledge([("memorandum", "instrument", 0)], "visit")
    classes = doubtful.spans.classes
    classes[:, class_slice("instrument")] *= 0.1
    _, instruments = read(doubtful)
    assert [one.status for one in instruments] != ["signed"]


@pytest.mark.parametrize(
    ("language", "text", "place", "kind"),
    [
        ("uz", "Samarqandda xalqaro konferensiya bo‘lib o‘tdi.", "Samarqandda", "conference"),
        ("uz", "Toshkentda rektorlar uchrashuvi bo‘ldi.", "Toshkentda", "meeting"),
        ("zh", "论坛在乌鲁木齐举行。", "乌鲁木齐", "conference"),
        ("zh", "代表团抵达阿拉木图访问。", "阿拉木图", "visit"),
        ("zh", "公务员研修班在昆明结业。", "昆明", "training"),
        ("ky", "Бишкекте эл аралык форум өттү.", "Бишкекте", "conference"),
        ("ky", "Ошто тараптар жолугушту.", "Ошто", "meeting"),
        ("tg", "Дар шаҳри Хуҷанд семинар баргузор шуд.", "Хуҷанд", "conference"),
        ("tg", "Вохӯрии ҷонибҳо дар Душанбе доир гардид.", "Душанбе", "meeting"),
    ],
)
def test_kind_and_place_of_an_event(language, text, place, kind):
    event, _ = find_event(
        article(text, language=language), mention_first(text, ("LOC", place)), (), ()
    )
    assert (event.type, event.place) == (kind, dictionary_form(place, "LOC", language))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("9 May 2024   👁 419\n\nOn 9 May 2024 the sides met.", ["published", "event"]),
        ("PRAIA, 9 May 2024. Dust was the theme on 8 May 2024.", ["published", "event"]),
        ("LIMA, 9 May. The sides met on 8 May 2024.", ["published", "event"]),
        ("The sides met on 8 May 2024. The paper dates from 7 May 2024.", ["event", "mentioned"]),
        ("The sides met on 8 May 2024. Bids close on 9 May 2024.", ["event", "mentioned"]),
        ("• Talks opened 9 May 2024", ["event"]),
        ("Protocol No. 5 of 9 May 2024 is out.", ["event"]),
    ],
)
def test_what_a_date_is_for(text, roles):
    made = article(text, published_on=dt.date(2024, 5, 9))
    days = [day for day in ("9 May 2024", "9 May", "8 May 2024", "7 May 2024") if day in text]
    dates = resolve_dates(mention_all(text, *(("DATE", day) for day in days)), made)
    assert [date.role for date in find_event(made, (), dates, ())[1]] == roles

"""The event by its rules, language by language, and with what an engine knows of spans."""

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
    ("language", "dateline", "place"),
    [
        ("en", "LIMA", "Lima"),
        ("en", "NUKU'ALOFA", "Nuku'alofa"),
        ("en", "USA", "USA"),
        ("ru", "ТОМСКЕ", "Томск"),
        ("ru", "США", "США"),
    ],
)
def test_the_place_of_a_dateline_in_capitals(language, dateline, place):
    made = article(f"{dateline}, 3.05.2024.", language=language)
    mentions = mention_all(made.text, ("LOC", dateline))
    assert find_event(made, mentions, (), ())[0].place == place


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
    ("language", "text", "first", "last"),
    [
        ("en", "The course began on 6 May and ended on 9 May.", "6 May", "9 May"),
        ("en", "The talks opened on 6 May. They close on 9 May in Hue.", "6 May", "9 May"),
        ("ru", "Миссия прибыла 6 мая, отбыла 9 мая.", "6 мая", "9 мая"),
        ("vi", "Lớp học khai giảng ngày 6/5. Lớp bế giảng ngày 9/5.", "6/5", "9/5"),
        ("kk", "Сапар 6 мамырда басталды. Ол 9 мамырда аяқталды.", "6 мамырда", "9 мамырда"),
        ("fr", "La visite a débuté le 6 mai et s'est achevée le 9 mai.", "6 mai", "9 mai"),
        ("de", "Der Besuch begann am 6. Mai und endete am 9. Mai.", "6. Mai", "9. Mai"),
        ("de", "Am 6. Mai begann der Besuch. Am 9. Mai endete er.", "6. Mai", "9. Mai"),
        ("es", "La visita comenzó el 6 de mayo y concluyó el 9 de mayo.", "6 de mayo", "9 de mayo"),
        ("zh", "培训班于5月6日开班,5月9日结业。", "5月6日", "5月9日"),
        ("uz", "Seminar 6-may kuni boshlandi va 9-may kuni yakunlandi.", "6-may", "9-may"),
        ("ky", "Семинар 6-майда башталып, 9-майда аяктады.", "6-майда", "9-майда"),
        ("tg", "Семинар 6 май оғоз ёфт ва 9 май анҷом ёфт.", "6 май", "9 май"),
    ],
)
def test_days_on_which_an_event_began_and_ended(language, text, first, last):
    made = article(text, language=language, published_on=dt.date(2024, 5, 10))
    dates = resolve_dates(mention_first(text, ("DATE", first), ("DATE", last)), made)
    event, found = find_event(made, (), dates, ())
    assert event.date == "2024-05-06/2024-05-09"
    assert [date.role for date in found] == ["event", "event"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 6 May. The paper was signed on 9 May.",  # neither began nor ended
        "The project began on 6 May. It ends on 9 July.",  # too long for an event
        "Talks began on 6 May. Ann Lee spoke. She praised all. The fair ends on 9 May.",  # too far
        "Начальник школы назвал 6 May. До 9 May стороны продолжительно спорили.",  # other words
    ],
)
def test_other_days_are_no_event_of_several_days(text):
    made = article(text, published_on=dt.date(2024, 5, 10))
    days = [day for day in ("6 May", "9 May", "9 July") if day in text]
    dates = resolve_dates(mention_first(text, *(("DATE", day) for day in days)), made)
    assert find_event(made, (), dates, ())[0].date == "2024-05-06"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "A delegation from Lima was received at Oradea City Hall yesterday.", "Oradea"),
        ("ru", "Вчера в Тамбовском государственном университете прошёл семинар.", "Тамбов"),
        ("kk", "Кеше Қызылорда политехникалық колледжінде семинар өтті.", "Қызылорда"),
        ("vi", "Sáng qua, Trường Đại học Đà Nẵng tiếp đoàn công tác.", "Đà Nẵng"),
    ],
)
def test_the_city_in_the_name_of_the_hosts_is_where_it_happened(language, text, place):
    hosts = {
        "en": "Oradea City Hall",
        "ru": "Тамбовском государственном университете",
        "kk": "Қызылорда политехникалық колледжінде",
        "vi": "Trường Đại học Đà Nẵng",
    }
    named = (("ORG", hosts[language]), *((("LOC", "Lima"),) if "Lima" in text else ()))
    event, _ = find_event(article(text, language=language), mention_all(text, *named), (), ())
    assert event.place == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministries met by video conference; Lima and Quito were on the screen."),
        ("ru", "По видеосвязи Лима и Кито обсудили новый договор."),
        ("vi", "Lima và Quito họp trực tuyến."),
        ("kk", "Лима мен Кито онлайн кездесті."),
    ],
)
def test_what_happens_on_the_line_has_no_place(language, text):
    names = ("Лима", "Кито") if "Лима" in text else ("Lima", "Quito")
    mentions = mention_all(text, *(("LOC", name) for name in names))
    assert find_event(article(text, language=language), mentions, (), ())[0].place is None


def dated(text, days, event, published=dt.date(2024, 5, 13)):
    """The value of the event's date, where an engine is sure of some days."""
    made = article(text, language="en", published_on=published)
    mentions = mention_all(text, *(("DATE", day) for day in days))
    starts = np.arange(len(text))
    classes = np.zeros((len(text), CLASS_SCORES), dtype=np.float32)
    for day, score in days.items():
        start = text.index(day)
        classes[start : start + len(day), class_slice("role").start] = score
    types = {one: 0.96 if one == event else 0.01 for one in EVENT_TYPES}
    links = np.zeros((len(text), LINK_SCORES), dtype=np.float32)
    known = Knowledge(
        {"types": types, "is_cooperation": True}, SpanKnowledge(starts, classes, links)
    )
    return find_event(made, mentions, resolve_dates(mentions, made), (), known)[0].date


def test_a_signing_is_of_one_day_also_by_the_rules():
    text = "A memorandum was signed on 6 May, when the fair began. It ended on 9 May."
    made = article(text, published_on=dt.date(2024, 5, 10))
    mentions = mention_first(text, ("DOC", "memorandum"), ("DATE", "6 May"), ("DATE", "9 May"))
    dates = resolve_dates(mentions, made)
    instruments = find_instruments(made, mentions, dates, Knowledge())
    event, _ = find_event(made, mentions, dates, instruments)
    assert (event.type, event.date) == ("signing", "2024-05-06")


def test_what_lasts_is_dated_by_the_range_and_a_meeting_by_its_day():
    text = "The guests stayed from 6 to 9 May 2024. On 8 May they saw a port."
    days = {"6 to 9 May 2024": 2, "8 May": 9}
    assert dated(text, days, "visit") == "2024-05-06/2024-05-09"
    assert dated(text, days, "meeting") == "2024-05-08"


def test_a_further_day_of_a_visit_is_told_by_its_words():
    text = "The guests came on 6 May. On the last day, 8 May, they saw the port. Home on 9 May."
    days = {"6 May": 9, "8 May": -5, "9 May": -5}
    assert dated(text, days, "visit") == "2024-05-06/2024-05-08"
    assert dated(text, days, "meeting") == "2024-05-06"


def test_the_first_day_may_be_told_apart_from_the_further_ones():
    text = (
        "The forum opened on 6 May. On 7 May they saw the port. On the last day, 8 May, they sang."
    )
    assert dated(text, {"6 May": -5, "7 May": 9, "8 May": -5}, "conference") == (
        "2024-05-06/2024-05-08"
    )


def test_what_began_weeks_before_the_last_day_is_something_else():
    text = (
        "The project opened on 9 April. On 28 April forums met. On the last day, 9 May, they sang."
    )
    days = {"9 April": -5, "28 April": 9, "9 May": -5}
    assert dated(text, days, "conference") == "2024-04-28/2024-05-09"


def test_first_and_last_day_named_apart():
    text = "The course ended on 10 May 2024. It had begun on 7 May 2024. See you on 13 May 2024."
    days = {"10 May 2024": 8, "7 May 2024": 4, "13 May 2024": 4}
    assert dated(text, days, "training") == "2024-05-07/2024-05-10"
    assert dated(text, days, "signing") == "2024-05-10"


def test_first_and_last_day_named_in_two_paragraphs():
    text = "Our ship set sail on 10 May 2024.\n\nIt was fine.\n\nShe had docked on 7 May 2024."
    assert dated(text, {"10 May 2024": 8, "7 May 2024": -4}, "visit") == "2024-05-07/2024-05-10"


@pytest.mark.parametrize(
    "stamp",
    [
        "09/05/2024",
        "Thứ năm, 09/05/2024 13:22",
        "9 May 2024 | 17:40 GMT",
        "18:02 9 May 2024",
        "9 May 2024 · News · 3 min read",
        "Count: 419   9 May 2024",
    ],
)
def test_the_stamp_of_a_page_is_not_the_day_of_the_event(stamp):
    text = f"Guests in port\n{stamp}\nOn 8 May they saw a port."
    day = "09/05/2024" if "/" in stamp else "9 May 2024"
    assert dated(text, {day: 9, "8 May": 2}, "visit") == "2024-05-08"
    assert dated(text, {day: 9}, "visit") is None


def test_today_dates_an_event_but_tells_no_one_when():
    text = "Today guests came from Hue. They had been here in May."
    assert dated(text, {"Today": 9}, "visit", published=None) is None
    text = "Today, 5 September, guests came from Hue."
    assert dated(text, {"Today": 9, "5 September": 5}, "visit", published=None) == "XXXX-09-05"


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


def test_a_day_of_the_week_before_publication_may_be_doubtful():
    text = "The ship came on 9 May 2024. A port had opened on 5 March 2024."
    assert dated(text, {"9 May 2024": -4, "5 March 2024": -9}, "visit") == "2024-05-09"
    assert dated(text, {"9 May 2024": -9, "5 March 2024": -9}, "visit") is None
    late = dt.date(2024, 6, 13)
    assert dated(text, {"9 May 2024": -4, "5 March 2024": -9}, "visit", published=late) is None


def dated_by(language, text, *marked, published=dt.date(2024, 7, 18)):
    made = article(text, language=language, published_on=published)
    mentions = mention_all(text, *(("DATE", words) for words in marked))
    dates = resolve_dates(mentions, made)
    event, found = find_event(made, mentions, dates, ())
    return event.date, [date.role for date in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ports signed an agreement on Tuesday in Tema."),
        ("ru", "Во вторник в Бишкеке прошло заседание комиссии."),
        ("kk", "Сейсенбі күні қалалық әкімдікте келісімге қол қойылды."),
        ("vi", "Vào thứ Ba, hai bệnh viện ký biên bản ghi nhớ."),
        ("de", "Die Minister trafen sich am Dienstagabend in Bonn."),
    ],
)
def test_a_weekday_alone_tells_the_day_of_the_event(language, text):
    assert dated_by(language, text) == ("2024-07-16", [])


def test_a_weekday_counts_before_the_day_of_publication():
    text = "PETROPAVL, 18 July 2024. The two mayors signed an agreement on Tuesday."
    assert dated_by("en", text, "18 July 2024") == ("2024-07-16", ["published"])


def test_a_weekday_that_is_the_day_of_publication_is_that_day():
    assert dated_by("en", "The two mayors met on Thursday.")[0] == "2024-07-18"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("They met on 11 July 2024. The guests leave on Tuesday.", ["11 July 2024"]),
        ("They met on Thursday, 11 July 2024, in Hue.", ["11 July 2024"]),
    ],
)
def test_a_date_of_the_event_goes_before_a_weekday(text, marked):
    assert dated_by("en", text, *marked) == ("2024-07-11", ["event"])


def test_a_weekday_is_read_against_the_dateline_where_nothing_else_is_known():
    text = "HANOI, 18 July 2024. The two mayors signed an agreement on Tuesday."
    assert dated_by("en", text, "18 July 2024", published=None)[0] == "2024-07-16"


def test_a_weekday_says_nothing_where_the_day_of_the_article_is_not_known():
    assert dated_by("en", "The two mayors met on Tuesday.", published=None) == (None, [])

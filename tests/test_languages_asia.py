"""The record rooms in Uzbek, Chinese, Kyrgyz and Tajik: what their lexicon files have to know."""

import pytest

from communique.event import find_event
from communique.institutions import find_institutions
from communique.instruments import find_instruments
from communique.names.countries import country_of, home_of, is_international
from communique.names.forms import dictionary_form
from communique.officials import find_officials
from communique.persons import honorific_before
from communique.points.classify import status_of, topic_of
from communique.points.parties import find_deadline
from communique.records import DateMention, Mention
from tests.making import article


def mentions_in(text, *labelled):
    """A mention for the first place of each ``(label, surface)``, blanks or no blanks."""
    found = sorted((text.index(surface), label, surface) for label, surface in labelled)
    return tuple(
        Mention(
            mention_id=number,
            label=label,
            text=surface,
            start_char=start,
            end_char=start + len(surface),
        )
        for number, (start, label, surface) in enumerate(found, start=1)
    )


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("uz", "O'zbekiston Respublikasi Oliy Majlisi", "UZ"),
        ("uz", "Oʻzbekistonning", "UZ"),
        ("uz", "Qozog‘istondagi L.N.Gumilyov nomidagi universitet", "KZ"),
        ("uz", "Seuldagi Yonsey universiteti", "KR"),
        ("uz", "Tojikiston davlat universiteti", "TJ"),
        ("uz", "Moskva davlat universiteti", "RU"),
        ("uz", "Huquq akademiyasi", None),
        ("zh", "中国人民大学", "CN"),
        ("zh", "内蒙古大学", "CN"),
        ("zh", "哈萨克斯坦共和国总统国家行政学院", "KZ"),
        ("zh", "印度尼西亚大学", "ID"),
        ("zh", "马德里自治大学", "ES"),
        ("zh", "白俄罗斯国立大学", "BY"),
        ("zh", "塔什干国立东方大学", "UZ"),
        ("zh", "公共管理学院", None),
        ("ky", "Кыргыз Республикасынын Жогорку Кеңеши", "KG"),
        ("ky", "Өзбекстандын Адилет министрлиги", "UZ"),
        ("ky", "Түркиянын Билим министрлиги", "TR"),
        ("ky", "Сеулдагы университет", "KR"),
        ("ky", "Укук академиясы", None),
        ("tg", "Донишгоҳи миллии Тоҷикистон", "TJ"),
        ("tg", "Вазорати маорифи Ҷумҳурии Ӯзбекистон", "UZ"),
        ("tg", "Донишгоҳи давлатии Москва", "RU"),
        ("tg", "Академияи идоракунии Ҷумҳурии Исломии Эрон", "IR"),
        ("tg", "Академияи ҳуқуқ", None),
    ],
)
def test_the_country_that_a_name_points_to(language, text, country):
    assert country_of(text, language) == country


@pytest.mark.parametrize(
    ("language", "home"), [("uz", "UZ"), ("zh", "CN"), ("ky", "KG"), ("tg", "TJ")]
)
def test_the_country_of_institutions_without_a_hint(language, home):
    assert home_of(language, None) == home


@pytest.mark.parametrize(
    ("language", "name", "international"),
    [
        ("uz", "BMT Taraqqiyot dasturi", True),
        ("uz", "Yevropa Ittifoqining vakolatxonasi", True),
        ("uz", "Toshkent davlat universiteti", False),
        ("zh", "联合国开发计划署", True),
        ("zh", "上海合作组织秘书处", True),
        ("zh", "上海大学", False),
        ("ky", "Бириккен Улуттар Уюму", True),
        ("ky", "Дүйнөлүк банктын өкүлчүлүгү", True),
        ("tg", "Созмони Милали Муттаҳид", True),
        ("tg", "Бонки Осиёгии Рушд", True),
        ("tg", "Бонки миллии Тоҷикистон", False),
    ],
)
def test_bodies_of_many_countries(language, name, international):
    assert is_international(name, language) is international


@pytest.mark.parametrize(
    ("language", "text", "name", "honorific"),
    [
        ("uz", "Uchrashuvda janob Kim Min Su ishtirok etdi", "Kim Min Su", "janob"),
        ("uz", "Anna Shmidt xonim so‘zga chiqdi", "Anna Shmidt", "xonim"),
        ("uz", "PhD, professor Anvar Karimov", "Anvar Karimov", "PhD, professor"),
        ("uz", "Anvar Karimov so‘zga chiqdi", "Anvar Karimov", None),
        ("zh", "校长李明先生出席会议", "李明", "先生"),
        ("zh", "副校长王芳女士致辞", "王芳", "女士"),
        ("zh", "随后，张伟教授介绍了学院", "张伟", "教授"),
        ("zh", "陈静副教授主持会议", "陈静", "副教授"),
        ("zh", "刘洋博士表示", "刘洋", "博士"),
        ("zh", "经济学博士赵磊表示", "赵磊", "博士"),
        ("zh", "校长李明表示", "李明", None),
        ("ky", "Асан Усенов мырза сүйлөдү", "Асан Усенов", "мырза"),
        ("ky", "Айгүл Асанова айымга тапшырылды", "Айгүл Асанова", "айымга"),
        ("ky", "э.и.д. Асан Усенов келди", "Асан Усенов", "э.и.д."),
        ("tg", "бо ҷаноби Ким Мин Су мулоқот кард", "Ким Мин Су", "ҷаноби"),
        ("tg", "хонум Анна Шмидт суханронӣ кард", "Анна Шмидт", "хонум"),
        ("tg", "академик, профессор Раҳим Азизов", "Раҳим Азизов", "академик, профессор"),
    ],
)
def test_honorifics_are_split_off(language, text, name, honorific):
    made = article(text, language=language)
    (mention,) = mentions_in(text, ("PERSON", name))
    assert honorific_before(made, mention) == honorific


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("uz", "o'qituvchilar almashinuvini yo‘lga qo‘yish", "staff_exchange"),
        ("uz", "talabalar almashinuvi", "student_exchange"),
        ("uz", "qo‘shma ilmiy tadqiqotlar olib borish", "joint_research"),
        ("uz", "davlat xizmatchilarining malakasini oshirish", "training"),
        ("uz", "tajriba almashish", "experience_sharing"),
        ("uz", "sun’iy intellektni joriy etish", "technology"),
        ("uz", "qo‘sh diplom dasturlarini ochish", "education_programme"),
        ("uz", "daraxt ekish", "other"),
        ("zh", "互派教师", "staff_exchange"),
        ("zh", "开展学生交流", "student_exchange"),
        ("zh", "共同开展科研合作", "joint_research"),
        ("zh", "联合举办国际学术研讨会", "conference"),
        ("zh", "组织代表团互访", "study_visit"),
        ("zh", "加强治国理政经验交流", "experience_sharing"),
        ("zh", "联合出版学术著作", "publication"),
        ("zh", "培养研究生", "education_programme"),
        ("zh", "开展公务员培训", "training"),
        ("zh", "在人工智能领域开展合作", "technology"),
        ("zh", "扩大农产品贸易", "economy"),
        ("zh", "成立联合工作组", "institutional"),
        ("zh", "互设文化中心", "culture"),
        ("zh", "开展植树活动", "other"),
        ("ky", "окутуучуларды алмашуу", "staff_exchange"),
        ("ky", "студенттерди алмашуу", "student_exchange"),
        ("ky", "биргелешкен изилдөөлөрдү жүргүзүү", "joint_research"),
        ("ky", "мамлекеттик кызматчылардын квалификациясын жогорулатуу", "training"),
        ("ky", "тажрыйба алмашуу", "experience_sharing"),
        ("ky", "санариптик долбоорлорду ишке ашыруу", "technology"),
        ("ky", "жумушчу топ түзүү", "institutional"),
        ("ky", "бак отургузуу", "other"),
        ("tg", "мубодилаи устодон", "staff_exchange"),
        ("tg", "табодули донишҷӯён", "student_exchange"),
        ("tg", "гузаронидани тадқиқоти муштарак", "joint_research"),
        ("tg", "баргузории конфронсҳои илмӣ", "conference"),
        ("tg", "такмили ихтисоси хизматчиёни давлатӣ", "training"),
        ("tg", "табодули таҷриба", "experience_sharing"),
        ("tg", "таъсиси гурӯҳи кории муштарак", "institutional"),
        ("tg", "шинондани дарахт", "other"),
    ],
)
def test_the_first_activity_gives_the_topic(language, text, topic):
    assert topic_of(text, language) == topic


@pytest.mark.parametrize(
    ("language", "text", "lead", "status"),
    [
        ("uz", "markaz ochish", "Tomonlar quyidagilar bo‘yicha kelishib oldilar:", "agreed"),
        ("uz", "markaz ochish", "Rektor taklif qildi:", "proposed"),
        ("uz", "markaz ochish masalasi", "Uchrashuvda", "discussed"),
        ("uz", "markaz ochish taklif etildi", "", "proposed"),
        ("zh", "共建联合实验室", "双方一致同意", "agreed"),
        ("zh", "共建联合实验室", "李明校长建议", "proposed"),
        ("zh", "深化务实合作", "哈方愿同中方", "proposed"),
        ("zh", "共建联合实验室", "双方探讨了", "discussed"),
        ("zh", "探讨共建实验室的可能性", "", "discussed"),
        ("zh", "共建联合实验室", "", "agreed"),
        ("ky", "борбор ачуу", "Тараптар төмөнкүлөр боюнча макулдашышты:", "agreed"),
        ("ky", "борбор ачуу", "Ректор сунуштады:", "proposed"),
        ("ky", "борбор ачуу", "Жолугушуунун жүрүшүндө", "discussed"),
        ("tg", "маркази муштарак таъсис диҳанд", "Ҷонибҳо мувофиқа карданд, ки", "agreed"),
        ("tg", "маркази муштарак таъсис диҳанд", "Ректор пешниҳод намуд, ки", "proposed"),
        ("tg", "таъсиси марказ", "Зимни мулоқот", "discussed"),
    ],
)
def test_the_lead_in_or_the_point_gives_the_status(language, text, lead, status):
    assert status_of(text, lead, language) == status


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "status"),
    [
        (
            "uz",
            "Tomonlar o‘zaro anglashuv memorandumini imzoladilar.",
            "o‘zaro anglashuv memorandumini",
            "memorandum",
            "signed",
        ),
        ("uz", "Yo'l xaritasi imzolanishi kutilmoqda.", "Yo'l xaritasi", "plan", "planned"),
        ("uz", "Ish bitim doirasida olib borilmoqda.", "bitim", "agreement", "in_force"),
        ("uz", "Oldi-sotdi shartnomasi tuzildi.", "Oldi-sotdi shartnomasi", "contract", "signed"),
        ("zh", "双方签署了谅解备忘录。", "谅解备忘录", "memorandum", "signed"),
        (
            "zh",
            "双方签署合作行动计划谅解备忘录。",
            "合作行动计划谅解备忘录",
            "memorandum",
            "signed",
        ),
        ("zh", "两校计划签署合作协议。", "合作协议", "agreement", "planned"),
        ("zh", "双方将于明年签署路线图。", "路线图", "plan", "planned"),
        ("zh", "根据框架协议，双方开展合作。", "框架协议", "agreement", "in_force"),
        ("zh", "会后双方发表联合声明。", "联合声明", "statement", "signed"),
        ("zh", "双方签署了合作意向书。", "合作意向书", "other", "signed"),
        ("zh", "企业签订购销合同。", "购销合同", "contract", "signed"),
        ("ky", "Тараптар меморандумга кол коюшту.", "меморандумга", "memorandum", "signed"),
        ("ky", "Жол картасына кол коюу пландалууда.", "Жол картасына", "plan", "planned"),
        ("ky", "Иш келишимдин алкагында жүрүүдө.", "келишимдин", "agreement", "in_force"),
        ("ky", "Келишимчартка кол коюлду.", "Келишимчартка", "contract", "signed"),
        ("tg", "Ҷонибҳо ёддошти тафоҳум имзо карданд.", "ёддошти тафоҳум", "memorandum", "signed"),
        ("tg", "Созишнома ба имзо хоҳад расид.", "Созишнома", "agreement", "planned"),
        ("tg", "Кор дар доираи нақшаи роҳ идома дорад.", "нақшаи роҳ", "plan", "in_force"),
        ("tg", "Қарордод баста шуд.", "Қарордод", "contract", "signed"),
    ],
)
def test_kind_and_status_of_an_instrument(language, text, name, kind, status):
    mentions = mentions_in(text, ("DOC", name))
    (found,) = find_instruments(article(text, language=language), mentions, ())
    assert (found.kind, found.status) == (kind, status)


@pytest.mark.parametrize(
    ("language", "text", "institution", "title", "person"),
    [
        (
            "uz",
            "Huquq akademiyasi rektori Anvar Karimov so‘zga chiqdi.",
            "Huquq akademiyasi",
            "rektori",
            "Anvar Karimov",
        ),
        ("zh", "会见中，法律大学校长李明先生致辞。", "法律大学", "校长", "李明"),
        ("zh", "李明，现任法律大学校长，致辞。", "法律大学", "校长", "李明"),
        (
            "ky",
            "Укук академиясынын ректору Асан Усенов сүйлөдү.",
            "Укук академиясынын",
            "ректору",
            "Асан Усенов",
        ),
        (
            "tg",
            "Ректори Академияи ҳуқуқ Раҳим Азизов суханронӣ кард.",
            "Академияи ҳуқуқ",
            "Ректори",
            "Раҳим Азизов",
        ),
    ],
)
def test_title_and_institution_of_a_person(language, text, institution, title, person):
    made = article(text, language=language)
    mentions = mentions_in(text, ("PERSON", person), ("TITLE", title), ("ORG", institution))
    (found,) = find_officials(made, mentions, find_institutions(made, mentions))
    forms = (
        dictionary_form(person, "PERSON", language),
        dictionary_form(title, "TITLE", language).lower(),
        dictionary_form(institution, "ORG", language),
    )
    assert (found.name, found.title, found.institution) == forms


def test_chinese_titles_go_to_the_names_beside_them():
    text = "出席会见的有校长李明、副校长王芳和教务长张伟。"
    pairs = [("校长", "李明"), ("副校长", "王芳"), ("教务长", "张伟")]
    mentions = mentions_in(
        text,
        *(("PERSON", name) for _, name in pairs),
        *(("TITLE", title) for title, _ in pairs),
    )
    found = find_officials(article(text, language="zh"), mentions, ())
    assert [(o.title, o.name) for o in found] == pairs


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
        article(text, language=language), mentions_in(text, ("LOC", place)), (), ()
    )
    assert (event.type, event.place) == (kind, dictionary_form(place, "LOC", language))


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("uz", "2026-yil 1-martga qadar markaz ochish", "2026-yil 1-martga"),
        ("uz", "2026-yilgacha markaz ochish", "2026"),
        ("zh", "在2026年3月底前成立中心", "2026年3月底"),
        ("ky", "2026-жылга чейин борбор ачуу", "2026"),
        ("tg", "то соли 2026 марказ кушодан", "2026"),
    ],
)
def test_the_time_by_which_a_point_is_to_be_done(language, text, date):
    start = text.index(date)
    found = DateMention(
        mention_id=1,
        text=date,
        start_char=start,
        end_char=start + len(date),
        value="2026",
        granularity="year",
        role="mentioned",
    )
    made = article(text, language=language)
    assert find_deadline(made, 0, len(text), [found]) == "2026"

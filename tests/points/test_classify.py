import pytest

from communique.points.classify import status_of, topic_of


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("vi", "Tổ chức trao đổi giảng viên giữa hai Học viện", "staff_exchange"),
        ("vi", "Tổ chức Hội thảo chia sẻ kinh nghiệm quản trị", "conference"),
        ("en", "launch a double degree in public policy", "education_programme"),
        ("ru", "повышение квалификации госслужащих", "training"),
        ("kk", "бірлескен зерттеу жүргізу", "joint_research"),
        ("en", "plant trees", "other"),
        ("fr", "échanges d’enseignants et d’étudiants", "staff_exchange"),
        ("fr", "octroi de bourses aux étudiants", "student_exchange"),
        ("fr", "création d'un double diplôme de master", "education_programme"),
        ("fr", "lancer un double diplôme", "education_programme"),
        ("fr", "renforcement des capacités des fonctionnaires", "training"),
        ("fr", "partage d'expériences en matière de réforme", "experience_sharing"),
        ("de", "Austausch von Lehrenden und Studierenden", "staff_exchange"),
        ("de", "gemeinsame Forschungsprojekte", "joint_research"),
        ("de", "Fortbildungen für Beamte", "training"),
        ("de", "Digitalisierung der Verwaltung", "technology"),
        ("es", "intercambio de docentes", "staff_exchange"),
        ("es", "becas para jóvenes", "student_exchange"),
        ("es", "organizar un seminario sobre comercio", "conference"),
        ("es", "programas de doble titulación", "education_programme"),
        ("es", "intercambiar experiencias en gobierno digital", "experience_sharing"),
        ("uz", "o'qituvchilar almashinuvini yo‘lga qo‘yish", "staff_exchange"),
        ("uz", "talabalar almashinuvi", "student_exchange"),
        ("uz", "qo‘shma ilmiy tadqiqotlar olib borish", "joint_research"),
        ("uz", "davlat xizmatchilarining malakasini oshirish", "training"),
        ("uz", "tajriba almashish", "experience_sharing"),
        ("uz", "sun’iy intellektni joriy etish", "technology"),
        ("uz", "qo‘sh diplom dasturlarini ochish", "education_programme"),
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
        ("ky", "окутуучуларды алмашуу", "staff_exchange"),
        ("ky", "студенттерди алмашуу", "student_exchange"),
        ("ky", "биргелешкен изилдөөлөрдү жүргүзүү", "joint_research"),
        ("ky", "мамлекеттик кызматчылардын квалификациясын жогорулатуу", "training"),
        ("ky", "тажрыйба алмашуу", "experience_sharing"),
        ("ky", "санариптик долбоорлорду ишке ашыруу", "technology"),
        ("ky", "жумушчу топ түзүү", "institutional"),
        ("tg", "мубодилаи устодон", "staff_exchange"),
        ("tg", "табодули донишҷӯён", "student_exchange"),
        ("tg", "гузаронидани тадқиқоти муштарак", "joint_research"),
        ("tg", "баргузории конфронсҳои илмӣ", "conference"),
        ("tg", "такмили ихтисоси хизматчиёни давлатӣ", "training"),
        ("tg", "табодули таҷриба", "experience_sharing"),
        ("tg", "таъсиси гурӯҳи кории муштарак", "institutional"),
    ],
)
def test_the_first_activity_gives_the_topic(language, text, topic):
    assert topic_of(text, language) == topic


def test_words_at_the_beginning_count_beside_an_engine_and_later_ones_do_not():
    unsure = {"conference": 0.1, "economy": 0.9}
    assert topic_of("hold a forum on trade", "en", unsure) == "conference"
    assert topic_of("invest in a new port before the forum", "en", unsure) == "economy"


def test_an_engine_that_is_sure_is_believed():
    assert topic_of("look after it all", "en", {"policy": 1.0}) == "policy"


@pytest.mark.parametrize(
    ("language", "lead", "text", "status"),
    [
        ("en", "The rector proposed to", "open a centre", "proposed"),
        ("en", "The sides discussed", "open a centre", "discussed"),
        ("ru", "Стороны договорились о", "open a centre", "agreed"),
        ("vi", "Ông Lê An đề nghị", "open a centre", "proposed"),
        ("en", "", "open a centre", "agreed"),
        ("fr", "Les deux parties sont convenues de", "créer un centre", "agreed"),
        ("fr", "Le recteur a proposé d'", "ouvrir un centre", "proposed"),
        ("fr", "Les deux parties ont examiné", "un projet de centre", "discussed"),
        ("fr", "", "un centre pourrait être créé", "discussed"),
        ("de", "Beide Seiten vereinbarten,", "ein Zentrum zu gründen", "agreed"),
        ("de", "Der Rektor schlug vor,", "ein Zentrum zu gründen", "proposed"),
        ("de", "Die Seiten erörterten", "die Gründung eines Zentrums", "discussed"),
        ("de", "", "ein Zentrum wird gegründet", "agreed"),
        ("es", "Ambas partes acordaron", "abrir un centro", "agreed"),
        ("es", "La rectora propuso", "abrir un centro", "proposed"),
        ("es", "Ambas partes conversaron sobre", "un centro", "discussed"),
        ("es", "", "se estudia la posibilidad de abrir un centro", "discussed"),
        ("uz", "Tomonlar quyidagilar bo‘yicha kelishib oldilar:", "markaz ochish", "agreed"),
        ("uz", "Rektor taklif qildi:", "markaz ochish", "proposed"),
        ("uz", "Uchrashuvda", "markaz ochish masalasi", "discussed"),
        ("uz", "", "markaz ochish taklif etildi", "proposed"),
        ("zh", "双方一致同意", "共建联合实验室", "agreed"),
        ("zh", "李明校长建议", "共建联合实验室", "proposed"),
        ("zh", "哈方愿同中方", "深化务实合作", "proposed"),
        ("zh", "双方探讨了", "共建联合实验室", "discussed"),
        ("zh", "", "探讨共建实验室的可能性", "discussed"),
        ("zh", "", "共建联合实验室", "agreed"),
        ("ky", "Тараптар төмөнкүлөр боюнча макулдашышты:", "борбор ачуу", "agreed"),
        ("ky", "Ректор сунуштады:", "борбор ачуу", "proposed"),
        ("ky", "Жолугушуунун жүрүшүндө", "борбор ачуу", "discussed"),
        ("tg", "Ҷонибҳо мувофиқа карданд, ки", "маркази муштарак таъсис диҳанд", "agreed"),
        ("tg", "Ректор пешниҳод намуд, ки", "маркази муштарак таъсис диҳанд", "proposed"),
        ("tg", "Зимни мулоқот", "таъсиси марказ", "discussed"),
    ],
)
def test_the_lead_in_or_the_point_gives_the_status(language, lead, text, status):
    assert status_of(text, lead, language) == status

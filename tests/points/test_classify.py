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
    ],
)
def test_the_first_activity_gives_the_topic(language, text, topic):
    assert topic_of(text, language) == topic


def test_words_at_the_beginning_are_surer_than_the_engine_and_later_ones_are_not():
    assert topic_of("hold a forum on trade", "en", "economy") == "conference"
    assert topic_of("help the other side to plan a forum", "en", "economy") == "economy"


@pytest.mark.parametrize(
    ("language", "lead", "status"),
    [
        ("en", "The rector proposed to", "proposed"),
        ("en", "The sides discussed", "discussed"),
        ("ru", "Стороны договорились о", "agreed"),
        ("vi", "Ông Lê An đề nghị", "proposed"),
        ("en", "", "agreed"),
    ],
)
def test_the_lead_in_gives_the_status(language, lead, status):
    assert status_of("open a centre", lead, language) == status

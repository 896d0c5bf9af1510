"""The two real articles of the shared folder; absent from a clone that stands alone."""

from pathlib import Path

import pytest

import communique

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seed articles are not here")


@pytest.fixture(scope="module", params=["encoder", "patterns"])
def nlp(request):
    return communique.load(request.param)


@pytest.fixture(scope="module")
def vietnamese(nlp):
    return communique.extract((SEEDS / "000_d14e6c7893009c32.txt").read_text("utf-8"), nlp)


@pytest.fixture(scope="module")
def english(nlp):
    return communique.extract((SEEDS / "003_9be497a5c72ea282.txt").read_text("utf-8"), nlp)


def test_language_site_and_event(vietnamese):
    assert vietnamese.article.language == "vi"
    assert vietnamese.article.site == "napa.vn"
    assert (vietnamese.event.type, vietnamese.event.date) == ("meeting", "2024-10-30")


RANEPA = "Học viện Hành chính công và Kinh tế quốc dân trực thuộc Tổng thống Liên bang Nga"


def test_the_two_officials_once_each(vietnamese):
    found = {o.name: (o.honorific, o.title, o.institution) for o in vietnamese.officials}
    assert len(vietnamese.officials) == 2
    assert found == {
        "Shafinskaya Natalya Valerievna": ("bà", "Trưởng Ban Phát triển quốc tế", RANEPA),
        "Nguyễn Đăng Quế": ("TS.", "Phó Giám đốc", "Học viện Hành chính Quốc gia"),
    }


def test_acronym_and_full_name_are_one_institution(vietnamese):
    ranepa = [i for i in vietnamese.institutions if "RANEPA" in (i.acronym, i.name)]
    assert [(i.name, i.acronym, i.country) for i in ranepa] == [(RANEPA, "RANEPA", "RU")]


def test_the_five_points_with_exact_boundaries(vietnamese):
    listed = [p for p in vietnamese.points if p.marker]
    assert [p.marker for p in listed] == ["(1)", "(2)", "(3)", "(4)", "(5)"]
    assert [(p.text[:20], p.text[-20:]) for p in listed] == [
        ("Nghiên cứu, áp dụng ", "tinh hoa tại Học viện"[-20:]),
        ("Tổ chức Hội thảo chi", " thực thi chính sách"),
        ("Hợp tác trong đào tạ", "ã hội hóa toàn phần)"),
        ("Học viện phối hợp vớ", " và chuyển đổi số,…)"),
        ("Tổ chức trao đổi giả", "ảng dạy tại Học viện"),
    ]
    assert [p.topic for p in listed] == [
        "training",
        "conference",
        "training",
        "study_visit",
        "staff_exchange",
    ]


def test_background_is_no_point(vietnamese):
    said = " ".join(p.text for p in vietnamese.points)
    assert "phân tách rõ trách nhiệm" not in said
    assert "Kỹ năng hoạch định" not in said


def test_the_memorandum_is_in_force(vietnamese):
    assert {(i.kind, i.status) for i in vietnamese.instruments} == {("memorandum", "in_force")}


def test_the_dates_are_dates_and_the_markers_are_not(vietnamese):
    assert [d.value for d in vietnamese.dates] == ["2024-10-30", "2019"]


def test_the_english_official(english):
    assert [(o.name, o.title, o.institution) for o in english.officials] == [
        ("Andrey Antonov", "Deputy Governor of the Tomsk Region for Economics", None)
    ]


def test_the_listed_institutions_in_spite_of_their_quotation_marks(english):
    names = " | ".join(i.name for i in english.institutions)
    for name in (
        *("AIFC", "National Chamber of Entrepreneurs", "Damu", "Nazarbayev University"),
        *("IT University", "Astana Hub", "Zerde National Infocommunication Holding"),
        *("Nazarbayev Intellectual Schools", "AstanaGenPlan", "Baiterek"),
        "International Center for Green Technologies",
    ):
        assert name in names


def test_the_english_article_has_no_point(english):
    assert english.points == ()

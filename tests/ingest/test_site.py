import pytest

from communique.ingest.site import site_in_text, site_of_url


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("(napa.vn) – Chiều ngày 30/10/2024, Lãnh đạo", "napa.vn"),
        ("(moha.gov.vn) - Sáng nay", "moha.gov.vn"),
        ("(Chinhphu.vn) - Sáng nay", "chinhphu.vn"),
        ("(VOV.VN) - Sáng nay", "vov.vn"),
        ("/inform.kz/ – Астана", "inform.kz"),
        ("[www.akorda.kz] Президент", "akorda.kz"),
        ("Tiêu đề\n\n30/10/2024\n(napa.vn)- Chiều", "napa.vn"),
        ("( napa.vn ) – Chiều", "napa.vn"),
    ],
)
def test_site_in_the_lead(text, site):
    assert site_in_text(text) == site


@pytest.mark.parametrize(
    "text",
    [
        "/Kazinform/ – Астана. Ректор",
        "(TTXVN) - Sáng nay",
        "(TP.HCM) – Sáng nay",
        "(TP.HN) – Sáng nay",
        "(Reuters) - The minister",
        "(ГОСТ.РУ) Текст",
        "See (napa.vn) for more",
        "Học viện (napa.vn) tổ chức",
        "(e.g. this one) text",
        "One\nTwo\nThree\nFour\nFive\nSix\nSeven\n(napa.vn) – late",
        "",
    ],
)
def test_no_site_in_the_lead(text):
    assert site_in_text(text) is None


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.napa.vn/blog/1.htm?x=1", "napa.vn"),
        ("http://WWW.Akorda.KZ:8080/ru", "akorda.kz"),
        ("apa.kz/news", "apa.kz"),
        ("//apa.kz/news", "apa.kz"),
    ],
)
def test_site_of_an_address(url, site):
    assert site_of_url(url) == site

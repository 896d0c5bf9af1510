import pytest

from communique.ingest.decode import decode
from communique.ingest.errors import BadInputError
from communique.ingest.normalise import normalise
from tests.ingest.bytes_1258 import encode_1258

RUSSIAN = [
    "Ректор подписал меморандум",
    "В Астане прошла встреча",
    "16 июля 2021 года в Академии состоялась встреча с делегацией РАНХиГС.",
    "Стороны обсудили обмен преподавателями и студентами.\nПодписан меморандум о сотрудничестве.",
    "МИНИСТР ПРИНЯЛ ДЕЛЕГАЦИЮ",
    "Посол Казахстана посетил The University of Oxford и KazGUU",
    "Подписано соглашение № 5 «О сотрудничестве» – Ереван, 2024",
]
KAZAKH = [
    "Қазақстан Республикасының Президенті жанындағы Мемлекеттік басқару академиясы",
    "Академия ректоры Вьетнам делегациясын қабылдады",
    "Екі жақ ынтымақтастық туралы меморандумға қол қойды",
    "Астанада халықаралық конференция өтті",
]
VIETNAMESE = [
    "Học viện Hành chính Quốc gia tiếp đoàn RANEPA",
    "Hai bên thống nhất trao đổi giảng viên.",
    "Ký kết Biên bản ghi nhớ hợp tác",
    "Chiều ngày 30/10/2024, Lãnh đạo Học viện đã có buổi làm việc với Đại sứ quán Nga.",
]
WESTERN = [
    "Signature d'un protocole d'accord à l'Université de Genève",
    "Die Universität Köln und das Ministerium für Wissenschaft",
    "The Academy’s rector said: “We agreed on exchange – at last.”",
    "La Universidad firmó un convenio de colaboración académica",
]


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize(
    "encoding", ["windows-1251", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_russian(text, encoding):
    assert normalise(decode(text.encode(encoding))) == text


@pytest.mark.parametrize("text", RUSSIAN[:4])
def test_russian_in_koi8(text):
    text = text.replace("–", "-")
    assert decode(text.encode("koi8-r")) == text


@pytest.mark.parametrize("text", KAZAKH)
@pytest.mark.parametrize("encoding", ["kz1048", "utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_kazakh(text, encoding):
    assert normalise(decode(text.encode(encoding))) == text


def test_kazakh_name_in_a_russian_text():
    text = "Делегация академии посетила акимат и музей «Нұр Әлем» в городе, стороны договорились о встрече."
    assert decode(text.encode("kz1048")) == text


@pytest.mark.parametrize("encoding", ["windows-1251", "kz1048"])
def test_long_text_with_odd_words(encoding):
    text = "\n".join(
        [*RUSSIAN[2:4], "КазНУ, ТюмГУ, МинЗдрав, ЕврАзЭС и ВНИИгеоСистем подписали договор."] * 5
    )
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_with_tone_marks_of_their_own(text):
    data = encode_1258(text)
    assert data.decode("windows-1258") != text
    assert normalise(decode(data)) == text


@pytest.mark.parametrize("text", VIETNAMESE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_vietnamese_in_unicode(text, encoding):
    assert normalise(decode(text.encode(encoding))) == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_languages(text):
    assert decode(text.encode("windows-1252")) == text


def test_utf8_that_is_cut_inside_a_letter_is_still_utf8():
    assert decode("Học viện Hành chính".encode() + "ệ".encode()[:2]).startswith(
        "Học viện Hành chính"
    )


def test_a_stray_zero_byte_does_not_make_a_text_binary():
    assert (
        normalise(decode("Học viện tiếp đoàn\x00 RANEPA".encode())) == "Học viện tiếp đoàn RANEPA"
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" * 4, "PNG picture"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 8, "ZIP archive"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" * 8, "program"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00" * 4, "program"),
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj", "PDF document"),
        (b"{\\rtf1\\ansi Text}", "RTF document"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_other_kinds_of_files_are_named(data, kind):
    with pytest.raises(BadInputError, match=kind) as caught:
        decode(data)
    assert caught.value.error == "not-text"


def test_bytes_that_make_no_sense():
    with pytest.raises(BadInputError, match="Save it as UTF-8") as caught:
        decode(bytes(range(0x80, 0x100)) * 5)
    assert caught.value.error == "undecodable"

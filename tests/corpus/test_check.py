import pytest

from brat_config import main as write_configuration
from check import check_corpus, main
from check_splits import similarities
from tests.evaluate.samples import RU, write

FILLER = " ".join(f"Слово{number}" for number in range(350))
GOOD = RU.replace("Стороны решили:", f"{FILLER}.\nСтороны решили:")
OTHER = GOOD.replace("Слово", "Дело").replace("Тверской", "Псковский")


@pytest.fixture
def folder(tmp_path, capsys):
    write(tmp_path / "train", ru_a=GOOD)
    write(tmp_path / "test", ru_b=OTHER)
    write_configuration([str(tmp_path)])
    capsys.readouterr()
    return tmp_path


def messages(folder):
    return [problem.message for problem in check_corpus(folder)[1]]


def edit(folder, name, old, new):
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_good_corpus_has_no_problems_and_its_contents_are_told(folder, capsys):
    assert messages(folder) == []
    assert main([str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "2 articles, 0 problems" in shown
    assert "student_exchange" in shown


def test_a_passage_may_be_short_and_an_article_may_not(tmp_path, capsys):
    write(tmp_path / "passages", ru_a=RU)
    write(tmp_path / "train", ru_b=RU.replace("Тверской", "Псковский"))
    write_configuration([str(tmp_path)])
    capsys.readouterr()
    short = [p for p in check_corpus(tmp_path)[1] if "the standard asks for" in p.message]
    assert [problem.path.parts[-3] for problem in short] == ["train"]


def test_the_configuration_follows_the_corpus(folder):
    assert "Value\tArg:DATE, Value:2016|2023-10-04\n" in (folder / "annotation.conf").read_text()
    edit(folder, "train/ru/a.ann", "2023-10-04\n", "2023-10-03\n")
    assert any("brat_config.py" in message for message in messages(folder))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Language T1 ru", "Language T1 kk", "Language kk is in folder ru/"),
        ("ARTICLE 0 1\t4", "ARTICLE 2 9\tоктября", "ARTICLE is not on the first word"),
        ("name: Бауыржан Сериков", "", "an official needs a note"),
        ("country: KZ", "country: KK", "country 'KK' is not ISO 3166-1 alpha-2"),
        ("acronym: ТИУ", "acronym: ТГУ", "acronym 'ТГУ' is not in the article"),
        ("form: проректор", "", "a title needs a note"),
        ("deadline: 2024-09", "deadline: autumn", "deadline 'autumn' is not an ISO 8601 value"),
        ("LOC 12 17\tТвери", "LOC 12 18\tТвери ", "has blanks at its edges"),
        ("LOC 12 17\tТвери", "LOC 2 17\tоктября в Твери", "overlaps DATE '4 октября'"),
        ("Topic ", "Theme ", "unknown attribute 'Theme'"),
        ("Role T2 event", "Role T2 soon", "Role of DATE T2 is 'soon'"),
    ],
)
def test_what_is_wrong_with_an_article(folder, old, new, message):
    edit(folder, "train/ru/a.ann", old, new)
    assert any(message in found for found in messages(folder))


def test_a_title_that_no_one_holds(folder):
    lines = (folder / "train/ru/a.ann").read_text().splitlines()
    kept = [line for line in lines if "holds" not in line]
    (folder / "train/ru/a.ann").write_text("\n".join(kept) + "\n")
    assert any("no one holds it" in message for message in messages(folder))


def test_length(folder):
    write(folder / "train", ru_c=RU)
    assert any("words; the standard asks for 90 to 800" in message for message in messages(folder))


def test_copies_and_near_copies(folder):
    write(folder / "dev", ru_c=GOOD.replace("4 октября", "4  октября").replace("вместе", "сообща"))
    assert any("5-word runs" in message for message in messages(folder))


def test_test_articles_have_institution_pairs_of_their_own(folder):
    write(folder / "test", ru_b=OTHER.replace("Псковский институт", "Тверской «Институт»"))
    found = [message for message in messages(folder) if "are together in" in message]
    assert len(found) == 1
    assert "тверской институт управления" in found[0]


def test_similarity_is_that_of_shingles():
    words = ["one", "two", "three", "four", "five", "six"]
    texts = [" ".join(words), " ".join([*words[:5], "seven"]), "nothing of the kind is here"]
    assert similarities(texts) == {(0, 1): pytest.approx(1 / 3)}
    chinese = similarities(["双方签署合作备忘录", "双方签署合作协议书"])
    assert 0 < chinese[0, 1] < 1


def test_the_command_without_samples(tmp_path):
    assert main([str(tmp_path)]) == 2
    assert main([str(tmp_path / "nowhere")]) == 2
    assert main(["one", "two"]) == 2

import re

import pytest

from communique.lexicon.phrases import either, name_pattern, phrase_pattern, without_reach
from communique.links.words import link_words


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("sign", "They sign it", "sign"),
        ("sign", "They signed it", None),
        ("sign", "They resign", None),
        ("sign*", "They SIGNED it", "SIGNED"),
        ("签署", "双方签署了备忘录", "签署"),
        ("MoU", "双方签署MoU并合影", "MoU"),
        ("MoU", "双方签署MoUs", None),
        ("将*签署", "双方将于明年签署，并交换", "将于明年签署"),
        ("*备忘录", "《合作行动计划谅解备忘录》", "合作行动计划谅解备忘录"),
        ("協定", "両国は協定に署名した", "協定"),
        ("บันทึกความเข้าใจ", "ลงนามบันทึกความเข้าใจร่วมกัน", "บันทึกความเข้าใจ"),
        ("សន្យា", "កិច្ចសន្យានេះ", "សន្យា"),
        ("협정", "협정서", None),
    ],
)
def test_a_phrase_is_whole_words_where_words_have_blanks(phrase, text, found):
    match = phrase_pattern([phrase]).search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize("sign", "‘’ʻʼ'`")
def test_an_apostrophe_is_every_way_of_writing_it(sign):
    assert phrase_pattern(["o‘qituvchi*"]).search(f"yangi o{sign}qituvchilar")
    assert name_pattern(["o'zbek"]).search(f"O{sign}zbek xalqi")


@pytest.mark.parametrize(
    ("phrase", "shorter"),
    [("*备忘录", "备忘录"), ("协议*", "协议"), ("*vertrag*", "*vertrag*"), ("план*", "план*")],
)
def test_a_star_beside_a_script_without_blanks_reaches_no_further(phrase, shorter):
    assert without_reach(phrase) == shorter


def test_the_longest_of_the_phrases_that_begin_at_one_place_wins():
    assert phrase_pattern(["研究", "研究生"]).search("培养研究生").group() == "研究生"


def test_no_phrases_match_nothing():
    assert phrase_pattern([]).search("") is None


def test_a_part_of_a_longer_expression_keeps_its_boundaries():
    pattern = re.compile(f"(?:{either(['Dr', '博士'])})[ ]?")
    assert pattern.findall("Dr Drake 王博士后") == ["Dr ", "博士"]


@pytest.mark.parametrize(
    ("language", "between", "joined"),
    [("zh", "和", True), ("zh", "、", True), ("en", " and ", True), ("en", " Andes ", False)],
)
def test_words_that_join_two_names(language, between, joined):
    assert bool(link_words(language).joining.search(f"X{between}Y")) is joined


def test_words_that_may_be_left_out_between_a_name_and_a_title():
    assert link_words("zh").between.sub("", "先生现任") == ""
    assert link_words("en").between.sub("", "Mr Theodore") == " Theodore"


@pytest.mark.parametrize(
    ("language", "between", "fits"),
    [("zh", "的", True), ("zh", "", True), ("en", " of the ", True), ("en", " ofthe ", False)],
)
def test_words_between_a_title_and_its_institution(language, between, fits):
    assert bool(link_words(language).of.fullmatch(between)) is fits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.mentions.lists import find_lists, style


def items(text):
    return [(i.marker, text[i.start : i.end]) for found in find_lists(text) for i in found.items]


def test_one_item_a_line_without_marker_and_final_stop():
    text = "The sides agreed to:\n- train civil servants;\n- hold a forum.\nPhoto: press office"
    assert items(text) == [("-", "train civil servants"), ("-", "hold a forum")]


def test_the_lead_in_is_the_line_before():
    text = "Hai bên thống nhất:\n(1) Trao đổi giảng viên;\n(2) Tổ chức hội thảo."
    (found,) = find_lists(text)
    assert text[found.lead_start : found.lead_end] == "Hai bên thống nhất:"


def test_items_inside_a_paragraph():
    text = "Стороны договорились: 1) обменяться планами; 2) провести семинар. Встреча завершилась."
    assert items(text) == [("1)", "обменяться планами"), ("2)", "провести семинар")]


def test_blank_lines_part_no_list():
    text = "They agreed:\n\n1. courses;\n\n \n2. a forum;\n\n3. a book.\n\nThe end."
    (found,) = find_lists(text)
    assert [item.marker for item in found.items] == ["1.", "2.", "3."]
    assert text[found.lead_start : found.lead_end] == "They agreed:"


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("Стороны решили: (а) обменяться планами; (б) провести семинар; (в) издать книгу.", "абв"),
        ("Hai bên thống nhất: (a) một; (b) hai; (c) ba; (d) bốn; (đ) năm; (e) sáu.", "abcdđe"),
    ],
)
def test_letters_count_in_the_order_of_their_alphabet(text, markers):
    assert [marker for marker, _ in items(text)] == [f"({letter})" for letter in markers]


def test_a_nested_list_is_one_list_with_two_styles():
    text = "Plan:\n1. Training:\na) a course in May\nb) a course in June\n2. A forum in Hue"
    (found,) = find_lists(text)
    assert [style(item.marker) for item in found.items] == ["0.", "a)", "a)", "0."]


def test_a_dash_in_a_sentence_is_no_list():
    assert items("Ханой – столица Вьетнама.\nАстана – столица Казахстана.") == []


def test_brackets_and_an_ellipsis_at_the_end_stay():
    text = "Nội dung:\n- Cải cách hành chính (chuyển đổi số,…)\n- Đào tạo (trực tuyến)."
    assert [said for _, said in items(text)] == [
        "Cải cách hành chính (chuyển đổi số,…)",
        "Đào tạo (trực tuyến)",
    ]


@given(st.text(alphabet="ab1).(-\n :;", max_size=80))
def test_items_are_inside_the_text_and_in_order(text):
    for found in find_lists(text):
        bounds = [edge for item in found.items for edge in (item.line_start, item.start, item.end)]
        assert bounds == sorted(bounds)
        assert 0 <= bounds[0] <= bounds[-1] <= len(text)

import pytest

from communique.mentions.addresses import in_address
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("([napa].vn) – Chiều ngày 30/10", True),
        ("mail [hanu]@hanu.edu.vn today", True),
        ("see https://www.[rudn].ru/media", True),
        ("as [24.kz] reports", False),
        ("with [RUDN] and others.", False),
        ("in [Hue]. Next day they left", False),
    ],
)
def test_what_is_a_part_of_an_address(text, inside):
    assert in_address(found(text, "ORG")) == inside

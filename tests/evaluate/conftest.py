import pytest

from tests.evaluate.samples import EMOJI, EMPTY, RU, write


@pytest.fixture
def folder(tmp_path):
    """A gold folder with three articles."""
    return write(tmp_path / "gold", ru_a=RU, en_b=EMOJI, en_c=EMPTY)

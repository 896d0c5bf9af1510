"""The accuracy gate: scores on the test samples do not fall below their floors."""

from pathlib import Path

import pytest

from communique.evaluate import gate

ROOT = Path(__file__).parents[1]


def test_scores_do_not_fall_below_their_floors():
    baseline = gate.read_baseline(ROOT / gate.BASELINE)
    if baseline is None:
        pytest.skip(f"no {gate.BASELINE} yet; make it: python -m communique.evaluate.gate update")
    problems = gate.check(baseline, ROOT / gate.GOLD)
    assert not problems, "\n".join(problems)

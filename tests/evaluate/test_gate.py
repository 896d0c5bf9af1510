import pytest

from communique.evaluate import gate
from tests.evaluate.samples import EMOJI, RU, write


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "gold", ru_a=RU, en_b=EMOJI)


@pytest.fixture
def baseline(tmp_path, folder):
    path = tmp_path / "baseline.json"
    assert gate.update(path, folder, "patterns", allow_lower=False) == []
    return path


def change(path, value):
    """Set one floor."""
    old = gate.read_baseline(path)
    floors = {**old.floors, "ru": {**old.floors["ru"], "dates.value": value}}
    gate.write_baseline(path, gate.Baseline(old.engine, old.gold_sha256, floors))


def test_there_is_no_baseline_at_first(tmp_path):
    assert gate.read_baseline(tmp_path / "none.json") is None


def test_scores_pass_the_floors_that_were_set_on_them(baseline, folder):
    found = gate.read_baseline(baseline)
    assert found.floors.keys() == {"all", "ru", "en"}
    assert gate.check(found, folder) == []


def test_a_score_below_its_floor_is_told(baseline, folder):
    change(baseline, 1.5)
    (problem,) = gate.check(gate.read_baseline(baseline), folder)
    assert problem.startswith("ru dates.value: ")
    assert "below the floor 1.500" in problem


def test_other_samples_need_other_floors(baseline, folder):
    (folder / "ru" / "a.txt").open("a").write("\n")
    (problem,) = gate.check(gate.read_baseline(baseline), folder)
    assert "gate update --allow-lower" in problem


def test_floors_rise_by_themselves_and_fall_only_when_allowed(baseline, folder):
    today = gate.read_baseline(baseline).floors["ru"]["dates.value"]
    change(baseline, today - 0.2)
    assert gate.update(baseline, folder, "patterns", allow_lower=False) == []
    assert gate.read_baseline(baseline).floors["ru"]["dates.value"] == today
    change(baseline, today + 0.2)
    assert len(gate.update(baseline, folder, "patterns", allow_lower=False)) == 1
    assert gate.read_baseline(baseline).floors["ru"]["dates.value"] == today + 0.2
    assert gate.update(baseline, folder, "patterns", allow_lower=True) == []
    assert gate.read_baseline(baseline).floors["ru"]["dates.value"] == today


def test_a_score_within_the_tolerance_keeps_its_floor(baseline, folder):
    today = gate.read_baseline(baseline).floors["ru"]["dates.value"]
    change(baseline, today + gate.TOLERANCE / 2)
    assert gate.check(gate.read_baseline(baseline), folder) == []
    assert gate.update(baseline, folder, "patterns", allow_lower=False) == []
    assert gate.read_baseline(baseline).floors["ru"]["dates.value"] == today + gate.TOLERANCE / 2


def test_a_score_that_is_gone_is_a_shortfall():
    assert list(gate.shortfalls({"vi": {"points.iou": 0.5}}, {"vi": {}})) == [
        "vi points.iou: no score, floor 0.500"
    ]


def test_the_command(tmp_path, folder, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        gate.main(["update"])
    assert stop.value.code == 2
    (tmp_path / "corpus").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "corpus" / "gold").mkdir()
    folder.rename(tmp_path / gate.GOLD)
    assert gate.main(["update"]) == 0
    change(tmp_path / gate.BASELINE, 2.0)
    with pytest.raises(SystemExit) as stop:
        gate.main(["update"])
    assert stop.value.code == 1
    assert "add --allow-lower" in capsys.readouterr().err
    assert gate.main(["update", "--allow-lower"]) == 0

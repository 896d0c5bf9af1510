import pytest

from communique.mentions.errors import LabelFileError
from communique.mentions.labels import LabelMap, prompts
from communique.records import LABELS

ONTONOTES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT "
    "QUANTITY TIME WORK_OF_ART"
)
WIKINER = "LOC MISC ORG PER"
VLSP = "LOCATION MISCELLANEOUS ORGANIZATION PERSON"
KAZNERD = (
    "ADAGE ART CARDINAL CONTACT DATE DISEASE EVENT FACILITY GPE LANGUAGE LAW LOCATION "
    "MISCELLANEOUS MONEY NON_HUMAN NORP ORDINAL ORGANISATION PERCENTAGE PERSON POSITION PRODUCT "
    "PROJECT QUANTITY TIME"
)


@pytest.mark.parametrize(
    ("tags", "given"),
    [
        (ONTONOTES, {"PERSON", "ORG", "LOC", "DATE"}),
        (WIKINER, {"PERSON", "ORG", "LOC"}),
        (VLSP, {"PERSON", "ORG", "LOC"}),
        (KAZNERD, {"PERSON", "TITLE", "ORG", "LOC", "DATE"}),
        (" ".join(LABELS), set(LABELS)),
    ],
)
def test_usual_tag_sets_are_known_whole(tags, given):
    labels = LabelMap.default()
    assert all(labels.knows(tag) for tag in tags.split())
    assert labels.given(tags.split()) == given


def test_a_label_that_is_not_known_has_no_place():
    labels = LabelMap.default()
    assert labels("VESSEL") is None
    assert not labels.knows("VESSEL")
    assert labels("per") == "PERSON"


def test_a_models_own_table_goes_before_the_usual_one(tmp_path):
    table = 'ignored = ["GPE"]\n[labels]\nOFFICIAL = "PERSON"\nLAW = "DOC"\n'
    (tmp_path / "labels.toml").write_text(table)
    labels = LabelMap.of(tmp_path)
    assert (labels("official"), labels("LAW"), labels("ORG")) == ("PERSON", "DOC", "ORG")
    assert labels("GPE") is None
    assert labels.knows("GPE")
    assert prompts(tmp_path) == {"official": "PERSON", "law": "DOC"}


def test_a_zero_shot_model_is_asked_for_every_label():
    assert set(prompts(None).values()) == set(LABELS)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("[labels", "no TOML"),
        ("x = 1", r"no table \[labels\]"),
        ('[labels]\nA = "B"', "'B' of 'A'"),
    ],
)
def test_a_wrong_table_is_told_with_its_path(tmp_path, table, reason):
    (tmp_path / "labels.toml").write_text(table)
    with pytest.raises(LabelFileError, match=reason) as error:
        LabelMap.of(tmp_path)
    assert str(tmp_path / "labels.toml") in str(error.value)

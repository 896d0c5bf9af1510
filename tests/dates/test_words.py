"""The files of date words: complete, and without contradictions."""

from collections import defaultdict

import pytest

from communique.dates.words import VALUED_CLASSES, WORD_CLASSES, known_languages, words_for
from communique.lexicon import languages, of

FILES = {code: of("dates", code) for code in languages("dates")}


@pytest.mark.parametrize("language", FILES)
def test_every_key_is_known(language):
    table = FILES[language]
    others = {"words", "rules", "endings", "day_endings", "decade_endings", "year_endings"}
    assert table.keys() <= VALUED_CLASSES.keys() | others
    assert table["words"].keys() <= WORD_CLASSES.keys()


@pytest.mark.parametrize("language", FILES)
def test_a_phrase_has_one_meaning(language):
    table = FILES[language]
    endings = ["", *table.get("endings", ())]
    meanings = defaultdict(set)
    for section in (*VALUED_CLASSES, "words"):
        for key, phrases in table.get(section, {}).items():
            for phrase in phrases:
                for ending in endings if "~" in phrase else [""]:
                    meanings[phrase.replace("~", ending).lower()].add((section, key))
    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", FILES)
def test_there_are_twelve_months(language):
    months = sorted(map(int, FILES[language]["months"]))
    numbered = FILES[language]["words"].get("month_after")  # 3월: they need no names
    assert months == list(range(1, 13)) or (numbered and set(months) <= set(range(1, 13)))


def test_languages_without_a_file_have_the_months_of_the_cldr():
    assert "da" not in known_languages()
    assert words_for("da").phrases["juli"][0][1] == ("M", 7)


@pytest.mark.parametrize("language", [None, "", "xx", "not a language"])
def test_unknown_languages_have_no_words(language):
    assert words_for(language).phrases == {}

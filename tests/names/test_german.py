"""German titles and institutions in the nominative."""

import pytest

from communique.names.forms import dictionary_form

CASES = """
Eidgenössischen Amts für Archivwesen → Eidgenössisches Amt für Archivwesen
Österreichischen Bundesministerium für Kulturgut → Österreichisches Bundesministerium für Kulturgut
Staatliche Forstamt Altensteig → Staatliches Forstamt Altensteig
Rettungsverbundes Oberkärnten → Rettungsverbund Oberkärnten
Regionalen Notrufzentrale Palmanova → Regionale Notrufzentrale Palmanova
Staatlichen Seidenmuseums Kutaissi → Staatliches Seidenmuseum Kutaissi
Technischen Universität Dresden → Technische Universität Dresden
Freien Universität Berlin → Freie Universität Berlin
Obersten Gerichtshofs → Oberster Gerichtshof
Deutschen Bundestages → Deutscher Bundestag
Hessischen Landtags → Hessischer Landtag
Auswärtigen Amtes → Auswärtiges Amt
Europäischen Union → Europäische Union
Goethe-Instituts → Goethe-Institut
Wiener Stadtwerke → Wiener Stadtwerke
Stiftung Faden und Form → Stiftung Faden und Form
Ständigen Vertretung → Ständige Vertretung
Max-Planck-Gesellschaft → Max-Planck-Gesellschaft
Hochschule Neubrandenburg → Hochschule Neubrandenburg
Zentralen Stelle → Zentralen Stelle
""".strip().splitlines()
TITLES = """
stellvertretenden Direktor → stellvertretender Direktor
Präsidenten → Präsident
Ministers für Landwirtschaft → Minister für Landwirtschaft
wissenschaftlichen Mitarbeiterin → wissenschaftliche Mitarbeiterin
Bundeskanzlerin → Bundeskanzlerin
Leiter der Abteilung Hydrologie → Leiter der Abteilung Hydrologie
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_institutions(case):
    written, right = case.split(" → ")
    assert dictionary_form(written, "ORG", "de") == right
    assert dictionary_form(right, "ORG", "de") == right


@pytest.mark.parametrize("case", TITLES)
def test_titles(case):
    written, right = case.split(" → ")
    assert dictionary_form(written, "TITLE", "de") == right


def test_persons_and_places_stay():
    assert dictionary_form("Anna Richters", "PERSON", "de") == "Anna Richters"
    assert dictionary_form("Neuen Amts", "LOC", "de") == "Neuen Amts"

import pytest

from communique.institutions import find_institutions
from communique.links import InstitutionLinks, assign_titles
from tests.making import marked


def linked(language, text, **labelled):
    """Who is linked with which institution; labelled by ``PERSON``, ``TITLE``, ``ORG``, ``LOC``."""
    made, mentions = marked(text, language, **labelled)
    known = {mention.mention_id: mention.text for mention in mentions}
    links = InstitutionLinks(
        made, mentions, find_institutions(made, mentions), assign_titles(made, mentions)
    )
    return {known[m]: found and found.name for m, found in links.assign().items()}


def test_a_lead_in_gives_a_list_its_institution():
    text = "Со стороны РАНХиГС: ректор Олег Ким; декан Анна Ли. Со стороны ЕНУ: ректор Асан Усенов."
    found = linked(
        "ru",
        text,
        PERSON=["Олег Ким", "Анна Ли", "Асан Усенов"],
        TITLE=["ректор", "декан"],
        ORG=["РАНХиГС", "ЕНУ"],
    )
    assert found == {"Олег Ким": "РАНХиГС", "Анна Ли": "РАНХиГС", "Асан Усенов": "ЕНУ"}


def test_each_of_two_in_one_sentence_has_their_own():
    text = (
        "The memo was signed by Ann Lee, Rector of Hue College, and Bob Roy, Dean of Oxford School."
    )
    found = linked(
        "en",
        text,
        PERSON=["Ann Lee", "Bob Roy"],
        TITLE=["Rector", "Dean"],
        ORG=["Hue College", "Oxford School"],
    )
    assert found == {"Ann Lee": "Hue College", "Bob Roy": "Oxford School"}


def test_a_bare_head_stands_for_the_institution_with_that_word():
    text = "Học viện Tư pháp đón Viện Luật. Ông Lê An, Giám đốc Học viện, phát biểu."
    assert linked(
        "vi", text, PERSON=["Lê An"], TITLE=["Giám đốc"], ORG=["Học viện Tư pháp", "Viện Luật"]
    ) == {"Lê An": "Học viện Tư pháp"}


def test_an_agency_of_a_dateline_employs_nobody():
    text = "HANOI (VNA) – Deputy Minister Lê An met guests of the Ministry of Home Affairs."
    found = linked(
        "en",
        text,
        PERSON=["Lê An"],
        TITLE=["Deputy Minister"],
        ORG=["VNA", "Ministry of Home Affairs"],
        LOC=["HANOI"],
    )
    assert found["Lê An"] != "VNA"


def test_a_post_of_a_territory_has_no_institution():
    text = "The Law School was visited by the Governor of Jizzakh Region Ali Karimov."
    assert linked(
        "en", text, PERSON=["Ali Karimov"], TITLE=["Governor of Jizzakh Region"], ORG=["Law School"]
    ) == {"Ali Karimov": None}


@pytest.mark.parametrize("language", ["vi", "en", "ru", "kk", "xx", None])
def test_without_institutions_nobody_is_linked(language):
    assert linked(
        language, "Rector Ann Lee spoke.", PERSON=["Ann Lee"], TITLE=["Rector"], ORG=[]
    ) == {"Ann Lee": None}


def test_holders_of_a_shared_title_have_the_institution_behind_their_name():
    found = linked(
        "en",
        "Rectors Ann Lee (KazNU) and Wu Jin (Hue University) met.",
        PERSON=["Ann Lee", "Wu Jin"],
        TITLE=["Rectors"],
        ORG=["KazNU", "Hue University"],
    )
    assert found == {"Ann Lee": "KazNU", "Wu Jin": "Hue University"}

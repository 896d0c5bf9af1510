"""What the French, German and Spanish lexicon files tell."""

import pytest

from communique.instruments import find_instruments
from communique.names.countries import country_of
from communique.persons import honorific_before
from communique.points.classify import status_of, topic_of
from tests.making import article, mention_all


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "Ministère de la Santé de l'Ouzbékistan", "UZ"),
        ("fr", "l'ambassadrice vietnamienne", "VN"),
        ("fr", "École nationale de Tachkent", "UZ"),
        ("fr", "la partie sud-coréenne", "KR"),
        ("fr", "Université de Yaoundé I", "CM"),
        ("fr", "le Centre de gestion", None),
        ("de", "Regierung der Republik Usbekistan", "UZ"),
        ("de", "die kasachische Delegation", "KZ"),
        ("de", "Universität Wien", "AT"),
        ("de", "Frankreichs Botschafter", "FR"),
        ("de", "Berliner Senat", "DE"),
        ("de", "Bertrand Russell", None),
        ("es", "Gobierno de Kazajistán", "KZ"),
        ("es", "la delegación surcoreana", "KR"),
        ("es", "Universidad de Guayaquil", "EC"),
        ("es", "empresas mexicanas", "MX"),
        ("es", "el embajador estadounidense", "US"),
    ],
)
def test_names_adjectives_and_cities_tell_the_country(language, text, country):
    assert country_of(text, language) == country


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("fr", "échanges d’enseignants et d’étudiants", "staff_exchange"),
        ("fr", "octroi de bourses aux étudiants", "student_exchange"),
        ("fr", "création d'un double diplôme de master", "institutional"),
        ("fr", "lancer un double diplôme", "education_programme"),
        ("fr", "renforcement des capacités des fonctionnaires", "training"),
        ("fr", "partage d'expériences en matière de réforme", "experience_sharing"),
        ("de", "Austausch von Lehrenden und Studierenden", "staff_exchange"),
        ("de", "gemeinsame Forschungsprojekte", "joint_research"),
        ("de", "Fortbildungen für Beamte", "training"),
        ("de", "Digitalisierung der Verwaltung", "technology"),
        ("de", "Ausbau des Transports", "other"),
        ("de", "die Ziele werden umgesetzt", "other"),
        ("es", "intercambio de docentes", "staff_exchange"),
        ("es", "becas para jóvenes", "student_exchange"),
        ("es", "organizar un seminario sobre comercio", "conference"),
        ("es", "programas de doble titulación", "education_programme"),
        ("es", "intercambiar experiencias en gobierno digital", "experience_sharing"),
    ],
)
def test_the_first_activity_gives_the_topic(language, text, topic):
    assert topic_of(text, language) == topic


@pytest.mark.parametrize(
    ("language", "lead", "text", "status"),
    [
        ("fr", "Les deux parties sont convenues de", "créer un centre", "agreed"),
        ("fr", "Le recteur a proposé d'", "ouvrir un centre", "proposed"),
        ("fr", "Les deux parties ont examiné", "un projet de centre", "discussed"),
        ("fr", "", "un centre pourrait être créé", "discussed"),
        ("de", "Beide Seiten vereinbarten,", "ein Zentrum zu gründen", "agreed"),
        ("de", "Der Rektor schlug vor,", "ein Zentrum zu gründen", "proposed"),
        ("de", "Die Seiten erörterten", "die Gründung eines Zentrums", "discussed"),
        ("de", "", "ein Zentrum wird gegründet", "agreed"),
        ("es", "Ambas partes acordaron", "abrir un centro", "agreed"),
        ("es", "La rectora propuso", "abrir un centro", "proposed"),
        ("es", "Ambas partes conversaron sobre", "un centro", "discussed"),
        ("es", "", "se estudia la posibilidad de abrir un centro", "discussed"),
    ],
)
def test_the_lead_in_or_the_point_gives_the_status(language, lead, text, status):
    assert status_of(text, lead, language) == status


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "status"),
    [
        (
            "fr",
            "Ils ont signé un protocole d'accord.",
            "protocole d'accord",
            "memorandum",
            "signed",
        ),
        ("fr", "Ils prévoient de signer une convention.", "convention", "agreement", "planned"),
        ("fr", "Cela se fait dans le cadre de l'accord.", "accord", "agreement", "in_force"),
        ("fr", "Elles ont adopté une feuille de route.", "feuille de route", "plan", "signed"),
        ("fr", "Une lettre d'intention a été signée.", "lettre d'intention", "other", "signed"),
        (
            "de",
            "Sie unterzeichneten eine Absichtserklärung.",
            "Absichtserklärung",
            "other",
            "signed",
        ),
        (
            "de",
            "Sie planen, ein Kooperationsabkommen zu unterzeichnen.",
            "Kooperationsabkommen",
            "agreement",
            "planned",
        ),
        ("de", "Das geschah im Rahmen der Vereinbarung.", "Vereinbarung", "agreement", "in_force"),
        ("de", "Sie unterzeichneten einen Aktionsplan.", "Aktionsplan", "plan", "signed"),
        (
            "de",
            "Die Gemeinsame Erklärung wurde unterzeichnet.",
            "Gemeinsame Erklärung",
            "statement",
            "signed",
        ),
        ("es", "Firmaron un convenio marco.", "convenio marco", "agreement", "signed"),
        ("es", "Ambas partes prevén firmar un contrato.", "contrato", "contract", "planned"),
        ("es", "Trabajan en el marco del memorando.", "memorando", "memorandum", "in_force"),
        ("es", "Suscribieron una carta de intención.", "carta de intención", "other", "signed"),
        ("es", "La hoja de ruta se firmará pronto.", "hoja de ruta", "plan", "planned"),
    ],
)
def test_kind_and_status_of_instruments(language, text, name, kind, status):
    mentions = mention_all(text, ("DOC", name))
    (found,) = find_instruments(article(text, language=language), mentions, ())
    assert (found.kind, found.status) == (kind, status)


@pytest.mark.parametrize(
    ("language", "text", "name", "honorific"),
    [
        ("fr", "en présence de S.E. Mme Anne Dupont", "Anne Dupont", "S.E. Mme"),
        ("fr", "selon le Pr Jean Morel", "Jean Morel", "le Pr"),
        ("fr", "M. Jean Morel a parlé", "Jean Morel", "M."),
        ("fr", "Jean Morel a parlé", "Jean Morel", None),
        ("de", "Rektorin Prof. Dr. Anna Schmidt", "Anna Schmidt", "Prof. Dr."),
        ("de", "mit Dr.-Ing. Karl Weber", "Karl Weber", "Dr.-Ing."),
        ("de", "Herrn Karl Weber", "Karl Weber", "Herrn"),
        ("de", "Dann sprach Karl Weber, LL.M.", "Karl Weber", "LL.M."),
        ("es", "la rectora, Dra. Ana Ruiz", "Ana Ruiz", "Dra."),
        ("es", "el Excmo. Sr. Luis Gil", "Luis Gil", "Excmo. Sr."),
        ("es", "con don Luis Gil", "Luis Gil", "don"),
        ("es", "Luis Gil, Ph.D., habló", "Luis Gil", "Ph.D."),
    ],
)
def test_honorifics_are_split_off(language, text, name, honorific):
    made = article(text, language=language)
    (mention,) = mention_all(text, ("PERSON", name))
    assert honorific_before(made, mention) == honorific

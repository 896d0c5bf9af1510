"""Small annotated articles for tests, written in the corpus's own mark-up."""

from pathlib import Path

from communique.evaluate.brat import write_brat
from communique.evaluate.gold import from_brat
from markup import to_brat

RU = """---
language: ru
published: 2023-10-05
event: meeting
event_date: 2023-10-04
event_place: Тверь
cooperation: yes
people:
p1: Игорь Соловьёв | honorific: д.э.н. | side: host
p2: Бауыржан Сериков | side: guest
p3: Айгуль Нурланова | honorific: г-жа | side: guest
p4: Пётр Волков | official: no
orgs:
o1: Тверской институт управления | acronym: ТИУ | country: RU | kind: institute
o2: Карагандинский университет экономики | country: KZ
---
{DATE 2023-10-04 event|4 октября} в {LOC|Твери} прошла встреча {TITLE p1 o1|ректора|ректор} {ORG o1|Тверского института управления} ({ORG o1|ТИУ}) д.э.н. {PERSON p1|Игоря Соловьёва} с гостями: {TITLE p2,p3 o2|проректоры|проректор} {ORG o2|Карагандинского университета экономики} {PERSON p2|Бауыржан Сериков} и г-жа {PERSON p3|Айгуль Нурланова}.
{PERSON p1|И. Соловьёв} напомнил, что {DOC agreement in_force on=2016|соглашение} действует с {DATE 2016|2016} года.
Стороны решили:
1) [[education_programme agreed responsible=o2 partner=o1 deadline=2024-09|запустить магистратуру вместе с {ORG o1|ТИУ}]];
2) [[student_exchange proposed|обмениваться студентами]].
{PERSON p4|П. Волков}
"""

EMOJI = """---
language: en
event: visit
cooperation: yes
people:
p1: Anna Lee | at: o1
orgs:
o1: 𠮷 Academy | country: JP
---
🎉🎉 {PERSON p1|Anna Lee} of the {ORG o1|𠮷 Academy} came to {LOC|Osaka} 🚀 and will [[conference agreed|hold a forum in {DATE 2025-05|May 2025}]].
"""

EMPTY = """---
language: en
event: other
cooperation: no
---
Sports day at the office: nobody was hurt.
"""


def gold(source, path="sample.ann"):
    """The gold article that a marked text states."""
    return from_brat(to_brat(source, Path(path)))


def sample(body, *, people="", orgs="", language="en", event="meeting"):
    """A gold article of a marked text; people and orgs are lines of the front matter."""
    head = f"language: {language}\nevent: {event}\ncooperation: yes\n"
    return gold(f"---\n{head}people:\n{people}\norgs:\n{orgs}\n---\n{body}\n")


def write(folder, **sources):
    """Write marked texts as a gold folder, by language folder and name: ``en_a=...``."""
    for name, source in sources.items():
        language, stem = name.split("_", 1)
        path = folder / language / f"{stem}.ann"
        write_brat(to_brat(source, path), path)
    return folder

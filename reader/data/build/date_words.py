"""Builds the date words in `reader/data/calendar` from CLDR (Babel) and `names/dates.toml`.

Run as `python reader/data/build/date_words.py`; `--check` fails where the committed tables differ.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

HERE = Path(__file__).parent
LANGUAGES = ("id", "en", "ms", "ru", "fr", "es", "pt", "de")
# Abbreviations that are words of the language, or other names, too.
NOT_DATES = {
    "en": {"Mar", "Sun", "Sat", "Wed"},
    "id": {"Min", "Sen", "Sel"},
    "fr": {"mar.", "mar"},
    "ru": {"вс", "пн", "вт", "ср", "чт", "пт", "сб"},
}


def cldr_rows(language: str) -> Iterator[tuple[str, str, str]]:
    """Month and weekday names, wide and abbreviated, as they stand in dates and alone."""
    locale = Locale.parse(language)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                yield "month", str(number), name
            for number, name in locale.days[context][width].items():
                yield "weekday", str(number + 1), name


def hand_rows(language: str) -> Iterator[tuple[str, str, str]]:
    """The rows of the hand-made list."""
    lists = tomllib.loads((HERE / "names" / "dates.toml").read_text("utf-8"))[language]
    for kind, entries in lists.items():
        pairs = entries.items() if isinstance(entries, dict) else [("", entries)]
        for value, forms in pairs:
            for form in forms:
                yield kind, value, form


def table(language: str) -> str:
    """One language's table: a line a form, `kind TAB value TAB form`."""
    unwanted = NOT_DATES.get(language, set())
    rows = dict.fromkeys([*cldr_rows(language), *hand_rows(language)])
    # CLDR's abbreviations of one letter are words of their own.
    hand = set(hand_rows(language))
    kept = [row for row in rows if row[2] not in unwanted and (len(row[2]) > 1 or row in hand)]
    return "".join("\t".join(row) + "\n" for row in kept)


def main() -> int:
    """Write the tables, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    stale = []
    folder = HERE.parent / "calendar"
    folder.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = folder / f"{language}.tsv"
        if check and path.read_text("utf-8") != table(language):
            stale.append(path.name)
        if not check:
            path.write_text(table(language), "utf-8")
    print(f"stale: {', '.join(stale)}" if stale else "date tables are current")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints where country_converter and the last World Factbook disagree with the record, decided.

Run as `python reader/data/build/organisations_compare.py [FACTBOOK]`, where FACTBOOK is a checkout
of factbook.json. Neither is the truth: each disagreement stands with a decision from
`organisations_decisions.tsv` beside this script, and one without a decision is an error.
Needs country_converter.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from reader.entities.names import state_name
from reader.states.registry import known, organisation
from reader.states.roster import roster

CONVERTER_AS_OF, FACTBOOK_AS_OF = "2025-10-01", "2026-01-15"
CONVERTER = {
    "EU": "EU",
    "EURO": "EUROZONE",
    "Schengen": "SCHENGEN",
    "OECD": "OECD",
    "UNmember": "UN",
    "APEC": "APEC",
    "CIS": "CIS",
    "G7": "G7",
    "CoE": "COE",
}
FACTBOOK = {
    "NATO": "NATO",
    "CSTO": "CSTO",
    "EU": "EU",
    "ASEAN": "ASEAN",
    "SCO": "SCO",
    "CIS": "CIS",
    "EAEU": "EAEU",
    "BRICS": "BRICS",
    "OPEC": "OPEC",
    "AU": "AU",
    "ECOWAS": "ECOWAS",
    "LAS": "ARAB-LEAGUE",
    "GCC": "GCC",
    "OIC": "OIC",
    "OAS": "OAS",
    "CE": "COE",
    "OECD": "OECD",
    "APEC": "APEC",
    "OSCE": "OSCE",
    "SAARC": "SAARC",
    "SADC": "SADC",
    "COMESA": "COMESA",
    "EAC": "EAC",
    "PIF": "PIF",
    "Caricom": "CARICOM",
    "EMU": "EUROZONE",
    "UN": "UN",
    "IAEA": "IAEA",
    "IMF": "IMF",
    "IBRD": "WORLD-BANK",
    "WTO": "WTO",
    "NAM": "NAM",
    "G-20": "G20",
    "ICCt": "ICC",
    "C": "COMMONWEALTH",
    "BIMSTEC": "BIMSTEC",
    "ECO": "ECO",
    "EFTA": "EFTA",
    "GUAM": "GUAM",
    "Mercosur": "MERCOSUR",
    "NC": "NORDIC-COUNCIL",
    "CAN": "ANDEAN-COMMUNITY",
    "ANZUS": "ANZUS",
    "Schengen Convention": "SCHENGEN",
}
SPELT = {
    "Burma": "MM",
    "Bosnia and Herzegovina": "BA",
    "C&ocirc;te d'Ivoire": "CI",
    "Holy See (Vatican City)": "VA",
    "Turkey (Turkiye)": "TR",
    "Congo, Democratic Republic of the": "CD",
    "Congo, Republic of the": "CG",
    "Korea, North": "KP",
    "Korea, South": "KR",
    "The Gambia": "GM",
    "The Bahamas": "BS",
    "Federated States of Micronesia": "FM",
    "Congo (Brazzaville)": "CG",
    "Congo (Kinshasa)": "CD",
    "Cabo Verde": "CV",
    "Timor-Leste": "TL",
    "Sao Tome and Principe": "ST",
    "Eswatini": "SZ",
    "Hong Kong": "HK",
}


def main(arguments: list[str]) -> int:
    """Print every disagreement; 0 where each is decided."""
    decisions = _decisions()
    lines = list(_converter())
    if arguments:
        lines += _factbook(Path(arguments[0]))
    undecided = 0
    for package, organisation_id, what, iso in sorted(set(lines)):
        decision = decisions.get((package, organisation_id, what, iso), "UNDECIDED")
        undecided += decision == "UNDECIDED"
        print(f"{package}\t{organisation_id}\t{what}\t{iso}\t{decision}")
    print(f"{len(set(lines))} disagreements, {undecided} undecided", file=sys.stderr)
    return 1 if undecided else 0


Line = tuple[str, str, str, str]
"""Package, organisation, `lacks` or `adds` or `date`, ISO code."""


def _decisions() -> dict[Line, str]:
    path = Path(__file__).parent / "organisations_decisions.tsv"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {(row[0], row[1], row[2], row[3]): row[4] for row in rows}


def _converter() -> Iterator[Line]:
    text = (files("country_converter") / "country_data.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    for column, organisation_id in CONVERTER.items():
        told = {_code(row["ISO2"]): row[column] for row in rows if row.get(column)}
        yield from _differences("country_converter", organisation_id, told, CONVERTER_AS_OF)
        ours = {each.iso: each.since for each in organisation(organisation_id).memberships}
        for iso, value in told.items():
            if re.fullmatch(r"\d{4}", value) and iso in ours and ours[iso][:4] != value:
                yield "country_converter", organisation_id, "date", iso


def _code(pattern: str) -> str:
    return re.sub(r"\W.*", "", pattern.lstrip("^"))


def _factbook(folder: Path) -> Iterator[Line]:
    codes = {_plain(state_name(code, "en")): code for code in _every_code()} | SPELT
    told: dict[str, set[str]] = {name: set() for name in FACTBOOK}
    for path in sorted(folder.glob("*/*.json")):
        government = json.loads(path.read_text("utf-8")).get("Government", {})
        listed = government.get("International organization participation", {}).get("text", "")
        names = government.get("Country name", {})
        short = names.get("conventional short form", {}).get("text", "")
        long = names.get("conventional long form", {}).get("text", "")
        iso = codes.get(short) or codes.get(long)
        for name in re.split(r",\s*(?![^(]*\))", listed) if iso else ():
            if name in told:
                told[name].add(iso or "")
    for name, organisation_id in FACTBOOK.items():
        yield from _differences("factbook", organisation_id, told[name], FACTBOOK_AS_OF)


def _plain(name: str) -> str:
    return name.replace("&", "and").replace("St. ", "Saint ")


def _every_code() -> set[str]:
    return {each.iso for name in known() for each in organisation(name).memberships}


def _differences(
    package: str, organisation_id: str, told: Iterable[str], as_of: str
) -> Iterator[Line]:
    ours = {each.iso for each in roster(organisation_id, as_of).members}
    theirs = set(told)
    yield from ((package, organisation_id, "lacks", iso) for iso in ours - theirs)
    yield from ((package, organisation_id, "adds", iso) for iso in theirs - ours)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

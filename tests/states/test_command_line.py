"""The record on the command line: rosters at dates, the reader's own file and a broken one."""

import json
import os
import subprocess
import sys
from pathlib import Path

from reader.entities.names import LANGUAGES, state_called, states

SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))
OWN = """\
id = "LIGA"
names = { en = "A League" }
checked = "2024"

[[members]]
iso = ["NO", "SE"]
since = "2001-01-01"
certainty = "recalled"
"""


def run(config: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`reader` in a process of its own, with its settings in `config`."""
    house = {"XDG_CONFIG_HOME": str(config), "READER_DATA_DIR": str(config / "data")}
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | house,
        stdin=subprocess.DEVNULL,
    )


def own_file(config: Path, name: str, text: str) -> None:
    """Put an organisation file into the reader's settings."""
    folder = config / "reader" / "organisations"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_an_earlier_date_gives_an_earlier_roster(tmp_path: Path) -> None:
    """In 1998 the Collective Security Treaty had nine parties."""
    done = run(tmp_path, "organisation", "csto", "--as-of", "1998-01-01", "--format", "json")
    members = {each["iso"] for each in json.loads(done.stdout)["members"]}

    assert members == {"AM", "AZ", "BY", "GE", "KZ", "KG", "RU", "TJ", "UZ"}


def test_the_seed_of_another_date_has_the_roster_of_that_date(tmp_path: Path) -> None:
    """In 2008 Uzbekistan was back."""
    done = run(tmp_path, "states", str(SEED), "--as-of", "2008-01-01", "--format", "json")
    csto = json.loads(done.stdout)["organisations"][0]

    assert {each["iso"] for each in csto["members"]} == {"AM", "BY", "KZ", "KG", "RU", "TJ", "UZ"}


def test_the_text_says_of_which_day_each_thing_is(tmp_path: Path) -> None:
    """Claims are of the article's own day; an article without a date is read as of today."""
    bare = tmp_path / "bare.txt"
    bare.write_text("NATO met.", "utf-8")
    other = run(tmp_path, "states", str(SEED), "--as-of", "2008").stdout

    assert "Claims of the article, as of its own date, 2024-06-25" in other
    assert "Claims of the article\n" in run(tmp_path, "states", str(SEED)).stdout
    assert "no date found: as of today, " in run(tmp_path, "states", str(bare)).stdout


def test_a_state_is_found_by_any_of_its_english_names() -> None:
    """Short forms, and its code before a name that is alike."""
    told = [state_called(each) for each in ("uk", "USA", "UAE", "us", "Türkiye", "DRC", "X", "")]

    assert told == ["GB", "US", "AE", "US", "TR", "CD", "", ""]


def test_a_state_is_found_by_its_name_in_any_language_of_the_tables() -> None:
    """Every name that a table gives for it; an English or Indonesian one counts first."""
    told = [state_called(each) for each in ("Армения", "allemagne", "Deutschlands", "Rússia")]
    missed = [
        (language, name)
        for language in LANGUAGES
        for code, name in states(language)
        if not state_called(name.casefold())
    ]

    assert (told, missed) == (["AM", "DE", "DE", "RU"], [])


def test_the_readers_own_organisation_is_shown(tmp_path: Path) -> None:
    """As those of the program are."""
    own_file(tmp_path, "liga.toml", OWN)
    done = run(tmp_path, "organisation", "liga", "--as-of", "2024", "--format", "json")

    assert [each["iso"] for each in json.loads(done.stdout)["members"]] == ["NO", "SE"]


def test_a_broken_file_is_one_clear_line(tmp_path: Path) -> None:
    """File, line and reason; no trace."""
    own_file(tmp_path, "liga.toml", OWN.replace('"2001-01-01"', '"2001-13-01"'))
    done = run(tmp_path, "organisation", "liga")
    lines = done.stderr.splitlines()

    assert (done.returncode, done.stdout, len(lines)) == (1, "", 1)
    assert "liga.toml:7: since: '2001-13-01' is not a date: no such month" in lines[0]


def test_a_broken_file_does_not_stop_an_article(tmp_path: Path) -> None:
    """The other organisation's roster stands, the broken one says why it does not."""
    own_file(tmp_path, "nato.toml", "id = 3")
    done = run(tmp_path, "states", str(SEED), "--format", "json")
    found = {each["id"]: each for each in json.loads(done.stdout)["organisations"]}

    assert len(found["CSTO"]["members"]) == 6
    assert found["NATO"]["members"] == []

"""The command that shows an organisation, and makes and checks the reader's own records."""

import json
from pathlib import Path

import pytest

from reader.cli.printing import cut
from reader.states.registry import known
from tests.cli.conftest import Run


def test_a_roster_tells_its_sources(run: Run) -> None:
    """Each member proper, with where it stands."""
    told = json.loads(run("organisation", "nato", "--as-of", "1990", "--format", "json").stdout)

    assert len(told["members"]) == 16
    assert all(member["sources"] for member in told["members"])


def test_a_record_of_ones_own_is_made_filled_in_and_shown(run: Run) -> None:
    """`new` writes a file that `check` finds well-formed; a second one is refused."""
    path = Path(run("organisation", "new", "ABC").stdout.strip())
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('["AA", "BB"]', '["FR", "DE"]').replace(
            'names = { en = "ABC"', 'names = { en = "A Big Club"'
        )
    )

    assert run("organisation", "check").returncode == 0
    assert run("organisation", "new", "ABC").returncode == 1
    assert "A Big Club" in run("organisation", "abc").stdout


def test_a_broken_record_is_told_with_file_line_and_reason(run: Run) -> None:
    """And the program's own records go on."""
    path = Path(run("organisation", "new", "ABC").stdout.strip())
    path.write_text(path.read_text("utf-8").replace("status", "stattus"))
    done = run("organisation", "check")

    assert done.returncode == 1
    assert str(path) in done.stdout and "stattus" in done.stdout
    assert run("organisation", "csto").returncode == 0


def test_a_broken_record_is_told_wherever_organisations_are_shown(run: Run, home: Path) -> None:
    """A line on standard error beside what there is to show; the doctor does not call it sound."""
    run("organisation", "new", "ABC")
    article = home / "a.txt"
    article.write_text("The ABC met.", "utf-8")
    states, doctor = run("states", article), run("doctor").stdout
    listed = [line for line in doctor.splitlines() if " organisations " in line]

    assert "abc.toml:" in states.stderr and "'AA'" in states.stderr
    assert "abc.toml:" in run("organisation", "list").stderr
    assert [line[:3] for line in listed] == ["BAD", "BAD"] and "0 of your own" in listed[0]


def test_an_id_that_cannot_be_one_is_refused_in_one_line(run: Run, home: Path) -> None:
    """Nothing is written anywhere."""
    done = run("organisation", "new", "../evil")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot be an organisation's id" in done.stderr and not list(home.rglob("*.toml"))


def test_words_that_make_no_sense_are_a_usage_error(run: Run) -> None:
    """With the ways that there are."""
    done = run("organisation", "new")

    assert run("organisation", "a", "b", "c").returncode == 2
    assert done.returncode in (2, 4)


def test_a_record_of_ours_is_not_blanked(run: Run) -> None:
    """A file of one's own adds to it, and says so."""
    done = run("organisation", "new", "csto")

    assert done.returncode == 1 and "extends" in done.stderr
    assert "6 members" in run("organisation", "csto", "--as-of", "2024-06-25").stdout


def test_a_record_tells_its_history(run: Run) -> None:
    """Dates, offices, a bar for each state, every joining and leaving; in JSON always."""
    text = run("organisation", "csto", "--as-of", "2024-06-25", "--timeline").stdout
    told = json.loads(run("organisation", "csto", "--as-of", "2024-06", "--format", "json").stdout)
    uzbekistan = [(each["date"], each["kind"]) for each in told["timeline"] if each["iso"] == "UZ"]

    assert "2012-12-19  UZ  left" in text and "█" in text
    assert uzbekistan == [
        ("1992-05-15", "joined"),
        ("1999-04", "left"),
        ("2006-08-16", "joined"),
        ("2012-12-19", "left"),
    ]
    assert told["offices"][0]["name"] == told["offices"][0]["holder"] == "Imangali Tasmagambetov"
    assert text.count("Imangali Tasmagambetov  since 2023-01-01  until 2026-01-01") == 1
    assert told["events"][0]["date"] == "1992-05-15" and told["sources"]


def test_an_organisation_that_has_ended_says_so(run: Run) -> None:
    """And is not out of date."""
    text = run("organisation", "warsaw-pact", "--as-of", "2024").stdout

    assert "did not exist in 2024" in text and "1991-07-01" in text
    assert "out of date" not in text


def test_a_state_is_told_with_its_organisations_and_two_with_what_they_share(run: Run) -> None:
    """By code or by name."""
    day = ("--as-of", "2024-06-25", "--format", "json")
    armenia = json.loads(run("organisation", "of", "Armenia", *day).stdout)
    both = json.loads(run("organisation", "of", "am", "ru", *day).stdout)

    standing = {each["id"]: each["status"] for each in armenia["organisations"]}
    assert (armenia["iso"], standing["CSTO"], standing["SCO"]) == ("AM", "member", "partner")
    assert {"CSTO", "CIS", "EAEU"} <= set(both["organisations"])
    assert "NATO" not in both["organisations"]
    assert run("organisation", "of", "Atlantis").returncode == 4
    assert "United Kingdom" in run("organisation", "of", "uk").stdout.splitlines()[0]


def test_names_are_cut_for_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has no width."""
    names = [each.name for each in known().values()]
    piped = run("organisation", "list").stdout
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert max(map(len, names)) > 56 and all(name in piped for name in names)
    assert cut("Saint Vincent and the Grenadines", 30) == "Saint Vincent and the Grenadi…"


def test_the_organisations_on_record_are_listed_and_counted(run: Run) -> None:
    """Each on a line; the check counts memberships by how they are known."""
    assert "NATO " in run("organisation", "list").stdout
    assert "official" in run("organisation", "check").stdout

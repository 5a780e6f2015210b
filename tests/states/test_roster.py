"""Rosters: who stood how in an organisation on a date."""

from pathlib import Path

import pytest

from reader.states.registry import organisation
from reader.states.roster import Roster, changes_since, organisations_of, roster, shared, timeline

CASES = Path(__file__).parent.parent / "cases" / "states" / "rosters.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines()]


def failures(found: Roster, expected: str) -> list[str]:
    """The expectations of a case that a roster does not meet.

    `= AA BB` are all the members, `#3` is their number, `+AA` is one, `-AA` is none, `?AA` is
    uncertain, `~AA:status` stands otherwise.
    """
    members = {each.iso for each in found.members}
    uncertain = {each.iso for each in found.uncertain}
    others = {f"{each.iso}:{each.status}" for each in found.others}
    words = expected.split()
    held = {"+": members, "?": uncertain, "~": others}
    missed = [word for word in words if word[0] in held and word[1:] not in held[word[0]]]
    missed += [word for word in words if word[0] == "-" and word[1:] in members]
    missed += [word for word in words if word[0] == "#" and int(word[1:]) != len(members)]
    listed = {word for word in words if word[0].isalpha()}
    return missed + sorted(listed ^ members if words[0] == "=" else ())


@pytest.mark.parametrize(
    ("organisation_id", "as_of", "expected"),
    ROWS,
    ids=[f"{number}:{row[0]}:{row[1]}" for number, row in enumerate(ROWS, start=1)],
)
def test_a_roster_is_what_the_case_file_says(
    organisation_id: str, as_of: str, expected: str
) -> None:
    """Members, their number, absentees, and those who stand otherwise."""
    found = roster(organisation_id, as_of)

    assert failures(found, expected) == []


def test_armenia_is_a_member_of_the_csto_that_says_it_has_frozen_itself() -> None:
    """The flag names who says so and since when, and leaves the roster as it is."""
    armenia = next(each for each in roster("csto", "2024-06-25").members if each.iso == "AM")
    flags = [(flag.kind, flag.claimed_by, flag.since) for flag in armenia.flags]

    assert flags == [("frozen", "self", "2024-02")]


def test_a_flag_does_not_hold_before_it_began() -> None:
    """The roster of 2023 shows no flag on Armenia."""
    flagged = [each.iso for each in roster("csto", "2023-06-25").members if each.flags]

    assert flagged == []


def test_a_roster_later_than_its_record_is_stale() -> None:
    """One that is not later is not."""
    stale = [roster("asean", day).is_stale for day in ("2025-10-26", "2031-01-01")]

    assert stale == [False, True]


def test_the_security_council_is_not_whole_before_the_elected_members_are_on_record() -> None:
    """It says so, rather than show five members as fifteen."""
    whole = [roster("unsc", day).is_complete for day in ("1980-01-01", "2015-01-01")]

    assert whole == [False, True]


def test_an_organisation_does_not_exist_before_its_foundation_or_after_its_end() -> None:
    """The Warsaw Pact lived from 1955 to 1991."""
    days = ("1955-05-13", "1970-01-01", "1991-07-01")

    assert [roster("warsaw-pact", day).exists for day in days] == ["out", "in", "out"]


def test_changes_since_a_date_are_the_later_ones() -> None:
    """After June 2019 one state left the European Union and none joined."""
    changes = changes_since(organisation("eu"), "2019-06-01")

    assert [(each.date, each.iso, each.kind) for each in changes] == [("2020-02-01", "GB", "left")]


def test_a_timeline_tells_of_one_who_came_back() -> None:
    """Uzbekistan joined the Collective Security Treaty twice and left twice."""
    told = [each.kind for each in timeline(organisation("csto")) if each.iso == "UZ"]

    assert told == ["joined", "left", "joined", "left"]


def test_a_states_organisations_are_those_of_the_date() -> None:
    """Finland was in the European Union in 2022 and not yet in NATO."""
    found = {each for each, _ in organisations_of("FI", "2022-01-01")}

    assert ("EU" in found, "NATO" in found) == (True, False)


def test_two_states_share_the_organisations_of_which_both_are_members() -> None:
    """Armenia and Russia share the CSTO, the CIS and the Eurasian Economic Union."""
    assert {"CSTO", "CIS", "EAEU"} <= set(shared("AM", "RU", "2024-06-25"))


def test_a_name_is_told_in_the_language_asked_for() -> None:
    """The roster in Indonesian names Belarus as Indonesian newspapers do."""
    found = roster("csto", "2024-06-25", "id")
    names = [each.name for each in found.members]

    assert (found.name, names[1]) == ("Organisasi Traktat Keamanan Kolektif", "Belarusia")

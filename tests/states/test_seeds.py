"""The articles that come with the program: what they claim agrees with the record."""

from pathlib import Path

import pytest

from reader.entities.recogniser import recognise
from reader.loading.open import open_article
from reader.session import Session
from reader.states.panel import rosters_named

SEEDS = sorted(
    path for path in (Path(__file__).parents[2] / "seeds").iterdir() if path.suffix != ".sources"
)


@pytest.mark.parametrize("path", SEEDS, ids=[path.name for path in SEEDS])
def test_no_seed_article_is_said_to_be_wrong(path: Path, tmp_path: Path) -> None:
    """No claim of theirs differs from the record."""
    session = Session.open(str(path), tmp_path)

    assert [each.detail for each in session.claims() if each.verdict == "differs"] == []


def test_the_first_seed_names_all_six_members_and_the_year_of_the_treaty(tmp_path: Path) -> None:
    """Both claims agree, and the charter's date is shown beside the treaty's."""
    session = Session.open(str(SEEDS[0]), tmp_path)
    founded, members = session.claims()

    assert (founded.organisation, founded.kind, founded.verdict) == ("CSTO", "founded", "agrees")
    assert "1992-05-15" in founded.detail and "2002-10-07" in founded.detail
    assert (members.organisation, members.kind, members.verdict) == ("CSTO", "roster", "agrees")
    assert members.detail.startswith("6 of the 6 members on 2024-06-25")


def test_the_first_seed_names_two_organisations_with_rosters() -> None:
    """CSTO, with six members of which each is named, and NATO."""
    article = open_article(str(SEEDS[0]))
    csto, nato = rosters_named(recognise(article, "2024-06-25"), "2024-06-25", "id")

    assert (csto.roster.id, nato.roster.id) == ("CSTO", "NATO")
    assert {each.member.iso for each in csto.members if each.is_named} == {
        "AM",
        "BY",
        "KG",
        "KZ",
        "RU",
        "TJ",
    }

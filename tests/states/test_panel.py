"""The panel's rosters: organisations by prominence, members tied to where they are named."""

import tracemalloc
from pathlib import Path

import pytest

from reader.article import Span
from reader.entities.mention import Entity, Mention, Recognition
from reader.states.panel import rosters_named
from reader.states.registry import user_dir

TEXT = "NATO. CSTO, Rusia dan Belarusia; CSTO dan Rusia."


def recognised(*found: tuple[str, str, str]) -> Recognition:
    """A recognition of `TEXT`: each word with its kind and its code."""
    mentions, entities = [], {}
    for word, kind, code in found:
        key = f"{kind}:{code}"
        starts = [at for at in range(len(TEXT)) if TEXT.startswith(word, at)]
        mentions += [
            Mention(at, at + len(word), "state" if kind == "state" else "org", key) for at in starts
        ]
        entities[key] = (
            Entity(key, "state", word, len(starts), iso=code)
            if kind == "state"
            else Entity(key, "org", word, len(starts), organisation=code)
        )
    return Recognition(sorted(mentions, key=lambda each: each.start), entities)


SEEN = recognised(
    ("NATO", "org", "NATO"),
    ("CSTO", "org", "CSTO"),
    ("Rusia", "state", "RU"),
    ("Belarusia", "state", "BY"),
)


def test_the_organisation_that_is_named_most_comes_first() -> None:
    """CSTO is named twice, NATO once and earlier."""
    assert [each.roster.id for each in rosters_named(SEEN, "2024", "id")] == ["CSTO", "NATO"]


def test_the_members_that_are_named_come_first_with_their_places() -> None:
    """In the order of the article; the others follow by name."""
    csto = rosters_named(SEEN, "2024-06-25", "id")[0]
    told = [(each.member.iso, each.mentions) for each in csto.members[:3]]

    assert told == [
        ("RU", (Span(12, 17), Span(42, 47))),
        ("BY", (Span(22, 31),)),
        ("AM", ()),
    ]


def test_a_member_that_is_not_named_has_its_name_in_the_articles_language() -> None:
    """And its capital."""
    csto = rosters_named(SEEN, "2024-06-25", "id")[0]
    russia = csto.members[0]

    assert (russia.name, russia.capital, russia.is_named) == ("Rusia", "Moskow", True)
    assert not csto.members[2].is_named


def test_what_changed_since_the_date_is_told() -> None:
    """Two states joined NATO after 2022."""
    nato = rosters_named(SEEN, "2022-12-31", "id")[1]

    assert [each.iso for each in nato.changes] == ["FI", "SE"]


def test_an_organisation_without_a_roster_is_left_out() -> None:
    """A news agency has no members on record."""
    seen = recognised(("NATO", "org", "TASS"))

    assert rosters_named(Recognition(seen.mentions, {}), "2024") == ()


def test_an_organisation_is_found_by_its_name_where_it_has_no_code() -> None:
    """The index knows the acronym."""
    seen = recognised(("NATO", "org", ""))

    assert [each.roster.id for each in rosters_named(seen, "2024")] == ["NATO"]


def test_a_broken_file_is_told_in_place_of_the_roster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other organisations keep theirs."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    user_dir().mkdir(parents=True)
    (user_dir() / "nato.toml").write_text("id = 3", "utf-8")
    csto, nato = rosters_named(SEEN, "2024-06-25", "id")

    assert len(csto.members) == 6
    assert nato.members == () and "nato.toml: names.en is missing" in nato.fault


def test_a_long_article_takes_little_memory() -> None:
    """Of an organisation that is on no record, no place is held, however often it is named."""
    mentions = [Mention(at, at + 5, "org", "org:opaque") for at in range(0, 200_000, 10)]
    entities = {"org:opaque": Entity("org:opaque", "org", "Opaque", len(mentions))}
    recognition = Recognition(mentions, entities)
    rosters_named(recognition, "2024")
    tracemalloc.start()

    assert rosters_named(recognition, "2024") == ()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * len(mentions)

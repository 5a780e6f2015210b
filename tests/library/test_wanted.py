"""Articles are found by what they name, by their notes, and by how far they were read."""

from functools import partial
from pathlib import Path

import pytest

from reader.article import Span
from reader.entities.mention import Entity, Mention, Recognition
from reader.knowledge import Knowledge
from reader.library import Library
from reader.library.names import NameIndex, Reading, state_key
from reader.library.taking import take_names
from reader.library.wanted import Wanted, parse_wanted
from reader.loading.open import open_article, unheard
from reader.loading.seeds import seed_articles
from reader.notes.annotation import Link
from reader.session import Session

TEXTS = {
    "leaves": "Armenia left the Collective Security Treaty Organization. Armenia is content.",
    "stays": "Armenia said that Russia stays in the CSTO, and so did Kazakhstan.",
    "other": "Nothing of the kind was said by anybody about the weather of that day.",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Three articles in files, in a library, with a note on the last."""
    shelf = Library(tmp_path / "data")
    for name, text in TEXTS.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        session = Session.open(str(path), tmp_path / "data")
        shelf.record(session.described, session.id)
        if name == "other":
            session.annotate(Span(0, 7), tags=("weather",), links=(Link("state", "FR"),))
            shelf.set_position(session.id, len(text))
        session.close()
    take_names(shelf, partial(Knowledge, data_dir=tmp_path / "data"), unheard)
    return shelf


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("state:AM", ["stays", "leaves"]),
        ("state:armenia", ["stays", "leaves"]),
        ("state:am state:ru", ["stays"]),
        ("org:csto", ["stays", "leaves"]),
        ("org:csto content", ["leaves"]),
        ("state:FR", ["other"]),
        ("#WEATHER", ["other"]),
        ("is:done", ["other"]),
        ("is:unread state:KZ", ["stays"]),
        ("state:US", []),
    ],
)
def test_articles_are_found_by_what_is_known_of_them(
    library: Library, line: str, names: list[str]
) -> None:
    """By states and organisations, those of notes too, by tags and by progress."""
    found = sorted((Path(entry.source).stem for entry in library.find(line)), reverse=True)

    assert sorted(names, reverse=True) == found


def test_it_is_told_how_often_a_state_is_named(library: Library) -> None:
    """In each article."""
    found = {Path(entry.source).stem: entry.mentions for entry in library.find("state:AM")}

    assert found == {"leaves": 2, "stays": 1}


def test_a_capital_that_stands_for_its_government_names_the_state(tmp_path: Path) -> None:
    """One that is only a place does not; neither counts as a mention of the state."""
    place = Entity("place:yerevan", "place", "Yerevan", 2, iso="AM")
    mentions = [
        Mention(0, 7, "place", place.id, metonym=True),
        Mention(20, 27, "place", place.id),
    ]
    index = NameIndex(tmp_path)
    index.put([Reading("one", "", Recognition(mentions, {place.id: place}))])
    index.put([Reading("other", "", Recognition(mentions[1:], {place.id: place}))])

    assert index.naming("state:AM") == {"one": 0}


@pytest.mark.parametrize("seed", seed_articles(), ids=lambda path: path.stem[:12])
def test_states_are_counted_as_everywhere_else(tmp_path: Path, seed: Path) -> None:
    """A capital that speaks for its state is no mention of it."""
    found = Knowledge(open_article(str(seed)), tmp_path).recognition
    index = NameIndex(tmp_path)
    index.put([Reading("one", "", found)])
    states = {each.iso: each.count for each in found.entities.values() if each.kind == "state"}

    assert states
    assert {iso: index.naming(state_key(iso))["one"] for iso in states} == states


def test_names_are_read_anew_after_ones_own_organisations_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that was read before may name the new one."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    index, folder = NameIndex(tmp_path), tmp_path / "reader" / "organisations"
    index.put([Reading("one", "abc", Recognition())])
    before = index.digests()
    folder.mkdir(parents=True)
    (folder / "liga.toml").write_text('id = "LIGA"', "utf-8")
    changed = index.digests()
    index.put([Reading("one", "abc", Recognition())])

    assert (before, changed, index.digests()) == ({"one": "abc"}, {}, {"one": "abc"})


@pytest.mark.parametrize("damage", [None, b"", b"no database at all" * 99])
def test_the_index_is_made_again_from_the_articles(
    library: Library, tmp_path: Path, damage: bytes | None
) -> None:
    """Where it was deleted, emptied or damaged."""
    index = tmp_path / "data" / "library.names"
    index.unlink()
    if damage is not None:
        index.write_bytes(damage)
    take_names(library, partial(Knowledge, data_dir=tmp_path / "data"), unheard)

    assert len(library.find("state:AM")) == 2


def test_a_line_is_read_into_what_is_wanted() -> None:
    """What is none of its forms is a word; a form that is not finished asks nothing yet."""
    line = "peace #a state:indonesia org:NATO site:tass is:Done is:odd time:12 state: tag:b #"

    assert parse_wanted(line) == Wanted(
        ("peace", "is:odd", "time:12", "#"), ("a", "b"), ("ID",), ("NATO",), "done", "tass"
    )

"""Notes whose place is lost or doubtful: each is asked about in its turn, and told of at first."""

from pathlib import Path

from textual.widgets import OptionList, Static

from reader.ui.dialogs.placing import Placing
from tests.ui.story import Reader, play

KEPT = "The secretariat has worked in Moscow since the charter came into force in 1994."
CHANGED = "The secretariat worked out of Minsk until a charter came into force in 1996 at last."
SAME = """Six states signed the treaty in Tashkent on 15 May 1992; three joined a year later.
Five years on, three of them did not renew it; since then there have been six members again."""
LOST = "Rice, fish and palm oil were dearer by a third in the spring."


def _article(folder: Path, *paragraphs: str) -> Path:
    path = folder / "article.md"
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return path


async def _asked(reader: Reader) -> tuple[str, str]:
    """Which note is asked about, by number and by its words; it is then left as it is."""
    await reader.press("r")
    dialog = reader.pilot.app.screen
    assert isinstance(dialog, Placing)
    assert not reader.screen.hints.hints
    title, words = (str(dialog.query_one(each, Static).render()) for each in (".title", ".words"))
    await reader.press("escape")
    return title.rpartition("· ")[2], words.partition(" ")[0]


def test_each_note_in_doubt_is_asked_about_in_its_turn(tmp_path: Path) -> None:
    """The doubtful one first where the cursor is on it; then the lost ones, then all again."""
    source = _article(tmp_path, KEPT, LOST, SAME)

    async def mark(reader: Reader) -> None:
        await reader.press("a")
        await reader.type("doubtful")
        await reader.press("escape", ".")
        for words in ("one", "two", "three"):
            await reader.press("a")
            await reader.type(words)
            await reader.press("escape")

    play(mark, tmp_path / "data", source)
    _article(tmp_path, "Nothing else is new.", CHANGED, SAME)

    async def review(reader: Reader) -> None:
        statuses = sorted(each.place.status for each in reader.screen.known.annotations)
        assert statuses == ["check", "orphan", "orphan", "orphan"]
        told = [each.message for each in reader.pilot.app._notifications]
        assert told == [
            "The article has changed: 3 notes lost their place, 1 note has a doubtful place;"
            " r reviews them"
        ]
        await reader.press("g", "g", ".")
        found = [await _asked(reader) for _ in range(5)]
        numbers, words = zip(*found, strict=True)
        assert list(numbers) == ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "1 of 4"]
        assert words[0] == words[4] == "doubtful"
        assert {"one", "two", "three"} == {*words[1:4]}

    play(review, tmp_path / "data", source)


def _offered(reader: Reader) -> list[str]:
    options = reader.pilot.app.screen.query_one(OptionList).options
    return [str(each.prompt) for each in options]


def test_enter_puts_no_lost_note_where_the_cursor_happens_to_be(tmp_path: Path) -> None:
    """Only what was selected is offered, as the last choice; by itself a note stays lost."""
    source = _article(tmp_path, KEPT, LOST, SAME)

    async def mark(reader: Reader) -> None:
        await reader.press(".", "h")

    play(mark, tmp_path / "data", source)
    _article(tmp_path, KEPT, SAME)

    async def review(reader: Reader) -> None:
        [told] = [each.message for each in reader.pilot.app._notifications]
        assert told == "The article has changed: 1 note lost its place; r reviews it"
        await reader.press("r")
        assert _offered(reader) == ["nowhere for now"]
        await reader.press("enter")
        [lost] = reader.screen.known.annotations
        assert lost.place.status == "orphan"
        for selects in (["v", "."], ["+"], ["ctrl+a"]):
            await reader.press("g", "g", *selects, "r")
            assert _offered(reader) == ["nowhere for now", "what is selected in the article"]
            await reader.press("escape", "escape")
        await reader.press("g", "g", "v", "r", "down", "enter")
        [found] = reader.screen.known.annotations
        assert reader.screen.quote(found.place.span) == KEPT
        assert not reader.screen.pane.is_extending

    play(review, tmp_path / "data", source)

"""The whole story, by key presses only: read, jump, note, quit, start again, export."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.ui.story import SEED, Reader, play

NOTE = "Benarkah?\nДа — 𝄞 é"
SENTENCE = (
    "CSTO didirikan pada tahun 1992 setelah pecahnya Uni Soviet dan kini beranggotakan "
    "Rusia, Belarusia, Kazakhstan, Kyrgyzstan, Tajikistan, dan Armenia."
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_note_made_by_keys_is_there_again_and_leaves_as_markdown(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Open, next entity, panel, Kyrgyzstan, sentence, note, quit; start again; export."""

    async def first_day(reader: Reader) -> None:
        names = []
        for _ in range(3):
            await reader.press("]", "e")
            names.append(reader.screen.quote(reader.screen.pane.selection))
        assert "Organisasi Traktat Keamanan Kolektif" in names
        await reader.press("tab")
        while "Kyrgyzstan" not in _label(reader):
            await reader.press("down")
        await reader.press("enter")
        assert reader.screen.quote(reader.screen.pane.selection) == "Kyrgyzstan"
        await reader.press("escape", ".", "comma")
        assert reader.screen.quote(reader.screen.pane.selection).strip() == SENTENCE
        await reader.press("a")
        await reader.type(NOTE)
        await reader.press("escape")
        await reader.press("q")

    play(first_day, tmp_path / "data", size=size)
    target = tmp_path / "notes.md"

    async def second_day(reader: Reader) -> None:
        notes = [each.annotation for each in reader.screen.known.annotations]
        assert [(note.anchor.exact, note.body) for note in notes] == [(SENTENCE, NOTE)]
        await reader.press("x")
        await reader.press("ctrl+u")
        await reader.type(str(target))
        await reader.press("enter")

    play(second_day, tmp_path / "data", size=size)
    quotes, words = _read_markdown(target)

    assert quotes == [SENTENCE]
    assert NOTE in words


def _label(reader: Reader) -> str:
    row = reader.screen.side.page.row
    return row.label.plain if row else ""


def _read_markdown(path: Path) -> tuple[list[str], str]:
    text = path.read_text("utf-8")
    tokens = MarkdownIt().parse(text)
    quotes, depth = [], 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quotes.append("".join(child.content for child in token.children or []))
    return quotes, text


def test_the_seed_is_not_changed_by_reading_it(tmp_path: Path) -> None:
    """The article is the reader's; only our own folder is written."""
    before = SEED.read_bytes()

    async def story(reader: Reader) -> None:
        await reader.press("h", ".", "2", "z")

    play(story, tmp_path / "data")

    assert SEED.read_bytes() == before


def test_a_day_of_marking_takes_at_most_forty_presses(tmp_path: Path) -> None:
    """Five passages in three colours, two notes, three tags, a link, an undo, an export."""

    async def story(reader: Reader) -> None:
        for colour in ("1", "2", "3", "1", "2"):
            await reader.press(colour)
            await reader.press(".")
        await reader.press("[", "a", "a")
        await reader.type("?")
        await reader.press("escape", "comma", "a")
        await reader.type("!")
        await reader.press("escape", "t")
        await reader.type("a,b,c\n")
        await reader.press("s")
        await reader.type("arm\n")
        await reader.press("d", "z")
        await reader.press("x", "enter")
        notes = [each.annotation for each in reader.screen.known.annotations]
        assert len(notes) == 5
        assert len({note.colour for note in notes}) == 3
        assert sorted(note.body for note in notes if note.body) == ["!", "?"]
        assert [note.tags for note in notes if note.tags] == [("a", "b", "c")]
        assert [link.target for note in notes for link in note.links] == ["AM"]
        print(f"\n{reader.presses} key presses")
        assert reader.presses <= 40

    monkey = pytest.MonkeyPatch()
    monkey.chdir(tmp_path)
    try:
        play(story, tmp_path / "data")
    finally:
        monkey.undo()

    [export] = tmp_path.glob("*.md")
    assert export.read_text("utf-8").count("\n>") >= 5

"""Going about in an article: search, jump list, footnotes, nothing but the text."""

import webbrowser
from pathlib import Path

import pytest

from tests.ui.story import Reader, play

ARTICLE = """# Judul

Kalimat pertama tentang PBB. Lihat [bagian akhir](#akhir) atau [berkas](lain.md).

Kata lama di sini.[^1] Lama sekali.

[^1]: Catatan lama.

## Akhir

Selesai.
"""


LINKS = ["bagian akhir", "berkas", "[1]"]


def test_search_leaves_one_jump_behind(tmp_path: Path) -> None:
    """Each letter typed shows a hit; going back leads to where the search began."""
    source = tmp_path / "a.md"
    source.write_text(ARTICLE)

    async def story(reader: Reader) -> None:
        pane = reader.screen.pane
        await reader.press(".")
        origin = pane.selection
        await reader.press("/")
        await reader.type("lama\n")
        assert reader.screen.quote(pane.selection) == "lama"
        await reader.press("ctrl+o")
        assert pane.selection == origin
        await reader.press("/")
        await reader.type("sekali")
        await reader.press("escape")
        assert (pane.selection, len(pane.hits)) == (origin, 0)

    play(story, tmp_path / "data", source)


def test_leaving_a_finished_search_keeps_the_place(tmp_path: Path) -> None:
    """After enter, escape takes the hits away and nothing else."""
    source = tmp_path / "a.md"
    source.write_text(ARTICLE)

    async def story(reader: Reader) -> None:
        pane, search = reader.screen.pane, reader.screen.search
        await reader.press("/")
        await reader.type("lama\n")
        await reader.press("n")
        here, count = pane.selection, len(pane.hits)
        assert here.start and count == 3
        await reader.press("escape")
        assert (pane.selection, len(pane.hits), search.display) == (here, 0, False)

    play(story, tmp_path / "data", source)


def test_links_lead_to_headings_footnotes_and_files(tmp_path: Path) -> None:
    """An anchor, a footnote and back, and a file beside the article."""
    source = tmp_path / "a.md"
    source.write_text(ARTICLE)
    (tmp_path / "lain.md").write_text("# Lain\n\nBerkas lain.\n")

    async def story(reader: Reader) -> None:
        pane, quote = reader.screen.pane, reader.screen.quote
        await reader.press("]", "l", "o")
        assert quote(pane.selection) == "Akhir"
        await reader.press("ctrl+o", "}", "o")
        assert quote(pane.selection) == "Catatan lama."
        await reader.press("o")
        assert "[1]" in quote(pane.selection)
        await reader.press("[", "l", "o")
        for _ in range(200):
            if reader.screen.article.title == "Lain":
                return
            await reader.pilot.pause(0.02)
        raise AssertionError(reader.screen.article.title)

    play(story, tmp_path / "data", source)


def test_footnote_marks_are_gone_to_as_links_are(tmp_path: Path) -> None:
    """Both ways, around the end."""
    source = tmp_path / "a.md"
    source.write_text(ARTICLE)

    async def story(reader: Reader) -> None:
        found = []
        for bracket in "]]]][[[":
            await reader.press(bracket, "l")
            found.append(reader.screen.quote(reader.screen.pane.selection))
        assert found == [*LINKS, LINKS[0], LINKS[2], LINKS[1], LINKS[0]]

    play(story, tmp_path / "data", source)


def test_a_web_link_without_a_browser_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its address, which can be copied."""
    source = tmp_path / "a.md"
    source.write_text("Ada [tautan](https://example.org/berita) di sini.")
    for variable in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})

    async def story(reader: Reader) -> None:
        await reader.press("]", "l", "o")
        [told] = [each.message for each in reader.pilot.app._notifications]
        assert told == "No browser was found; the link leads to https://example.org/berita"

    play(story, tmp_path / "data", source)


def test_nothing_but_the_text(tmp_path: Path) -> None:
    """The drawer of a narrow screen goes too, and comes back when it is asked for."""

    async def story(reader: Reader) -> None:
        side = reader.screen.side
        await reader.press("tab", "f")
        assert not side.region.area and reader.screen.pane.size.height == 24
        await reader.press("tab")
        assert side.region.area

    play(story, tmp_path / "data", size=(80, 24))

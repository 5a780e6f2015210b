"""The reader's own organisation files in the side panel: a good one and a broken one."""

from pathlib import Path

import pytest

from reader.states.authoring import blank_file
from tests.ui.story import Reader, play

TEXT = "# A club\n\nThe Big Club (NATO) met, and France, a member of NATO since 1949, came too.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the reader's own files, in a home of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "reader" / "organisations"
    folder.mkdir(parents=True)
    return folder


def _article(folder: Path) -> Path:
    path = folder / "article.md"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_file_of_ones_own_takes_the_place_of_ours(own: Path, tmp_path: Path) -> None:
    """Its members are those of the panel."""
    text = blank_file("NATO", "My NATO", "2026-11-24")
    own.joinpath("nato.toml").write_text(
        text.replace('["AA", "BB"]', '["FR"]').replace('since = "2026"', 'since = "1949"'), "utf-8"
    )

    async def story(reader: Reader) -> None:
        [named] = reader.screen.known.rosters
        assert [each.member.iso for each in named.members] == ["FR"]

    play(story, tmp_path / "data", _article(tmp_path))


def test_a_broken_file_is_told_in_the_panel(own: Path, tmp_path: Path) -> None:
    """With file, line and reason, and the article can be read all the same."""
    path = own / "nato.toml"
    path.write_text(blank_file("NATO", "NATO", "2026-11-24").replace("status", "stattus"), "utf-8")

    async def story(reader: Reader) -> None:
        [named] = reader.screen.known.rosters
        assert str(path) in named.fault and "stattus" in named.fault
        assert any("stattus" in each.message for each in reader.pilot.app._notifications)
        await reader.press("tab", "down")
        labels = [row.label.plain for row in reader.screen.side.page._rows.values()]
        assert any("no record" in label for label in labels)
        row = reader.screen.side.page.row
        assert row and "stattus" in row.detail.plain

    play(story, tmp_path / "data", _article(tmp_path))


@pytest.mark.timed
def test_the_panel_opens_within_a_frame(tmp_path: Path) -> None:
    """Once the mentions are known: rosters, claims and rows of the seed, the best of ten."""
    import time

    async def story(reader: Reader) -> None:
        session, page = reader.screen.session, reader.screen.side.page
        known = reader.screen.known
        times = []
        for _ in range(10):
            begun = time.process_time()
            session.rosters()
            page.show(known)
            times.append(time.process_time() - begun)
        assert min(times) < 0.016

    play(story, tmp_path / "data")

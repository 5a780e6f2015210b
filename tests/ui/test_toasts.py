"""What the program says in passing: one thing at a time, out of the way of the keys it names."""

from pathlib import Path

from textual.widgets._toast import Toast

from tests.ui.story import Reader, play


def _said(reader: Reader) -> list[str]:
    return [each.message for each in reader.pilot.app._notifications]


def test_one_thing_is_said_in_passing_at_a_time(tmp_path: Path) -> None:
    """The same words take the place of their like; what went wrong stays beside them."""

    async def story(reader: Reader) -> None:
        for _ in range(4):
            await reader.press("g", ">")
        [said] = _said(reader)
        assert "narrow" in said
        [toast] = reader.screen.query(Toast)
        assert toast.region.y == 1
        await reader.press("y")
        assert _said(reader) == ["Copied"]
        for _ in range(2):
            reader.screen.notify("The disk refuses: full", severity="error")
            await reader.done()
        await reader.press("z")
        assert _said(reader) == ["The disk refuses: full", "Nothing to undo"]

    play(story, tmp_path, size=(80, 24), shows_toasts=True)


def test_what_was_said_in_passing_stays_behind_on_its_screen(tmp_path: Path) -> None:
    """A dialog, a list and the help page begin without it, and going back it does not return."""

    async def story(reader: Reader) -> None:
        for keys in (["a"], ["t"], ["L"], ["?"]):
            await reader.press("y")
            assert _said(reader) == ["Copied"]
            await reader.press(*keys)
            assert _said(reader) == []
            assert not any(each.query(Toast) for each in reader.pilot.app.screen_stack)
            await reader.press("escape")
            assert _said(reader) == []

    play(story, tmp_path, size=(80, 24), shows_toasts=True)


def test_a_line_of_keys_is_never_covered(tmp_path: Path) -> None:
    """Neither that of the article nor that of a dialog, whatever is said while it is open."""

    async def story(reader: Reader) -> None:
        app = reader.pilot.app
        for keys, line in (([], "Hints"), (["a"], ".keys"), (["t"], ".keys"), (["s"], ".keys")):
            await reader.press(*keys)
            for number in range(3):
                app.notify(f"Trouble number {number}, told at some length", severity="error")
            await reader.done()
            toasts = list(app.screen.query(Toast))
            assert len(toasts) == 3
            for toast in toasts:
                assert toast.region.area and toast.region.width < 50
                assert not toast.region.overlaps(app.screen.query_one(line).region)
            app.clear_notifications()
            await reader.press(*(["escape"] if keys else []))

    play(story, tmp_path, size=(80, 24), shows_toasts=True)

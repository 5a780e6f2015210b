"""A list of many rows, of which only those on the screen are made."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from reader.ui.long_list import LongList
from reader.ui.rows import Rows, told

COUNT = 10_000
Story = Callable[["_Listing", Pilot[None]], Awaitable[None]]


class _Listing(App[None]):
    """A list of numbers; those that end in two zeros are headings."""

    CSS = "LongList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.made: set[int] = set()
        self.chosen: list[object] = []
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        """Nothing but the list."""
        yield LongList()

    def on_mount(self) -> None:
        """Show the numbers."""
        self.listed.show(Rows(range(COUNT), self._label, range(0, COUNT, 100)))

    def _label(self, number: int) -> Content:
        self.made.add(number)
        return Content(f"Number {number}\nand what goes with it")

    @property
    def listed(self) -> LongList:
        """The list."""
        return self.query_one(LongList)

    @property
    def shown(self) -> list[str]:
        """What stands on the screen."""
        return [self.listed.render_line(line).text.strip() for line in range(self.size.height)]

    @on(LongList.Chosen)
    def _choose(self, event: LongList.Chosen) -> None:
        self.chosen.append(event.item)

    @on(LongList.Highlighted)
    def _tell(self, event: LongList.Highlighted) -> None:
        self.told.append(event.item)


def _play(story: Story) -> _Listing:
    async def run() -> _Listing:
        app = _Listing()
        async with app.run_test(size=(40, 10)) as pilot:
            await pilot.pause()
            await story(app, pilot)
        return app

    return asyncio.run(run())


def test_the_end_is_reached_without_the_rows_before_it() -> None:
    """And the start again."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        app.listed.go_to_end()
        await pilot.pause()
        assert app.shown[-2:] == ["Number 9999", "and what goes with it"]
        app.listed.go_to_start()
        await pilot.pause()
        assert app.shown[:2] == ["Number 0", "Number 1"]

    app = _play(story)

    assert app.told == [1, 9999, 1] and len(app.made) < 20


def test_a_page_is_what_the_screen_holds() -> None:
    """It stops at both ends."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        found = []
        for key in ("pagedown", "pagedown", "pageup", "pageup", "pageup"):
            await pilot.press(key)
            found.append(app.listed.item)
        app.listed.go_to_end()
        await pilot.press("pagedown")
        assert [*found, app.listed.item] == [6, 11, 6, 1, 1, 9999]

    _play(story)


def test_the_wheel_leaves_the_highlight_where_it_is() -> None:
    """Every row can be scrolled to."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        app.listed.scroll_end(animate=False)
        await pilot.pause()
        assert (app.shown[-2], app.listed.item) == ("Number 9999", 1)

    _play(story)


def test_a_click_chooses_the_row_that_it_hits() -> None:
    """Wherever the list is scrolled to; a heading is no row."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        await pilot.click(LongList, offset=(3, 0))
        await pilot.click(LongList, offset=(3, 4))
        app.listed.go_to_end()
        await pilot.pause()
        await pilot.click(LongList, offset=(30, 7))
        assert app.listed.item == 9998

    assert _play(story).chosen == [2, 9998]


def test_a_click_that_comes_after_other_rows_chooses_what_was_clicked() -> None:
    """Wherever it stands now; where it is gone, nothing."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        for rows in (range(4000, 5002), range(5001), range(3), range(0)):
            app.listed.show(Rows(range(COUNT), app._label))
            app.listed.highlighted = 5001
            await pilot.pause()
            y = app.shown.index("Number 5001")
            style = app.screen.get_style_at(3, y)
            click = events.Click(app.listed, 3, y, 0, 0, 1, False, False, False, 3, y, style)
            app.listed.post_message(click.stop())
            app.listed.show(Rows(rows, app._label))
            await pilot.pause()

    assert _play(story).chosen == [5001]


def test_rows_are_painted_anew_for_another_width() -> None:
    """And the highlighted one stays on the screen."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        app.listed.highlighted = 5001
        await pilot.resize_terminal(20, 4)
        await pilot.pause()
        widths = {app.listed.render_line(line).cell_length for line in range(4)}
        assert "Number 5001" in app.shown and widths == {19}

    _play(story)


@pytest.mark.parametrize("rows", [range(4000, 6000), range(5001, 9000), range(9000, 0, -1)])
def test_what_is_highlighted_stays_so_among_other_rows(rows: range) -> None:
    """Wherever it stands now."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        app.listed.highlighted = 5001
        app.listed.show(Rows(rows, app._label))
        await pilot.pause()
        assert app.listed.item == 5001 and "Number 5001" in app.shown

    _play(story)


def test_that_nothing_is_highlighted_any_more_is_told() -> None:
    """And that something is again."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        for rows in (told("Nothing here."), Rows((), Content), Rows(range(9), app._label)):
            app.listed.show(rows)
            await pilot.pause()

    assert _play(story).told == [1, None, None, 0]


def test_other_rows_keep_the_place() -> None:
    """As near as can be; where there is none, nothing can be chosen, and no key fails."""

    async def story(app: _Listing, pilot: Pilot[None]) -> None:
        app.listed.highlighted = 5001
        app.listed.show(Rows(range(5000), app._label))
        await pilot.pause()
        assert (app.listed.item, app.shown[-2]) == (4999, "Number 4999")
        for rows in (told("Nothing here."), Rows((), Content)):
            app.listed.show(rows)
            await pilot.press("pagedown", "pageup")
            app.listed.move(1)
            app.listed.go_to_end()
            app.listed.choose()
        assert app.listed.item is None and app.shown == [""] * 10

    app = _play(story)

    assert app.chosen == []

"""The mouse: wheel, click, drag and the scroll bar."""

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from reader.article import Block, Span
from reader.ui.pane.pane import ArticlePane
from tests.ui.pane.articles import article_of
from tests.ui.pane.screen import on_screen, selected

PARAGRAPH = Block("paragraph", 0, 0)
LONG = article_of(
    *((PARAGRAPH, f"Kalimat {number} di sini. Dan satu lagi.") for number in range(99))
)


@pytest.mark.parametrize(
    ("times", "expected"),
    [(1, "Dan satu lagi."), (2, "satu"), (3, "Kalimat 1 di sini. Dan satu lagi.")],
    ids=["once", "twice", "thrice"],
)
def test_clicks_choose_the_unit(times: int, expected: str) -> None:
    """One click takes the sentence, two the word, three the paragraph."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> str:
        await pilot.click(ArticlePane, offset=(28, 2), times=times)
        return selected(pane)

    assert expected == on_screen(LONG, deed)


def test_dragging_selects_whole_words_either_way() -> None:
    """From a word back into the first, over two rows."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> str:
        await pilot.mouse_down(ArticlePane, offset=(28, 2))
        await pilot.hover(ArticlePane, offset=(6, 0))
        await pilot.mouse_up(ArticlePane, offset=(6, 0))
        return selected(pane)

    expected = "Kalimat 0 di sini. Dan satu lagi.\n\nKalimat 1 di sini. Dan satu"

    assert expected == on_screen(LONG, deed)


def test_the_wheel_moves_the_text_and_not_the_cursor() -> None:
    """Scrolling by wheel is looking about."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> tuple[Span, int]:
        for _ in range(5):
            pane.post_message(
                MouseScrollDown(pane, 5, 5, 0, 1, 0, False, False, False, screen_x=5, screen_y=5)
            )
        await pilot.pause()
        return pane.selection, pane.in_view[0].block

    assert (Span(0, 18), 8) == on_screen(LONG, deed)


def test_a_click_on_the_scroll_bar_goes_there() -> None:
    """Its last cell is the end of the text."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> int:
        await pilot.click(ArticlePane, offset=(59, 19))
        return pane.visible_span().end

    assert len(LONG.text) == on_screen(LONG, deed)

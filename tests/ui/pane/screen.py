"""The pane in a running application, for as long as a test does something with it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.pilot import Pilot

from reader.article import Article
from reader.ui.pane.pane import ArticlePane
from tests.benchmarks.pane_app import PaneApp

T = TypeVar("T")


def on_screen(
    article: Article,
    deed: Callable[[Pilot[None], ArticlePane], Awaitable[T]],
    size: tuple[int, int] = (60, 20),
) -> T:
    """What `deed` gives with the article on a screen of that size."""

    async def run() -> T:
        app = PaneApp(article)
        async with app.run_test(size=size) as pilot:
            return await deed(pilot, app.query_one(ArticlePane))

    return asyncio.run(run())


def selected(pane: ArticlePane) -> str:
    """The text that is selected."""
    return pane.article.text[pane.selection.start : pane.selection.end]


def painted(pane: ArticlePane) -> list[str]:
    """The rows of the pane as text, without the scroll bar and what is blank at the end."""
    return [pane.render_line(y).text[:-1].rstrip() for y in range(pane.size.height)]

"""What the pane's tests share: the colours of a running application."""

import asyncio

import pytest

from reader.article import Article, Block
from reader.ui.pane.palette import Palette
from reader.ui.pane.pane import ArticlePane
from tests.benchmarks.pane_app import PaneApp


@pytest.fixture(scope="session")
def palette() -> Palette:
    """The colours of the pane in the default theme."""

    async def read() -> Palette:
        app = PaneApp(Article("x", [Block("paragraph", 0, 1)]))
        async with app.run_test():
            return Palette(app.query_one(ArticlePane))

    return asyncio.run(read())

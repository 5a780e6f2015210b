"""A bare application around the article pane, for measuring and for looking at it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.events import Key

from reader.article import Article, Block
from reader.ui.pane.pane import ArticlePane

STYLES = Path(__file__).parents[2] / "styles" / "article.tcss"

KEYS = {
    "j": ("move_line", 1),
    "down": ("move_line", 1),
    "k": ("move_line", -1),
    "full_stop": ("move_sentence", 1),
    "comma": ("move_sentence", -1),
    "pagedown": ("page", 1),
    "pageup": ("page", -1),
    "w": ("move_word", 1),
    "b": ("move_word", -1),
}


class PaneApp(App[None]):
    """The pane and nothing else."""

    CSS_PATH = STYLES
    CSS = "ArticlePane { width: 1fr; height: 1fr; }"

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article

    def compose(self) -> ComposeResult:
        """The pane."""
        yield ArticlePane()

    def on_mount(self) -> None:
        """Show the article."""
        pane = self.query_one(ArticlePane)
        pane.article = self.article
        pane.focus()

    def on_key(self, event: Key) -> None:
        """Run what the key is bound to."""
        pane = self.query_one(ArticlePane)
        if event.key in KEYS:
            name, step = KEYS[event.key]
            getattr(pane, name)(step)
        elif event.key in ("home", "end"):
            getattr(pane, event.key)()
        elif event.key == "q":
            self.exit()


def plain_article(text: str) -> Article:
    """The paragraphs of a plain text, parted by empty lines."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        body = part.strip("\n")
        if body:
            first = text.index(body, start)
            blocks.append(Block("paragraph", first, first + len(body)))
            start = first + len(body)
    return Article(text, blocks)


if __name__ == "__main__":
    PaneApp(plain_article(Path(sys.argv[1]).read_text("utf-8"))).run()

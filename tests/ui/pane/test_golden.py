"""Three pictures of the pane, looked at: every layer, in a dark, a light and a 16-colour theme.

`READER_DRAW=1 pytest tests/ui/pane/test_golden.py` draws the pictures anew. They hold for the
version of Textual that drew them; with another one they are not compared.
"""

import asyncio
import os
from pathlib import Path

import pytest
import textual
from textual.app import App

from reader.article import Article, Block, Mark, Span
from reader.entities.mention import EntityKind, Mention, Recognition
from reader.notes.annotation import Anchor, Annotation, Colour, Place, PlacedAnnotation
from reader.ui.pane.pane import ArticlePane
from tests.benchmarks.pane_app import PaneApp
from tests.ui.pane.articles import article_of

PICTURES = Path(__file__).parent / "pictures"
DRAWN_WITH = PICTURES / "textual-version.txt"
WORDS = (
    "Sekjen NATO Jens Stoltenberg tiba di Jakarta, Indonesia, pada 25 Juni 2024. "
    "Lihat situs resmi untuk isi perjanjian itu. Perang Dingin sudah lama usai."
)
KINDS: dict[EntityKind, str] = {
    "org": "NATO", "person": "Jens Stoltenberg", "place": "Jakarta", "state": "Indonesia",
    "date": "25 Juni 2024", "event": "Perang Dingin",
}  # fmt: skip


def _article() -> Article:
    blocks = article_of(
        (Block("heading", 0, 0, level=1), "Kunjungan ke Asia"),
        (Block("paragraph", 0, 0), WORDS),
        (Block("heading", 0, 0, level=2), "Yang dibahas"),
        (Block("item", 0, 0, marker="•", within=("item",)), "keamanan laut"),
        (Block("item", 0, 0, marker="1.", within=("item", "item")), "perdagangan"),
        (Block("quote", 0, 0, within=("quote",)), "“Kami datang sebagai mitra.”"),
        (Block("code", 0, 0), "for negara in anggota:\n    print(negara)"),
        (Block("table", 0, 0, info="lr"), "Negara\tSejak\nAlbania\t2009\nBelgia\t1949"),
        (Block("rule", 0, 0), ""),
        (Block("footnote", 0, 0, marker="[1]"), "Perjanjian Washington, 4 April 1949."),
    )
    start = blocks.text.index("situs resmi")
    marks = [Mark("link", start, start + 11, "https://example.org/")]
    return Article(blocks.text, blocks.blocks, marks)


def _note(text: str, words: str, colour: Colour, body: str = "") -> PlacedAnnotation:
    start = text.index(words)
    anchor = Anchor("0" * 64, start, start + len(words), words)
    note = Annotation("01" + colour, "a", anchor, body=body, colour=colour)
    return PlacedAnnotation(note, Place(start, start + len(words), "ok", 1.0))


def _dress(pane: ArticlePane) -> None:
    """Lay mentions, overlapping notes, hits and a selection over the text."""
    text = pane.article.text
    found = sorted((text.index(words), words, kind) for kind, words in KINDS.items())
    mentions = [Mention(at, at + len(words), kind, "") for at, words, kind in found]
    pane.recognition = Recognition(mentions)
    pane.annotations = [
        _note(text, "isi perjanjian itu. Perang Dingin sudah", "yellow", "Benarkah?"),
        _note(text, "Perang Dingin", "blue"),
        _note(text, "keamanan laut", "green"),
    ]
    pane.hits = [Span(at, at + 5) for at in range(len(text)) if text.startswith("Perja", at)]
    pane.move_to(Span(text.index("tiba di"), text.index("tiba di") + 7), "word")
    pane.toggle_extend()


def _drawn(theme: str) -> str:
    async def draw() -> str:
        app: App[None] = PaneApp(_article())
        async with app.run_test(size=(64, 30)) as pilot:
            app.theme = theme
            _dress(app.query_one(ArticlePane))
            await pilot.pause()
            return app.export_screenshot(simplify=True)

    return asyncio.run(draw())


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_the_pane_looks_as_in_the_picture(theme: str) -> None:
    """To the last cell and colour."""
    picture = PICTURES / f"{theme}.svg"
    if os.environ.get("READER_DRAW"):
        picture.write_text(_drawn(theme), "utf-8")
        DRAWN_WITH.write_text(textual.__version__ + "\n", "utf-8")
    if DRAWN_WITH.read_text("utf-8").strip() != textual.__version__:
        pytest.skip("the pictures were drawn with another version of Textual")

    assert _drawn(theme) == picture.read_text("utf-8")

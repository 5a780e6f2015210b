"""Articles with notes for the tests of the exchange: any text, any words."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.article import Article, Block, Span
from reader.exchange.document import ExportDocument
from reader.notes.anchor import create
from reader.notes.annotation import COLOURS, Annotation, Place, PlacedAnnotation

SYNTAX = "\\`*_[]<>#+-=|~^&$%:{}().!'\"@/ \n\t123"

words = st.text(
    st.one_of(
        st.sampled_from(SYNTAX),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"),
    ),
    min_size=1,
    max_size=40,
)
"""Text as an article may hold it."""

lines = st.lists(words.map(lambda text: " ".join(text.split())), max_size=3).map("\n\n".join)
"""What a reader may write in a note."""


def placed(
    text: str, span: Span, number: int, body: str = "", tags: tuple[str, ...] = ()
) -> PlacedAnnotation:
    """A note on a stretch of the text."""
    note = Annotation(
        f"01HZZZZZZZZZZZZZZZZZZZZZ{number:02}",
        "article",
        create(text, span.start, span.end),
        motivation="commenting" if body else "highlighting",
        body=body,
        tags=tags,
        colour=COLOURS[number % len(COLOURS)],
        created="2026-11-24T10:00:00.000Z",
        modified="2026-11-24T10:00:00.000Z",
    )
    return PlacedAnnotation(note, Place(span.start, span.end, "ok", 1.0))


def document(passages: list[tuple[str, str, tuple[str, ...]]], title: str = "T") -> ExportDocument:
    """An article of these passages, each with a note: passage, words, tags."""
    text, blocks, notes = "", [], []
    for number, (passage, body, tags) in enumerate(passages):
        span = Span(len(text), len(text) + len(passage))
        blocks.append(Block("paragraph", span.start, span.end))
        text += passage + "\n"
        notes.append((span, number, body, tags))
    text = text.removesuffix("\n")
    article = Article(text, blocks, title=title, source="/a/b.txt")
    return ExportDocument("article", article, [placed(text, *each) for each in notes])

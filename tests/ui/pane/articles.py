"""Generated and hand-made articles for the pane's tests."""

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from reader.article import Article, Block, BlockKind, Container

_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
_CONTAINERS: list[tuple[Container, ...]] = [
    (),
    ("quote",),
    ("item",),
    ("quote", "item"),
    ("item", "item", "quote"),
]
_TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(st.sampled_from("abc déf-—\n ,。「漢字\u00ad\u200b\t"), max_size=600),
    st.text(st.sampled_from("aé \u0301\u200d👨👩❤\ufe0f🇮🇩กำनि한각عרב"), max_size=300),
)


@st.composite
def blocks(draw: st.DrawFn, start: int) -> tuple[str, Block]:
    """One block of any kind that begins at `start`, and its text."""
    kind = draw(st.sampled_from(_KINDS))
    text = "" if kind == "rule" else draw(_TEXTS)
    if kind == "table":
        text = text.replace(" ", "\t")
    within = draw(st.sampled_from(_CONTAINERS))
    if kind == "item" or kind == "quote":
        within += (kind,)
    marker = draw(st.sampled_from(["•", "10.", "[1]"])) if kind in ("item", "footnote") else ""
    level = draw(st.integers(1, 6)) if kind == "heading" else 0
    info = draw(st.sampled_from(["", "lrc"])) if kind == "table" else ""
    return text, Block(kind, start, start + len(text), level, marker, within, info)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of a few blocks of any kind, its text of any characters."""
    text, found = "", []
    for _ in range(draw(st.integers(1, 5))):
        text += "\n\n" if text else ""
        body, block = draw(blocks(len(text)))
        text += body
        found.append(block)
    return Article(text, found)


def article_of(*parts: tuple[Block, str]) -> Article:
    """An article of blocks, each given as a pattern for its fields and its text."""
    text, found = "", []
    for pattern, body in parts:
        text += "\n\n" if text else ""
        found.append(replace(pattern, start=len(text), end=len(text) + len(body)))
        text += body
    return Article(text, found)

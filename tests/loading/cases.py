"""Case files for loaders: title, input and expected blocks, each ended by a line with one dot."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.article import Article, Block

CASES = Path(__file__).parent.parent / "cases" / "loading"


class Case(NamedTuple):
    """One case of a file."""

    title: str
    source: str
    expected: str


def cases(name: str) -> Iterator[Case]:
    """The cases of one file."""
    parts = (CASES / name).read_text("utf-8").split("\n.\n")
    for title, source, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield Case(title.strip(), source + "\n", expected)


def described(article: Article) -> str:
    """An article's blocks and marks, a line each: LF shows as ⏎ and tab as →."""
    lines = [_block(article, block) for block in article.blocks]
    for mark in article.marks:
        text = _visible(article.text[mark.start : mark.end])
        lines.append(f"[{mark.kind}] {text}" + (f" -> {mark.target}" if mark.target else ""))
    return "\n".join(lines)


def _block(article: Article, block: Block) -> str:
    level = str(block.level or "")
    details = [*block.within, block.marker, f"({block.info})" if block.info else ""]
    head = " ".join([block.kind + level, *filter(None, details)])
    return f"{head}: {_visible(article.text[block.start : block.end])}"


def _visible(text: str) -> str:
    return text.replace("\n", "⏎").replace("\t", "→")


def faults(article: Article) -> list[str]:
    """What is wrong with an article as a value; nothing is."""
    found = []
    end = 0
    for block in article.blocks:
        if not end <= block.start <= block.end <= len(article.text):
            found.append(f"out of order: {block}")
        if article.text[end : block.start].strip("\n"):
            found.append(f"text outside blocks before {block}")
        end = block.end
    if article.text[end:].strip("\n"):
        found.append("text after the last block")
    starts = [mark.start for mark in article.marks]
    if starts != sorted(starts):
        found.append("marks are not sorted")
    found += [str(m) for m in article.marks if not 0 <= m.start < m.end <= len(article.text)]
    return found

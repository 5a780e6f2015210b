"""The beginning of a long file, loaded alone."""

import textwrap
from pathlib import Path

import pytest

from reader.loading.open import open_article, preview
from tests.loading.cases import faults

SENTENCE = "The “alliance” met in Brussels – and its members agreed on nothing at all, again. "
PROSE = SENTENCE * 6
TEXTS = {
    "lines.txt": (PROSE + "\n") * 2000,
    "crlf.txt": (PROSE + "\r\n\r\n") * 2000,
    "wrapped.txt": (textwrap.fill(PROSE, 72) + "\n\n") * 2000,
    "poems.txt": (textwrap.fill(PROSE, 72) + "\n\nA poem\nof lines\n\n") * 2000,
    "article.md": (f"# Head\n\n{PROSE} **b** [c](https://x.org)\n\n- a\n- b\n\n> q\n\n") * 2000,
    "fenced.md": (f"{PROSE}\n\n```\ncode\n\nMore code\n```\n\n") * 2000,
    "late.md": (PROSE + "\n\n") * 60 + "[ref]\n\n" + (PROSE + "\n\n") * 2000 + "[ref]: /x",
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_it_is_how_the_whole_begins(tmp_path: Path, name: str, encoding: str) -> None:
    """Text, blocks and marks are the first ones of the whole article."""
    path = tmp_path / name
    path.write_bytes(TEXTS[name].encode(encoding))
    whole, head = open_article(str(path)), preview(str(path))

    assert head is not None
    assert (whole.text[: len(head.text)], [], whole.source, whole.title) == (
        head.text,
        faults(head),
        head.source,
        head.title,
    )
    assert list(whole.blocks[: len(head.blocks)]) == list(head.blocks)
    assert list(whole.marks[: len(head.marks)]) == list(head.marks)
    assert len(head.text) > 20_000


def test_a_short_file_has_none(tmp_path: Path) -> None:
    """It is loaded whole as quickly."""
    path = tmp_path / "a.txt"
    path.write_text(PROSE)

    assert preview(str(path)) is None


def test_encoding_decided_late_leaves_the_beginning(tmp_path: Path) -> None:
    """A first chunk of ASCII reads the same whatever comes after it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Plain ASCII text in lines.\n" * 20_000 + "Организация\n".encode("cp1251"))
    whole, head = open_article(str(path)), preview(str(path))

    assert head is not None
    assert whole.text.startswith(head.text)

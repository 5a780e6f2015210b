"""Articles that came through a pipe, kept to be opened again."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, Block
from reader.loading.errors import LoadError
from reader.loading.open import open_article
from reader.loading.piped import packed
from tests.cli.conftest import ROOT

SOURCE = """---
title: Ереван
date: 2024-06-25
---
# One

A **strong** [link](https://example.org).

> - quoted

| a | b |
|---|---|
| 1 | 2 |
"""


def _read(folder: Path, data: bytes) -> Article:
    path = folder / "a.piped"
    path.write_bytes(data)
    return open_article(str(path))


@pytest.mark.parametrize("seed", [SOURCE, *(p.read_text() for p in (ROOT / "seeds").glob("*.md"))])
def test_it_is_opened_as_it_was(tmp_path: Path, seed: str) -> None:
    """Text, structure and all that is known of it."""
    path = tmp_path / "a.md"
    path.write_text(seed)
    article = replace(open_article(str(path)), source="-")

    assert article.blocks and _read(tmp_path, packed(article)) == article


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "\x1b[31mred"},
        {"text": ""},
        {"blocks": [["paragraph", 0, 99, 0, "", [], ""]]},
        {"blocks": [["window", 0, 1, 0, "", [], ""]]},
        {"blocks": [["paragraph"]]},
        {"marks": [["strong", "0", 1, ""]]},
        {"marks": [["link", 0, 1, 5]]},
        {"marks": [["link", 0, 1, "\x1b[31m"]]},
        {"blocks": [["paragraph", 0.5, 4, 0, "", [], ""]]},
        {"blocks": [["heading", 0, 4, "x", "", [], ""]]},
        {"blocks": [["item", 0, 4, 0, 7, [], ""]]},
        {"blocks": [["item", 0, 4, 0, "\x9b", ["item"], ""]]},
        {"blocks": [["item", 0, 4, 0, "-", ["window"], ""]]},
        {"blocks": [["item", 0, 4, 0, "-", "item", ""]]},
        {"title": 5},
        {"blocks": 1},
    ],
)
def test_a_damaged_file_is_one_clear_line(tmp_path: Path, changed: dict[str, Any]) -> None:
    """Whatever is wrong in it."""
    row = json.loads(packed(Article("text", [Block("paragraph", 0, 4)])))

    assert _read(tmp_path, json.dumps(row).encode()).text == "text"
    for data in (json.dumps({**row, **changed}).encode(), b"{", b"[]"):
        with pytest.raises(LoadError, match=r"is damaged|holds no text"):
            _read(tmp_path, data)


def test_what_is_known_of_it_is_cleaned(tmp_path: Path) -> None:
    """As with every loader: no escape, no half of a pair, one line."""
    row = {
        **json.loads(packed(Article("text", [Block("paragraph", 0, 4)]))),
        "title": "\x1b[31mA\nB\ud800",
    }

    assert "\x1b" not in _read(tmp_path, json.dumps(row).encode()).title

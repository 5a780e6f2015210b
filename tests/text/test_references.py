"""References within an article lead to headings, footnotes and files."""

from pathlib import Path

import pytest

from reader.article import Span
from reader.loading.open import open_article
from reader.text.references import beside, heading_of, other_end

MARKDOWN = """# Judul

Satu[^1], dua[^a] [3].

## Apa & mengapa?

## Judul

[^1]: Catatan pertama.
[^a]: Catatan kedua.
"""


@pytest.mark.parametrize(
    ("target", "number"),
    [("#judul", 0), ("#apa--mengapa", 1), ("#judul-1", 2), ("#tidak-ada", None), ("judul", None)],
)
def test_an_anchor_leads_to_its_heading(tmp_path: Path, target: str, number: int | None) -> None:
    """Two headings of one title are told apart by number."""
    (tmp_path / "a.md").write_text(MARKDOWN)
    article = open_article(str(tmp_path / "a.md"))
    expected = None if number is None else article.headings()[number].span

    assert heading_of(article, target) == expected


def test_a_footnote_is_reached_and_left(tmp_path: Path) -> None:
    """From the reference to the note and back; brackets alone are no reference."""
    (tmp_path / "a.md").write_text(MARKDOWN)
    article = open_article(str(tmp_path / "a.md"))
    first, second = (each.span for each in article.blocks if each.kind == "footnote")
    here = article.text.index("[a]")

    assert other_end(article, Span(here, here + 3)) == second
    assert other_end(article, second) == Span(here, here + 3)
    assert other_end(article, article.blocks[1].span) == first
    assert other_end(article, Span(0, 5)) is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("b%20c.md#x", "b c.md"),
        ("./b c.md", "b c.md"),
        ("absent.md", ""),
        ("", ""),
        ("/etc/passwd", ""),
        ("javascript:b c.md", ""),
        ("b\0", ""),
    ],
)
def test_a_relative_link_leads_to_a_file(tmp_path: Path, target: str, expected: str) -> None:
    """Beside the article, and only where it is there."""
    (tmp_path / "a.md").write_text(MARKDOWN)
    (tmp_path / "b c.md").write_text("b")
    article = open_article(str(tmp_path / "a.md"))

    assert beside(article, target) == (str(tmp_path / expected) if expected else "")

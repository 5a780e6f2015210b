"""What each kind of block and script looks like, at two widths, kept as text.

`READER_DRAW=1 pytest tests/ui/pane/test_pictures.py` draws the pictures anew.
"""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.article import Article, Block, Container
from reader.ui.pane.pane import ArticlePane
from tests.ui.pane.articles import article_of
from tests.ui.pane.screen import on_screen, painted

PICTURES = Path(__file__).parent / "pictures"
ITEM: tuple[Container, ...] = ("item",)
QUOTE: tuple[Container, ...] = ("quote",)
WORDS = "Organisasi Traktat Keamanan Kolektif mengumumkan kesiapan untuk ekspansi keanggotaan."


def _item(marker: str, depth: int = 1) -> Block:
    return Block("item", 0, 0, marker=marker, within=ITEM * depth)


ARTICLES: dict[str, Article] = {
    "headings": article_of(
        *((Block("heading", 0, 0, level=level), f"Judul {level}") for level in range(1, 5)),
        (Block("paragraph", 0, 0), WORDS),
    ),
    "lists": article_of(
        (_item("•"), WORDS),
        (_item("–", 2), "Butir dalam"),
        (Block("paragraph", 0, 0, within=ITEM), "Paragraf kedua dari butir."),
        (_item("10."), WORDS),
        (Block("footnote", 0, 0, marker="[1]"), WORDS),
    ),
    "quotes": article_of(
        (Block("quote", 0, 0, within=QUOTE), WORDS),
        (Block("quote", 0, 0, within=("quote", "quote")), WORDS),
        (Block("item", 0, 0, marker="•", within=("quote", "item")), "Butir dalam kutipan"),
        (Block("rule", 0, 0), ""),
        (Block("paragraph", 0, 0), "Sesudah garis."),
    ),
    "table": article_of(
        (
            Block("table", 0, 0, info="lcr"),
            "Negara\tIbu kota\tAnggota sejak\nArmenia\tYerevan\t1992\n"
            f"Rusia\t{WORDS}\t1992\nBelarus\tMinsk\t31 Desember 1993",
        ),
    ),
    "wide-table": article_of(
        (
            Block("table", 0, 0, info="l" * 12),
            "\t".join(f"Kolom {letter}" for letter in "ABCDEFGHIJKL")
            + "\n"
            + "\t".join(["Armenia", "", WORDS, *(str(year) for year in range(1992, 2001))]),
        ),
        (Block("paragraph", 0, 0), "Sesudah tabel."),
    ),
    "code": article_of(
        (Block("code", 0, 0), "def f(x):\n\tif x:\n        return x * 2  # a comment that is long")
    ),
    "scripts": article_of(
        (
            Block("paragraph", 0, 0),
            "日本語の文章は空白なしで書かれる。「しかし」、行頭に句読点は来ない。",
        ),
        (Block("paragraph", 0, 0), "ภาษาไทยเขียนโดยไม่มีช่องว่างระหว่างคำ และตัดบรรทัดได้"),
        (Block("paragraph", 0, 0), "العربية تكتب من اليمين إلى اليسار، وكذلك עברית."),
        (Block("paragraph", 0, 0), "हिन्दी में लिखा हुआ वाक्य। 한국어 문장도 있다."),
        (
            Block("paragraph", 0, 0),
            "👨‍👩‍👧 ❤️ 🇮🇩 👍🏽 e\u0301 Ha\u00adri ini Rp\u00a01.000.000 tab\there.",
        ),
    ),
    "words": article_of(
        (
            Block("paragraph", 0, 0),
            f"Lihat https://contoh.id/berita/{'sangat-panjang/' * 6}akhir ya.",
        ),
        (Block("paragraph", 0, 0), "Donaudampfschifffahrtsgesellschaft" * 3),
        (
            Block("paragraph", 0, 0),
            "Negara-negara anggota-anggotanya mengatur-atur perundang-undangan.",
        ),
    ),
}


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", ARTICLES)
def test_the_article_looks_as_drawn(name: str, width: int) -> None:
    """Every row as text, with the cursor's ruler and the scroll bar left off."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> str:
        return "\n".join(row.replace("▌", " ").rstrip() for row in painted(pane)).rstrip() + "\n"

    found = on_screen(ARTICLES[name], deed, (width, 30))
    drawn = PICTURES / f"{name}-{width}.txt"
    if os.environ.get("READER_DRAW"):
        drawn.write_text(found, "utf-8")

    assert found == drawn.read_text("utf-8")

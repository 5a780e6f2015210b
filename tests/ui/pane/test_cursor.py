"""The cursor: moving by units, extending, growing, jumping; the screen follows."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.article import Article, Block, Mark, Span
from reader.entities.mention import Mention, Recognition
from reader.ui.pane.pane import ArticlePane
from tests.ui.pane.articles import article_of
from tests.ui.pane.screen import on_screen, painted, selected

PARAGRAPH = Block("paragraph", 0, 0)
ARTICLE = article_of(
    (Block("heading", 0, 0, level=1), "Judul besar"),
    (PARAGRAPH, "Dr. Budi pergi ke Rusia. Ia pulang pada Selasa (25/6). Selesai sudah."),
    (Block("heading", 0, 0, level=2), "Bagian dua"),
    (PARAGRAPH, "Kalimat lain di sini."),
)
RUSIA = ARTICLE.text.index("Rusia")
MENTIONS = Recognition([Mention(RUSIA, RUSIA + 5, "state", "state:RU")])
LONG = article_of(
    *((PARAGRAPH, f"Kalimat {number} di sini. Dan satu lagi.") for number in range(99))
)

Deed = Callable[[ArticlePane], object]

PATHS: dict[str, tuple[list[Deed], str]] = {
    "at first": ([], "Judul besar"),
    "sentences": ([lambda p: p.move_sentence(1)], "Dr. Budi pergi ke Rusia."),
    "sentences back": (
        [lambda p: p.end(), lambda p: p.move_sentence(-1), lambda p: p.move_sentence(-1)],
        "Selesai sudah.",
    ),
    "paragraphs": ([lambda p: p.move_paragraph(1)] * 3, "Kalimat lain di sini."),
    "paragraphs back": (
        [lambda p: p.end(), lambda p: p.move_paragraph(-1)],
        "Bagian dua",
    ),
    "words": ([lambda p: p.move_word(1)] * 2, "besar"),
    "words over a block": ([lambda p: p.move_word(1)] * 3, "Dr"),
    "words back": ([lambda p: p.end(), lambda p: p.move_word(-1)], "dua"),
    "lines keep the sentence": ([lambda p: p.move_line(1)], "Dr. Budi pergi ke Rusia."),
    "to a mention": ([lambda p: p.move_to(Span(RUSIA, RUSIA + 5), "entity")], "Rusia"),
    "to a place": ([lambda p: p.move_to(Span(RUSIA, RUSIA), "word")], "Rusia"),
    "extended": (
        [lambda p: p.move_sentence(1), lambda p: p.toggle_extend(), lambda p: p.move_sentence(1)],
        "Dr. Budi pergi ke Rusia. Ia pulang pada Selasa (25/6).",
    ),
    "extended from the other end": (
        [
            lambda p: p.move_sentence(1),
            lambda p: p.move_sentence(1),
            lambda p: p.toggle_extend(),
            lambda p: p.move_sentence(1),
            lambda p: p.other_end(),
            lambda p: p.move_sentence(-1),
        ],
        "Dr. Budi pergi ke Rusia. Ia pulang pada Selasa (25/6). Selesai sudah.",
    ),
    "extending given up": (
        [lambda p: p.toggle_extend(), lambda p: p.move_sentence(1), lambda p: p.clear_selection()],
        "Dr. Budi pergi ke Rusia.",
    ),
    "grown": (
        [lambda p: p.move_to(Span(RUSIA, RUSIA), "word"), lambda p: p.grow()],
        "Dr. Budi pergi ke Rusia.",
    ),
    "grown to the section": (
        [lambda p: p.end(), *[lambda p: p.grow()] * 1],
        "Bagian dua\n\nKalimat lain di sini.",
    ),
    "narrowed": (
        [lambda p: p.move_sentence(1), lambda p: p.grow(), lambda p: p.narrow()],
        "Dr. Budi pergi ke Rusia.",
    ),
    "all": ([lambda p: p.select_all()], ARTICLE.text),
    "back": ([lambda p: p.end(), lambda p: p.back()], "Judul besar"),
    "forward": (
        [lambda p: p.end(), lambda p: p.back(), lambda p: p.forward()],
        "Kalimat lain di sini.",
    ),
    "per cent": ([lambda p: p.go_to_percent(100)], "Kalimat lain di sini."),
}


@pytest.mark.parametrize(("deeds", "expected"), PATHS.values(), ids=PATHS)
def test_deeds_lead_to_a_selection(deeds: list[Deed], expected: str) -> None:
    """What is selected after a few deeds."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> str:
        pane.recognition = MENTIONS
        for each in deeds:
            each(pane)
        return selected(pane)

    assert on_screen(ARTICLE, deed) == expected


def test_the_line_cursor_keeps_its_column_over_short_rows() -> None:
    """Down over a short row, a gap and a heading, and up again."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> list[int]:
        pane.move_to(Span(RUSIA, RUSIA + 5), "entity")
        points = []
        for step in (1, 1, -1, -1):
            pane.move_line(step)
            points.append(pane.position.offset)
        return points

    down, heading, up, last = on_screen(ARTICLE, deed)

    assert (down, last) == (up, RUSIA)
    assert heading > down > RUSIA


def test_pages_overlap_by_two_rows_and_end_at_the_last() -> None:
    """What was read last is still seen after a page; the end is the bottom."""

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> tuple[list[str], list[str], str]:
        before = painted(pane)
        pane.page(1)
        after = painted(pane)
        pane.end()
        return before[-2:], after[:2], painted(pane)[-1].strip("▌ ")

    before, after, last = on_screen(LONG, deed)

    assert [row.strip("▌▏ ") for row in before] == [row.strip("▌▏ ") for row in after]
    assert last == "Kalimat 98 di sini. Dan satu lagi."


@pytest.mark.parametrize("width", [40, 70, 100])
def test_a_resize_keeps_the_first_visible_character(width: int) -> None:
    """The row at the top after a resize holds what was at the top's start."""
    article = article_of(*((PARAGRAPH, "Kata demi kata " * 60) for _ in range(20)))

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> bool:
        pane.scroll_rows(50)
        first = pane.visible_span().start
        await pilot.resize_terminal(width, 15)
        await pilot.pause()
        there = pane.laid.row(pane.in_view[0])
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        return there.start <= first < there.end and pane.visible_span().start == first

    assert on_screen(article, deed)


def test_the_whole_article_takes_the_place_of_its_beginning_without_a_jump() -> None:
    """No row that was on the screen moves."""
    cut = next(block.end for block in LONG.blocks[50:])
    beginning = Article(LONG.text[:cut], LONG.blocks[:51])

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> tuple[list[str], list[str]]:
        for _ in range(3):
            pane.page(1)
        pane.move_sentence(1)
        before = painted(pane)
        pane.show(LONG, pane.selection.start)
        return before, painted(pane)

    before, after = on_screen(beginning, deed)

    assert before == after


def test_code_scrolls_to_where_the_cursor_goes() -> None:
    """Beyond the edge and back; between, by steps, no further than the longest line."""
    line = "alpha " * 30 + "omega"
    article = article_of((Block("code", 0, 0), f"{line}\nshort"), (PARAGRAPH, "Sesudah."))

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> list[str]:
        pane.code_scrolls = True
        seen = [painted(pane)[0]]
        for _ in range(99):
            pane.scroll_across(1)
        seen.append(painted(pane)[0])
        pane.move_to(Span(0, 5), "word")
        seen.append(painted(pane)[0])
        pane.move_to(Span(len(line) - 5, len(line)), "word")
        seen.append(painted(pane)[0])
        return [*seen, painted(pane)[1]]

    first, last, back, there, below = on_screen(article, deed)

    assert (first[3:11], first[-1]) == ("  alpha ", "›")
    assert (last.endswith("omega"), back) == (True, first)
    assert there.rstrip("› ").endswith("omega") and "‹" in there
    assert below.strip("▌▏‹ ") == ""


def test_links_are_found_and_followed() -> None:
    """The next link is selected, and a message names its address."""
    text = "Baca ini dan itu juga."
    marks = [Mark("link", 5, 8, "https://a.example"), Mark("link", 13, 16, "https://b.example")]
    article = Article(text, [Block("paragraph", 0, len(text))], marks)

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> tuple[str, str]:
        pane.next_link()
        pane.next_link()
        link = pane.link_at(pane.selection)
        return selected(pane), link.target if link else ""

    assert on_screen(article, deed) == ("itu", "https://b.example")


@pytest.mark.parametrize("text", ["", "\n", "x"])
def test_an_article_of_nothing_can_be_moved_in(text: str) -> None:
    """No deed fails where there is nothing to move over."""
    article = Article(text, [])

    async def deed(pilot: Pilot[None], pane: ArticlePane) -> int:
        for step in (1, -1):
            for move in ("line", "word", "sentence", "paragraph"):
                getattr(pane, f"move_{move}")(step)
            pane.page(step)
            pane.half_page(step)
        for name in ("home", "end", "grow", "narrow", "select_all", "next_link", "back"):
            getattr(pane, name)()
        return pane.position.offset

    assert on_screen(article, deed) == 0

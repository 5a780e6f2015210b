"""What holds for every article at every width."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from reader.article import Article, Block
from reader.ui.pane.cells import cell_at, glyphs, offset_at
from reader.ui.pane.layers import Layers
from reader.ui.pane.layout import Layout
from reader.ui.pane.painting import GUTTER, Frame, Painter
from reader.ui.pane.palette import Palette
from reader.ui.pane.rows import Row
from tests.ui.pane.articles import articles

CODE = st.text(st.sampled_from("ab \t漢\n"), max_size=400)
WIDTHS = st.integers(20, 200)
EXAMPLES = settings(max_examples=60, deadline=None)


def _rows(article: Article, width: int) -> list[Row]:
    layout = Layout(article, width - GUTTER - 2)
    return [layout.row(place) for place in layout.down(layout.first())]


def _strip(article: Article, row: Row, palette: Palette, width: int) -> Strip:
    layout = Layout(article, width - GUTTER - 2)
    painter = Painter(layout, Layers(), True, Frame(GUTTER, width), -1)
    return palette.strip(painter.paint(row, "bar"), width)


def _covered(rows: list[Row]) -> Iterator[int]:
    for row in rows:
        for run in row.runs:
            yield from range(run.start, run.end)


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_every_code_point_is_laid_out_once(article: Article, width: int) -> None:
    """Only the line feeds between blocks, and a table's tabs and feeds, have no row."""
    between = {
        offset
        for block in article.blocks
        for offset in range(block.start, block.end)
        if not (block.kind == "table" and article.text[offset] in "\t\n")
    }

    assert sorted(between) == sorted(_covered(_rows(article, width)))


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_code_points_are_laid_out_in_order(article: Article, width: int) -> None:
    """Outside of tables, reading from the top is reading the text."""
    rows = [row for row in _rows(article, width) if row.block.kind != "table"]
    found = list(_covered(rows))

    assert sorted(found) == found


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_every_visible_cluster_is_painted(article: Article, width: int, palette: Palette) -> None:
    """A strip holds the glyphs of its runs in order; only blanks are left off at the end."""
    for row in _rows(article, width):
        wanted = "".join(
            glyph.text for run in row.runs for glyph in glyphs(article.text, run.start, run.end)
        )
        painted = _strip(article, row, palette, width).text[:-1]
        for ornament in row.ornaments:
            painted = painted.replace(ornament.text, "", 1)

        assert "".join(wanted.split()) == "".join(painted.split()).removesuffix("-") or (
            "".join(wanted.split()) == "".join(painted.split())
        )


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_each_row_is_as_wide_as_the_pane(article: Article, width: int, palette: Palette) -> None:
    """Not a cell more, for what hangs over would wreck the screen, and not one less."""
    strips = [_strip(article, row, palette, width) for row in _rows(article, width)]
    measured = [sum(cell_len(segment.text) for segment in strip) for strip in strips]

    assert [width] * len(strips) == [strip.cell_length for strip in strips]
    assert [width] * len(strips) == measured


@given(body=CODE, width=st.integers(20, 60), across=st.integers(0, 80))
@EXAMPLES
def test_code_scrolls_cell_by_cell(body: str, width: int, across: int) -> None:
    """What stands so many cells further left is what was there, but for what an edge cuts."""
    layout = Layout(Article(body, [Block("code", 0, len(body))]), width - GUTTER - 2, False)
    for place in layout.down(layout.first()):
        row = layout.row(place)
        [run] = row.runs
        whole = "".join(
            glyph.text + "\0" * (glyph.width - len(glyph.text)) if glyph.width else ""
            for glyph in glyphs(body, run.start, run.end)
        )
        painter = Painter(layout, Layers(), True, Frame(GUTTER, width), -1, across)
        text = "".join(piece.text for piece in painter.paint(row, "bar").pieces)
        cells = "".join(char + "\0" * (cell_len(char) - 1) for char in text)
        left = GUTTER + run.column
        seen, wanted = cells[left : left + run.width], whole[across : across + run.width]

        assert len(seen) == run.width
        assert all(a == b or (a == " " and b in "漢\0") for a, b in zip(seen, wanted, strict=False))
        assert (cells[left - 1] == "‹") == (across > 0)
        assert (cells[left + run.width] == "›") == (len(whole.rstrip()) - across > run.width)


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_cells_and_offsets_round_trip(article: Article, width: int) -> None:
    """The cell of a cluster leads back to it, from each of its code points."""
    for row in _rows(article, width):
        for run in row.runs:
            for glyph in glyphs(article.text, run.start, run.end):
                if not glyph.width or article.text[glyph.start] == "\t":
                    continue
                cell = cell_at(article.text, run.start, glyph.end - 1)

                assert glyph.start == offset_at(article.text, run.start, run.end, cell)


@given(article=articles(), width=WIDTHS, data=st.data())
@EXAMPLES
def test_every_offset_has_its_row(article: Article, width: int, data: st.DataObject) -> None:
    """A place found by offset shows that offset."""
    layout = Layout(article, width - GUTTER - 2)
    covered = sorted(_covered(_rows(article, width)))
    if not covered:
        return
    offset = data.draw(st.sampled_from(covered))
    runs = layout.row(layout.place_of(offset)).runs

    assert any(run.start <= offset < run.end for run in runs)


@given(article=articles(), width=WIDTHS)
@EXAMPLES
def test_walking_up_is_walking_down_backwards(article: Article, width: int) -> None:
    """The same rows are met from either end."""
    layout = Layout(article, width)
    down = list(layout.down(layout.first()))
    up = [layout.last()]
    while (above := layout.before(up[-1])) is not None:
        up.append(above)

    assert down == up[::-1]

"""Laying out tables: columns as wide as they need, cells folded where they are too wide."""

from reader.article import Block, Span
from reader.ui.pane.blocks import lead
from reader.ui.pane.cells import harmless, shortened, width_of
from reader.ui.pane.rows import Ornament, Row, Run
from reader.ui.pane.wrapping import wrap

_GAP = 3
_NARROWEST = 6
_SAMPLE = 200


def column_widths(text: str, block: Block, width: int) -> list[int]:
    """The width of each column, judged by the first rows; none where they cannot stand abreast."""
    wanted: list[int] = []
    start = block.start
    for _ in range(_SAMPLE):
        if start >= block.end:
            break
        line = _line(text, start, block.end)
        for index, cell in enumerate(_cells(text, line)):
            needed = max(1, width_of(text, cell.start, cell.end))
            if index == len(wanted):
                wanted.append(needed)
            wanted[index] = max(wanted[index], needed)
        start = line.end + 1
    room = width - lead(block, width)[0]
    return _fitted(wanted, room - _GAP * (len(wanted) - 1))


def _fitted(wanted: list[int], room: int) -> list[int]:
    """The widths, with the widest columns cut until all fit in the room."""
    if sum(wanted) <= room:
        return wanted
    limit = max(wanted)
    while limit >= _NARROWEST and sum(min(each, limit) for each in wanted) > room:
        limit -= 1
    return [min(each, limit) for each in wanted] if limit >= _NARROWEST else []


def _line(text: str, start: int, end: int) -> Span:
    feed = text.find("\n", start, end)
    return Span(start, end if feed < 0 else feed)


def _cells(text: str, line: Span) -> list[Span]:
    cells: list[Span] = []
    start = line.start
    while True:
        tab = text.find("\t", start, line.end)
        if tab < 0:
            return [*cells, Span(start, line.end)]
        cells.append(Span(start, tab))
        start = tab + 1


def table_rows(text: str, block: Block, piece: Span, width: int, widths: list[int]) -> list[Row]:
    """The rows of a piece of a table; cells are parted by lines, the header underlined.

    Without `widths` each cell is a line of its own, named after its column, and the table's lines
    are parted by rules.
    """
    indent, bars = lead(block, width)
    if not widths:
        return _listed_rows(text, block, piece, width)
    rows: list[Row] = []
    start = piece.start
    while start < piece.end:
        line = _line(text, start, piece.end)
        rows.extend(_line_rows(text, block, line, _columns(widths, indent), bars))
        if start == block.start:
            rows.append(_header_rule(block, line.end, widths, indent, bars))
        start = line.end + 1
    return rows


def _columns(widths: list[int], indent: int) -> list[tuple[int, int]]:
    """The left edge and width of each column."""
    columns = []
    for width in widths:
        columns.append((indent, width))
        indent += width + _GAP
    return columns


def _line_rows(
    text: str,
    block: Block,
    line: Span,
    columns: list[tuple[int, int]],
    bars: tuple[Ornament, ...],
) -> list[Row]:
    """The rows of one line of the table: as many as its highest cell needs."""
    stacks: list[list[Run]] = []
    for index, cell in enumerate(_cells(text, line)):
        column, width = columns[min(index, len(columns) - 1)]
        stack = _stack(text, cell, column, width, block.info[index : index + 1])
        if index < len(columns):
            stacks.append(stack)
        else:
            stacks[-1].extend(stack)
    height = max((len(stack) for stack in stacks), default=0)
    lines = tuple(Ornament(column - 2, "│", "table-line") for column, _ in columns[1:])
    rows = []
    for level in range(height):
        runs = tuple(stack[level] for stack in stacks if level < len(stack))
        rows.append(Row(block, line.start, line.end, runs, bars + lines))
    return rows


def _stack(text: str, cell: Span, column: int, width: int, align: str) -> list[Run]:
    """The lines of a folded cell, one upon the other."""
    runs = []
    start = cell.start
    for end in wrap(text, cell.start, cell.end, width):
        shown = start + len(text[start:end].rstrip())
        slack = max(0, width - width_of(text, start, shown)) if align in ("r", "c") else 0
        shift = slack // 2 if align == "c" else slack
        runs.append(Run(start, end, column + shift, width - shift))
        start = end
    return runs


def _header_rule(
    block: Block, offset: int, widths: list[int], indent: int, bars: tuple[Ornament, ...]
) -> Row:
    rule = "─┼─".join("─" * width for width in widths)
    return Row(block, offset, offset, (), (*bars, Ornament(indent, rule, "table-line")))


def _listed_rows(text: str, block: Block, piece: Span, width: int) -> list[Row]:
    """The rows of a table too wide for its columns: each cell below the other, under its name."""
    indent, bars = lead(block, width)
    names = _names(text, block, (width - indent) // 3)
    aside = max(width_of(each, 0, len(each)) for each in names) + 2 if any(names) else 0
    rows: list[Row] = []
    start = piece.start
    while start < piece.end:
        line = _line(text, start, piece.end)
        if start == block.start:
            rows.extend(_packed_rows(text, block, line, indent, width, bars))
        else:
            for index, cell in enumerate(_cells(text, line)):
                name = names[index] if index < len(names) else ""
                label = Ornament(indent, name, "table-line")
                rows.extend(_named_rows(text, block, cell, (*bars, label), indent + aside, width))
        rule = Ornament(indent, "╌" * (width - indent), "table-line")
        rows.append(Row(block, line.end, line.end, (), (*bars, rule)))
        start = line.end + 1
    return rows


def _names(text: str, block: Block, room: int) -> list[str]:
    """The cells of the header, each shortened to the room, or blank where there is too little."""
    if room < _NARROWEST - 2:
        return []
    cells = _cells(text, _line(text, block.start, block.end))
    return [shortened(harmless(text[each.start : each.end]), room) for each in cells]


def _named_rows(
    text: str, block: Block, cell: Span, ornaments: tuple[Ornament, ...], column: int, width: int
) -> list[Row]:
    """The rows of a cell, the last ornament beside the first of them; none for an empty cell."""
    rows = []
    for run in _stack(text, cell, column, width - column, "") if len(cell) else ():
        rows.append(Row(block, run.start, run.end, (run,), ornaments))
        ornaments = ornaments[: len(ornaments) - (len(rows) == 1)]
    return rows


def _packed_rows(
    text: str, block: Block, line: Span, indent: int, width: int, bars: tuple[Ornament, ...]
) -> list[Row]:
    """The cells of a line one after the other, as many on a row as there is room for."""
    rows: list[Row] = []
    runs: list[Run] = []
    for cell in _cells(text, line):
        needed = width_of(text, cell.start, cell.end)
        column = runs[-1].column + runs[-1].width + _GAP if runs else indent
        if runs and column + needed > width:
            rows.append(_packed(block, line, runs, bars))
            runs, column = [], indent
        stack = _stack(text, cell, column, max(1, min(needed, width - column)), "")
        rows.extend(_packed(block, line, [each], bars) for each in stack[:-1])
        runs.append(stack[-1])
    return [*rows, _packed(block, line, runs, bars)]


def _packed(block: Block, line: Span, runs: list[Run], bars: tuple[Ornament, ...]) -> Row:
    lines = (Ornament(run.column - 2, "│", "table-line") for run in runs[1:])
    return Row(block, line.start, line.end, tuple(runs), (*bars, *lines))

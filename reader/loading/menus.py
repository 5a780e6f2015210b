"""Menus of pages that are laid out as tables: cells that hold little but links."""

from typing import TYPE_CHECKING

from reader.loading.elements import remove

if TYPE_CHECKING:
    from lxml.etree import _Element

_FEWEST = 3
"""Links in a menu."""
_LONGEST_TITLE = 60
"""The mean length of a menu's links, in characters; headlines in a list of news are longer."""


def remove_menus(root: "_Element") -> None:
    """Take the menus out of a tree of HTML."""
    from lxml.etree import iterwalk

    if next(root.iter("td"), None) is None:
        return

    found: list[_Element] = []
    # Of each open cell: the length of its text, that of its links, and how many these are.
    open_cells: list[list[int]] = []
    depth = 0
    for event, element in iterwalk(root, events=("start", "end")):
        name = element.tag
        if event == "start":
            depth += name == "a"
            if name == "td":
                open_cells.append([0, 0, 0])
            _count(open_cells, element.text, bool(depth))
        else:
            if name == "a":
                depth -= 1
                if open_cells:
                    open_cells[-1][2] += 1
            elif name == "td" and open_cells:
                cell = open_cells.pop()
                if _is_menu(*cell):
                    found.append(element)
                if open_cells:
                    open_cells[-1] = [a + b for a, b in zip(open_cells[-1], cell, strict=True)]
            _count(open_cells, element.tail, bool(depth))
    for element in found:
        remove(element)


def _count(cells: list[list[int]], text: str | None, is_linked: bool) -> None:
    if cells and text:
        length = len(text.strip())
        cells[-1][0] += length
        cells[-1][1] += length * is_linked


def _is_menu(length: int, linked: int, links: int) -> bool:
    return links >= _FEWEST and linked * 4 >= length * 3 and linked <= links * _LONGEST_TITLE

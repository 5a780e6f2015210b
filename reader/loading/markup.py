"""A walk over a tree of HTML elements that tells a builder what the article holds.

It also knows the TEI of trafilatura's trees. The walk goes from event to event rather than from
element to child, so no depth of nesting can exhaust the stack.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.article import BlockKind, Container, MarkKind
from reader.loading import elements
from reader.loading.builder import ArticleBuilder
from reader.loading.elements import name_of
from reader.loading.mending import mend

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = re.compile(r"[ \t\n\r\f]+")
_BULLET = "•"


class MarkupWalk:
    """Walks trees of elements, one after the other, into one builder.

    Args:
        resolve: makes a link's address absolute, or empty where it leads nowhere.
    """

    def __init__(self, builder: ArticleBuilder, resolve: Callable[[str], str] = str) -> None:
        self._builder = builder
        self._resolve = resolve
        self._within: list[Container] = []
        self._notes: dict[str, str] = {}
        self._open_notes: list[_Element] = []
        self._items: list[int] = []
        self._marker = ""
        self._level = 0
        self._pre = 0
        self._is_inline = False
        self._space = False
        self._marks: list[tuple[MarkKind, str]] = []
        self._opened = 0

    def take(self, root: "_Element") -> None:
        """Tell the builder of all that a tree holds; the tree is changed."""
        mend(root, self._notes)
        self._walk(root)
        self._flush()

    def _walk(self, root: "_Element") -> None:
        from lxml.etree import iterwalk

        passed: _Element | None = None
        walk = iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            name = name_of(element)
            if event == "start":
                if name in elements.SKIPPED or self._is_table(name, element):
                    walk.skip_subtree()
                    passed = element
                else:
                    self._start(name, element)
                    self._text(element.text)
            elif event == "end" and element is not passed:
                self._end(name, element)
            if event != "start" and element is not root:
                self._text(element.tail)

    def _is_table(self, name: str, element: "_Element") -> bool:
        if name != "table" or self._is_inline:
            return False
        rows = elements.data_rows(element)
        if rows:
            self._take_table(element, rows)
        return bool(rows)

    # Text

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._pre:
            self._add(text.lstrip("\n") if self._builder.is_block_empty else text)
            return
        text = _SPACES.sub(" ", text)
        self._space = self._space or text.startswith(" ")
        if body := text.strip(" "):
            if self._space and self._builder.takes_space:
                self._builder.add(" ")
            self._add(body)
        self._space = self._space if not body else text.endswith(" ")

    def _add(self, text: str) -> None:
        if self._builder.is_block_empty and not self._is_inline:
            # Said before any mark is opened, for marks count from where the block will stand.
            self._builder.gap(1 if self._is_close() else 2)
        for kind, target in self._marks[self._opened :]:
            self._builder.open_mark(kind, target)
        self._opened = len(self._marks)
        self._builder.add(text)

    def _break(self) -> None:
        if self._is_inline:
            self._space = True
        elif self._builder.is_at_line_start and not self._pre:
            self._flush()
        elif not self._builder.is_block_empty:
            self._builder.add("\n")

    def _open(self, kind: MarkKind, element: "_Element") -> None:
        address = element.get("href") or element.get("target") or ""
        self._marks.append((kind, self._resolve(address) if kind == "link" and address else ""))

    def _close(self, kind: MarkKind) -> None:
        self._marks.pop()
        if self._opened > len(self._marks):
            self._opened -= 1
            self._builder.close_mark(kind)

    # Blocks

    def _flush(self) -> None:
        self._space = True
        if self._is_inline:
            return
        if self._builder.end_block(self._kind(), self._level, self._marker, tuple(self._within)):
            self._marker = ""
        self._opened = 0

    def _kind(self) -> BlockKind:
        if self._level:
            return "heading"
        if self._open_notes and self._marker:
            return "footnote"
        if self._pre:
            return "code"
        if self._within and self._within[-1] == "quote":
            return "quote"
        return "item" if self._marker and self._items else "paragraph"

    def _is_close(self) -> bool:
        """Whether the open block is an item that stands right under the one before it."""
        return self._kind() == "item" and (self._items[-1] > 1 or len(self._items) > 1)

    def _start(self, name: str, element: "_Element") -> None:
        mark = _mark_of(name, element)
        if mark and not self._pre:
            self._open(mark, element)
        elif name in elements.BLOCKS:
            self._flush()
            if not self._is_inline:
                self._enter(name, element)
        elif name in {"br", "lb"}:
            self._break()
        elif name == "hr" and not self._is_inline:
            self._flush()
            self._builder.add_rule(tuple(self._within))

    def _end(self, name: str, element: "_Element") -> None:
        mark = _mark_of(name, element)
        if mark and not self._pre:
            self._close(mark)
        elif name in elements.BLOCKS:
            self._flush()
            if not self._is_inline:
                self._leave(name, element)

    def _enter(self, name: str, element: "_Element") -> None:
        if name in elements.HEADINGS:
            self._level = elements.HEADINGS[name]
        elif name in elements.QUOTES:
            self._within.append("quote")
        elif name in elements.LISTS:
            self._items.append(0)
        elif name in elements.ITEMS:
            self._enter_item(element)
        elif name == "aside" and element.get("id") in self._notes:
            self._enter_note(element, f"[{self._notes[element.get('id', '')]}]")
        elif name == "pre":
            self._pre += 1

    def _enter_item(self, element: "_Element") -> None:
        number = elements.written_number(element)
        if number.startswith("["):
            self._enter_note(element, number)
            return
        self._within.append("item")
        self._marker = number or _BULLET
        if self._items:
            self._items[-1] += 1

    def _enter_note(self, element: "_Element", label: str) -> None:
        self._open_notes.append(element)
        self._marker = label

    def _leave(self, name: str, element: "_Element") -> None:
        if self._open_notes and element is self._open_notes[-1]:
            self._open_notes.pop()
            self._marker = ""
        elif name in elements.HEADINGS:
            self._level = 0
        elif name in elements.QUOTES or name in elements.ITEMS:
            self._within.pop()
            self._marker = ""
        elif name in elements.LISTS:
            self._items.pop()
        elif name == "pre":
            self._pre -= 1

    # Tables

    def _take_table(self, table: "_Element", rows: list[list["_Element | None"]]) -> None:
        self._flush()
        for caption in table.iterchildren("{*}caption"):
            self._walk(caption)
            self._flush()
        self._is_inline = True
        for row_number, row in enumerate(rows):
            self._builder.add("\n" if row_number else "")
            for column, cell in enumerate(row):
                self._builder.add("\t" if column else "")
                self._space = False
                if cell is not None:
                    self._walk(cell)
        self._is_inline = False
        info = "".join(map(elements.alignment_of, rows[0]))
        self._builder.end_block("table", marker=self._marker, within=tuple(self._within), info=info)
        self._marker, self._opened, self._space = "", 0, False


def _mark_of(name: str, element: "_Element") -> MarkKind | None:
    if name == "hi":
        return elements.RENDERED.get(element.get("rend", ""))
    return elements.MARKS.get(name)

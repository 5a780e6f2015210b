"""The article pane: everything that shows an article and moves through it, as one widget."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from textual.message import Message

from reader.article import Article, Block, Mark, Span
from reader.text.references import references
from reader.text.selection import nearest
from reader.ui.pane.layers import marks_over
from reader.ui.pane.mouse import MouseViewport

_EMPTY = Block("paragraph", 0, 0)


class ArticlePane(MouseViewport, can_focus=True):
    """Shows an article, moves a cursor through it, and says so; it decides nothing."""

    @dataclass
    class CursorMoved(Message):
        """The cursor stands elsewhere, or covers more or less."""

        offset: int
        """The code point that it stands on."""
        span: Span
        """What is selected."""
        percent: int
        """The part of the text up to it, 0 to 100."""

    @dataclass
    class LinkFollowed(Message):
        """The reader wants to go where a link leads."""

        target: str
        """The link's address."""

    @dataclass
    class Clicked(Message):
        """The reader has clicked on the text."""

        offset: int
        """The code point under the pointer."""

    _references: Sequence[Span] | None = None
    """The places that name footnotes, once they were asked for."""

    # The article

    @property
    def article(self) -> Article:
        """What is shown."""
        return self._article

    @article.setter
    def article(self, article: Article) -> None:
        self.show(article)

    def show(self, article: Article, offset: int | None = None) -> None:
        """Show an article; `offset` is where the cursor goes, by default where it is.

        Where the same text is on the screen before and after, no row moves.
        """
        seen = self.visible_span() if self._laid else Span(0, 0)
        stays = seen.end and article.text[seen.start : seen.end] == self._shown_text(seen)
        self._article = article if article.blocks else replace(article, blocks=[_EMPTY])
        self._references = None
        self._shown_layers = replace(self._shown_layers, marks=article.marks)
        self._relay()
        point = min(self._cursor.point if offset is None else offset, len(article.text))
        if not stays or not seen.start <= point <= seen.end:
            self._top_offset = point if point else 0
        unit = self._cursor.unit if offset is None else "sentence"
        self._put(point, unit, anchor=self._cursor.anchor if offset is None else None)

    def _shown_text(self, span: Span) -> str:
        return self._article.text[span.start : span.end]

    def announce(self) -> None:
        """Say where the cursor stands."""
        cursor = self.cursor
        self.post_message(self.CursorMoved(cursor.point, cursor.whole, self.position.percent))

    def clicked(self, offset: int, *, has_ctrl: bool) -> None:
        """Say what was clicked on; with ctrl, a link is followed."""
        link = self.link_at(Span(offset, offset + 1))
        if has_ctrl and link:
            self.post_message(self.LinkFollowed(link.target))
        else:
            self.post_message(self.Clicked(offset))

    # Links

    def next_link(self, step: int = 1) -> bool:
        """To the next link or footnote mark, or the one before, around the end; if there is one."""
        point = self._cursor.point
        if self._references is None:
            self._references = references(self._article)
        found = [self._link_beside(point, step), nearest(self._references, point, step)]
        target = nearest(sorted(each for each in found if each), point, step)
        if target:
            self.move_to(target, "entity")
        return target is not None

    def _link_beside(self, point: int, step: int) -> Span | None:
        marks = self._article.marks
        index = bisect_left(marks, point + (step > 0), key=lambda mark: mark.start)
        ahead, behind = range(index, len(marks)), range(index)
        numbers = chain(ahead, behind) if step > 0 else chain(behind[::-1], ahead[::-1])
        found = next((marks[each] for each in numbers if marks[each].kind == "link"), None)
        return Span(found.start, found.end) if found else None

    def follow_link(self) -> bool:
        """Ask for the link under the cursor to be opened; whether there is one."""
        link = self.link_at(self.selection)
        if link:
            self.post_message(self.LinkFollowed(link.target))
        return link is not None

    def link_at(self, span: Span) -> Mark | None:
        """The first link that meets the span."""
        marks = marks_over(self._article, span.start, max(span.end, span.start + 1))
        return next((mark for mark in marks if mark.kind == "link"), None)

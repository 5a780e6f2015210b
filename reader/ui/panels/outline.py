"""The Outline page: the article's headings."""

from collections.abc import Sequence

from textual.content import Content

from reader.ui.panels.known import Known
from reader.ui.panels.page import Page, Row


class OutlinePage(Page):
    """Lists headings; enter goes to one."""

    shows = ("article",)

    def rows(self, known: Known, width: int) -> Sequence[Row | None]:
        """The headings, indented by rank."""
        headings = known.article.headings()
        if not headings:
            return [Row("none", Content("This article has no headings."))]
        top = min(block.level for block in headings)
        return [
            Row(
                f"{block.start}",
                Content("  " * (block.level - top) + known.quote(block.span)),
                (block.span,),
            )
            for block in headings
        ]

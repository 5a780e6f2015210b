"""A walk over Markdown tokens that tells a builder what the article holds."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.article import BlockKind, Container, MarkKind
from reader.loading.builder import ArticleBuilder
from reader.loading.canonical import canonical
from reader.loading.htmltext import is_line_break, paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS: dict[str, MarkKind] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}
_ALIGNMENTS = {"text-align:center": "c", "text-align:right": "r"}
BULLET = "•"


class TokenWalk:
    """Takes the block tokens of one article, in one or more stretches, in order."""

    def __init__(self, builder: ArticleBuilder) -> None:
        self._builder = builder
        self._within: list[Container] = []
        self._lists: list[int] = []
        self._marker = ""
        self._footnote = False
        self._level = 0
        self._break = "\n"
        self._alignments: list[str] = []
        self._cells = 0
        self.title = ""
        """The first heading of rank 1."""
        self.front_matter = ""
        """The YAML before the text."""
        self.first_bracket = -1
        """Where the first `[` stands that a later link definition could yet make a link."""

    def take(self, tokens: Iterable["Token"]) -> None:
        """Tell the builder of each token."""
        for token in tokens:
            deed = getattr(self, f"_on_{token.type}", None)
            if deed:
                deed(token)

    def _on_front_matter(self, token: "Token") -> None:
        self.front_matter = token.content

    # Containers

    def _on_blockquote_open(self, token: "Token") -> None:
        self._within.append("quote")

    def _on_blockquote_close(self, token: "Token") -> None:
        self._within.pop()

    def _on_bullet_list_open(self, token: "Token") -> None:
        self._lists.append(0)

    def _on_bullet_list_close(self, token: "Token") -> None:
        self._lists.pop()

    _on_ordered_list_open = _on_bullet_list_open
    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, token: "Token") -> None:
        self._within.append("item")
        self._lists[-1] += 1
        self._marker = f"{token.info}{token.markup}" if token.info else BULLET

    def _on_list_item_close(self, token: "Token") -> None:
        self._within.pop()
        self._marker = ""

    def _on_footnote_reference_open(self, token: "Token") -> None:
        self._marker = f"[{_label(token)}]"
        self._footnote = True

    def _on_footnote_reference_close(self, token: "Token") -> None:
        self._marker = ""
        self._footnote = False

    # Leaves

    def _end(self, kind: BlockKind, level: int = 0, info: str = "") -> None:
        if self._builder.end_block(kind, level, self._marker, tuple(self._within), info):
            self._marker, self._footnote = "", False

    def _on_paragraph_open(self, token: "Token") -> None:
        if token.hidden and self._lists and (self._lists[-1] > 1 or len(self._lists) > 1):
            self._builder.gap(1)

    def _on_paragraph_close(self, token: "Token") -> None:
        self._end(self._kind())

    def _kind(self) -> BlockKind:
        if self._footnote:
            return "footnote"
        if not self._within:
            return "paragraph"
        if self._within[-1] == "quote":
            return "quote"
        return "item" if self._marker else "paragraph"

    def _on_heading_close(self, token: "Token") -> None:
        level = int(token.tag[1])
        if level == 1 and not self.title:
            self.title = self._builder.block_text()
        self._end("heading", level)

    def _on_fence(self, token: "Token") -> None:
        self._builder.add(token.content.strip("\n"))
        self._end("code", info=token.info.strip().partition(" ")[0])

    _on_code_block = _on_fence

    def _on_hr(self, token: "Token") -> None:
        self._builder.add_rule(tuple(self._within))

    def _on_html_block(self, token: "Token") -> None:
        for text in paragraphs(token.content):
            self._builder.add(text)
            self._end(self._kind())

    # Tables

    def _on_table_open(self, token: "Token") -> None:
        self._alignments = []
        self._break = " "

    def _on_tr_open(self, token: "Token") -> None:
        self._builder.add("\n" if self._cells else "")
        self._cells = 0

    def _on_th_open(self, token: "Token") -> None:
        self._alignments.append(_ALIGNMENTS.get(str(token.attrGet("style")), "l"))
        self._on_td_open(token)

    def _on_td_open(self, token: "Token") -> None:
        self._builder.add("\t" if self._cells else "")
        self._cells += 1

    def _on_table_close(self, token: "Token") -> None:
        self._end("table", info="".join(self._alignments))
        self._break = "\n"
        self._cells = 0

    # Inline

    def _on_inline(self, token: "Token") -> None:
        for child in token.children or ():
            self._inline(child)

    def _inline(self, token: "Token") -> None:
        kind, _, edge = token.type.rpartition("_")
        if kind in _MARKS and edge == "open":
            self._builder.open_mark(_MARKS[kind], str(token.attrGet("href") or ""))
        elif kind in _MARKS and edge == "close":
            self._builder.close_mark(_MARKS[kind])
        elif token.type == "code_inline":
            self._builder.open_mark("code")
            self._text(token.content)
            self._builder.close_mark("code")
        else:
            if token.type == "text" and "[" in token.content and self.first_bracket < 0:
                self.first_bracket = len(self._builder)
            self._text(self._shown(token))

    def _shown(self, token: "Token") -> str:
        if token.type == "image":
            return alt_text(token.children or ())
        if token.type == "footnote_ref":
            return f"[{_label(token)}]"
        if token.type == "softbreak":
            return " "
        if token.type == "hardbreak":
            return "\n"
        if token.type == "html_inline":
            return "\n" if is_line_break(token.content) else ""
        return token.content if token.type == "text" else ""

    def _text(self, text: str) -> None:
        text = canonical(text)
        if self._break == " ":
            text = text.replace("\t", " ").replace("\n", " ")
        if self._builder.is_block_empty and not self._cells:
            text = text.lstrip("\n")
        self._builder.add(text)


def _label(token: "Token") -> str:
    return str(token.meta.get("label", ""))


def alt_text(children: Sequence["Token"]) -> str:
    """The words that stand for an image."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content for child in children
    )

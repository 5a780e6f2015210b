"""Markdown becomes an article: CommonMark with tables, strikethrough, footnotes, front matter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.canonical import canonical_slice
from reader.loading.charset import decode
from reader.loading.frontmatter import known_fields, without_toml
from reader.loading.markdown_tokens import TokenWalk
from reader.loading.plaintext import whole_lines
from reader.loading.source import Raw

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_SEGMENT = 1 << 16
_SAFE_START = re.compile(r"\n\n(?=[^\W\d_]|#{1,6} )")
_FENCE = re.compile(
    r"^ {0,3}(`{3,}|~{3,}|<!--|<(?:script|pre|style|textarea)\b)"
    r"|(-->|</(?:script|pre|style|textarea)>)",
    re.MULTILINE | re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\[\]\n]{1,999}\]:[^\n]*(?:\n[ \t]+[^\n]*)?", re.MULTILINE
)


def load(raw: Raw) -> Article:
    """The article that a Markdown file is."""
    pieces = decode(raw.chunks(), raw.name, raw.encoding, raw.declared)
    return from_text("".join(map(canonical_slice, whole_lines(pieces))), raw.name)


def from_text(text: str, source: str = "") -> Article:
    """The article that canonical Markdown text describes."""
    article, _ = from_segments(segments(text), _references(text))
    return replace(article, source=source)


def from_segments(parts: Iterable[str], env: dict[str, Any]) -> tuple[Article, int]:
    """The article in segments of text, and where its first `[` stands that opens no link, or -1.

    Args:
        env: the link definitions known so far.
    """
    builder = ArticleBuilder()
    walk = TokenWalk(builder)
    fields: dict[str, str] = {}
    for number, part in enumerate(parts):
        if not number:
            part, fields = without_toml(part)
        walk.take(_parser().parse(part, env))
    fields |= known_fields(walk.front_matter) if walk.front_matter else {}
    fields.setdefault("title", walk.title)
    return builder.finish(**fields), walk.first_bracket


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    class Parser(MarkdownIt):
        """A parser that lets the builder judge addresses: a bad link stays as its text."""

        def validateLink(self, url: str) -> bool:
            return True

    parser = Parser("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    return parser


def _references(text: str) -> dict[str, Any]:
    """The link definitions of a text that is parsed in segments."""
    env: dict[str, Any] = {}
    if len(text) > _SEGMENT:
        definitions = "\n\n".join(found[0] for found in _DEFINITION.finditer(text))
        _parser().parse(definitions, env)
    return env


def segments(text: str, size: int = _SEGMENT) -> Iterator[str]:
    """`text` cut before paragraphs and headings at which every block begins anew.

    A long text is parsed in segments since the parser's tokens take fifty times its size.
    """
    start = cut = 0
    fence = ""
    while len(text) - start > size:
        found = _SAFE_START.search(text, max(cut, start + size))
        if not found:
            break
        for edge in _FENCE.finditer(text, cut, found.start()):
            fence = _after_edge(fence, edge[1] or "")
        cut = found.end()
        if not fence:
            yield text[start:cut]
            start = cut
    yield text[start:]


def _after_edge(fence: str, opening: str) -> str:
    # A code fence is closed by one of its own kind that is at least as long.
    if not fence:
        return opening
    is_html = fence.startswith("<")
    closes = not opening if is_html else opening.startswith(fence)
    return "" if closes else fence

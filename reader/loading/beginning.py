"""The beginning of a long file, loaded alone so that its first page need not wait for the rest."""

from dataclasses import replace
from itertools import islice

from reader.article import Article
from reader.loading.charset import CHUNK, decode
from reader.loading.plaintext import clean_lines, from_pieces
from reader.loading.sniff import format_of
from reader.loading.source import Raw
from reader.loading.wrapping import wrap_width

_SEVERAL = 4


def beginning(raw: Raw, size: int) -> Article | None:
    """The first part of a file, of which about `size` bytes are read; None where it is short.

    Raises:
        LoadError: it is no text.
    """
    if raw.size <= max(size, CHUNK) * _SEVERAL:
        return None
    kind = format_of(raw)
    if kind not in {"plaintext", "markdown"}:
        return None
    pieces = list(islice(decode(raw.chunks(), raw.name), max(1, size // CHUNK)))
    article = _of_plaintext(pieces) if kind == "plaintext" else _of_markdown("".join(pieces))
    return replace(article, source=raw.name) if article and article.blocks else None


def _of_plaintext(pieces: list[str]) -> Article | None:
    while pieces and "\n" not in pieces[-1]:
        pieces.pop()
    if not pieces:
        return None
    pieces[-1] = pieces[-1][: pieces[-1].rfind("\n") + 1]
    article = from_pieces(pieces)
    if not wrap_width(next(clean_lines(pieces))):
        return article
    # The last paragraph may go on, and more lines could change how its lines are joined.
    return _cut(article, article.text.rfind("\n\n"))


def _of_markdown(head: str) -> Article | None:
    from reader.loading.canonical import canonical
    from reader.loading.markdown import from_segments, segments

    whole = list(segments(canonical(head), CHUNK // 16))[:-1]
    article, first_bracket = from_segments(whole, {})
    return article if first_bracket < 0 else _cut(article, first_bracket)


def _cut(article: Article, limit: int) -> Article:
    blocks = [block for block in article.blocks if block.end <= limit]
    end = blocks[-1].end if blocks else 0
    marks = [mark for mark in article.marks if mark.end <= end]
    return replace(article, text=article.text[:end], blocks=blocks, marks=marks)

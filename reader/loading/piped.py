"""An article that came through a pipe, as it is kept on the disk to be opened again."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from reader.article import Article, Block, BlockKind, Container, Mark, MarkKind
from reader.loading.canonical import canonical
from reader.loading.errors import LoadError
from reader.loading.source import Raw

SUFFIX = ".piped"
"""How the name of such a file ends."""
_KNOWN = ("title", "author", "site", "language", "published", "url")


def packed(article: Article) -> bytes:
    """What `load` makes the same article of, again from standard input."""
    row = {
        "text": article.text,
        "blocks": [[getattr(each, name) for name in Block.__slots__] for each in article.blocks],
        "marks": [[getattr(each, name) for name in Mark.__slots__] for each in article.marks],
        **{name: getattr(article, name) for name in _KNOWN},
    }
    return json.dumps(row, ensure_ascii=False).encode()


def load(raw: Raw) -> Article:
    """The article.

    Raises:
        LoadError: the file is damaged.
    """
    try:
        row = json.loads(raw.read())
        text = canonical(row["text"])
        blocks, marks = [_block(*each) for each in row["blocks"]], [Mark(*m) for m in row["marks"]]
        are_right = text == row["text"] and all(map(_is_right, blocks))
        are_right = are_right and all(map(_is_right, marks))
        if are_right and _are_whole(text, blocks) and _are_within(text, marks):
            known = {name: " ".join(canonical(row[name]).split()) for name in _KNOWN}
            return Article(text, blocks, marks, source="-", **known)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    raise LoadError(raw.name, "is damaged")


def _block(*values: Any) -> Block:
    fields = dict(zip(Block.__slots__, values, strict=True))
    return Block(**{**fields, "within": tuple(fields["within"])})


def _is_right(span: Block | Mark) -> bool:
    """Whether each field is of its type, and no text in it holds what a terminal might obey."""
    pattern = Block("paragraph", 0, 0) if isinstance(span, Block) else Mark("strong", 0, 0)
    fields = [(getattr(span, name), getattr(pattern, name)) for name in type(span).__slots__]
    inside = set(span.within) - {*get_args(Container)} if isinstance(span, Block) else ()
    kinds = get_args(BlockKind if isinstance(span, Block) else MarkKind)
    return (
        not inside
        and span.kind in kinds
        and all(
            type(field) is type(wanted) and (type(field) is not str or canonical(field) == field)
            for field, wanted in fields
        )
    )


def _are_whole(text: str, blocks: Iterable[Block]) -> bool:
    """Whether blocks are in order and apart, and hold all of the text."""
    end = 0
    for each in blocks:
        if not end <= each.start <= each.end <= len(text) or text[end : each.start].strip("\n"):
            return False
        end = each.end
    return not text[end:].strip("\n")


def _are_within(text: str, marks: Sequence[Mark]) -> bool:
    """Whether marks lie in a text, in order."""
    starts = [each.start for each in marks]
    return starts == sorted(starts) and all(0 <= m.start < m.end <= len(text) for m in marks)

"""The index note of a folder of exports: one line an article, the newest first."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reader.exchange.document import ExportDocument
from reader.exchange.escape import escape_inline
from reader.exchange.fence import Piece
from reader.exchange.folder import read_old
from reader.exchange.format import ExportOptions, Flavour
from reader.exchange.markdown import heading, layout_of
from reader.exchange.merge import merge_pieces
from reader.exchange.outline_note import outline_piece

TITLE = "Articles with notes"
_ID = "index"
_NAMES = ("index.md", "index of notes.md")

Entry = tuple[Path, ExportDocument]


def contents(
    folder: Path, entries: Sequence[Entry], options: ExportOptions
) -> tuple[Path, str] | None:
    """The index note of a folder, and what it should hold; its owner's words in it stay.

    Args:
        entries: the files with what was exported to them.

    Returns:
        None where files of somebody else's have the names that it could have.
    """
    layout, made = layout_of(options), list(_pieces(folder, entries, options.flavour))
    known = _fields(entries)
    for path in (folder / name for name in _NAMES):
        if not path.exists():
            return path, layout.assemble(layout.head(known), made)
        old = read_old(path, _ID)
        if old and old.layout is layout:
            return path, merge_pieces(old, made, known).text
    return None


def _fields(entries: Sequence[Entry]) -> Mapping[str, Any]:
    count = sum(len(document.notes) for _, document in entries)
    return {"title": TITLE, "article": _ID, "notes": count}


def _pieces(folder: Path, entries: Sequence[Entry], flavour: Flavour) -> Iterator[Piece]:
    newest_first = sorted(entries, key=lambda each: each[1].article.published, reverse=True)
    if flavour == "logseq":
        lines = (Piece(_line(_page(document), document)) for _, document in newest_first)
        yield from map(outline_piece, lines)
        return
    yield Piece(f"# {TITLE}")
    for path, document in newest_first:
        text = heading(document.title).replace("]", "\\]")
        address = quote(path.relative_to(folder).as_posix(), errors="surrogateescape")
        yield Piece(f"- {_line(f'[{text}]({address})', document)}")


def _page(document: ExportDocument) -> str:
    title = " ".join(document.title.split())
    return heading(title) if "[" in title or "]" in title else f"[[{title}]]"


def _line(link: str, document: ExportDocument) -> str:
    article, count = document.article, len(document.notes)
    told = [escape_inline(" ".join(each.split())) for each in (article.site, article.published)]
    notes = "1 note" if count == 1 else f"{count} notes"
    return " · ".join([link, *filter(None, told), notes])

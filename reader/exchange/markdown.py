"""Notes as Markdown: front matter, sections in reading order, each note a quote with its words."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reader.exchange.article_blocks import headline
from reader.exchange.document import ExportDocument
from reader.exchange.escape import escape_inline
from reader.exchange.fence import Piece
from reader.exchange.format import ExportOptions, Format
from reader.exchange.full import full_pieces
from reader.exchange.layout import PAGE, Layout
from reader.exchange.note_block import render_note, tame
from reader.exchange.outline import OUTLINE
from reader.exchange.outline_note import outline_note, outline_piece
from reader.exchange.rosters import roster_markdown
from reader.notes.annotation import PlacedAnnotation

LOST = "Notes without a place"
"""The heading over the notes whose passage is gone."""


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """The text of a Markdown file; one article a file reads best, but several may follow on."""
    return "\n".join(_render(document, options) for document in documents)


def _render(document: ExportDocument, options: ExportOptions) -> str:
    layout = layout_of(options)
    return layout.assemble(layout.head(fields(document)), list(pieces(document, options)))


def layout_of(options: ExportOptions) -> Layout:
    """How the files of a flavour are laid out."""
    return OUTLINE if options.flavour == "logseq" else PAGE


def fields(document: ExportDocument) -> dict[str, Any]:
    """What is known of the article, for the head of the file."""
    article = document.article
    return {
        "title": document.title,
        "author": article.author,
        "site": article.site,
        "published": article.published,
        "language": article.language,
        "url": article.url,
        "source": article.source if article.source not in (article.url, "-") else "",
        "article": document.id,
        "notes": len(document.notes),
    }


def pieces(document: ExportDocument, options: ExportOptions) -> Iterator[Piece]:
    """The parts of the file in order, each a note or what stands between notes."""
    made = _pieces(document, options)
    return map(outline_piece, made) if options.flavour == "logseq" else made


def _pieces(document: ExportDocument, options: ExportOptions) -> Iterator[Piece]:
    placed = [each for each in document.notes if each.place.status != "orphan"]
    lost = [each for each in document.notes if each.place.status == "orphan"]
    if _has_title(document, options):
        yield Piece(f"# {heading(document.title)}")
    if options.is_full:
        yield from full_pieces(document, placed, options.flavour)
    else:
        yield from _sections(document, placed, options)
    if lost:
        yield Piece(f"## {LOST}")
        yield from (_note(document, each, options) for each in lost)
    for named in document.rosters:
        yield from (Piece(block) for block in roster_markdown(named))


def _has_title(document: ExportDocument, options: ExportOptions) -> bool:
    # A Logseq page has its title among its properties, and many an article begins with its own.
    if not options.is_full:
        return options.flavour != "logseq"
    return bool(document.article.title) and headline(document.article) is None


def _sections(
    document: ExportDocument, placed: Sequence[PlacedAnnotation], options: ExportOptions
) -> Iterator[Piece]:
    above: tuple[str, ...] = ()
    for path, group in groupby(placed, key=lambda each: _path(document, each)):
        yield from (Piece(line) for line in section(above, path))
        above = path
        yield from (_note(document, each, options) for each in group)


def section(above: Sequence[str], path: Sequence[str]) -> Iterator[str]:
    """The headings that lead from one heading path to the next; the title takes rank 1."""
    same = 0
    while same < min(len(above), len(path)) and above[same] == path[same]:
        same += 1
    for depth in range(same, len(path)):
        yield f"{'#' * min(depth + 2, 6)} {heading(path[depth])}"


def heading(text: str) -> str:
    """`text` as the content of a heading."""
    return escape_inline(" ".join(tame(text).split()))


def _path(document: ExportDocument, placed: PlacedAnnotation) -> tuple[str, ...]:
    path = document.article.heading_path(placed.place.start)
    return path[1:] if path and path[0] == document.article.title else path


def _note(document: ExportDocument, placed: PlacedAnnotation, options: ExportOptions) -> Piece:
    note = placed.annotation
    if options.flavour == "logseq":
        return Piece(outline_note(document, placed), note)
    return Piece(render_note(document, placed, options.flavour), note)


FORMAT = Format("markdown", "Markdown", ".md", render, holds_many=False)
"""The entry of the registry."""

"""The whole article as Markdown, with the reader's highlights, and the notes as footnotes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.article import Span
from reader.exchange.article_blocks import article_blocks
from reader.exchange.document import ExportDocument
from reader.exchange.fence import Piece
from reader.exchange.footnotes import is_bare, labels, render_footnote
from reader.exchange.format import Flavour
from reader.exchange.marked_text import Overlay
from reader.notes.annotation import PlacedAnnotation

_SIGNS = {"obsidian": ("==", "==")}


def full_pieces(
    document: ExportDocument, placed: Sequence[PlacedAnnotation], flavour: Flavour
) -> Iterator[Piece]:
    """The parts of the article, then a footnote for each note that says something.

    Args:
        document: the article.
        placed: its notes that have a place.
        flavour: that of the file.
    """
    telling = [each for each in placed if not is_bare(each.annotation)]
    named = labels([each.annotation for each in telling])
    references: defaultdict[int, str] = defaultdict(str)
    for each in telling:
        references[_end(document.article.text, each)] += f"[^{named[each.annotation.id]}]"
    overlay = Overlay(_union(placed), references, _SIGNS.get(flavour, ("<mark>", "</mark>")))
    yield from map(Piece, article_blocks(document.article, overlay))
    for each in telling:
        note = each.annotation
        yield Piece(render_footnote(document, each, flavour, named[note.id]), note)
    yield from (Piece("", each.annotation) for each in placed if is_bare(each.annotation))


def _end(text: str, placed: PlacedAnnotation) -> int:
    # A passage may reach into the white space behind its last word.
    end = placed.place.end
    while end > placed.place.start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _union(placed: Sequence[PlacedAnnotation]) -> list[Span]:
    spans: list[Span] = []
    for span in sorted(each.place.span for each in placed):
        if spans and span.start <= spans[-1].end:
            spans[-1] = spans[-1].joined(span)
        else:
            spans.append(span)
    return spans

"""Text that stands loose in a page, between line breaks or beside paragraphs, made paragraphs.

What finds the main text trims loose text, so that words grow together at the edge of a link.
"""

from typing import TYPE_CHECKING

from reader.loading.elements import BLOCKS, SKIPPED

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FRAMES = "div", "article", "section", "main", "td", "center", "font", "body", "p"


def wrap_loose(root: "HtmlElement") -> None:
    """Put a paragraph around each stretch of loose text."""
    for frame in list(root.iter(*_FRAMES)):
        if _is_loose(frame):
            # A paragraph that double breaks part is a frame of several.
            frame.tag = "div" if frame.tag == "p" else frame.tag
            _wrap(frame)


def _is_loose(frame: "HtmlElement") -> bool:
    texts = [frame.text, *(child.tail for child in frame)]
    if not any(text and not text.isspace() for text in texts):
        return False
    return any(child.tag == "p" or _is_double(child) for child in frame)


def _is_double(child: "HtmlElement") -> bool:
    """Whether a line break has another one right behind it."""
    after = child.getnext()
    is_pair = child.tag == "br" and after is not None and after.tag == "br"
    return is_pair and not (child.tail or "").strip()


def _wrap(frame: "HtmlElement") -> None:
    children = list(frame)
    breaks = [_is_double(child) for child in children]
    opened = _add_text(frame, None, frame.text)
    frame.text = None
    for index, child in enumerate(children):
        tail, child.tail = child.tail, None
        is_break = breaks[index] or (index and breaks[index - 1])
        if is_break and child.tag == "br":
            frame.remove(child)
            opened = None
        elif child.tag in BLOCKS or child.tag in SKIPPED or not isinstance(child.tag, str):
            frame.append(child)
            opened = None
        elif opened is not None:
            opened.append(child)
        elif child.tag != "br":
            opened = _paragraph(frame)
            opened.append(child)
        else:
            frame.append(child)
        opened = _add_text(frame, opened, tail)


def _paragraph(frame: "HtmlElement") -> "HtmlElement":
    paragraph = frame.makeelement("p")
    frame.append(paragraph)
    return paragraph


def _add_text(
    frame: "HtmlElement", opened: "HtmlElement | None", text: str | None
) -> "HtmlElement | None":
    if not text or (opened is None and text.isspace()):
        return opened
    opened = _paragraph(frame) if opened is None else opened
    if len(opened):
        opened[-1].tail = text
    else:
        opened.text = text
    return opened

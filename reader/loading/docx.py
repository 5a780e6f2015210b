"""A Word document becomes an article, by way of mammoth's HTML."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers.expat import ExpatError

from reader.article import Article
from reader.loading.archive import Archive
from reader.loading.builder import ArticleBuilder
from reader.loading.elements import name_of
from reader.loading.errors import LoadError, MissingExtra, TooLarge
from reader.loading.html import parsed
from reader.loading.language import language_code
from reader.loading.markup import MarkupWalk
from reader.loading.source import Raw
from reader.loading.xmltree import xml_text, xml_tree

_LARGEST_PART = 16 << 20
"""Bytes of one XML part: mammoth holds it as a tree of some thirty times its size."""
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        *(
            f"p[style-name='{name}'] => blockquote > p:fresh"
            for name in ("Quote", "Intense Quote", "Block Text", "Quotations")
        ),
        *(
            f"p[style-name='{name}'] => pre:separator('\\n')"
            for name in ("Source Code", "Preformatted Text", "HTML Preformatted")
        ),
    ]
)


def load(raw: Raw) -> Article:
    """The article that a `.docx` file is.

    Raises:
        MissingExtra: mammoth is not installed.
    """
    try:
        from mammoth import convert_to_html
        from mammoth.images import img_element
    except ImportError as error:
        raise MissingExtra(raw.name, "docx") from error
    data = raw.read()
    archive = Archive(data, raw.name)
    _check(archive)
    try:
        found = convert_to_html(
            BytesIO(data), convert_image=img_element(_no_picture), style_map=_STYLES
        )
    except _FAILURES as error:
        raise LoadError(raw.name, "is a damaged Word document") from error
    builder = ArticleBuilder()
    if found.value.strip():
        MarkupWalk(builder, _outside).take(parsed(found.value, raw.name))
    return builder.finish(**_properties(archive), source=raw.name)


_FAILURES = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
    ExpatError,
    zipfile.BadZipFile,
    zlib.error,
)


def _outside(address: str) -> str:
    # Footnotes are found by their labels.
    return "" if address.startswith("#") else address


def _no_picture(image: object) -> dict[str, str]:
    return {}


def _check(archive: Archive) -> None:
    """Unpack each part within limits before a library does it without.

    Raises:
        LoadError: a part is too large, or defines entities, which no Word document does.
    """
    if "word/document.xml" not in archive:
        raise LoadError(archive.name, "is a damaged Word document")
    for path in archive.paths():
        if path.endswith((".xml", ".rels")):
            part = archive.read(path)
            if len(part) > _LARGEST_PART:
                raise TooLarge(archive.name, "unpacks to too much")
            if b"<!DOCTYPE" in part or "<!DOCTYPE".encode("utf-16-le") in part:
                raise LoadError(archive.name, "is a damaged Word document")


def _properties(archive: Archive) -> dict[str, str]:
    root = xml_tree(xml_text(archive.read("docProps/core.xml")))
    named = {name_of(each): each.text or "" for each in root} if root is not None else {}
    return {
        "title": named.get("title", ""),
        "author": named.get("creator", ""),
        "language": language_code(named.get("language", "")),
    }

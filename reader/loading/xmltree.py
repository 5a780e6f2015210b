"""XML documents parsed without their entities, external files, or a network."""

import re
from html.entities import html5
from typing import TYPE_CHECKING

from reader.loading.canonical import canonical
from reader.loading.charset import decoded, known
from reader.loading.unfit import fit

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]+)")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def xml_text(data: bytes) -> str:
    """The text of an XML document by its own declaration."""
    found = _DECLARATION.match(data[:300].lstrip())
    name = found[1].decode() if found else ""
    return "".join(decoded([data], declared=name if known(name) else ""))


def xml_tree(text: str) -> "_Element | None":
    """The root of a document, mended where it can be; None where there is none.

    A document type and what it defines are dropped, so that no entity can grow; the entities of
    HTML are known all the same.
    """
    from lxml.etree import LxmlError, XMLParser, fromstring

    text = _XML_DECLARATION.sub("", canonical(text), count=1)
    text = _ENTITY.sub(_character, _DOCTYPE.sub("", text, count=1))
    parser = XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, encoding="utf-8"
    )
    try:
        root = fromstring(fit(text).encode(), parser)
    except (LxmlError, ValueError):
        return None
    # A document that is mended may be left with no element at all.
    return root if root is not None and isinstance(root.tag, str) else None


def _character(found: re.Match[str]) -> str:
    name = found[1]
    return found[0] if name in _OF_XML else html5.get(f"{name};", found[0])

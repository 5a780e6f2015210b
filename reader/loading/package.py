"""The package of an EPUB: its metadata, its chapters in order, and their titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.loading.archive import Archive, entry_path
from reader.loading.elements import name_of
from reader.loading.errors import LoadError
from reader.loading.xmltree import xml_text, xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_DOCUMENTS = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True)
class Package:
    """What an EPUB says of itself."""

    metadata: dict[str, list[str]]
    """The values of each Dublin Core element, by its local name."""
    chapters: tuple[str, ...]
    """The paths of the documents, in reading order."""
    titles: dict[str, str]
    """The title that the table of contents gives to a path."""


def package_of(archive: Archive) -> Package:
    """The package of an EPUB.

    Raises:
        LoadError: it is protected, or is no EPUB.
    """
    _check_rights(archive)
    path = _package_path(archive)
    root = _tree(archive, path)
    if root is None:
        raise LoadError(archive.name, "is a damaged EPUB")
    items = {item.get("id", ""): item for item in _named(root, "item")}
    spine = [item for item in _named(root, "itemref") if item.get("linear") != "no"]
    chapters = [items[ref.get("idref", "")] for ref in spine if ref.get("idref", "") in items]
    return Package(
        _metadata(root),
        tuple(
            entry_path(path, item.get("href", ""))
            for item in chapters
            if item.get("media-type", "application/xhtml+xml") in _DOCUMENTS
            and "nav" not in item.get("properties", "").split()
        ),
        _titles(archive, path, list(items.values())),
    )


def _check_rights(archive: Archive) -> None:
    root = _tree(archive, _ENCRYPTION) if _ENCRYPTION in archive else None
    methods = [] if root is None else list(_named(root, "EncryptionMethod"))
    if any(method.get("Algorithm") not in _FONT_ALGORITHMS for method in methods):
        raise LoadError(archive.name, "is encrypted")


def _package_path(archive: Archive) -> str:
    root = _tree(archive, _CONTAINER)
    files = [] if root is None else list(_named(root, "rootfile"))
    path = next((file.get("full-path", "") for file in files), "")
    if path not in archive:
        raise LoadError(archive.name, "is a damaged EPUB")
    return path


def _tree(archive: Archive, path: str) -> "_Element | None":
    return xml_tree(xml_text(archive.read(path)))


def _named(root: "_Element", name: str) -> "Iterator[_Element]":
    lowered = name.lower()
    return (element for element in root.iter() if name_of(element) == lowered)


def _metadata(root: "_Element") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in _named(root, "metadata"):
        for element in part.iterdescendants():
            # A comment has no text to be asked for.
            value = " ".join("".join(element.itertext()).split()) if name_of(element) else ""
            if value:
                values = found.setdefault(name_of(element), [])
                # Of several dates, that of publication is the book's.
                is_first = "publication" in element.attrib.values()
                values.insert(0 if is_first else len(values), value)
    return found


def _titles(archive: Archive, base: str, items: "list[_Element]") -> dict[str, str]:
    titles: dict[str, str] = {}
    for item in items:
        path = entry_path(base, item.get("href", ""))
        if "nav" in item.get("properties", "").split():
            for target, title in _nav_points(archive, path):
                titles.setdefault(target, title)
        elif item.get("media-type") == "application/x-dtbncx+xml":
            for target, title in _ncx_points(archive, path):
                titles.setdefault(target, title)
    return titles


def _nav_points(archive: Archive, path: str) -> Iterator[tuple[str, str]]:
    root = _tree(archive, path)
    for link in _named(root, "a") if root is not None else ():
        yield entry_path(path, link.get("href", "")), " ".join("".join(link.itertext()).split())


def _ncx_points(archive: Archive, path: str) -> Iterator[tuple[str, str]]:
    root = _tree(archive, path)
    for point in _named(root, "navPoint") if root is not None else ():
        parts = {name_of(part): part for part in point}
        label, content = parts.get("navlabel"), parts.get("content")
        if label is not None and content is not None:
            title = " ".join("".join(label.itertext()).split())
            yield entry_path(path, content.get("src", "")), title

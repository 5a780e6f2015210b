"""The IRI of an exported article, and the way back to what `reader open` takes."""

from pathlib import PurePath
from urllib.parse import quote, unquote_to_bytes, urlsplit

from reader.exchange.document import ExportDocument

_ARTICLE = "urn:x-reader:article:"
_MEANT = ":/?#[]@!$&'()*+,;=%~"


def source_iri(document: ExportDocument) -> str:
    """The article's address: its URL, its file, or its id in the library."""
    source = document.source()
    if "://" in source:
        return quote(source, safe=_MEANT)
    path = PurePath(source)
    return path.as_uri() if path.is_absolute() else _ARTICLE + quote(document.id, safe="")


def path_of(iri: str) -> str:
    """A path, a URL or an article's id."""
    if iri.startswith(_ARTICLE):
        return unquote_to_bytes(iri.removeprefix(_ARTICLE)).decode("utf-8", "surrogateescape")
    if not iri.startswith("file:"):
        return iri
    return unquote_to_bytes(urlsplit(iri).path).decode("utf-8", "surrogateescape")

"""Which format a source has, by what its sender says, by its name, and by how it begins."""

import re
from typing import Literal, TypeAlias

from reader.loading.charset import is_binary, marked
from reader.loading.errors import NoText
from reader.loading.source import Raw

Format: TypeAlias = Literal[
    "plaintext",
    "markdown",
    "html",
    "epub",
    "mhtml",
    "eml",
    "pdf",
    "docx",
    "rtf",
    "feed",
    "newsboat",
    "piped",
]
"""Each has a module of its name with `load(raw)`."""

_SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".eml": "eml",
    ".rss": "feed",
    ".atom": "feed",
    ".txt": "plaintext",
    ".text": "plaintext",
    ".piped": "piped",
}
_MEDIA: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "message/rfc822": "eml",
    "multipart/related": "mhtml",
}
_UNREAD = (
    (b"\x7fELF", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed"),
    (b"BZh", "compressed"),
    (b"\xfd7zXZ", "compressed"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
_MAIL = re.compile(
    rb"\s*(?:From |(?:From|To|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Subject"
    rb"|Date|X-[\w-]+): )[^\n]*\n(?:[\w-]+:|[ \t])",
    re.IGNORECASE,
)
_NEWSBOAT = re.compile(rb"Feed: [^\n]*\nTitle: [^\n]*\n")
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MARKDOWN = re.compile(
    r"\A(?:---|\+\+\+)\n(?:.*\n){1,40}?(?:---|\+\+\+)\n|^#{1,6} \S|^\|.*\|\n\|[ :|-]+\|$|^(?:```|~~~)|\]\(https?://",
    re.MULTILINE,
)


def format_of(raw: Raw) -> Format:
    """The format of a source.

    Raises:
        NoText: it is empty, or is no text.
    """
    if not raw.head:
        raise NoText(raw.name, "is empty")
    if found := _by_magic(raw):
        return found
    if is_binary(raw.head):
        raise NoText(raw.name, "is a binary file, not text")
    named = _MEDIA.get(raw.media) or _SUFFIXES.get(raw.suffix)
    if named == "html" and _FEED.match(raw.head):
        return "feed"
    return named or _by_content(raw.head)


def _by_magic(raw: Raw) -> Format | None:
    head = raw.head
    for magic, kind in _UNREAD:
        if head.startswith(magic):
            raise NoText(raw.name, f"is {kind}, not text")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    return _of_archive(raw) if head.startswith(b"PK\x03\x04") else None


def _of_archive(raw: Raw) -> Format:
    if raw.suffix == ".epub" or b"application/epub+zip" in raw.head[:200]:
        return "epub"
    if raw.suffix == ".docx" or b"word/" in raw.head:
        return "docx"
    raise NoText(raw.name, "is an archive, not text")


def _by_content(head: bytes) -> Format:
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    if _NEWSBOAT.match(head):
        return "newsboat"
    if _MAIL.match(head):
        return "mhtml" if _RELATED.search(head) else "eml"
    text = head[:8192].decode(marked(head) or "utf-8", "replace").replace("\r\n", "\n")
    return "markdown" if _MARKDOWN.search(text) else "plaintext"

"""A web page saved with all its parts (RFC 2557) becomes an article."""

from dataclasses import replace
from email.message import Message

from reader.article import Article
from reader.loading.charset import decode
from reader.loading.errors import NoText
from reader.loading.html import declared_encoding, from_html
from reader.loading.mail import charset_of, data_of, header, message_of, parts
from reader.loading.source import Raw

_LIMIT = 100 << 20


def load(raw: Raw) -> Article:
    """The article in the page that was saved."""
    message = message_of(raw.read(_LIMIT), raw.name)
    page = _root(message)
    if page is None:
        raise NoText(raw.name, "holds no web page")
    data = data_of(page)
    declared = declared_encoding(data, charset_of(page))
    text = "".join(decode([data], raw.name, raw.encoding, declared))
    url = header(page, "Content-Location") or header(message, "Snapshot-Content-Location")
    is_web = url.startswith(("http://", "https://"))
    return replace(from_html(text, url if is_web else ""), source=raw.name)


def _root(message: Message) -> Message | None:
    """The page itself: the part that is named as the start, or the first one."""
    pages = [part for part in parts(message) if part.get_content_type() == "text/html"]
    start = message.get_param("start")
    named = (part for part in pages if start and header(part, "Content-ID") == start)
    return next(named, pages[0] if pages else None)

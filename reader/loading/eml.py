"""A mail message becomes an article: a newsletter, or an article that was sent on."""

import re
from contextlib import suppress
from dataclasses import replace
from email.message import Message

from reader.article import Article
from reader.loading.canonical import canonical
from reader.loading.charset import decode
from reader.loading.errors import NoText
from reader.loading.html import parsed, whole_page
from reader.loading.joining import joined, under_heading
from reader.loading.mail import (
    data_of,
    day_of,
    enclosed,
    header,
    message_of,
    parts,
    sender_of,
    text_of,
)
from reader.loading.plaintext import from_pieces
from reader.loading.source import Raw

_LIMIT = 50 << 20
_FLOWED = re.compile(r"(?<! ) \n(?!>)(?=\S)")


def load(raw: Raw) -> Article:
    """The article that a message is, and behind it those that it sends on.

    Raises:
        NoText: it holds no text, nor do those.
    """
    if raw.encoding:
        # Only to refuse one that is not known; the parts of a message name their own.
        "".join(decode([], raw.name, raw.encoding))
    message = message_of(raw.read(_LIMIT), raw.name)
    found = []
    for each in (message, *enclosed(message)):
        with suppress(NoText):
            found.append(_article(each, raw))
    if not found:
        raise NoText(raw.name, "holds no text")
    article, *others = found
    for other in others:
        article = joined(article, under_heading(other))
    return replace(article, source=raw.name)


def _article(message: Message, raw: Raw) -> Article:
    """The article of one message: its HTML where it has some, else its plain text."""
    leaves = list(parts(message))
    hypertext = [part for part in leaves if part.get_content_type() == "text/html"]
    plain = [part for part in leaves if part.get_content_type() == "text/plain"]
    filled = [part for part in (*hypertext, *plain) if data_of(part).strip()]
    if not filled:
        raise NoText(raw.name, "holds no text")
    text = text_of(filled[0], raw.encoding)
    if filled[0] in hypertext:
        article = whole_page(parsed(canonical(text), raw.name))
    else:
        if filled[0].get_param("format") == "flowed":
            text = _FLOWED.sub(" ", canonical(text))
        article = from_pieces([text])
    return replace(
        article,
        title=canonical(header(message, "Subject")) or article.title,
        author=canonical(sender_of(message)),
        published=day_of(message),
    )

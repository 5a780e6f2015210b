"""The text of a scrap of HTML that stands in another format: tags dropped, entities decoded."""

import re
from html import unescape

# Each alternative eats the rest where its end is missing, so that the whole takes linear time.
_HIDDEN = re.compile(
    r"<!--(?:.*?-->|.*)|<(script|style|template)\b(?:.*?</\1\s*>|.*)|<!\[CDATA\[|\]\]>",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(
    r"<(?:br|hr)\b[^<>]*>|</?(?:p|div|li|tr|table|ul|ol|dl|dd|dt|h[1-6]|blockquote|details|summary"
    r"|section|article|figure|figcaption|pre|center)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")
_IS_BREAK = re.compile(r"<br\b", re.IGNORECASE)


def is_line_break(tag: str) -> bool:
    """Whether a tag is `<br>`."""
    return bool(_IS_BREAK.match(tag))


def paragraphs(scrap: str) -> list[str]:
    """The lines of text that a browser would show of `scrap`, more or less."""
    text = _BREAK.sub("\x00", _HIDDEN.sub("", scrap))
    parts = (" ".join(unescape(_TAG.sub("", part)).split()) for part in text.split("\x00"))
    return [part for part in parts if part]

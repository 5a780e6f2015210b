"""Mail messages (RFC 5322 and MIME) taken apart, as `.eml` and `.mhtml` files hold them."""

from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reader.loading.charset import decoded, known
from reader.loading.errors import LoadError

_DEEPEST = 40
_LONGEST_ADDRESS = 500
_MOST_ENCLOSED = 20


def message_of(data: bytes, name: str) -> Message:
    """The message in a file.

    Raises:
        LoadError: it is none, or is encrypted.
    """
    if data.count(b"oundary") > 2000:
        raise LoadError(name, "is too deeply nested")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data.lstrip())
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise LoadError(name, "is a damaged message") from error
    if message.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
        raise LoadError(name, "is encrypted")
    return message


def header(message: Message, name: str) -> str:
    """The words of a header, decoded; empty where it is missing."""
    written = str(message.get(name, ""))
    try:
        words = str(make_header(decode_header(written)))
    except (LookupError, ValueError, MessageError):
        words = written
    return " ".join(words.split())


def sender_of(message: Message) -> str:
    """Who a message is from: the name, or the address; empty where neither is given."""
    name, address = parseaddr(header(message, "From")[:_LONGEST_ADDRESS])
    return name or address


def day_of(message: Message) -> str:
    """The ISO date of a message; empty where it has none."""
    try:
        return parsedate_to_datetime(header(message, "Date")[:100]).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _within(message: Message) -> list[Message]:
    # One that has no parts may fail on its charset when it is asked for what it holds.
    held = message.get_payload() if message.is_multipart() else []
    return [each for each in held if isinstance(each, Message)]


def enclosed(message: Message) -> list[Message]:
    """The messages that a message sends on."""
    found: list[Message] = []
    left = [message]
    while left and len(found) < _MOST_ENCLOSED:
        part = left.pop()
        within = _within(part)
        found += within if part.get_content_type() == "message/rfc822" else []
        left += reversed(within)
    return found


def parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """The leaves of a message in order; attached files and messages are left out."""
    if message.is_multipart() and depth < _DEEPEST:
        payload = message.get_payload()
        if message.get_content_type() != "message/rfc822" and isinstance(payload, list):
            for part in payload:
                if isinstance(part, Message):
                    yield from parts(part, depth + 1)
    elif message.get_content_disposition() != "attachment":
        yield message


def data_of(part: Message) -> bytes:
    """The bytes of a leaf, without their transfer encoding."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: Message) -> str:
    """The encoding that a leaf names, where it is known."""
    try:
        name = part.get_content_charset() or ""
    except (LookupError, ValueError):
        return ""
    return name if known(name) else ""


def text_of(part: Message, encoding: str = "") -> str:
    """The text of a leaf."""
    return "".join(decoded([data_of(part)], encoding, charset_of(part)))

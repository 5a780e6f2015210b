"""How an exported file is called: a pattern of words and fields, made fit for every disk."""

import re
import unicodedata
from pathlib import PurePath

from reader.config import pattern_fault
from reader.exchange.document import ExportDocument
from reader.exchange.format import ExchangeError

_FIELD = re.compile(r"\{([^{}]*)\}")
_LONGEST = 80
_MOST_BYTES = 200


def check_pattern(pattern: str) -> None:
    """Raise ExchangeError where a pattern holds a field that there is not."""
    if fault := pattern_fault(pattern):
        raise ExchangeError(fault)


def file_name(document: ExportDocument, suffix: str, pattern: str = "{title}") -> PurePath:
    """The name by the pattern, in folders where it has slashes; never outside of its folder.

    Raises:
        ExchangeError: the pattern holds a field that there is not.
    """
    check_pattern(pattern)
    article = document.article
    values = {
        "title": document.title,
        "date": article.published,
        "year": article.published[:4],
        "site": article.site,
        "author": article.author,
        "language": article.language,
        "id": document.id,
    }
    parts = [
        _FIELD.sub(lambda match: values.get(match[1], ""), part).strip()
        for part in pattern.split("/")
    ]
    *folders, last = [_fit(part) for part in parts if part] or [""]
    return PurePath(*filter(None, folders), f"{last or 'notes'}{suffix}")


def with_id(name: PurePath, document: ExportDocument) -> PurePath:
    """The name of another article of the same name."""
    stem = name.name.removesuffix(name.suffix)
    return name.with_name(f"{_fit(stem)[:60].strip()} {document.id}{name.suffix}")


def _fit(text: str) -> str:
    """Letters, digits and a few signs, no more than a disk takes."""
    kept = "".join(char if _is_kept(char) else "-" for char in text)[:_LONGEST]
    cut = kept.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    return cut.strip(" .-")


def _is_kept(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN" or char in " -_.,()"

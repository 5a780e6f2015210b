"""Language codes as documents write them, made into the program's."""

import re

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}))?(?:[-_.@].*)?")
_WITH_REGION = frozenset({"pt", "zh", "sr"})
"""Languages whose regions or scripts are written so differently that the part after says much."""


def language_code(written: str) -> str:
    """BCP 47 code of what a document calls its language: `id_ID` is `id`; empty in doubt."""
    found = _CODE.fullmatch(written.strip())
    if not found:
        return ""
    language, rest = found[1].lower(), found[2] or ""
    if language == "in":
        return "id"
    if language in _WITH_REGION and rest:
        return f"{language}-{rest.title() if len(rest) == 4 else rest.upper()}"
    return language

"""The front matter of a Markdown file, in YAML or TOML, as fields of an article."""

import re
import warnings
from datetime import date
from io import StringIO
from typing import Any

from reader.loading.language import language_code

_LONGEST = 1 << 14
_MOST_NESTED = 100
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_TOML = re.compile(r"\+\+\+\n((?:.*\n){0,200}?)\+\+\+(?:\n|\Z)")
_FIELDS = {
    "title": ("title", "judul"),
    "author": ("author", "authors", "byline", "penulis"),
    "site": ("site", "sitename", "publication", "publisher"),
    "language": ("lang", "language"),
    "published": ("date", "published", "created", "tanggal"),
    "url": ("url", "canonical", "source", "link"),
}


def iso_date(value: str) -> str:
    """The ISO 8601 date that `value` begins with, as precise as it is; empty where none is."""
    found = _ISO_DATE.match(value.strip())
    if not found:
        return ""
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return found[0]


def known_fields(source: str) -> dict[str, str]:
    """The fields of `Article` that a YAML mapping names; none where it is not a mapping."""
    return _fields(_parsed(source))


def without_toml(text: str) -> tuple[str, dict[str, str]]:
    """A Markdown text without the TOML that it begins with, and the fields that this names."""
    found = _TOML.match(text)
    if not found:
        return text, {}
    import tomllib

    try:
        return text[found.end() :], _fields(tomllib.loads(found[1]))
    except (tomllib.TOMLDecodeError, RecursionError):
        return text, {}


def _fields(table: Any) -> dict[str, str]:
    if not isinstance(table, dict):
        return {}
    lowered = {str(key).lower(): value for key, value in table.items()}
    fields = {}
    for field, names in _FIELDS.items():
        values = (_plain(lowered[name]) for name in names if name in lowered)
        fields[field] = next((value for value in values if value), "")
    fields["published"] = iso_date(fields["published"])
    fields["language"] = language_code(fields["language"])
    if not re.match(r"https?://", fields["url"]):
        fields["site"] = fields["site"] or fields["url"]
        fields["url"] = ""
    return {field: value for field, value in fields.items() if value}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value[:20])))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return _plain(value.get("name", ""))
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _parsed(source: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if len(source) > _LONGEST or source.count("[") + source.count("{") > _MOST_NESTED:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            return YAML(typ="safe", pure=True).load(StringIO(source))
    except (YAMLError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # What is not YAML is no metadata; the article can be read all the same.
        return None

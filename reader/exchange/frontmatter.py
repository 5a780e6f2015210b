"""The YAML front matter of an exported file."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/'+-]*[\w.)]")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
_FENCED = re.compile(r"---\n(.*?)^---$\n?", re.DOTALL | re.MULTILINE)


def render_front_matter(fields: Mapping[str, Any]) -> str:
    """The fields between two fences; empty ones are left out."""
    given = {key: _quoted(value) for key, value in fields.items() if value or value == 0}
    stream = StringIO()
    _yaml().dump(given, stream)
    return f"---\n{stream.getvalue()}---\n"


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter with its fences, and the rest; the first is empty where there is none."""
    found = _FENCED.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def parse_front_matter(front: str) -> dict[str, Any]:
    """The fields of a front matter; none where it is not a YAML mapping."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        fields = YAML(typ="safe", pure=True).load(front.strip().strip("-"))
    except YAMLError:
        return {}
    return fields if isinstance(fields, dict) else {}


def merged_front_matter(old: str, new: str) -> str:
    """The old front matter with what it lacks of the new, and our count of the notes.

    What its owner added or changed stays as it stands, comments and all. One that is no YAML
    mapping any more is left alone.
    """
    from ruamel.yaml.error import YAMLError

    if not old:
        return new
    yaml = _yaml()
    try:
        fields = yaml.load(old.strip().strip("-"))
    except YAMLError:
        return old
    if not isinstance(fields, dict):
        return old
    for key, value in parse_front_matter(new).items():
        if key not in fields or key == "notes":
            fields[key] = _quoted(value)
    stream = StringIO()
    yaml.dump(fields, stream)
    return f"---\n{stream.getvalue()}---\n"


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 1 << 30
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _quoted(value: Any) -> Any:
    # What might read as another type, or break the fence, stands between double quotes.
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str) and not _is_plain(value):
        return DoubleQuotedScalarString(value)
    if isinstance(value, list | tuple):
        return [_quoted(each) for each in value]
    return value


def _is_plain(value: str) -> bool:
    return _PLAIN.fullmatch(value) is not None and value.lower() not in _WORDS

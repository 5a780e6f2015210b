"""JSON as the exchange writes it: non-ASCII stays, but for what a terminal would obey."""

import json
import re
from typing import Any

_ODD = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: Any, indent: int | None = None) -> str:
    """A value as JSON, its keys in their order."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text)

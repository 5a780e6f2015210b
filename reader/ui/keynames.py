"""Which names of keys stand for keys that a terminal delivers, and what to write for the others."""

RESERVED = frozenset(
    ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+[", "shift+f3"]
)
"""Keys that terminals cannot tell from tab, enter, backspace, escape and a cursor report."""

_MOVING = frozenset(
    ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"]
)
_NAMED = _MOVING | frozenset(["backspace", "enter", "tab", "escape", "space", "comma", "shift+tab"])
_WITH_CTRL = frozenset(
    ["@", "backslash", "right_square_bracket", "circumflex_accent", "underscore", "space"]
)


def fault_of(key: str) -> str:
    """Why a key can never be pressed, and what may be meant; empty where it can be."""
    if (len(key) == 1 and key.isprintable() and not key.isspace()) or key in _NAMED:
        return ""
    *modifiers, base = key.split("+")
    if key in RESERVED or (modifiers == ["ctrl", "shift"] and len(base) == 1):
        return f"terminals cannot deliver {key}"
    if modifiers == ["shift"] and len(base) == 1:
        return f"terminals cannot deliver {key}: write {base.upper()}"
    if "+".join(modifiers) in ("", "ctrl", "shift", "ctrl+shift"):
        if _is_function(base) or (modifiers and base in _MOVING):
            return ""
        if modifiers == ["ctrl"] and (_is_plain(base) or base in _WITH_CTRL):
            return ""
    if not modifiers and key.isalpha() and len(set(key)) == 1:
        return f"{key} is no key: write {' '.join(key)} for one key after another"
    return f"{key} is no key that terminals deliver"


def _is_function(base: str) -> bool:
    return base[:1] == "f" and base[1:].isdecimal() and 1 <= int(base[1:]) <= 24


def _is_plain(base: str) -> bool:
    return len(base) == 1 and base.isascii() and base.isalnum() and not base.isupper()

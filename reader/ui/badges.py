"""What stands for a state in a list: its flag where the terminal draws flags, else its code."""

from collections.abc import Mapping

_DRAWING = frozenset({"WezTerm", "iTerm.app", "ghostty"})
_DRAWING_TERMS = ("xterm-kitty", "xterm-ghostty", "foot", "wezterm")
_WITHOUT_FLAG = frozenset({"SU", "DD", "CS", "YU", "YD"})
_FIRST = 0x1F1E6
"""The code point of the regional indicator A."""


def draws_flags(wanted: str, environment: Mapping[str, str]) -> bool:
    """Whether flags are drawn: as the setting says, or where the terminal is known to do so.

    Elsewhere the two letters of a flag come out as two boxes, or take more cells than they are
    counted; a multiplexer between keeps its own count.

    Args:
        wanted: `emoji`, `codes`, or `auto`.
    """
    if wanted != "auto":
        return wanted == "emoji"
    if "TMUX" in environment or "STY" in environment:
        return False
    term = environment.get("TERM", "")
    return environment.get("TERM_PROGRAM") in _DRAWING or term.startswith(_DRAWING_TERMS)


def badge(iso: str, *, with_flag: bool) -> str:
    """Two cells for a state: flag, code, or dots for what has no code."""
    if iso.startswith("x-"):
        return "··"
    if not with_flag or iso in _WITHOUT_FLAG:
        return iso
    return "".join(chr(_FIRST + ord(letter) - ord("A")) for letter in iso)

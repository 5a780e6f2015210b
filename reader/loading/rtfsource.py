"""Rich Text source made ready for a converter that knows only text: signs for what it drops.

A paragraph that is a heading begins with `HEADING` and the digit of its rank; footnotes stand at
the end, each as `NOTE`, its number, `NOTE` and its text, and in their place is `[number]`.
"""

import re

HEADING, NOTE = "\ue002", "\ue003"
"""Signs that no source has, for it is read as Latin-1."""

_STYLE = re.compile(
    r"\{\\s(\d{1,4})(?!\d)[^{};]{0,2000}[ }](heading ([1-9])|title);\}", re.IGNORECASE
)
_STYLED = re.compile(r"\\s(\d{1,4})(?![a-z\d]) ?")
_OUTLINE = re.compile(r"\\outlinelevel([0-8])(?!\d) ?")
_FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
_EDGE = re.compile(r"\\.|[{}]", re.DOTALL)
# The last paragraph of a cell ends with the cell.
_CELL_END = re.compile(r"\\par(?![a-z])\s*((?:\}\s*)*)\\cell(?![a-z])")
# AbiWord says of a field's text that who does not know fields may leave it out.
_RESULT = re.compile(r"\\\*\s*(\\fldrslt)(?![a-z])")
_MOST_RANKS = 6


def with_signs(source: str) -> str:
    """The source with its signs."""
    source = _RESULT.sub(r"\1", source)
    source = _with_notes_at_end(_CELL_END.sub(r"\1\\cell", source))
    ranks = {style: int(rank or 1) for style, _, rank in _STYLE.findall(source)}

    def styled(found: re.Match[str]) -> str:
        rank = ranks.get(found[1], 0)
        return f"\\s{found[1]} {_sign(rank)}" if rank else found[0]

    source = _STYLED.sub(styled, source)
    return _OUTLINE.sub(lambda found: f"{found[0].strip()} {_sign(int(found[1]) + 1)}", source)


def _sign(rank: int) -> str:
    return f"{HEADING}{min(rank, _MOST_RANKS)}"


def _with_notes_at_end(source: str) -> str:
    kept: list[str] = []
    notes: list[str] = []
    done = 0
    for found in _FOOTNOTE.finditer(source):
        if found.start() < done:
            continue
        end = _closing(source, found.end())
        notes.append(source[found.end() : end])
        kept += (source[done : found.start()], f"{{[{len(notes)}]}}")
        done = end + 1
    if not notes:
        return source
    body = "".join([*kept, source[done:]]).rstrip().removesuffix("}")
    ends = (f"\\par\\pard\\plain {{{NOTE}{n}{NOTE} {note}}}" for n, note in enumerate(notes, 1))
    return f"{body}{''.join(ends)}\\par}}"


def _closing(source: str, start: int) -> int:
    """Where the group is closed in which `start` stands."""
    depth = 1
    for edge in _EDGE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(edge[0], 0)
        if not depth:
            return edge.start()
    return len(source)

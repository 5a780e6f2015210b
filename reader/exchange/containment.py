"""A note's own Markdown, kept from running over into what stands after it."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Only a fence or a piece of HTML can stay open beyond an empty line.
_MAY_STAY_OPEN = re.compile(r"```|~~~|<[a-zA-Z!?]")
_OURS = re.compile(r"<!--(?=\s*/?reader:)")


def contained(body: str) -> list[str]:
    """The lines of `body`; what would stay open stands in a list item, which closes it."""
    lines = _OURS.sub("<!-- -", body.strip("\n")).split("\n")
    if not _MAY_STAY_OPEN.search(body) or not _stays_open(lines):
        return lines
    first, *rest = lines
    return [f"- {first}", *(f"  {line}" if line.strip() else "" for line in rest)]


def _stays_open(lines: list[str]) -> bool:
    tokens = _parser().parse("\n".join([*lines, "", "end"]))
    return not (tokens[-1].type == "paragraph_close" and tokens[-2].content == "end")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable("inline")

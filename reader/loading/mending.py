"""What markup alone says, written into a tree's text before the markup is gone.

Quotation marks of `q`, exponents, the numbers of list items, and which paragraph is a footnote;
what is not shown is taken out. It knows HTML, in a namespace or not.
"""

import re
from typing import TYPE_CHECKING

from reader.loading.elements import is_back_link, name_of, remove, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_EXPONENT = re.compile(r"[-+−]?\d{1,4}")
_LABEL = re.compile(r"\W?(\d{1,3}|[a-z]|[ivxl]{1,6}|[*†‡§]{1,3})\W?", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LONGEST_HIDDEN = 500
"""A longer hidden text may be an article that waits for a script."""
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_LETTERS = 26


def mend(root: "_Element", notes: dict[str, str]) -> None:
    """Mend a tree.

    Args:
        notes: the label of each footnote by its element's id, as they become known.
    """
    tree = list(root.iter())
    for element in tree:
        name = name_of(element)
        if name and element is not root and _is_hidden(element):
            remove(element)
        elif name == "q":
            _quote(element)
        elif name == "ol":
            _number(element)
        elif name == "a" and is_back_link(element):
            remove(element)
        elif name == "a":
            _label(element, notes)
        elif name == "sup" and _EXPONENT.fullmatch(words_of(element)):
            _raise(element)
    for element in tree if notes else ():
        if name_of(element) == "li" and element.get("id") in notes:
            element.set("rend", f"[{notes[element.get('id', '')]}]")


def _is_hidden(element: "_Element") -> bool:
    if "mw-editsection" in element.get("class", ""):
        return True
    is_hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style", ""))
    return bool(is_hidden) and len(words_of(element)) <= _LONGEST_HIDDEN


def _quote(element: "_Element") -> None:
    within = any(name_of(above) == "quoted" for above in element.iterancestors())
    opening, closing = "‘’" if within else "“”"
    element.tag = "quoted"
    element.text = opening + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + closing
    else:
        element.text += closing


def _raise(element: "_Element") -> None:
    # A link within is one to a footnote, whose label stands in brackets instead.
    if any(name_of(each) == "a" for each in element.iter()):
        return
    element.text = words_of(element).translate(_RAISED)
    for child in list(element):
        element.remove(child)


def _label(link: "_Element", notes: dict[str, str]) -> None:
    """Put a footnote's label in brackets where a link leads to one."""
    _, mark, fragment = link.get("href", "").partition("#")
    found = _LABEL.fullmatch(words_of(link)) if mark and fragment else None
    if not found or not _is_reference(link):
        return
    notes.setdefault(fragment, found[1])
    for child in list(link):
        link.remove(child)
    link.text = f"[{found[1]}]"


def _is_reference(link: "_Element") -> bool:
    parent = link.getparent()
    around = [] if parent is None else [parent]
    if any(name_of(each) == "sup" for each in (*around, *link)):
        return True
    roles = " ".join(str(value) for name, value in link.items() if name != "href")
    return "noteref" in roles or "footnote-ref" in roles


def _number(element: "_Element") -> None:
    """Write the number of each item of an ordered list beside it."""
    items = [child for child in element if name_of(child) == "li"]
    step = -1 if element.get("reversed") is not None else 1
    number = _whole(element.get("start"), 1 if step > 0 else len(items))
    for item in items:
        number = _whole(item.get("value"), number)
        item.set("rend", f"{_shaped(number, element.get('type', ''))}.")
        number += step


def _whole(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch(r"-?\d{1,9}", written) else default


def _shaped(number: int, shape: str) -> str:
    if shape in {"a", "A"} and 0 < number <= _MOST_LETTERS:
        return chr(ord(shape) + number - 1)
    if shape in {"i", "I"} and 0 < number < 40:
        letters = ""
        for value, written in _ROMAN:
            letters += written * (number // value)
            number %= value
        return letters if shape == "i" else letters.upper()
    return str(number)

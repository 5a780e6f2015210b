"""The part of a page around paragraphs that are known to be its article's.

Where trafilatura knows no frame for a page's text, it gathers paragraphs from all over and leaves
headings and lists behind. They stand between the first and the last of those paragraphs.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.loading.elements import LISTS, name_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHARE = 0.8
"""The share of the known paragraphs that the part must hold."""
_FEWEST = 2
_KNOWN = "p", "blockquote", "div", "td", "table"
_ENDING = LISTS | {"table", "blockquote"}
_ASIDE = frozenset(["nav", "aside", "footer", "form"])
_MADE_OF_LINKS = frozenset(["ul", "ol", "dl", "div", "section", "table", "p"]) | _ASIDE


def has_structure(body: "_Element") -> bool:
    """Whether a tree holds a heading below the first rank, or a list."""
    return any(
        name_of(each) in LISTS or name_of(each) in {"h2", "h3", "h4", "h5", "h6"}
        for each in body.iter()
    )


def letters_of(element: "_Element") -> str:
    """An element's text without blanks, which are not the same between the cells of a table."""
    return "".join("".join(element.itertext()).split())


def container_of(tree: "_Element", known: Iterable[str]) -> "_Element | None":
    """The smallest element around what has the given `letters_of`, cut down to its range.

    None where they are not found. The tree is changed.
    """
    texts = frozenset(known)
    found = [each for each in tree.iter(*_KNOWN) if letters_of(each) in texts]
    if len(found) < _FEWEST:
        return None
    counts: dict[_Element, int] = {}
    for each in found:
        for above in each.iterancestors():
            counts[above] = counts.get(above, 0) + 1
    enough = [each for each, count in counts.items() if count >= _SHARE * len(found)]
    container = max(enough, key=_depth)
    inside = [each for each in found if container in each.iterancestors()]
    _cut(container, inside[0], inside[-1])
    _drop_links(container, frozenset(inside))
    return container


def _depth(element: "_Element") -> int:
    return sum(1 for _ in element.iterancestors())


def _cut(container: "_Element", first: "_Element", last: "_Element") -> None:
    """Take out what stands before the first and after the last paragraph."""
    for each in _up_to(first, container):
        for before in list(each.itersiblings(preceding=True)):
            _remove(before)
    for each in _up_to(last, container):
        is_ending = each is last
        for after in list(each.itersiblings()):
            # The last list or table of an article may stand behind its last paragraph.
            is_ending = is_ending and name_of(after) in _ENDING
            if not is_ending:
                _remove(after)


def _up_to(element: "_Element", container: "_Element") -> list["_Element"]:
    path = [element]
    for above in element.iterancestors():
        if above is container:
            break
        path.append(above)
    return path


def _drop_links(container: "_Element", kept: frozenset["_Element"]) -> None:
    for each in list(container.iter()):
        name = name_of(each)
        if (
            name not in _MADE_OF_LINKS
            or each is container
            or any(own in kept for own in each.iter())
        ):
            continue
        linked = sum(len(words_of(link)) for link in each.iter("a"))
        if name in _ASIDE or linked * 2 > len(words_of(each)):
            _remove(each)


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

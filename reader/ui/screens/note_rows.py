"""A note as the list of all notes shows it: where it stands, its row, and a preview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from reader.notes.annotation import Annotation


def by_article(
    notes: Iterable[Annotation], title: Callable[[str], str]
) -> tuple[list[Annotation | str], list[int]]:
    """Notes under the titles of their articles, and the numbers of the titles."""
    articles: defaultdict[str, list[Annotation]] = defaultdict(list)
    for note in notes:
        articles[note.article].append(note)
    items: list[Annotation | str] = []
    heads = []
    for article, of_article in articles.items():
        heads.append(len(items))
        items += [title(article), *of_article]
    return items, heads


def note_name(item: Annotation | str) -> str:
    """What a row goes by: the note's id, or the title."""
    return item if isinstance(item, str) else item.id


def note_label(note: Annotation, is_marked: bool, title: str = "") -> Content:
    """Two lines: the passage, then what goes with it; the article's title where it is needed."""
    mark = "● " if is_marked else "  "
    links = (f"→ {link.target}" for link in note.links)
    facts = " ".join([note.colour, *(f"#{tag}" for tag in note.tags), *links])
    words = _line(note.body)
    of = f"  {_line(title)[:60]}" if title else ""
    body = (f"  {words}", "italic") if words else ""
    return Content.assemble(mark, _line(note.anchor.exact), "\n    ", (facts, "dim"), body, of)


def note_detail(note: Annotation) -> Content:
    """The whole of a note: its passage, its words, what it is and when it was changed."""
    facts = [note.motivation, note.colour, note.modified[:16].replace("T", " ")]
    facts += [f"#{tag}" for tag in note.tags]
    facts += [f"→ {link.target}" for link in note.links]
    words = [Content.styled(note.body, "italic")] if note.body else []
    passage = Content(" ".join(note.anchor.exact.split()))
    return Content("\n").join([passage, *words, Content.styled(" · ".join(facts), "dim")])


def note_words(note: Annotation) -> Content:
    """One line that tells a note from others on the same passage: its words, else what it is."""
    facts = [note.colour, *(f"#{tag}" for tag in note.tags)]
    facts.append(note.modified[:16].replace("T", " "))
    words = (_line(note.body) or note.motivation, "italic")
    return Content.assemble(words, "  ", (" · ".join(facts), "dim"))


def _line(text: str) -> str:
    return " ".join(text.split())[:200]

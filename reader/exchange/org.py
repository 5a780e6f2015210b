"""Notes as Org (https://orgmode.org/manual/): a headline an article, and one below it a note.

What a note says stands as it is: Org may take signs in it for markup of its own, and a line that
would begin a headline, a keyword or a drawer begins with a zero width space, as its manual advises.
The exact place of a note and the spelling of its tags are lost. The last line tells whether its
owner has written in a file; then it is not written over.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.exchange.document import ExportDocument
from reader.exchange.fence import fingerprint
from reader.exchange.format import ExportOptions, Format
from reader.exchange.note_block import DOUBTS, MOTIVES, linked, shell_command, tame
from reader.notes.annotation import PlacedAnnotation

_STRUCTURE = re.compile(r"^(?=\*+\s|[ \t]*(?:#|:[^\s:]+:|\\begin\{))", re.MULTILINE)
_GUARD = "\u200b"
_NO_TAG = re.compile(r"[^\w@#%]+")
_SEAL = "# reader:end "
_LONGEST = 60


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """One headline an article, its notes below it in reading order."""
    blocks = (block for document in documents for block in _blocks(document))
    return _sealed("\n\n".join(blocks) + "\n\n")


def is_untouched(text: str) -> bool:
    """Whether a file is as an export has left it: its owner's edits would be lost."""
    return text == _sealed(text.rpartition(_SEAL)[0])


def _sealed(text: str) -> str:
    return f"{text}{_SEAL}{fingerprint(text)}\n"


def _blocks(document: ExportDocument) -> Iterator[str]:
    article = document.article
    facts = {
        "AUTHOR": article.author,
        "SITE": article.site,
        "PUBLISHED": article.published,
        "URL": article.url,
        "SOURCE": article.source if article.source != article.url else "",
        "ARTICLE": document.id,
    }
    yield _headline("*", _one_line(document.title), (), facts)
    for placed in document.notes:
        yield from _note(document, placed)


def _note(document: ExportDocument, placed: PlacedAnnotation) -> Iterator[str]:
    note = placed.annotation
    facts = {
        "ID": note.id,
        "KIND": MOTIVES.get(note.motivation, ""),
        "ABOUT": ", ".join(linked(document, note)),
        "COLOUR": note.colour,
        "MADE": note.created[:10],
        "PLACE": DOUBTS.get(placed.place.status, ""),
        "OPEN": shell_command(document, note.id),
    }
    yield _headline("**", f"“{_beginning(note.anchor.exact)}”", note.tags, facts)
    yield f"#+begin_quote\n{_text(note.anchor.exact)}\n#+end_quote"
    if note.body.strip():
        yield _text(note.body)


def _headline(stars: str, title: str, tags: Sequence[str], facts: Mapping[str, str]) -> str:
    names = dict.fromkeys(name for tag in tags if (name := _NO_TAG.sub("_", tag).strip("_")))
    first = f"{stars} {title}" + (f" :{':'.join(names)}:" if names else "")
    told = [f":{key}: {line}" for key, value in facts.items() if (line := _one_line(value))]
    return "\n".join([first, ":PROPERTIES:", *told, ":END:"])


def _one_line(text: str) -> str:
    return " ".join(tame(text).split())


def _beginning(text: str) -> str:
    line = _one_line(text)
    begin = line[:_LONGEST]
    return line if line == begin else f"{begin.rpartition(' ')[0] or begin}…"


def _text(text: str) -> str:
    return _STRUCTURE.sub(_GUARD, tame(text).strip("\n"))


FORMAT = Format("org", "Org", ".org", render)
"""The entry of the registry."""

"""The notebook: the annotations of one article, and every deed that changes them.

A deed changes memory at once; a background thread makes it durable. What other programs write is
merged in, so that no text is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

from reader.notes import merge
from reader.notes.annotation import Anchor, Annotation, Colour, Link, Motivation
from reader.notes.conflict import Conflict, conflict_of
from reader.notes.document import Document, fields_document, now
from reader.notes.history import Deed
from reader.notes.synced import SyncedNotes
from reader.notes.ulid import new_ulid

_EDITABLE = frozenset({"anchor", "body", "colour", "extra", "links", "motivation", "tags"})
_ORDER = attrgetter("anchor.start", "anchor.end", "id")
_NAMES = {"anchor": "re-attachment", "body": "text", "extra": "edit"}


class Notebook(SyncedNotes):
    """The annotations of one article.

    Args:
        directory: the data directory.
        article_id: the article's id in the library.
    """

    # What it holds

    @property
    def annotations(self) -> list[Annotation]:
        """The live annotations in the order of their anchors."""
        return self._sorted(deleted=False)

    @property
    def trash(self) -> list[Annotation]:
        """The deleted annotations in the order of their anchors."""
        return self._sorted(deleted=True)

    @property
    def conflicts(self) -> list[Conflict]:
        """The live annotations whose text was changed in two places at once."""
        with self._memory:
            several = [doc for doc in self._documents.values() if "conflicts" in doc]
        torn = filter(merge.rivals, several)
        return [conflict_of(document) for document in torn if not document.get("deleted")]

    @property
    def torn(self) -> frozenset[str]:
        """The ids of the notes with a conflict."""
        return frozenset(conflict.annotation.id for conflict in self.conflicts)

    def get(self, note_id: str) -> Annotation | None:
        """The annotation of that id, live or in the trash, if there is one."""
        with self._memory:
            document = self._documents.get(note_id)
            return None if document is None else self._shown(note_id, document)

    # Deeds

    def add(
        self,
        anchor: Anchor,
        *,
        motivation: Motivation = "highlighting",
        body: str = "",
        tags: Iterable[str] = (),
        colour: Colour = "yellow",
        links: Iterable[Link] = (),
        note_id: str = "",
        created: str = "",
        modified: str = "",
        extra: dict[str, Any] | None = None,
    ) -> Annotation:
        """Make an annotation; an imported one brings its own `note_id` and times.

        Raises:
            ValueError: there is a note of that id already.
        """
        made_at = now()
        fields = {
            "anchor": anchor,
            "motivation": motivation,
            "body": body,
            "tags": tags,
            "colour": colour,
            "links": list(links),
            "extra": extra or {},
        }
        head = {"id": note_id or new_ulid(), "article": self.article}
        times = {"created": created or made_at, "modified": modified or made_at}
        document = {**head, **fields_document(fields), **times, "deleted": False, "rev": 1}
        with self._memory:
            if head["id"] in self._documents:
                raise ValueError(f"there is a note {head['id']} already")
            deed = Deed("new note", head["id"], {"deleted": True}, {"deleted": False})
            return self._do(document, deed)

    def edit(self, note_id: str, **changes: Any) -> Annotation:
        """Change fields of an annotation: body, tags, colour, links, motivation, anchor.

        Raises:
            KeyError: there is no such note.
            ValueError: there is no such field, or it is not to be changed.
        """
        if unknown := changes.keys() - _EDITABLE:
            raise ValueError(f"a note's {', '.join(sorted(unknown))} cannot be changed")
        if "links" in changes:
            changes["links"] = list(changes["links"])
        name = next((_NAMES.get(field, field) for field in changes), "edit")
        return self._change(name, note_id, fields_document(changes))

    def delete(self, note_id: str) -> Annotation:
        """Put an annotation in the trash.

        Raises:
            KeyError: there is no such note.
        """
        return self._change("delete", note_id, {"deleted": True})

    def restore(self, note_id: str) -> Annotation:
        """Take an annotation out of the trash.

        Raises:
            KeyError: there is no such note.
        """
        return self._change("restore", note_id, {"deleted": False})

    def choose(self, note_id: str, body: str) -> Annotation:
        """Settle a conflict: `body`, one of the texts or one made of them, replaces them all.

        Raises:
            KeyError: there is no such note.
        """
        with self._memory:
            old = self._documents[note_id]
            before = {"body": old.get("body", ""), "conflicts": merge.rivals(old)}
            deed = Deed("choice of text", note_id, before, {"body": body, "conflicts": []})
            return self._do(merge.chosen(old, body), deed)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the deeds within be taken back, and done again, as one."""
        with self._memory:
            self._history.bundle = new_ulid()
            try:
                yield
            finally:
                self._history.bundle = ""

    def undo(self) -> str | None:
        """Take the last deed back; says what it was, or None where there is none."""
        turned: list[Deed] = []
        with self._memory:
            while (deed := self._history.last_done()) and deed.goes_with(turned):
                self._history.mark_undone(deed)
                turned += [deed] if self._turn(deed.note, deed.after, deed.before) else []
        return self._said(turned)

    def redo(self) -> str | None:
        """Do again what was taken back last; says what it was, or None where there is none."""
        turned: list[Deed] = []
        with self._memory:
            while (deed := self._history.last_undone()) and deed.goes_with(turned):
                self._history.mark_redone(deed)
                turned += [deed] if self._turn(deed.note, deed.before, deed.after) else []
        return self._said(turned)

    # Within

    def _change(self, name: str, note_id: str, fields: Document) -> Annotation:
        with self._memory:
            old = self._documents[note_id]
            shown = merge.settled(old)
            after = {key: value for key, value in fields.items() if shown.get(key) != value}
            if not after:
                return self._shown(note_id, old)
            before = {key: shown.get(key) for key in after}
            if "deleted" in after:
                before["deleted"] = not after["deleted"]
            return self._do(merge.successor(old, after), Deed(name, note_id, before, after))

    def _do(self, document: Document, deed: Deed) -> Annotation:
        self._put(document)
        self._history.record(deed)
        self._saver.ask()
        return self._shown(document["id"], document)

    def _turn(self, note_id: str, here: Document, there: Document) -> bool:
        """Bring a note from `here` to `there`, but for what someone changed since."""
        old = self._documents.get(note_id)
        if old is None:
            return False
        shown = merge.settled(old)
        made = {k: there[k] for k in there if k != "conflicts" and _same(shown.get(k), here.get(k))}
        if not made:
            return False
        if there.get("conflicts"):
            self._put(merge.parted(old, there["body"], there["conflicts"]))
        elif "conflicts" in there:
            self._put(merge.chosen(old, there["body"]))
        else:
            self._put(merge.successor(old, made))
        self._saver.ask()
        return True

    def _sorted(self, *, deleted: bool) -> list[Annotation]:
        with self._memory:
            known = self._cache
            wanted = [
                known.get(note_id) or self._shown(note_id, document)
                for note_id, document in self._documents.items()
                if bool(document.get("deleted")) is deleted
            ]
        return sorted(wanted, key=_ORDER)

    def _said(self, deeds: Sequence[Deed]) -> str | None:
        if not deeds:
            return None
        note = self.get(deeds[0].note)
        quote = note.gist if note else ""
        more = f" and {len(deeds) - 1} more" if deeds[1:] else ""
        return (f"{deeds[0].name} “{quote}”" if quote else deeds[0].name) + more


def _same(one: Any, other: Any) -> bool:
    return one == other or (not one and not other)


def open_notebook(directory: Path, article_id: str) -> Notebook:
    """The notebook of an article; cheap where there are no notes, and makes no file.

    Args:
        directory: the data directory.
        article_id: the article's id in the library.

    Raises:
        OSError: the notes are there but cannot be read.
        ValueError: the id cannot be the name of a file.
    """
    return Notebook(directory, article_id)

"""One open article with all that is known of it: every deed of the reader's is a method here.

Both front ends drive a session.
"""

from __future__ import annotations

from bisect import bisect_left
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from reader.article import Article, Span
from reader.noted import Noted
from reader.text.rests import Rest, breathe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.exchange.auto import Follower, Vault
    from reader.exchange.document import ExportDocument
    from reader.loading.open import Progress
    from reader.notes.annotation import Anchor, Annotation, PlacedAnnotation
    from reader.notes.drafts import Draft
    from reader.notes.notebook import Notebook


class Session(Noted):
    """One article, what is known of it, and the reader's notes on it.

    Args:
        article: as it was loaded.
        data_dir: where notes and the library live.
        as_of: the ISO date that rosters are asked for; empty for the article's own.
        today: the day of reading; no article is dated later.
    """

    def __init__(
        self, article: Article, data_dir: Path, as_of: str = "", today: date | None = None
    ) -> None:
        super().__init__(article, data_dir, as_of, today)
        self._keeping: Thread | None = None
        self._followers: list[Follower] = []
        self._follow: Callable[..., Follower] | None = None

    @classmethod
    def open(
        cls,
        source: str,
        data_dir: Path,
        as_of: str = "",
        encoding: str = "",
        *,
        is_offline: bool = False,
        progress: Progress | None = None,
        rest: Rest = breathe,
    ) -> Session:
        """Open a path, a URL or `-`.

        Args:
            source: the path, URL or `-`.
            data_dir: where notes and the library live.
            as_of: the ISO date that rosters are asked for; empty for the article's own.
            encoding: overrides what the bytes and the sender say.
            is_offline: whether a page is only to be taken from those read before.
            progress: told how many bytes of a page have come, and of how many (0: not known).
            rest: called now and then, here and in what is worked out later.

        Raises:
            LoadError: the source cannot be read as an article; the message says why.
        """
        from reader.loading.open import open_article, unheard

        article = open_article(
            source,
            encoding=encoding,
            progress=progress or unheard,
            is_offline=is_offline,
            rest=rest,
        )
        session = cls(article, data_dir, as_of)
        session.rest = rest
        return session

    def annotations(self) -> Sequence[PlacedAnnotation]:
        """The live annotations in reading order, each with its place in the text at hand.

        Those are missing whose places another thread is working out just now.
        """
        return self._placed.at_hand()

    def place_notes(self) -> Sequence[PlacedAnnotation]:
        """All of them, though it takes a while where a long article was changed."""
        return self._placed.all()

    def annotation(self, note_id: str) -> PlacedAnnotation | None:
        """The live annotation of that id, if there is one."""
        return self._placed.get(note_id)

    def annotations_at(self, span: Span) -> list[PlacedAnnotation]:
        """The annotations that share a code point with `span`, the shortest and newest first."""
        listed = self.annotations()
        before = bisect_left(listed, span.end, key=lambda each: each.place.start)
        passages = (each for each in listed[:before] if each.place.status != "orphan")
        found = [each for each in passages if each.place.end > span.start]
        newest_first = sorted(found, key=lambda each: each.annotation.id, reverse=True)
        return sorted(newest_first, key=lambda each: len(each.place.span))

    def annotate(self, span: Span, **fields: Any) -> Annotation:
        """Make an annotation of `span`; `fields` are those of `Annotation` that may be chosen.

        Raises:
            ValueError: the span is empty or not in the text.
        """
        return self.notebook.add(self._anchor(span), **fields)

    def attach(self, note_id: str, span: Span) -> Annotation:
        """Put an annotation on another passage; raises ValueError as `annotate`."""
        return self.notebook.edit(note_id, anchor=self._anchor(span))

    def _anchor(self, span: Span) -> Anchor:
        from reader.notes.anchor import create

        if self._keeping is None:
            # The article goes to the disk beside the note, and no key waits for it.
            self._keeping = Thread(target=self._keep_article)
            self._keeping.start()
        headings = self.article.heading_path(span.start)
        return create(self.article.text, span.start, span.end, headings, self.article.digest)

    def _keep_article(self) -> None:
        from reader.notes.texts import keep_text

        self.enlist()
        # Without the old text a note is found by its quote; it is not worth a failure.
        with suppress(OSError):
            keep_text(self.data_dir, self.article.text)

    def enlist(self) -> None:
        """Put the article into the library; one from a pipe is kept, to be opened again."""
        from reader.shelved import lasting

        self.library.record(lasting(self.described, self.data_dir), self.id)

    def note_opening(self) -> None:
        """Let the library know that it was opened, if it can be opened again."""
        is_lost = self.article.source == "-" and not self.article.url
        if not is_lost or self.library.entry(self.id):
            self.library.record(self.described, self.id)

    def notices(self) -> list[str]:
        """What the reader should be told of the library, once, and of where the text is from."""
        day = self.article.kept_on
        kept = f"This is the kept copy of {day}: the page cannot be fetched now"
        return [*([kept] if day else []), *self.library.notices()]

    def keep_names(self) -> None:
        """Let the library find the article by what it names."""
        from reader.library.names import Reading

        self.library.keep_names([Reading(self.id, self.article.digest, self.recognition)])

    def edit(self, note_id: str, **changes: Any) -> Annotation:
        """Change fields of an annotation."""
        return self.notebook.edit(note_id, **changes)

    def draft(self, key: str) -> Draft:
        """The unfinished words of a note: `key` as `Draft` has it."""
        from reader.notes.drafts import draft

        return draft(self.data_dir, self.id, key)

    def drafts(self) -> list[Draft]:
        """The words on this article that were left unfinished, the oldest first."""
        from reader.notes.drafts import drafts

        return drafts(self.data_dir, self.id)

    def delete(self, note_id: str) -> Annotation:
        """Put an annotation in the trash."""
        return self.notebook.delete(note_id)

    def undo(self) -> str | None:
        """Take the last deed back; says what it was, or None where there is none."""
        return self.notebook.undo()

    def redo(self) -> str | None:
        """Do again what was taken back; says what it was, or None where there is none."""
        return self.notebook.redo()

    def tags(self) -> list[str]:
        """The tags in use: those of this article, then those of others, the most used first."""
        from reader.notes.tags import by_use, recent_tags

        here = by_use(self.notebook.annotations)
        return list(dict.fromkeys([*here, *recent_tags(self.data_dir)]))

    def document(self, *, with_states: bool = False) -> ExportDocument:
        """The article with its notes, as the export formats take it."""
        from reader.exchange.document import ExportDocument

        rosters = self.rosters() if with_states else ()
        notes, torn = self.place_notes(), self.notebook.torn
        return ExportDocument(self.id, self.described, notes, self.as_of, rosters, torn)

    def follow(self, vault: Vault, told: Callable[[str], None]) -> None:
        """Let a folder of exports follow each change; `told` of what stands in the way."""
        from reader.exchange.auto import follow

        self._follow = partial(follow, data_dir=self.data_dir, vault=vault, told=told)
        self._followers.append(self._follow(self.notebook, lambda: self.described))

    def _opened(self, notebook: Notebook) -> None:
        if self._follow:
            whole = partial(self._described, notebook)
            self._followers.append(self._follow(notebook, whole))

    def _described(self, notebook: Notebook) -> Article:
        """The article of another notebook."""
        from reader.library import Entry
        from reader.shelved import shelved_article

        entry = self.library.entry(notebook.article) or Entry({"id": notebook.article})
        article = shelved_article(entry, notebook.annotations, self.data_dir)
        return Session(article, self.data_dir).described

    def close(self) -> None:
        """Wait until every deed is on the disk, or the disk has refused."""
        if self._keeping is not None:
            self._keeping.join()
        if self._notebook and self._notebook.flush():
            self._notebook.close()
        if self._notebooks:
            self._notebooks.close()
        for follower in self._followers:
            follower.flush()

    @property
    def position(self) -> int:
        """Where reading stopped last time, in code points."""
        return min(self.library.position(self.id), len(self.article.text))

    def leave_at(self, offset: int, end: int) -> None:
        """Keep where reading stopped: where the passage at the cursor begins, and where it ends."""
        self.library.set_position(self.id, offset, end)

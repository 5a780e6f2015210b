"""The notes of one article in memory, kept in step with the disk and with other programs."""

import os
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.notes import merge
from reader.notes.annotation import Annotation
from reader.notes.document import Document, annotation_of
from reader.notes.history import History
from reader.notes.layout import encoded, escaped_json, key_of
from reader.notes.recovery import empty
from reader.notes.saver import Saver
from reader.notes.store import ArticleStore, notes_folder


class SyncedNotes:
    """Documents by their ids: changed here at once, made durable by a thread.

    Args:
        directory: the data directory.
        article_id: the article's id in the library.
    """

    def __init__(self, directory: Path, article_id: str) -> None:
        self.article = article_id
        self.on_trouble: Callable[[str], None] = lambda trouble: None
        self.on_saved: Callable[[], None] = lambda: None
        self._directory = directory
        self._store = ArticleStore(notes_folder(directory), article_id)
        self._history = History(self._store.shelf.history)
        self._saver = Saver(self._save, lambda trouble: self.on_trouble(trouble))
        self._memory = threading.RLock()
        self._disk = threading.Lock()
        self._unsaved: dict[str, Document] = {}
        self._notices: list[str] = []
        self._changed = False
        self._unread = ""
        self._touched: list[str] = []
        self._cache: dict[str, Annotation] = {}
        self._documents: dict[str, Document] = self._store.load()
        self._after_load()

    @property
    def unsaved(self) -> int:
        """The number of notes that are not durable yet."""
        return len(self._unsaved)

    @property
    def trouble(self) -> str:
        """What keeps the notes from being saved now; empty where nothing does."""
        return self._saver.trouble

    def notices(self) -> list[str]:
        """What happened to the file that the user should be told; each is told once."""
        told, self._notices = self._notices, []
        return told

    def changed_since(self, edition: int) -> tuple[int, list[str]]:
        """The edition of the notes now, and the ids of those that changed after another one.

        Args:
            edition: as told before; -1 for one without notes.
        """
        with self._memory:
            ids = list(self._documents) if edition < 0 else self._touched[edition:]
            return len(self._touched), list(dict.fromkeys(ids))

    def has_news(self) -> bool:
        """Whether `refresh` has something to do; costs a look at the folder."""
        try:
            return self._changed or self._store.is_stale()
        except OSError:
            return True

    def refresh(self) -> bool:
        """Take in what other programs wrote; says whether anything here changed for it.

        Where the disk does not let us, that is among the notices, once.
        """
        unread = ""
        try:
            self._read_again()
        except OSError as error:
            unread = f"the notes cannot be read now: {error}"
        if unread and unread != self._unread:
            self._notices.append(unread)
        self._unread = unread
        changed, self._changed = self._changed, False
        return changed

    def _read_again(self) -> None:
        if self._store.is_stale() and self._disk.acquire(blocking=False):
            try:
                self._take_in(self._store.reload())
            finally:
                self._disk.release()
            self._after_load()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until every deed is on the disk; False where that failed, `trouble` says why."""
        if self._unsaved or not self._history.is_written or self._store.needs_mending:
            self._saver.flush(timeout)
        return not self._unsaved

    def close(self, timeout: float = 10.0) -> bool:
        """Flush, and let go of the files; says whether everything is durable."""
        self._saver.stop()
        durable = self.flush(timeout)
        with self._disk:
            self._store.close()
        return durable

    def rescue(self) -> Path | None:
        """Put the notes that could not be saved into a file elsewhere; None where there are none.

        It is a note file, so `doctor.restore` brings them back.

        Raises:
            OSError: there is no room anywhere.
        """
        with self._memory:
            unsaved = list(self._unsaved.values())
        if not unsaved:
            return None
        contents = empty(self.article)
        contents.notes.update({key_of(note["id"]): note for note in unsaved})
        data = encoded(contents)
        for folder in (Path.home(), Path(tempfile.gettempdir())):
            with suppress(OSError):
                return _rescued(folder, data)
        return _rescued(Path.cwd(), data)

    def remember(self, note_id: str, fields: Document) -> None:
        """Keep fields of other programs with a note; this is no deed, so undo passes over it.

        Raises:
            KeyError: there is no such note.
        """
        with self._memory:
            old = self._documents[note_id]
            if any(old.get(key) != value for key, value in fields.items()):
                self._put({**merge.successor(old, fields), "modified": old.get("modified", "")})
                self._saver.ask()

    def has_met(self, note_id: str, body: str, since: str | None = None) -> bool:
        """Whether a text is or was one of a note's, or stands beside it.

        Args:
            since: a text of the note; what it was up to then does not count.

        Raises:
            KeyError: there is no such note.
        """
        with self._memory:
            return merge.has_met(self._documents[note_id], body, since)

    def contest(self, note_id: str, body: str) -> None:
        """Put a text beside a note's own: neither was written with sight of the other.

        Raises:
            KeyError: there is no such note.
        """
        with self._memory:
            old = self._documents[note_id]
            mine = merge.settled(old).get("body", "")
            rivals = [*merge.rivals(old), {**merge.heads(old)[0], "body": body}]
            self._put(merge.parted(old, mine, rivals))
            self._saver.ask()

    def _put(self, document: Document) -> None:
        # What cannot be written must fail here, where the caller is told, not in the thread.
        escaped_json(document)
        self._unsaved[document["id"]] = document
        self._know(document["id"], document)

    def _know(self, note_id: str, document: Document) -> None:
        self._documents[note_id] = document
        self._cache.pop(note_id, None)
        self._touched.append(note_id)

    def _save(self) -> None:
        with self._disk:
            has_saved = self._save_batch()
            if self._unsaved:
                # Written meanwhile, or found to be gone from the file.
                has_saved |= self._save_batch()
            self._history.write()
        self._notices += self._store.notices()
        if has_saved:
            self.on_saved()

    def _save_batch(self) -> bool:
        with self._memory:
            batch = dict(self._unsaved)
        if not batch and not self._store.needs_mending:
            return False
        whole = self._store.save(batch.values())
        with self._memory:
            for note_id, document in batch.items():
                if self._unsaved.get(note_id) is document:
                    del self._unsaved[note_id]
        self._take_in(whole)
        return bool(batch)

    def _take_in(self, whole: dict[str, Document]) -> None:
        with self._memory:
            # Deleted notes stay as tombstones: what the file lacks was lost by other hands.
            lost = {key: each for key, each in self._documents.items() if key not in whole}
            self._unsaved = {**lost, **self._unsaved}
            for note_id, document in whole.items():
                mine = self._documents.get(note_id)
                if mine is document:
                    continue
                made = document if mine is None else merge.fold(mine, document)
                if made != mine:
                    self._know(note_id, made)
                    self._changed = True
                if note_id in self._unsaved or made != document:
                    self._unsaved[note_id] = made

    def _after_load(self) -> None:
        self._notices += self._store.notices()
        if self._store.needs_mending or self._unsaved:
            self._saver.ask()

    def _shown(self, note_id: str, document: Document) -> Annotation:
        if note_id not in self._cache:
            self._cache[note_id] = annotation_of(merge.settled(document))
        return self._cache[note_id]


def _rescued(folder: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(".json", "reader-unsaved-", folder)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
    return Path(name)

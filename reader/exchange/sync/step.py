"""One article's notes brought in step with a server: pulled, then pushed, and nothing lost."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from reader.article import Article
from reader.exchange.document import ExportDocument
from reader.exchange.reading.foreign import body_mark, said
from reader.exchange.reading.hypothesis import KEY, incoming_rows
from reader.exchange.reading.taking import Taker
from reader.exchange.sync.hypothesis import Hypothesis, Row
from reader.exchange.sync.server import Gone
from reader.notes.annotation import Annotation
from reader.notes.notebook import Notebook

_QUIET = ("kept", "in conflict", "left out")
_SAID = ("body", "tags")


@dataclass(frozen=True)
class Meeting:
    """One article here and its page there."""

    notebook: Notebook
    """The notes here."""
    article: Article | None
    """The text; None where the article has not been read yet."""
    document: Callable[[], ExportDocument]
    """The article with its notes as they are then."""
    uri: str
    """The page's address."""
    rows: Sequence[Row]
    """The user's annotations there."""


def bring_in_step(meeting: Meeting, there: Hypothesis) -> Counter[str]:
    """Pull what is new there, push what is new here; counts what was done on which side.

    Raises:
        ExchangeError: the server broke off; what was done until then is remembered.
    """
    done: Counter[str] = Counter()
    for step in (_pulled, _pushed):
        for outcome, deed in step(meeting, there):
            deed()
            done[outcome] += 1
    return done


Deeds = Iterator[tuple[str, Callable[[], object]]]


def _pulled(meeting: Meeting, there: Hypothesis) -> Deeds:
    notebook, taker = meeting.notebook, Taker(meeting.notebook, meeting.article)
    held = _mapped(notebook)
    for incoming in incoming_rows(list(meeting.rows)):
        note = _from(there, incoming.annotation)
        told = note.extra[KEY]
        mine = held.get(told["id"]) or notebook.get(note.id)
        if mine is None or (_known(mine) and not mine.deleted):
            step = taker.step(replace(incoming, annotation=note))
            yield step.outcome if step.outcome in _QUIET else f"{step.outcome} here", step.deed
            if mine and "server" not in _known(mine):
                yield "kept", partial(_remember, notebook, mine.id, {**_known(mine), **told})
        elif not mine.deleted:
            # Made by us, and the answer was lost.
            yield "kept", partial(_remember, notebook, mine.id, told)
        elif _known(mine) and any(told[name] != _known(mine).get(name) for name in _SAID):
            # Edited there after it was deleted here: the edit is worth more.
            yield "added here", partial(_revive, notebook, mine.id, note)


def _from(there: Hypothesis, note: Annotation) -> Annotation:
    told = {**note.extra.get(KEY, {}), "server": there.url}
    return replace(note, extra={**note.extra, KEY: told})


def _revive(notebook: Notebook, note_id: str, note: Annotation) -> None:
    notebook.restore(note_id)
    notebook.edit(note_id, body=note.body, tags=note.tags)
    _remember(notebook, note_id, note.extra[KEY])


def _pushed(meeting: Meeting, there: Hypothesis) -> Deeds:
    notebook = meeting.notebook
    seen = {str(row.get("id")) for row in meeting.rows}
    torn = notebook.torn
    for note in notebook.trash:
        if _known(note).get("id") in seen:
            yield "removed there", partial(_delete, there, _known(note)["id"])
    for note in notebook.annotations:
        known = _known(note)
        if note.id in torn:
            yield "unsettled", bool
        elif known.get("server", there.url) == there.url:
            yield from _sent(meeting, there, note, is_seen=known.get("id") in seen)


def _sent(meeting: Meeting, there: Hypothesis, note: Annotation, *, is_seen: bool) -> Deeds:
    known = _known(note)
    is_new = not known or (not is_seen and _is_gone(there, known["id"]))
    if is_new and known.get("server") and not _is_changed(note, known):
        yield "removed here", partial(meeting.notebook.delete, note.id)
    elif is_new:
        yield "added there", partial(_create, meeting, there, note.id)
    elif _is_changed(note, known):
        yield "changed there", partial(_update, meeting, there, note)


def _create(meeting: Meeting, there: Hypothesis, note_id: str) -> None:
    document = meeting.document()
    placed = next(each for each in document.notes if each.annotation.id == note_id)
    name, note = there.create(document, placed, meeting.uri), placed.annotation
    told = said(name, note.body, note.tags)
    _remember(meeting.notebook, note_id, {**told, "server": there.url})


def _update(meeting: Meeting, there: Hypothesis, note: Annotation) -> None:
    name = _known(note)["id"]
    try:
        there.update(name, note)
    except Gone:
        _create(meeting, there, note.id)
        return
    told = said(name, note.body, note.tags)
    _remember(meeting.notebook, note.id, {**told, "server": there.url})


def _delete(there: Hypothesis, name: str) -> None:
    try:
        there.delete(name)
    except Gone:
        return


def _is_gone(there: Hypothesis, name: str) -> bool:
    # What a search does not show may have gone to another group; only a deleted one is gone.
    try:
        there.get(name)
    except Gone:
        return True
    return False


def _remember(notebook: Notebook, note_id: str, told: Mapping[str, Any]) -> None:
    notebook.remember(note_id, {KEY: dict(told)})


def _known(note: Annotation) -> dict[str, Any]:
    held = note.extra.get(KEY)
    return dict(held) if isinstance(held, Mapping) and isinstance(held.get("id"), str) else {}


def _mapped(notebook: Notebook) -> dict[str, Annotation]:
    held = (*notebook.trash, *notebook.annotations)
    return {_known(note)["id"]: note for note in held if _known(note)}


def _is_changed(note: Annotation, known: Mapping[str, Any]) -> bool:
    return body_mark(note.body) != known.get("body") or set(note.tags) != set(known.get("tags", ()))

"""Notes from elsewhere taken into a notebook: each once, and no text of the reader's lost."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, TypeAlias

from reader.article import Article
from reader.exchange.fence import fingerprint
from reader.exchange.format import Incoming
from reader.exchange.reading.foreign import body_mark
from reader.exchange.reading.placing import placed_anchor
from reader.exchange.reading.twins import Twins
from reader.exchange.taken import Taken, state, taken, with_taken
from reader.notes.annotation import Anchor, Annotation
from reader.notes.notebook import Notebook

Outcome: TypeAlias = Literal[
    "added", "changed", "removed", "kept", "in the trash", "in conflict", "left out"
]

KEYS = ("hypothesis", "w3c")
"""The fields of a note that tell which annotation elsewhere it is, and what it said last."""
_FIELDS = ("motivation", "body", "tags", "colour", "links", "created", "modified")


@dataclass(frozen=True, slots=True)
class Step:
    """What is to become of one note from elsewhere."""

    outcome: Outcome
    """In a word or two."""
    note: Annotation
    """The note, with its place in the article where it has one."""
    deed: Callable[[], object] = bool
    """Does it."""


class Taker:
    """Takes notes into the notebook of one article.

    Args:
        notebook: where they are to go.
        article: its text, which quotes are sought in; None where it has not been read yet.
        file: what the file is known by that they come from; empty for none that may come again.
    """

    def __init__(self, notebook: Notebook, article: Article | None, file: str = "") -> None:
        self._notebook = notebook
        self._file = file
        self._article = article
        self._twins = Twins(notebook.annotations)
        held = (*notebook.trash, *notebook.annotations)
        self._known = {name: note.id for note in held for name in _names(note)}

    def step(self, incoming: Incoming) -> Step:
        """What is to become of a note; nothing is done yet."""
        incoming = self._met(incoming)
        note, mine = incoming.annotation, self._notebook.get(incoming.annotation.id)
        if incoming.refused:
            return Step("left out", note)
        if incoming.is_removed:
            return self._removal(note, mine)
        if mine is None:
            return self._addition(incoming)
        if incoming.edits or self._seen(mine, incoming):
            step = self._edit(mine, incoming)
        else:
            step = self._news(mine, note)
        return replace(step, outcome="in the trash") if mine.deleted else step

    def _seen(self, mine: Annotation, incoming: Incoming) -> Taken | None:
        """What the file said when it was taken in before, of a note that was not exported since."""
        if not self._file or incoming.is_copied:
            return None
        return taken(mine, self._file, incoming.annotation.rev)

    def _met(self, incoming: Incoming) -> Incoming:
        """The note under the id that it has here, where it was taken for another's twin."""
        note = incoming.annotation
        here = next((self._known[name] for name in _names(note) if name in self._known), note.id)
        return replace(incoming, annotation=replace(note, id=here))

    def _removal(self, note: Annotation, mine: Annotation | None) -> Step:
        if mine is None or mine.deleted:
            return Step("kept", note)
        return Step("removed", note, partial(self._notebook.delete, note.id))

    def _addition(self, incoming: Incoming) -> Step:
        note = replace(incoming.annotation, **incoming.edits)
        if incoming.edits and self._file and not incoming.is_copied:
            now = state(incoming.annotation, incoming.edits)
            note = replace(note, extra={**note.extra, **with_taken(note, self._file, now)})
        if note.anchor.digest:
            twin = self._twins.copy_of(note)
        else:
            note = replace(note, anchor=self._anchor(incoming))
            twin = self._twins.of(note)
        if twin is None:
            self._twins.add(note)
            return Step("added", note, partial(self._add, note))
        deed = partial(self._notebook.remember, twin.id, _elsewhere(note))
        tags = tuple(dict.fromkeys((*twin.tags, *note.tags)))
        if tags == twin.tags:
            return Step("kept", note, deed)
        edit = partial(self._notebook.edit, twin.id, tags=tags)
        return Step("changed", note, partial(_both, edit, deed))

    def _anchor(self, incoming: Incoming) -> Anchor:
        anchor = incoming.annotation.anchor
        if self._article is not None:
            return placed_anchor(self._article, anchor)
        # The article is not at hand: its title is where a note on all of it will stand.
        exact = anchor.exact or incoming.title or incoming.source
        return replace(anchor, exact=exact, end=max(anchor.end, anchor.start + len(exact)))

    def _add(self, note: Annotation) -> None:
        fields = {name: getattr(note, name) for name in _FIELDS}
        self._notebook.add(note.anchor, note_id=note.id, extra=dict(note.extra), **fields)

    def _edit(self, mine: Annotation, incoming: Incoming) -> Step:
        """An edit of what was exported; what the reader changed here since then stays."""
        base, edits = incoming.annotation, incoming.edits
        now, seen = state(base, edits), self._seen(mine, incoming)
        changes = dict(edits)
        if seen:
            # The file was taken in before: only what was edited there since then is new.
            told = {"body": base.body, "tags": base.tags, **edits}
            changes = {key: told[key] for key in told if getattr(now, key) != getattr(seen, key)}
        if "tags" in changes:
            changes["tags"] = _merged(seen.tags if seen else base.tags, now.tags, mine.tags)
        step = self._changed(mine, changes, base, seen)
        if not self._file or incoming.is_copied:
            return step
        deed = partial(self._notebook.remember, mine.id, with_taken(mine, self._file, now))
        return replace(step, deed=partial(_both, step.deed, deed))

    def _changed(
        self, mine: Annotation, changes: Mapping[str, Any], base: Annotation, seen: Taken | None
    ) -> Step:
        body = changes.get("body", mine.body)
        # The file's own copy of the words may have been changed along with them; `rev` was not.
        is_known = mine.body == base.body or mine.rev == base.rev
        if seen:
            is_known = fingerprint(mine.body) == seen.body
        if body != mine.body and not is_known:
            return self._conflict(mine, body, changes, base.body)
        if all(getattr(mine, name) == value for name, value in changes.items()):
            return Step("kept", mine)
        return Step("changed", mine, partial(self._notebook.edit, mine.id, **changes))

    def _news(self, mine: Annotation, note: Annotation) -> Step:
        """What another program says of a note since it was taken in."""
        key = next((each for each in KEYS if each in note.extra), "")
        told, known = note.extra.get(key), mine.extra.get(key)
        if not isinstance(told, Mapping) or not isinstance(known, Mapping):
            return Step("kept", mine)
        if not _differ(told, known):
            return Step("kept", mine)
        deed = partial(self._notebook.remember, mine.id, {key: {**known, **told}})
        changes: dict[str, Any] = {"tags": _merged(known.get("tags", ()), note.tags, mine.tags)}
        if told.get("body") not in (known.get("body"), body_mark(mine.body)):
            changes["body"] = note.body
        if "body" in changes and body_mark(mine.body) != known.get("body"):
            step = self._conflict(mine, note.body, changes)
        else:
            step = Step("changed", mine, partial(self._notebook.edit, mine.id, **changes))
        return replace(step, deed=partial(_both, step.deed, deed))

    def _conflict(
        self, mine: Annotation, body: str, changes: Mapping[str, Any], since: str | None = None
    ) -> Step:
        rest = {name: value for name, value in changes.items() if name != "body"}
        if body == mine.body or self._notebook.has_met(mine.id, body, since):
            return Step(
                "kept", mine, partial(self._notebook.edit, mine.id, **rest) if rest else bool
            )
        return Step("in conflict", mine, partial(self._contest, mine.id, body, rest))

    def _contest(self, note_id: str, body: str, rest: Mapping[str, Any]) -> None:
        self._notebook.contest(note_id, body)
        if rest:
            self._notebook.edit(note_id, **rest)


def _names(note: Annotation) -> list[tuple[str, str]]:
    """What the note is called elsewhere."""
    held = ((key, note.extra.get(key)) for key in KEYS)
    names = ((key, told.get("id")) for key, told in held if isinstance(told, Mapping))
    return [(key, name) for key, name in names if name and isinstance(name, str)]


def _elsewhere(note: Annotation) -> dict[str, Any]:
    return {key: note.extra[key] for key in KEYS if key in note.extra}


def _differ(told: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    return any(told.get(name) != known.get(name) for name in ("body", "tags"))


def _both(one: Callable[[], object], other: Callable[[], object]) -> None:
    one()
    other()


def _merged(base: Iterable[str], theirs: Iterable[str], mine: Iterable[str]) -> tuple[str, ...]:
    gone, kept = set(base) - set(theirs), set(base)
    added = (tag for tag in theirs if tag not in kept)
    return tuple(dict.fromkeys((*(tag for tag in mine if tag not in gone), *added)))

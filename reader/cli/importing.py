"""The command that takes notes in."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.cli.failure import DONE, FAILED, USAGE, Failure
from reader.cli.following import follow
from reader.cli.printing import cut, say, say_json, tell
from reader.cli.works import Work, works
from reader.exchange.folder import Folder
from reader.exchange.format import ExchangeError, Incoming
from reader.exchange.reading.recognise import read_notes
from reader.exchange.reading.taking import Step, Taker
from reader.exchange.taken import file_key
from reader.loading.errors import LoadError
from reader.notes.annotation import PlacedAnnotation

_ALWAYS = ("added", "changed", "removed", "kept")
_SHOWN = 5


def import_notes(given: Namespace) -> int:
    """`reader import FILE [SOURCE]`, `reader import DIR`."""
    if Path(given.file).is_dir():
        return _import_folder(given)
    notes = _notes(given)
    if not notes:
        raise Failure(f"{given.file} holds no such notes")
    _tell(_take_all(notes, given), notes, given)
    return DONE


def _import_folder(given: Namespace) -> int:
    if given.source or given.origin not in ("", "markdown"):
        raise Failure("of a folder, the Markdown files that an export wrote are taken in", USAGE)
    files = Folder(Path(given.file)).exports()
    if not files:
        raise Failure(f"{given.file} holds no files that an export wrote")
    done: Counter[str] = Counter()
    notes: list[Incoming] = []
    faults: list[str] = []
    for path in files:
        each = Namespace(**{**vars(given), "file": str(path)})
        try:
            if found := _notes(each):
                done += _take_all(found, each)
                notes += found
        except (ExchangeError, Failure, LoadError, OSError) as error:
            faults.append(f"{path}: {error}")
    _tell(done, notes, given)
    tell(faults)
    return FAILED if faults else DONE


def _notes(given: Namespace) -> list[Incoming]:
    found = read_notes(_read(given.file), given.origin)
    return [each for each in found if _is_wanted(each, given)]


def _take_all(notes: Sequence[Incoming], given: Namespace) -> Counter[str]:
    done: Counter[str] = Counter()
    taken = 0
    for work in works(notes, given):
        done += _take(work, given)
        done["unread"] += not work.is_read
        taken += len(work.notes)
    done["left out"] += len(notes) - taken
    return done


def _is_wanted(note: Incoming, given: Namespace) -> bool:
    return given.title.casefold() in note.title.casefold()


def _take(work: Work, given: Namespace) -> Counter[str]:
    session = work.session
    file = file_key(Path(given.file)) if given.file != "-" else ""
    taker = Taker(session.notebook, session.article if work.is_read else None, file)
    if not given.dry_run:
        work.record()
        if work.is_read:
            follow(session)
    done: Counter[str] = Counter()
    for incoming in work.notes:
        step = taker.step(incoming)
        done[step.outcome] += 1
        if given.dry_run:
            _foretell(step, incoming, given)
        else:
            step.deed()
    session.close()
    if trouble := session.notebook.trouble:
        raise Failure(f"the notes could not be saved: {trouble}")
    done["torn"] = len(session.notebook.torn & {each.annotation.id for each in work.notes})
    done["orphan"] = len([each for each in session.annotations() if _is_new_orphan(each, work)])
    return done


def _is_new_orphan(placed: PlacedAnnotation, work: Work) -> bool:
    ids = {each.annotation.id for each in work.notes}
    return work.is_read and placed.place.status == "orphan" and placed.annotation.id in ids


def _foretell(step: Step, incoming: Incoming, given: Namespace) -> None:
    if given.format == "text" and step.outcome != "kept":
        quote = f"“{step.note.anchor.exact or step.note.body}”"
        say(cut(f"{step.outcome:<12} {quote}  {incoming.title or incoming.source}", 100))


def _tell(done: Counter[str], notes: Sequence[Incoming], given: Namespace) -> None:
    if given.format == "json":
        say_json({name.replace(" ", "_"): count for name, count in {**_counts(done)}.items()})
    else:
        say(", ".join(f"{count} {name}" for name, count in _counts(done).items()))
    refused = [f"left out: {each.refused}" for each in notes if each.refused]
    misplaced = [f"put on the headline: {each.unplaced}" for each in notes if each.unplaced]
    lines = [f"{count} {line}" for line, count in Counter(refused + misplaced).items()]
    if done["torn"]:
        lines.append(f"{done['torn']} with two texts: r in the app chooses one")
    if done["orphan"]:
        lines.append(f"{done['orphan']} without a place in the text: reader notes --orphans")
    if unread := done["unread"]:
        lines.append(f"{unread} not read yet: their notes find their places when you open them")
    tell(lines[:_SHOWN])


def _counts(done: Counter[str]) -> dict[str, int]:
    more = {name: done[name] for name in ("in the trash", "in conflict", "left out") if done[name]}
    return {**{name: done[name] for name in _ALWAYS}, **more}


def _read(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        is_wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return data.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(f"{path} is not text in UTF-8") from error

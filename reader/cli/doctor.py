"""The command that looks for what may be amiss, and says what to do about it."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from reader.cli.failure import DONE, FAILED
from reader.cli.help import version
from reader.cli.printing import cut, say, say_json
from reader.config import ConfigError, config_file, data_dir, load_settings

EXTRAS = {
    "pdf": "pypdfium2",
    "docx": "mammoth",
    "rtf": "striprtf",
    "feeds": "feedparser",
    "ru": "natasha",
    "sync": "keyring",
    "template": "jinja2",
}
"""Extra to the module that tells whether it is installed."""
_LITTLE = 50 << 20
_BEGUN = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """What was looked at."""
    detail: str
    """What was found."""
    is_sound: bool = True
    """Whether it is as it should be."""
    is_mended: bool = False
    """Whether it was not, and has been put right."""


def doctor(given: Namespace) -> int:
    """`reader doctor`."""
    data = data_dir(given.data_dir)
    found = [
        *_program(),
        *_terminal(),
        *_disk(data),
        *_settings(),
        *_organisations(),
        *_notes(data),
        *_drafts(data),
    ]
    if given.format == "json":
        say_json([_record(each) for each in found])
    else:
        say("\n".join(f"{_MARKS[_state(f)]} {f.name:<14} {f.detail}" for f in found))
    return DONE if all(each.is_sound or each.is_mended for each in found) else FAILED


_MARKS = {"sound": "ok    ", "mended": "MENDED", "bad": "BAD   "}


def _state(found: Finding) -> str:
    if found.is_sound:
        return "sound"
    return "mended" if found.is_mended else "bad"


def _record(found: Finding) -> dict[str, object]:
    state = _state(found)
    return {"name": found.name, "ok": found.is_sound, "state": state, "detail": found.detail}


def _program() -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding("program", f"{version()}, Python {python}")
    there = [extra for extra, module in EXTRAS.items() if find_spec(module)]
    absent = [extra for extra in EXTRAS if extra not in there]
    yield Finding(
        "extras", f"here: {', '.join(there) or '–'}; not here: {', '.join(absent) or '–'}"
    )


def _terminal() -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    size = shutil.get_terminal_size()
    is_dumb = term in ("", "dumb")
    reason = "NO_COLOR" if "NO_COLOR" in os.environ else f"TERM={term}" if is_dumb else ""
    colour = f"greys alone ({reason})" if reason else "colours"
    encoding = sys.stdout.encoding or "?"
    detail = f"{term or 'none'}, {size.columns}x{size.lines}, {colour}, {encoding}"
    yield Finding("terminal", detail)


def _disk(data: Path) -> Iterator[Finding]:
    above = next(each for each in (data, *data.parents) if each.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        yield Finding("data", f"{data} cannot be written to", False)
        return
    free = shutil.disk_usage(above).free
    yield Finding("data", f"{data}, {free >> 20} MB free", free > _LITTLE)


def _settings() -> Iterator[Finding]:
    from reader.ui.usable import faults

    path = config_file()
    try:
        found = faults(load_settings())
    except ConfigError as error:
        yield Finding("settings", str(error), False)
        return
    for fault in found:
        yield Finding("settings", f"{path}: {fault}", False)
    if not found:
        yield Finding("settings", str(path) if path.exists() else f"none ({path})")


def _organisations() -> Iterator[Finding]:
    from reader.states.authoring import checked_user_files
    from reader.states.fields import OrganisationFileError
    from reader.states.registry import known

    own = list(checked_user_files())
    faults = [each for each in own if isinstance(each[1], OrganisationFileError)]
    usable = known().keys() - {path.stem.upper() for path, _ in faults}
    detail = f"{len(usable)} on record, {len(own) - len(faults)} of your own"
    detail += f"; {len(faults)} more of your own cannot be used" if faults else ""
    yield Finding("organisations", detail, not faults)
    for _, fault in faults:
        yield Finding("organisations", str(fault), False)


def _mending(data: Path) -> Iterator[Finding]:
    from reader.library import check
    from reader.notes.doctor import examine

    for found in (*check.examine(data), *examine(data)):
        detail = f"{found.path}: {found.fault}; {found.remedy or 'it could not be mended'}"
        yield Finding("notes", detail, is_sound=False, is_mended=bool(found.remedy))


def _drafts(data: Path) -> Iterator[Finding]:
    from reader.library import Library
    from reader.notes.drafts import drafts

    for each in drafts(data):
        entry = Library(data).entry(each.article) if each.article else None
        begun = cut(each.text, _BEGUN)
        way = f"reader open {entry.place}, then g a" if entry else str(each.path)
        yield Finding("unfinished", f"“{begun}” ({way})")


def _notes(data: Path) -> Iterator[Finding]:
    try:
        yield from _kept(data)
    except OSError as error:
        yield Finding("notes", f"they cannot be read: {error}", is_sound=False)


def _kept(data: Path) -> Iterator[Finding]:
    from reader.notes.doctor import articles
    from reader.notes.glance import glance
    from reader.notes.store import notes_folder

    yield from _mending(data)
    noted = count = torn = trash = unread = 0
    for article in articles(notes_folder(data)):
        try:
            notes = glance(data, article)
        except OSError:
            unread += 1
            continue
        noted += bool(notes.annotations)
        count += len(notes.annotations)
        torn += len(notes.conflicts)
        trash += len(notes.trash)
    where = "1 article" if noted == 1 else f"{noted} articles"
    detail = f"{count} on {where}, {trash} in the trash, {torn} with two texts"
    if unread:
        detail += f"; those on {unread} more cannot be read"
    yield Finding("notes", detail, is_sound=not unread)

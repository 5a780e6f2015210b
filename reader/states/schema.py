"""From the text of an organisation file to an `Organisation`, or to file, line and reason."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reader.entities.names import is_state
from reader.states.dates import bounds
from reader.states.fields import Fields, OrganisationFileError, Origin
from reader.states.organisation import (
    CERTAINTIES,
    EVENT_KINDS,
    FLAG_KINDS,
    STATUSES,
    Certainty,
    Event,
    Flag,
    Membership,
    Office,
    Organisation,
    Source,
)

_FILE = frozenset(
    ("id", "names", "acronyms", "aliases", "checked", "note", "extends", "sources")
) | {"complete_since", "events", "members", "offices"}
_SOURCE = frozenset(("url", "title", "read", "certainty"))
_EVENT = frozenset(("date", "kind", "text", "sources"))
_MEMBER = frozenset(
    ("iso", "status", "since", "until", "flags", "sources", "certainty", "names", "note")
)
_FLAG = frozenset(("kind", "since", "until", "claimed_by", "note", "sources"))
_OFFICE = frozenset(("title", "holder", "since", "until", "sources"))

_ID = r"[A-Z0-9][A-Z0-9+-]*"
_ISO = re.compile(r"[A-Z]{2}|x-[A-Za-z0-9-]+")
_SOMETHING = r".+"


def parse(text: str, file: str) -> Organisation:
    """The organisation that the TOML `text` of `file` describes.

    Raises:
        OrganisationFileError: it is not TOML, or not an organisation.
    """
    top = Fields(_toml(text, file), Origin(file, text.splitlines()), "", 0, _FILE)
    extends = top.has("extends")
    names = top.by_language("names")
    if not extends and "en" not in names:
        top.fail("names.en is missing", "names")
    sources = {key: _source(key, entry) for key, entry in top.named_tables("sources", _SOURCE)}
    return Organisation(
        id=top.text("id", _ID),
        names=names,
        acronyms=top.by_language("acronyms"),
        aliases=top.strings("aliases"),
        checked=top.date_if_any("checked") if extends else top.date("checked"),
        complete_since=top.date_if_any("complete_since"),
        note=top.text("note"),
        events=tuple(_event(entry, sources) for entry in top.tables("events", _EVENT)),
        memberships=_memberships(top, sources),
        offices=tuple(_office(entry, sources) for entry in top.tables("offices", _OFFICE)),
        sources=tuple(sources.values()),
        file=file,
    )


def is_id(words: str) -> bool:
    """Whether words can be an organisation's id: capitals, digits, `+` and `-`."""
    return re.fullmatch(_ID, words) is not None


def extended_id(text: str, file: str) -> str:
    """The id of the organisation that the file extends; empty where it stands by itself."""
    found = _toml(text, file).get("extends", "")
    return found if isinstance(found, str) else ""


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise OrganisationFileError(file, int(line[1]) if line else 0, str(error)) from error


def _source(key: str, entry: Fields) -> Source:
    return Source(
        key=key,
        url=entry.text("url", r"https?://\S+"),
        title=entry.text("title", _SOMETHING),
        read=entry.date("read"),
        certainty=entry.choice("certainty", CERTAINTIES, "secondary"),
    )


def _event(entry: Fields, sources: Mapping[str, Source]) -> Event:
    return Event(
        date=entry.date("date"),
        kind=entry.choice("kind", EVENT_KINDS, "other"),
        text=entry.text("text", _SOMETHING),
        sources=_cited(entry, sources),
    )


def _office(entry: Fields, sources: Mapping[str, Source]) -> Office:
    since, until = entry.interval()
    return Office(
        title=entry.text("title", _SOMETHING),
        holder=entry.text("holder", _SOMETHING),
        since=since,
        until=until,
        sources=_cited(entry, sources),
    )


def _memberships(top: Fields, sources: Mapping[str, Source]) -> tuple[Membership, ...]:
    found: list[Membership] = []
    for entry in top.tables("members", _MEMBER):
        shared = _membership(entry, sources)
        for iso in _codes(entry):
            if any(_overlap(shared, other) for other in found if other.iso == iso):
                entry.fail(f"{iso} has two entries for the same time", "since")
            found.append(replace(shared, iso=iso))
    return tuple(sorted(found, key=lambda each: (bounds(each.since), each.iso)))


def _membership(entry: Fields, sources: Mapping[str, Source]) -> Membership:
    since, until = entry.interval()
    cited = _cited(entry, sources)
    return Membership(
        iso="",
        status=entry.choice("status", STATUSES, "member"),
        since=since,
        until=until,
        flags=tuple(_flag(flag, sources) for flag in entry.inner_tables("flags", _FLAG)),
        sources=cited,
        certainty=_certainty(entry, cited),
        names=entry.by_language("names"),
        note=entry.text("note"),
    )


def _certainty(entry: Fields, cited: tuple[Source, ...]) -> Certainty:
    best: Certainty = min(
        (each.certainty for each in cited), key=CERTAINTIES.index, default="recalled"
    )
    given = entry.choice("certainty", CERTAINTIES, best)
    if not cited and not entry.has("certainty"):
        entry.fail('no sources; say certainty = "recalled" where none was read', "iso")
    if CERTAINTIES.index(given) < CERTAINTIES.index(best):
        entry.fail(f"certainty {given!r} is better than that of its sources", "certainty")
    return given


def _codes(entry: Fields) -> tuple[str, ...]:
    codes = entry.strings("iso")
    if not codes:
        entry.fail("no iso", "iso")
    for code in codes:
        if not _ISO.fullmatch(code):
            entry.fail(f"iso {code!r} is not two capital letters or x-…", "iso")
        if not code.startswith("x-") and not is_state(code):
            entry.fail(f"no state has the ISO 3166-1 code {code!r}", "iso")
        if code.startswith("x-") and not entry.has("names"):
            entry.fail(f"{code} has no ISO code, so names.en must say what it is", "iso")
    if len(codes) > 1 and (entry.has("names") or entry.has("flags")):
        entry.fail("names and flags belong to an entry with a single iso", "iso")
    return codes


def _flag(entry: Fields, sources: Mapping[str, Source]) -> Flag:
    since, until = entry.interval()
    return Flag(
        kind=entry.choice("kind", FLAG_KINDS, "contested"),
        since=since,
        until=until,
        claimed_by=entry.text("claimed_by", _SOMETHING),
        note=entry.text("note"),
        sources=_cited(entry, sources),
    )


def _cited(entry: Fields, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    for key in entry.strings("sources"):
        if key not in sources:
            entry.fail(f"source {key!r} is not among [sources.…]", "sources")
    return tuple(sources[key] for key in entry.strings("sources"))


def _overlap(one: Membership, other: Membership) -> bool:
    # Only what overlaps for every reading of the dates is an error.
    return _starts_within(one, other) or _starts_within(other, one)


def _starts_within(one: Membership, other: Membership) -> bool:
    first, last = bounds(one.since)
    end = bounds(other.until)[0] if other.until else "9999"
    return bounds(other.since)[1] <= first and last < end

"""Where organisation files are found: those of the program, and the reader's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from reader.config import config_dir
from reader.entities.mention import Entity
from reader.states.fields import OrganisationFileError
from reader.states.organisation import Organisation
from reader.states.schema import extended_id, is_id, parse

__all__ = ["Known", "OrganisationFileError", "UnknownOrganisation", "known", "organisation"]

_ARTICLE = re.compile(r"^(?:(?:the|la|le|les|el|los|las|o|a|os|as|der|die|das)\s+|l['’]\s*)", re.I)


class UnknownOrganisation(Exception):
    """There is no file for an organisation; the message names those that are alike."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the index says of an organisation without reading its file."""

    id: str
    """Its acronym or short name."""
    name: str
    """Its full English name."""
    names: tuple[str, ...] = ()
    """Its names, acronyms and aliases in every language."""


def shipped_dir() -> Path:
    """Where the program's own organisation files live."""
    return Path(__file__).parent.parent / "data" / "organisations"


def user_dir() -> Path:
    """Where the reader's organisation files live, whether it exists or not."""
    return config_dir() / "organisations"


def file_name(organisation_id: str) -> str:
    """The name of an organisation's file."""
    return f"{organisation_id.lower()}.toml"


def known() -> Mapping[str, Known]:
    """The organisations on record by id: those of the index and of the reader's files."""
    return {**_index(shipped_dir() / "index.tsv"), **_users_own()}


def _users_own() -> Mapping[str, Known]:
    # What stands under a name that is no id, `straße.toml`, only the check speaks of.
    named = [path for path in user_files() if path.stem.isascii() and is_id(path.stem.upper())]
    return {path.stem.upper(): _known(path) for path in named}


def own_names() -> tuple[tuple[str, str], ...]:
    """What the reader's own organisations are called, with and without article, and their ids."""
    return tuple(
        dict.fromkeys(
            (written, each.id)
            for each in _users_own().values()
            for name in (each.id, *each.names)
            for written in (name, _ARTICLE.sub("", name))
        )
    )


def _known(path: Path) -> Known:
    """What the reader's file calls its organisation; its id alone where it cannot be used."""
    identity = path.stem.upper()
    try:
        record = _read(path)
    except OrganisationFileError:
        return Known(identity, identity)
    named = (*record.names.values(), *record.acronyms.values(), *record.aliases)
    return Known(identity, record.names.get("en", identity), named)


def id_of(name: str) -> str:
    """The id of the organisation on record that `name` names; empty where there is none.

    An article before the name does not matter; the reader's own files are asked first.
    """
    folded = name.casefold()
    bare = _ARTICLE.sub("", folded)
    for each in _users_own().values():
        told = {_ARTICLE.sub("", named.casefold()) for named in (each.id, *each.names)}
        if bare and bare in told:
            return each.id
    shipped = _ids_by_name(shipped_dir() / "index.tsv")
    return shipped.get(folded) or shipped.get(bare, "")


def names_organisation(entity: Entity) -> str:
    """The id of the organisation on record that an entity is; empty where it is none.

    What the recogniser took for something else counts only by an acronym in capitals.
    """
    if entity.kind == "org":
        return id_of(entity.organisation) or id_of(entity.name)
    bare = _ARTICLE.sub("", entity.name)
    is_acronym = entity.kind in ("person", "place", "event") and bare.isupper() and len(bare) > 2
    return id_of(bare) if is_acronym else ""


def user_files() -> list[Path]:
    """The reader's organisation files, by name; hidden ones are none."""
    found = (path for path in user_dir().glob("*.toml") if not path.name.startswith("."))
    return sorted(path for path in found if path.is_file())


def organisation(organisation_id: str) -> Organisation:
    """The record of the organisation of that id, acronym or name.

    The reader's own file replaces or extends the program's.

    Raises:
        UnknownOrganisation: there is no file for it.
        OrganisationFileError: its file cannot be used.
    """
    name = file_name(id_of(organisation_id))
    shipped = shipped_dir() / name
    own = next((path for path in user_files() if path.name.lower() == name), None)
    if not (own or shipped.is_file()):
        raise UnknownOrganisation(_unknown(organisation_id))
    return users_own(own) if own else _read(shipped)


def users_own(own: Path) -> Organisation:
    """The record of one of the reader's files; raises OrganisationFileError."""
    added = _read(own)
    base_id = extended_id(_text(own), str(own))
    if not base_id:
        return added
    base = shipped_dir() / file_name(base_id)
    if not base.is_file():
        raise OrganisationFileError(str(own), 0, f"extends {base_id!r}, which is not on record")
    return merged(_read(base), added)


def merged(base: Organisation, added: Organisation) -> Organisation:
    """`base` with what `added` says; of a state that `added` names, only `added` is believed."""
    told = {each.iso for each in added.memberships}
    kept = tuple(each for each in base.memberships if each.iso not in told)
    return replace(
        base,
        id=added.id,
        names={**base.names, **added.names},
        acronyms={**base.acronyms, **added.acronyms},
        aliases=(*base.aliases, *added.aliases),
        checked=added.checked or base.checked,
        note=added.note or base.note,
        events=tuple(sorted((*base.events, *added.events), key=lambda each: each.date)),
        memberships=(*kept, *added.memberships),
        offices=(*base.offices, *added.offices),
        sources=(*base.sources, *added.sources),
        file=added.file,
    )


def _read(path: Path) -> Organisation:
    try:
        stamp = path.stat().st_mtime_ns
    except OSError as error:
        raise OrganisationFileError(str(path), 0, error.strerror or "cannot be read") from error
    return _parsed(path, stamp)


@lru_cache(maxsize=128)
def _parsed(path: Path, stamp: int) -> Organisation:
    found = parse(_text(path), str(path))
    if file_name(found.id) != path.name.lower():
        reason = f"the id {found.id} belongs in another file, {file_name(found.id)}"
        raise OrganisationFileError(str(path), 0, reason)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OrganisationFileError(str(path), 0, str(error)) from error


@lru_cache(maxsize=8)
def _index(path: Path) -> Mapping[str, Known]:
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {row[0]: Known(row[0], row[1], tuple(row[1:])) for row in rows}


@lru_cache(maxsize=8)
def _ids_by_name(path: Path) -> Mapping[str, str]:
    found = {each.casefold(): each for each in _index(path)}
    for each in _index(path).values():
        for name in each.names:
            found.setdefault(name.casefold(), each.id)
    return found


def _unknown(organisation_id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(organisation_id.upper(), known(), n=3, cutoff=0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no organisation {organisation_id!r} is on record{hint}"

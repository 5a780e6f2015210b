"""The command that shows an organisation or a state's, and makes and checks one's own records."""

from argparse import Namespace
from datetime import date

from reader.cli.failure import DONE, FAILED, NOTHING_FOUND, USAGE, Failure
from reader.cli.printing import cut, say, say_json, table, tell
from reader.cli.roster_listing import history_lines, roster_lines, standing_lines
from reader.cli.roster_records import roster_record, state_record
from reader.entities.names import capital, state_called, state_name
from reader.states.authoring import (
    blank_file,
    checked_user_files,
    shipped_certainties,
    trouble,
    user_path,
)
from reader.states.fields import OrganisationFileError
from reader.states.organisation import CERTAINTIES
from reader.states.registry import UnknownOrganisation, id_of, known, user_dir
from reader.states.roster import organisations_of, roster, shared


def organisation(given: Namespace) -> int:
    """`reader organisation [show] ID`, `… list`, `… of STATE [STATE]`, `… new ID`, `… check`."""
    match given.words:
        case ["check"]:
            return _check(given)
        case ["list"]:
            return _list(given)
        case ["of", one]:
            return _of(one, given)
        case ["of", one, other]:
            return _shared(one, other, given)
        case ["new", identity]:
            return _new(identity)
        case ["show", identity] | [identity]:
            return _show(identity, given)
    raise Failure("organisation takes ID, show ID, list, of STATE [STATE], new ID or check", USAGE)


def _show(identity: str, given: Namespace) -> int:
    try:
        found = roster(id_of(identity) or identity, _as_of(given))
    except UnknownOrganisation as error:
        told = f"{error}; reader organisation list shows all"
        raise Failure(told, NOTHING_FOUND) from error
    except OrganisationFileError as error:
        raise Failure(str(error)) from error
    if given.format == "json":
        say_json(roster_record(found))
        return DONE
    say("\n".join(roster_lines(found, with_sources=given.sources)))
    if given.timeline:
        say("\n".join(history_lines(found, "en", date.today().isoformat())))
    return DONE


def _as_of(given: Namespace) -> str:
    return given.as_of or date.today().isoformat()


def warn_of_own_files() -> None:
    """Say on standard error which of the reader's files cannot be used."""
    tell(filter(None, [trouble()]))


def _list(given: Namespace) -> int:
    warn_of_own_files()
    found = sorted(known().values(), key=lambda each: each.id)
    if given.format == "json":
        say_json([{"id": each.id, "name": each.name} for each in found])
    else:
        say("\n".join(table([(each.id, cut(each.name, 56)) for each in found], indent=0)))
    return DONE


def _of(words: str, given: Namespace) -> int:
    iso, name = _state(words)
    warn_of_own_files()
    as_of = _as_of(given)
    standing = organisations_of(iso, as_of)
    if given.format == "json":
        say_json(state_record(iso, name, capital(iso, "en"), as_of, standing))
    else:
        facts = " · ".join(filter(None, (capital(iso, "en"), f"as of {as_of}")))
        say("\n".join(standing_lines(name, iso, facts, standing)))
    return DONE if standing else NOTHING_FOUND


def _shared(one: str, other: str, given: Namespace) -> int:
    (first, name), (second, other_name) = _state(one), _state(other)
    warn_of_own_files()
    as_of = _as_of(given)
    both = shared(first, second, as_of)
    if given.format == "json":
        say_json({"states": [first, second], "as_of": as_of, "organisations": list(both)})
    else:
        named = known()
        rows = [(each, cut(named[each].name, 56)) for each in both]
        say("\n".join([f"{name} and {other_name} as of {as_of}", *table(rows)]))
    return DONE if both else NOTHING_FOUND


def _state(words: str) -> tuple[str, str]:
    """A state's code and English name, found by the code or any of its names in any case."""
    if code := state_called(words) or state_called(words.removeprefix("the ")):
        return code, state_name(code, "en")
    raise Failure(f"no state {words!r}; give its ISO 3166-1 code or its name", NOTHING_FOUND)


def _new(identity: str) -> int:
    try:
        path = user_path(identity)
    except ValueError as error:
        raise Failure(str(error), USAGE) from error
    if (known_id := id_of(identity)) and not path.exists():
        hint = f'a file {path} with extends = "{known_id}" adds to it'
        raise Failure(f"{known_id} is on record; {hint}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(blank_file(identity, identity, date.today().isoformat()))
    except FileExistsError as error:
        raise Failure(f"{path} is there already and was left as it is") from error
    say(str(path))
    return DONE


def _check(given: Namespace) -> int:
    found = [
        (str(path), str(result) if isinstance(result, OrganisationFileError) else "")
        for path, result in checked_user_files()
    ]
    if given.format == "json":
        say_json([{"file": path, "fault": fault} for path, fault in found])
    else:
        lines = [fault or f"{path}: well-formed" for path, fault in found]
        say("\n".join(lines or [f"no organisation files of your own in {user_dir()}"]))
        say(_census())
    return FAILED if any(fault for _, fault in found) else DONE


def _census() -> str:
    counted = shipped_certainties()
    told = ", ".join(f"{counted[each]} {each}" for each in CERTAINTIES)
    return f"the program's own record: {sum(counted.values())} memberships: {told}"

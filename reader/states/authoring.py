"""Organisation files of the reader's own: a blank one to fill in, and the check of them all."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reader.states.fields import OrganisationFileError
from reader.states.organisation import Certainty, Organisation
from reader.states.registry import file_name, shipped_dir, user_dir, user_files, users_own
from reader.states.schema import is_id, parse

_BLANK = """\
# Codes are ISO 3166-1 alpha-2 in quotes; dates are YYYY, YYYY-MM or YYYY-MM-DD in quotes.
# `until` is the first day on which a state was no longer a member. A day between two that you
# read of is "1986-08/1988-09".
id = "{id}"
names = {{ en = "{name}" }}
aliases = []
checked = "{today}"

[sources.charter]
url = "https://example.org/charter"
title = "The page that was read"
read = "{today}"
certainty = "official"   # or "secondary"

[[events]]
date = "{year}"
kind = "founded"         # founded treaty charter in-force renamed dissolved other
text = "Charter signed"
sources = ["charter"]

# AA and BB stand for the codes of its members: the check fails until they are put in.
[[members]]
iso = ["AA", "BB"]
status = "member"        # member associate observer partner candidate applicant invited
since = "{year}"
sources = ["charter"]
"""


def blank_file(organisation_id: str, name: str, today: str) -> str:
    """The text of an organisation file to fill in; `today` is an ISO date."""
    return _BLANK.format(id=organisation_id.upper(), name=name, today=today, year=today[:4])


def user_path(organisation_id: str) -> Path:
    """Where the reader's own file of an organisation belongs.

    Raises:
        ValueError: it cannot be an id.
    """
    if not is_id(organisation_id.upper()):
        reason = "letters A to Z, digits, + and - only, a letter or digit first"
        raise ValueError(f"{organisation_id!r} cannot be an organisation's id: {reason}")
    return user_dir() / file_name(organisation_id)


def checked_user_files() -> Iterator[tuple[Path, Organisation | OrganisationFileError]]:
    """Each of the reader's files with what it says, or with what is wrong with it."""
    for path in user_files():
        try:
            yield path, users_own(path)
        except OrganisationFileError as error:
            yield path, error


def trouble() -> str:
    """One line on the reader's files that cannot be used; empty where there are none."""
    faults = [str(said) for _, said in checked_user_files() if not isinstance(said, Organisation)]
    if len(faults) < 2:
        return "".join(faults)
    return f"{faults[0]} (and {len(faults) - 1} more: reader organisation check)"


def shipped_certainties() -> Counter[Certainty]:
    """How the program's own memberships are known: so many of each certainty."""
    records = (parse(path.read_text("utf-8"), str(path)) for path in shipped_dir().glob("*.toml"))
    return Counter(each.certainty for record in records for each in record.memberships)

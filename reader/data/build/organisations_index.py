"""Writes the index of organisation names, and fails on a file that cannot be used.

Run as `python reader/data/build/organisations_index.py [--check]`; with `--check` nothing is
written and an index that is out of date is an error.
"""

import sys
from pathlib import Path

from reader.states.fields import OrganisationFileError
from reader.states.organisation import Organisation
from reader.states.registry import shipped_dir
from reader.states.schema import parse


def main(arguments: list[str]) -> int:
    """Write or check the index; 0 where all is well."""
    try:
        rows = [_row(_read(path)) for path in sorted(shipped_dir().glob("*.toml"))]
    except OrganisationFileError as error:
        print(error, file=sys.stderr)
        return 1
    text = "".join(f"{row}\n" for row in rows)
    index = shipped_dir() / "index.tsv"
    if "--check" not in arguments:
        index.write_text(text, "utf-8")
    elif not index.is_file() or index.read_text("utf-8") != text:
        print(f"{index} is out of date; run this script without --check", file=sys.stderr)
        return 1
    print(f"{len(rows)} organisations")
    return 0


def _read(path: Path) -> Organisation:
    record = parse(path.read_text("utf-8"), str(path))
    if path.name != f"{record.id.lower()}.toml":
        raise OrganisationFileError(str(path), 0, f"the id {record.id} belongs in another file")
    return record


def _row(record: Organisation) -> str:
    named = [*record.names.values(), *record.acronyms.values(), *record.aliases]
    others = dict.fromkeys(name for name in named if name != record.names["en"])
    return "\t".join((record.id, record.names["en"], *others))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The commands that keep house: settings and completion."""

import sys
from argparse import Namespace

from reader.cli.failure import DONE, FAILED
from reader.cli.printing import say, say_json
from reader.config import cache_dir, config_dir, config_file, data_dir, load_settings

SAMPLE = """\
# Settings of reader. Every line may be left out.

# theme = "nord"        # a theme of Textual; the program's own where there is none
# measure = 72          # the widest line of text, in columns: 40 to 120
# panel = 42            # the side panel's columns: 24 to 90
# code = "scroll"       # long lines of code: "wrap", or "scroll" sideways with shift+right
# ambiguous_width = 1   # 2 where the terminal draws ±, → and “ two cells wide
# flags = "auto"        # states by flag: "emoji", "codes", or by what the terminal is
# network = true        # false: pages are opened from their kept copies only

# [keys]                # a command's id = its keys; the README lists the ids
# highlight = "h"
# start = "g g, home"   # a comma: either does it; a blank: one key after the other

# [export]
# folder = "~/notes"    # where x puts exports, and reader export the notes of all articles
# flavour = "obsidian"  # commonmark, obsidian or logseq
# name = "{date} {title}"  # how files are called: {title} {date} {year} {site} {author} {id}
# auto = true           # the folder follows each change of a note

# [hypothesis]          # for reader sync; the token is in the keyring or the environment
# server = "https://hypothes.is/api"
# group = ""            # a group's id; where there is none, notes are for you alone
"""
"""What `reader config init` writes."""


def config(given: Namespace) -> int:
    """`reader config [path|show|init]`."""
    deeds = {"path": _paths, "show": _show, "init": _init}
    return deeds[given.deed](given)


def _paths(given: Namespace) -> int:
    paths = {
        "config": str(config_file()),
        "organisations": str(config_dir() / "organisations"),
        "data": str(data_dir(given.data_dir)),
        "cache": str(cache_dir()),
    }
    if given.format == "json":
        say_json(paths)
    else:
        say("\n".join(f"{name:<14} {path}" for name, path in paths.items()))
    return DONE


def _show(given: Namespace) -> int:
    settings = load_settings()
    table = {
        "theme": settings.theme,
        "measure": settings.measure,
        "panel": settings.panel,
        "code": settings.code,
        "ambiguous_width": settings.ambiguous_width,
        "flags": settings.flags,
        "network": settings.network,
        "keys": settings.keys,
        "export": {**settings.export, **({"auto": True} if settings.auto_export else {})},
        "hypothesis": settings.hypothesis,
    }
    if given.format == "json":
        say_json(table)
        return DONE
    there = "" if config_file().exists() else " (not there: these are the defaults)"
    say(f"# {config_file()}{there}")
    say("\n".join(f"{name} = {_toml(value)}" for name, value in table.items()))
    return DONE


def _toml(value: object) -> str:
    import json

    if isinstance(value, dict):
        rows = ", ".join(f"{json.dumps(key)} = {_toml(each)}" for key, each in value.items())
        return f"{{ {rows} }}" if rows else "{}"
    return json.dumps(value, ensure_ascii=False)


def _init(given: Namespace) -> int:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(SAMPLE)
    except FileExistsError:
        print(f"reader: {path} is there already and was left as it is", file=sys.stderr)
        return FAILED
    say(str(path))
    return DONE


def completion(given: Namespace) -> int:
    """`reader completion SHELL`."""
    from shtab import complete

    from reader.cli.arguments import build

    say(complete(build(), given.shell))
    return DONE

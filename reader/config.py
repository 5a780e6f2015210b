"""Where the program keeps its files, and the reader's settings.

Paths follow the XDG base directory specification. Everything here is a function: nothing is
read or made when the module is imported.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args


class ConfigError(Exception):
    """The settings file cannot be used; the message names the file and the reason."""


def _xdg(variable: str, fallback: str) -> Path:
    # The specification says that a relative path is to be ignored.
    given = os.environ.get(variable, "")
    base = Path(given) if os.path.isabs(given) else Path.home() / fallback
    return base / "reader"


def data_dir(override: str | os.PathLike[str] | None = None) -> Path:
    """Where notes and the library live: `override`, `$READER_DATA_DIR`, or the XDG place."""
    chosen = override or os.environ.get("READER_DATA_DIR")
    return Path(chosen).expanduser().absolute() if chosen else _xdg("XDG_DATA_HOME", ".local/share")


def config_dir() -> Path:
    """Where the reader's own settings and organisation files live."""
    return _xdg("XDG_CONFIG_HOME", ".config")


def cache_dir() -> Path:
    """Where files that can be made again live."""
    return _xdg("XDG_CACHE_HOME", ".cache")


def config_file() -> Path:
    """The settings file, whether it exists or not."""
    return config_dir() / "config.toml"


Flavour: TypeAlias = Literal["commonmark", "obsidian", "logseq"]

FLAVOURS: tuple[Flavour, ...] = get_args(Flavour)
"""The flavours of Markdown."""

NAME_FIELDS = ("title", "date", "year", "site", "author", "language", "id")
"""What may stand between braces in `export.name`."""

RANGES = {"measure": (40, 120), "panel": (24, 90)}
"""The widths that may be set, each with the least and the most columns."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader may set in `config.toml`."""

    theme: str = ""
    """The Textual theme's name; empty for the program's own."""
    measure: int = 72
    """The widest line of text, in columns; 40 to 120."""
    keys: dict[str, str] = field(default_factory=dict)
    """Command id to the keys that run it, parted by commas."""
    export: dict[str, str] = field(default_factory=dict)
    """The `[export]` table: `folder`, `flavour` and `name`."""
    network: bool = True
    """Whether pages may be fetched; else they are opened from the copies kept."""
    auto_export: bool = False
    """`auto` of `[export]`: whether the folder follows each change of a note."""
    hypothesis: dict[str, str] = field(default_factory=dict)
    """The `[hypothesis]` table: `server` and `group`; the token is never in this file."""
    code: str = "wrap"
    """What becomes of long lines of code: `wrap`, or `scroll` sideways."""
    panel: int = 42
    """The side panel's width, in columns; 24 to 90."""
    ambiguous_width: int = 1
    """The cells that the terminal gives to characters of ambiguous width, as `±` or `“`: 1 or 2."""
    flags: str = "auto"
    """What stands for a state: its flag (`emoji`), its code (`codes`), or by the terminal."""


def load_settings() -> Settings:
    """The settings of `config.toml`, or the defaults where there is none.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has an unknown or ill-typed entry.
    """
    path = config_file()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not text in UTF-8") from error
    return _checked(_parsed(text, path), text, path)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    # Most readers have no settings file, and the parser takes a while to load.
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from reader.settings_words import unread

        raise ConfigError(f"{path}: {unread(text, str(error))}") from error


def _checked(table: dict[str, Any], text: str, path: Path) -> Settings:
    # All that is wrong is told at once, but nothing of values that are of the wrong type.
    if faults := [*_ill_typed(table)] or [*_ill_chosen(table)]:
        from reader.settings_words import at_line

        told = (at_line(text, name, sentence) for name, sentence in faults)
        raise ConfigError(f"{path}: {'; '.join(told)}")
    export = {**table.get("export", {})}
    auto = export.pop("auto", False)
    return Settings(**{**table, "export": export}, auto_export=auto)


_Fault: TypeAlias = tuple[str, str]
"""The setting that is wrong, and the sentence that says why."""


def _ill_typed(table: dict[str, Any]) -> Iterator[_Fault]:
    kinds = {"theme": str, "code": str, "flags": str, "ambiguous_width": int, "network": bool}
    kinds |= dict.fromkeys(RANGES, int)
    kinds |= dict.fromkeys(("keys", "export", "hypothesis"), dict)
    for key, value in table.items():
        if key not in kinds:
            yield key, _unknown(key, kinds)
        elif type(value) is not kinds[key]:
            yield key, _must_be(key, kinds[key], value)
        elif key == "keys" or key in _PARTS:
            yield from _ill_named(key, table[key])


def _ill_named(part: str, table: dict[str, Any]) -> Iterator[_Fault]:
    for name, value in table.items():
        full = f"{part}.{name}"
        kind = _PARTS[part].get(name) if part in _PARTS else str
        if kind is None:
            yield full, _unknown(full, (f"{part}.{each}" for each in _PARTS[part]))
        elif part == "keys" and isinstance(value, dict):
            yield full, f'a command\'s name stands in quotes, as in "{name}.{[*value, ""][0]}"'
        elif type(value) is not kind:
            yield full, _must_be(full, kind, value) + (_LISTED if part == "keys" else "")


def _unknown(name: str, known: Iterable[str]) -> str:
    from reader.settings_words import unknown

    return unknown(name, known)


def _must_be(name: str, kind: type, value: object) -> str:
    from reader.settings_words import KINDS, shown

    return f"{name} must be {KINDS[kind]}, not {shown(value)}"


def _ill_chosen(table: dict[str, Any]) -> Iterator[_Fault]:
    for key, (least, most) in RANGES.items():
        if not least <= table.get(key, least) <= most:
            yield key, f"{key} must be {least} to {most}, not {table[key]}"
    for key, accepted in _CHOICES.items():
        if table.get(key, accepted[0]) not in accepted:
            yield key, f"{key} must be {' or '.join(map(str, accepted))}, not {table[key]!r}"
    export = table.get("export", {})
    if export.get("auto") and not export.get("folder"):
        yield "export.auto", "export.auto needs export.folder"
    if (flavour := export.get("flavour") or FLAVOURS[0]) not in FLAVOURS:
        choices = ", ".join(FLAVOURS)
        yield "export.flavour", f"export.flavour must be {choices}, not {flavour!r}"
    if fault := pattern_fault(export["name"]) if export.get("name") else "":
        yield "export.name", f"export.name: {fault}"


def pattern_fault(pattern: str) -> str:
    """What is wrong in a pattern of file names; empty for nothing."""
    import re

    for name in re.findall(r"\{([^{}]*)\}", pattern):
        if name not in NAME_FIELDS:
            return f"there is no {{{name}}} in file names; known: {', '.join(NAME_FIELDS)}"
    return "" if pattern.strip("/ ") else "the pattern of file names is empty"


_CHOICES: dict[str, tuple[str | int, ...]] = {
    "code": ("wrap", "scroll"),
    "flags": ("auto", "emoji", "codes"),
    "ambiguous_width": (1, 2),
}
_PARTS: dict[str, dict[str, type]] = {
    "export": {"folder": str, "flavour": str, "name": str, "auto": bool},
    "hypothesis": {"server": str, "group": str},
}
_LISTED = ': "K, ctrl+t" is two keys, "g g" one after another'

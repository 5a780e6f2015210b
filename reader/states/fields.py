"""One table of an organisation file: its values, checked, or file, line and reason."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from reader.states.dates import bounds, days

_Choice = TypeVar("_Choice", bound=str)

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class OrganisationFileError(Exception):
    """An organisation file cannot be used.

    Attributes:
        file: its path.
        line: the line of the fault, counted from 1; 0 where it has none.
        reason: what is wrong.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that tables come from."""

    file: str
    """Its path."""
    lines: list[str]
    """Its text, line by line."""

    def line_of(self, header: str, index: int, key: str) -> int:
        """The line of `key` under the `index`-th occurrence of `header`; of the header in doubt."""
        start = self._header_line(header, index)
        for number in range(start, len(self.lines)):
            if number > start and self.lines[number].lstrip().startswith("["):
                break
            if key and _is_key(key, self.lines[number]):
                return number + 1
        return start + 1 if header else 0

    def line_within(self, start: int, key: str, index: int) -> int:
        """The line of the `index`-th inline table of `key`, which stands at or below `start`."""
        opened = -1
        for number in range(max(0, start - 1), len(self.lines)):
            if opened < 0 and not _is_key(key, self.lines[number]):
                continue
            opened += self.lines[number].count("{") + (opened < 0)
            if opened > index:
                return number + 1
        return start

    def _header_line(self, header: str, index: int) -> int:
        if not header:
            return 0
        bare = [re.sub(r"\s", "", line) for line in self.lines]
        found = [number for number, line in enumerate(bare) if line.startswith(header)]
        if index < len(found):
            return found[index]
        # The tables may stand inline: members = [{ … }, { … }].
        return max(0, self.line_within(0, header.strip("[]"), index) - 1)


def _is_key(key: str, line: str) -> bool:
    return bool(re.match(rf"\s*([\"']?){re.escape(key)}\1\s*[.=]", line))


class Fields:
    """The keys of one table; every reader of a value says what is wrong with it, and where.

    Args:
        entry: the table as TOML gave it.
        origin: the file it stands in.
        header: the line that opens it (`[[members]]`); empty for the top of the file.
        index: which of the tables with that header it is, from 0.
        known: the keys that it may have.
        inner: the list of inline tables that it stands in, and which it is there, from 0.
    """

    def __init__(
        self,
        entry: Any,
        origin: Origin,
        header: str,
        index: int,
        known: frozenset[str],
        inner: tuple[str, int] | None = None,
    ) -> None:
        self._origin = origin
        self._inner = inner
        self._header = header
        self._index = index
        if not isinstance(entry, dict):
            self.fail(f"{header or 'the file'} must be a table")
        self._entry: dict[str, Any] = entry
        for key in entry:
            if key not in known:
                self.fail(f"unknown key {key!r}; known: {', '.join(sorted(known))}", key)

    def fail(self, reason: str, key: str = "") -> NoReturn:
        """Give up on the file for `reason`, at the line of `key`."""
        line = self._origin.line_of(self._header, self._index, "" if self._inner else key)
        if self._inner:
            line = self._origin.line_within(line, *self._inner)
        raise OrganisationFileError(self._origin.file, line, reason)

    def has(self, key: str) -> bool:
        """Whether the table has `key`."""
        return key in self._entry

    def text(self, key: str, pattern: str = ".*") -> str:
        """A string that matches `pattern` whole; empty where the key is absent and may be."""
        value = self._entry.get(key, "")
        if not isinstance(value, str):
            self.fail(f"{key} must be a string in quotes", key)
        if not re.fullmatch(pattern, value):
            self.fail(
                f"{key} {value!r} is not of the form {pattern}" if value else f"no {key}", key
            )
        return value

    def date(self, key: str) -> str:
        """A partial ISO date."""
        return self._dated(key, days)

    def _dated(self, key: str, means: Callable[[str], tuple[str, str]]) -> str:
        value = self.text(key, r".+")
        try:
            means(value)
        except ValueError as error:
            self.fail(f"{key}: {error}", key)
        return value

    def date_if_any(self, key: str) -> str:
        """A partial ISO date, or empty where the key is absent."""
        return self.date(key) if self.has(key) else ""

    def interval(self) -> tuple[str, str]:
        """The dates `since` and `until`, each partial or two with a `/` that it lies between.

        The second is empty while the interval is open.
        """
        since = self._dated("since", bounds)
        until = self._dated("until", bounds) if self.has("until") else ""
        if until and bounds(until)[1] < bounds(since)[0]:
            self.fail(f"until {until} is before since {since}", "until")
        if until == since and len(since) == len("YYYY-MM-DD"):
            self.fail(f"until {until}, the first day out, is that of since", "until")
        return since, until

    def choice(self, key: str, choices: tuple[_Choice, ...], default: _Choice) -> _Choice:
        """One of `choices`."""
        value = self._entry.get(key, default)
        for choice in choices:
            if value == choice:
                return choice
        self.fail(f"{key} {value!r} is none of {', '.join(choices)}", key)

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one."""
        value = self._entry.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.fail(f"{key} must be strings in quotes", key)
        return tuple(items)

    def by_language(self, key: str) -> dict[str, str]:
        """A table of strings by language code."""
        value = self._entry.get(key, {})
        if not isinstance(value, dict):
            self.fail(f'{key} must be a table such as {{ en = "…" }}', key)
        for language, text in value.items():
            if not _LANGUAGE.fullmatch(language) or not isinstance(text, str) or not text:
                self.fail(f"{key}.{language} must be a name by language code", key)
        return value

    def named_tables(self, key: str, known: frozenset[str]) -> Iterator[tuple[str, "Fields"]]:
        """The tables `[key.name]`, each with its name."""
        value = self._entry.get(key, {})
        if not isinstance(value, dict):
            self.fail(f"{key} must be tables [{key}.name]", key)
        for name, entry in value.items():
            yield name, Fields(entry, self._origin, f"[{key}.{name}]", 0, known)

    def tables(self, key: str, known: frozenset[str]) -> Iterator["Fields"]:
        """The tables `[[key]]`, in the order of the file."""
        value = self._entry.get(key, [])
        if not isinstance(value, list):
            self.fail(f"{key} must be tables [[{key}]]", key)
        for index, entry in enumerate(value):
            yield Fields(entry, self._origin, f"[[{key}]]", index, known)

    def inner_tables(self, key: str, known: frozenset[str]) -> Iterator["Fields"]:
        """The inline tables in the list `key`; a fault in one is at the line it begins in."""
        value = self._entry.get(key, [])
        if not isinstance(value, list):
            self.fail(f"{key} must be a list of tables", key)
        for index, entry in enumerate(value):
            yield Fields(entry, self._origin, self._header, self._index, known, (key, index))

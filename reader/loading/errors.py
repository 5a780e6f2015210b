"""What can go wrong when a source is opened: each error is one clear line for the reader."""

import unicodedata


def shown(name: str) -> str:
    """`name` as it can be printed: control characters, odd bytes and line ends are escaped."""
    return "".join(
        char
        if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else char.encode("unicode_escape").decode()
        for char in name
    )


class LoadError(Exception):
    """A source cannot be read as an article; the message is one line that says which and why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{shown(source)}: {shown(reason)}")


class NotFound(LoadError):
    """There is no such file or page."""


class TooLarge(LoadError):
    """The source is larger than the program is willing to hold."""


class NoText(LoadError):
    """The source holds no text: it is empty, or of a kind that is not read."""


class MissingExtra(LoadError):
    """The format needs a library that comes with an extra of the distribution."""

    def __init__(self, source: str, extra: str) -> None:
        super().__init__(source, f"this needs the extra {extra!r}: {install_line(extra)}")
        self.extra = extra


def install_line(extra: str) -> str:
    """The shell command that installs what an extra needs, beside the program that runs."""
    import re
    import sys
    from importlib.metadata import PackageNotFoundError, requires
    from shlex import join

    try:
        wanted = [each.partition(";") for each in requires("article-reader") or ()]
    except PackageNotFoundError:
        wanted = []
    asked = re.compile(rf"""extra\s*==\s*["']{extra}["']""")
    needed = [name.strip() for name, _, marker in wanted if asked.search(marker)]
    # Without its metadata the program runs from a clone, which can be installed as a whole.
    return join([sys.executable, "-m", "pip", "install", *(needed or [f".[{extra}]"])])


class FetchError(LoadError):
    """A page cannot be had from the network."""

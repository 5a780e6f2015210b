"""The entry point of the `reader` command: from its arguments to its exit status."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType

from reader.cli.commands import NAMES
from reader.cli.failure import DONE, FAILED, INTERRUPTED, MISSING_EXTRA, Failure


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status is the return value.

    Args:
        argv: the arguments without the program's name; None for those of the process.
    """
    sys.excepthook = _one_line
    try:
        status = _run(sys.argv[1:] if argv is None else list(argv))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except _known_failures() as error:
        return _report(error)


def _run(arguments: list[str]) -> int:
    if not arguments or (len(arguments) == 1 and _is_source(arguments[0])):
        from reader.cli.open import open_source

        return open_source(*arguments)
    from reader.cli.arguments import parse

    given = parse(arguments)
    module, _, function = given.handler.partition(":")
    status: int = getattr(import_module(module), function)(given)
    return status


def _is_source(argument: str) -> bool:
    return argument not in NAMES and (argument == "-" or not argument.startswith("-"))


def _known_failures() -> tuple[type[Exception], ...]:
    # Called only when something has failed: none of this is loaded otherwise.
    from reader.config import ConfigError
    from reader.entities.plugins import PluginError
    from reader.exchange.format import ExchangeError
    from reader.loading.errors import LoadError

    return (Failure, ConfigError, ExchangeError, LoadError, PluginError, OSError)


def _report(error: Exception) -> int:
    from reader.cli.printing import printable_line
    from reader.loading.errors import MissingExtra

    message = str(error)
    if isinstance(error, OSError) and error.strerror:
        message = ": ".join(str(part) for part in (error.filename, error.strerror) if part)
    print(f"reader: {printable_line(message)}", file=sys.stderr)
    if isinstance(error, Failure):
        return error.status
    return MISSING_EXTRA if isinstance(error, MissingExtra) else FAILED


def _one_line(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    # A fault of the program's own: the reader gets a line, a developer the whole on request.
    if os.environ.get("READER_TRACEBACK"):
        sys.__excepthook__(kind, error, trace)
        return
    line = " ".join(f"{kind.__name__}: {error}".split())
    print(f"reader: a fault in the program: {line}", file=sys.stderr)
    print("reader: READER_TRACEBACK=1 shows where; please report it", file=sys.stderr)

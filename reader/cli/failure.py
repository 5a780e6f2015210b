"""What ends a command early: one clear line for standard error, and the exit status."""

DONE, FAILED, USAGE, MISSING_EXTRA, NOTHING_FOUND, INTERRUPTED = 0, 1, 2, 3, 4, 130


class Failure(Exception):
    """A command cannot go on; the message is one line.

    Args:
        message: what is wrong, and what to do about it where that is known.
        status: the exit status.
    """

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.status = status

"""The `reader` command on a disk that takes `$DISK_DELAY` seconds to make anything durable."""

import os
import sys
import time

DELAY = float(os.environ["DISK_DELAY"])

_fsync = os.fsync


def _slow_fsync(handle: int) -> None:
    time.sleep(DELAY)
    _fsync(handle)


if __name__ == "__main__":
    os.__dict__["fsync"] = _slow_fsync
    from reader.cli.main import main

    sys.exit(main())

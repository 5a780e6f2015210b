"""Open one source and say what it took: `loading_probe (open|preview|nothing) SOURCE`."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from reader.article import Article
from reader.loading.open import open_article, preview


def main() -> None:
    """Print CPU seconds, the peak of memory in MiB, and the length of the text."""
    deed, source = sys.argv[1:]
    deeds: dict[str, Callable[[str], Article | None]] = {"open": open_article, "preview": preview}
    start = process_time()
    article = deeds[deed](source) if deed in deeds else None
    took = process_time() - start
    # What getrusage tells counts the parent's memory from before the program was started.
    status = Path("/proc/self/status").read_text()
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"cpu": took, "peak": peak, "length": len(article.text) if article else 0}))


if __name__ == "__main__":
    main()

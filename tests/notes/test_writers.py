"""Many processes and threads that write one article's notes at once."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.notes.store import ArticleStore

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from reader.notes.store import ArticleStore

store = ArticleStore(Path(sys.argv[1]), "article")
for number in range(int(sys.argv[3])):
    store.save([{"id": f"{sys.argv[2]}-{number}", "body": "text"}])
"""


@pytest.mark.parametrize(
    ("writers", "each"),
    [(3, 10), *(pytest.param(count, 100, marks=pytest.mark.slow) for count in (2, 4, 8))],
)
def test_processes_lose_none_of_each_others_notes(tmp_path: Path, writers: int, each: int) -> None:
    """Each reads, changes and writes under the lock."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    started = [
        subprocess.Popen([*command, str(writer), str(each)], cwd=ROOT) for writer in range(writers)
    ]
    ended = [process.wait(timeout=300) for process in started]
    expected = {f"{writer}-{number}" for writer in range(writers) for number in range(each)}

    assert [0] * writers == ended
    assert expected == ArticleStore(tmp_path, "article").load().keys()


def test_threads_lose_none_of_each_others_notes(tmp_path: Path) -> None:
    """Nor do stores of one process."""

    def write(writer: int) -> None:
        store = ArticleStore(tmp_path, "article")
        for number in range(20):
            store.save([{"id": f"{writer}-{number}", "body": "text"}])

    threads = [threading.Thread(target=write, args=[writer]) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(ArticleStore(tmp_path, "article").load()) == 80

"""The library lists what was read, and keeps it through all that can go wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.library import Library
from reader.loading.seeds import seed_articles
from tests.library.stories import OTHER, STORY, article, seen


def test_position_and_order_survive_a_restart(tmp_path: Path) -> None:
    """A second library over the same folder goes on where the first stopped."""
    library = Library(tmp_path)
    first = seen(library, article(STORY, "/1", title="One"))
    library.set_position(first, len(STORY) // 2)
    again = Library(tmp_path)
    [entry] = again.entries()

    assert (len(STORY) // 2, "One", "/1", "reading") == (
        again.position(first),
        entry.title,
        entry.source,
        entry.progress,
    )
    assert entry.percent in {49, 50}


def test_a_removed_article_is_known_when_it_comes_back(tmp_path: Path) -> None:
    """It leaves the list, not the memory."""
    library = Library(tmp_path)
    first = seen(library, article(STORY))
    library.remove(first)

    assert ([], first) == (library.entries(), library.identify(article(STORY)))
    seen(library, article(STORY))
    assert [first] == [entry.id for entry in library.entries()]


def test_entries_are_found_by_words(tmp_path: Path) -> None:
    """All words must stand somewhere in title, site, author, source or date."""
    library = Library(tmp_path)
    seen(library, article(STORY, "/1", title="Armenia leaves", site="TASS"))
    seen(library, article(OTHER, "/2", title="Armenia stays"))

    assert [
        sorted((entry.title for entry in library.find(text)), reverse=True)
        for text in ("tass ARMENIA", "armenia", "georgia")
    ] == [["Armenia leaves"], ["Armenia stays", "Armenia leaves"], []]


def test_entries_are_found_by_their_text(tmp_path: Path) -> None:
    """By words or their beginnings, without accents, after those that are found by title."""
    library = Library(tmp_path)
    seen(library, article("Le président a parlé à Erevan.", "/1", title="One"))
    seen(library, article("Nothing of the kind.", "/2", title="Erevan"))
    searched = ("erevan", "PRESIDENT parl", "erevan nothing", '"', "NOT OR (")

    assert [[entry.title for entry in library.find(text)] for text in searched] == [
        ["Erevan", "One"],
        ["One"],
        ["Erevan"],
        [],
        [],
    ]


def test_an_edited_text_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    """The index follows the latest text."""
    library = Library(tmp_path)
    seen(library, article(STORY + " Yerevan."))
    seen(library, article(STORY + " Gyumri."))

    assert (library.find("yerevan"), len(library.find("gyumri"))) == ([], 1)


def test_a_damaged_index_is_only_missed(tmp_path: Path) -> None:
    """Titles are searched all the same."""
    (tmp_path / "library.words").write_text("no database at all, " * 100)
    library = Library(tmp_path)
    seen(library, article(STORY, title="One"))

    assert (library.find("word7"), len(library.find("one"))) == ([], 1)


def test_nothing_is_written_by_asking(tmp_path: Path) -> None:
    """The folder is not even made."""
    folder = tmp_path / "data"
    library = Library(folder)
    library.identify(article(STORY))
    library.entries()
    library.position("x")

    assert not folder.exists()


def test_a_folder_that_cannot_be_written_does_not_stop_reading(tmp_path: Path) -> None:
    """Deeds say that nothing was kept; questions are answered."""
    (tmp_path / "file").touch()
    library = Library(tmp_path / "file" / "data")
    one = article(STORY)
    found = library.identify(one)

    assert (
        library.record(one, found),
        library.set_position(found, 3),
        library.position(found),
        library.entries(),
    ) == (False, False, 0, [])


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"articles": 3}', '{"articles": {"1": 2}}', "\0"]
)
def test_a_damaged_file_is_kept_aside(tmp_path: Path, damage: str) -> None:
    """What cannot be read counts as nothing, and is not lost when the library is written."""
    file = tmp_path / "library.json"
    file.write_text(damage)
    library = Library(tmp_path)
    assert library.entries() == []
    seen(library, article(STORY))

    assert len(Library(tmp_path).entries()) == 1
    kept = tmp_path / "library.damaged.json"
    assert damage.startswith('{"articles": {') or kept.read_text() == damage


def test_tinydb_opens_the_file(tmp_path: Path) -> None:
    """It is a plain TinyDB file with one card a line."""
    first = seen(Library(tmp_path), article(STORY, title="One"))
    [row] = TinyDB(tmp_path / "library.json").table("articles").all()

    assert (first, "One") == (row["id"], row["title"])


def test_fields_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    """An older program does not throw them away."""
    library = Library(tmp_path)
    first = seen(library, article(STORY))
    file = tmp_path / "library.json"
    rows = json.loads(file.read_text())
    rows["articles"]["1"]["stars"] = 5
    file.write_text(json.dumps(rows))
    Library(tmp_path).set_position(first, 9)

    assert json.loads(file.read_text())["articles"]["1"]["stars"] == 5


def test_two_programs_do_not_lose_each_others_articles(tmp_path: Path) -> None:
    """Every change is made under a lock on what is on the disk."""
    program = (
        "import sys; from pathlib import Path; from reader.library import Library\n"
        "from reader.article import Article\n"
        "for n in range(25):\n"
        "    text = f'{sys.argv[2]} {n} ' * 9\n"
        "    library = Library(Path(sys.argv[1])); a = Article(text, []); "
        "assert library.record(a, library.identify(a))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name]) for name in "abc"
    ]

    assert [each.wait() for each in running] == [0, 0, 0]
    assert len(Library(tmp_path).entries()) == 75


def test_identifying_needs_no_tinydb(tmp_path: Path) -> None:
    """Opening an article must not pay for the import."""
    program = (
        "import sys; from pathlib import Path; from reader.library import Library\n"
        "from reader.loading.open import open_article\n"
        f"Library(Path({str(tmp_path)!r})).identify(open_article({str(seed_articles()[0])!r}))\n"
        "print('tinydb' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout == "False\n"


def test_the_file_is_the_users_own(tmp_path: Path) -> None:
    """What one reads is private."""
    seen(Library(tmp_path), article(STORY))

    assert os.stat(tmp_path / "library.json").st_mode & 0o777 == 0o600


def test_its_files_are_the_users_alone(tmp_path: Path) -> None:
    """Indexes tell what was read, too."""
    seen(Library(tmp_path), article(STORY))

    assert {0o600} == {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}


def test_a_library_that_cannot_be_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept then, and all is there when it can be read again."""
    Library(tmp_path).record(article(STORY), "one")
    read = Path.read_text

    def refused(path: Path, *arguments: str) -> str:
        if path.name == "library.json":
            raise PermissionError(path)
        return read(path, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_text", refused)
        assert not Library(tmp_path).record(article(OTHER), "two")

    assert [entry.id for entry in Library(tmp_path).entries()] == ["one"]

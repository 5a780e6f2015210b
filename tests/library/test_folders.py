"""Folders of the library: what is in them is listed, and what comes into them."""

import os
import shutil
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from reader.article import Article
from reader.exchange.files import write
from reader.exchange.format import FLAVOURS, ExportOptions, Flavour
from reader.exchange.markdown import FORMAT
from reader.knowledge import Knowledge
from reader.library import Library
from reader.library.folders import Folders
from reader.loading.open import open_article
from tests.exchange.notes import document
from tests.library.stories import OTHER, STORY, seen


class Place:
    """A library with one watched folder."""

    def __init__(self, root: Path) -> None:
        self.data, self.folder = root / "data", root / "news"
        self.folder.mkdir()
        self.library, self.folders = Library(self.data), Folders(self.data)
        self.folders.add(self.folder)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the folder."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    def take(self) -> int:
        """Look at the folder once."""
        return self.folders.take(self.library, partial(Knowledge, data_dir=self.data))

    @property
    def listed(self) -> list[str]:
        """The names of the files in the list."""
        return sorted(Path(entry.source).name for entry in self.library.entries())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A library with one watched folder."""
    return Place(tmp_path)


def test_files_of_a_folder_come_into_the_list_unread(place: Place) -> None:
    """Those below it too, but no hidden ones, and none of kinds that are not read."""
    for name in ("a.txt", "deep/b.md", ".c.txt", "d.png"):
        place.write(name, f"{STORY} {name}" if name == "a.txt" else f"{OTHER} {name}")

    assert (place.take(), place.listed) == (2, ["a.txt", "b.md"])
    assert {entry.progress for entry in place.library.entries()} == {"unread"}
    assert {entry.opened for entry in place.library.entries()} == {""}


def test_a_new_file_appears_and_an_old_one_is_not_read_again(place: Place) -> None:
    """By the same eyes, and by those of another start."""
    place.write("a.txt", STORY)
    place.take()
    place.write("b.txt", OTHER)
    again = Folders(place.data)

    assert (place.take(), place.take(), place.listed) == (1, 0, ["a.txt", "b.txt"])
    assert again.take(place.library, partial(Knowledge, data_dir=place.data)) == 0


def test_a_changed_file_is_found_by_its_new_words(place: Place) -> None:
    """It stays one article."""
    path = place.write("a.txt", STORY)
    place.take()
    path.write_text(f"{STORY} Gyumri.")
    os.utime(path, ns=(1, 1))

    assert (place.take(), place.listed) == (1, ["a.txt"])
    assert len(place.library.find("gyumri")) == 1


def test_a_file_that_cannot_be_read_harms_no_other(place: Place) -> None:
    """It comes in when it can be read."""
    broken = place.write("a.pdf", "%PDF-1.7 broken")
    place.write("b.txt", OTHER)

    assert (place.take(), place.listed) == (1, ["b.txt"])
    broken.unlink()
    place.write("a.txt", STORY)
    assert (place.take(), place.listed) == (1, ["a.txt", "b.txt"])


def test_a_removed_article_stays_out(place: Place) -> None:
    """Its file is still in the folder, and it is still known."""
    place.write("a.txt", STORY)
    place.take()
    [entry] = place.library.entries()
    place.library.remove(entry.id)

    assert (place.take(), place.listed) == (0, [])
    assert Folders(place.data).take(place.library, partial(Knowledge, data_dir=place.data)) == 0
    assert place.library.entry(entry.id) is not None


def test_a_folder_is_let_go_of_and_its_articles_stay(place: Place) -> None:
    """Nothing new comes in."""
    place.write("a.txt", STORY)
    place.take()

    assert (place.folders.remove(place.folder), place.folders.all()) == (True, [])
    place.write("b.txt", OTHER)
    assert (place.take(), place.listed) == (0, ["a.txt"])
    assert not place.folders.remove(place.folder)


def test_a_copy_does_not_take_the_row_of_the_first(place: Place) -> None:
    """Both name one article, which is opened where it was as long as it is there."""
    first = place.write("a.txt", STORY)
    copy = place.folder / "b.txt"
    shutil.copy(first, copy)
    one = seen(place.library, open_article(str(first)))
    other = seen(place.library, open_article(str(copy)))
    first_listed = place.listed
    first.unlink()
    seen(place.library, open_article(str(copy)))

    assert (one, first_listed, place.listed) == (other, ["a.txt"], ["b.txt"])


def test_two_versions_side_by_side_are_two_articles(place: Place) -> None:
    """Under one headline, while both are there."""
    first = place.write("a.md", f"# A headline\n\n{STORY}")
    second = place.write("b.md", f"# A headline\n\n{STORY} And more of it.")
    for path in (first, second, first):
        seen(place.library, open_article(str(path)))

    assert place.listed == ["a.md", "b.md"]


def test_what_came_by_a_pipe_does_not_take_the_row_of_a_file(place: Place) -> None:
    """The file can be opened again, and the pipe cannot."""
    path = place.write("a.txt", STORY)
    article = open_article(str(path))
    seen(place.library, article)
    seen(place.library, replace(article, source="-"))

    assert place.listed == ["a.txt"]


def test_each_file_is_told_of_and_what_was_read_is_kept(place: Place) -> None:
    """Who does not wait any longer finds in the list what there was time for."""
    for number in range(4):
        place.write(f"{number}.txt", f"{STORY} Number {number}.")
    told = []

    def tell(number: int, count: int) -> None:
        told.append((number, count))
        if number == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        place.folders.take(place.library, partial(Knowledge, data_dir=place.data), tell)

    assert told == [(1, 4), (2, 4), (3, 4)]
    assert (place.listed, place.take()) == (["0.txt", "1.txt", "2.txt"], 1)


def _another_start(place: Place) -> int:
    """What a new start of the program takes."""
    return Folders(place.data).take(place.library, partial(Knowledge, data_dir=place.data))


@pytest.mark.parametrize("changed", [time.time_ns(), 1], ids=["now", "long ago"])
def test_what_changed_while_the_program_was_not_running_is_read(place: Place, changed: int) -> None:
    """Once; an older file moved over it has changed too."""
    path = place.write("a.txt", STORY)
    place.write("b.txt", OTHER)
    place.take()
    path.write_text(f"{STORY} Gyumri.")
    os.utime(path, ns=(changed, changed))

    assert [_another_start(place) for _ in range(2)] == [1, 0]
    assert len(place.library.find("gyumri")) == 1


def test_a_change_that_keeps_the_time_is_told_by_the_size(place: Place) -> None:
    """As where a file is synchronised with its time."""
    path = place.write("a.txt", STORY)
    place.take()
    before = path.stat().st_mtime_ns
    path.write_text(f"{STORY} Gyumri.")
    os.utime(path, ns=(before, before))

    assert _another_start(place) == 1


@pytest.mark.parametrize("held", ["", "{", '{"/a": [1]}', "[1]", '{"/a": null}'])
def test_without_what_was_kept_a_later_change_is_read_all_the_same(place: Place, held: str) -> None:
    """As after an older version of the program: what changed after its last reading."""
    path = place.write("a.txt", STORY)
    place.write("b.txt", OTHER)
    place.take()
    (place.data / "folders.seen").write_text(held)
    later = time.time_ns() + 5_000_000_000
    path.write_text(f"{STORY} Gyumri.")
    os.utime(path, ns=(later, later))

    assert [_another_start(place) for _ in range(2)] == [1, 0]


def test_a_file_that_could_not_be_read_is_tried_at_the_next_start(place: Place) -> None:
    """What it takes may have been installed meanwhile; in one run it is tried once."""
    place.write("a.pdf", "%PDF-1.7 broken")
    asked = []

    def know(article: Article) -> Knowledge:
        raise AssertionError

    folders = Folders(place.data)
    for _ in range(2):
        folders.take(place.library, know, lambda *_: asked.append("first"))
    Folders(place.data).take(place.library, know, lambda *_: asked.append("second"))

    assert asked == ["first", "second"]


def test_what_is_gone_from_the_library_comes_in_again(place: Place) -> None:
    """The library's file was thrown away, and what was kept of the folder was not."""
    place.write("a.txt", STORY)
    place.take()
    for name in ("library.json", ".library.mirror.json"):
        (place.data / name).unlink()

    again = Library(place.data)
    assert Folders(place.data).take(again, partial(Knowledge, data_dir=place.data)) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_an_export_wrote_is_no_article_of_a_folder(place: Place, flavour: Flavour) -> None:
    """Edited and renamed or not, nor their index; opened by name, it is an article all the same."""
    place.write("a.txt", STORY)
    made = document([("First passage.", "One.", ())], "News")
    others = (replace(made, id="one"), replace(made, id="other"))
    write(place.folder, others, FORMAT, ExportOptions(flavour))
    mine = (place.folder / "News.md").rename(place.folder / "Mine.md")
    mine.write_text(mine.read_text().replace("One.", "Two.") + "\nMore of mine.\n")

    assert len(list(place.folder.glob("*.md"))) == 3
    assert (place.take(), place.listed) == (1, ["a.txt"])
    assert "More of mine." in open_article(str(mine)).text


def test_a_pipe_in_the_folder_holds_nothing_up(place: Place) -> None:
    """Nor does one that is named as an export is."""
    for name in ("x.txt", "x.md"):
        os.mkfifo(place.folder / name)

    assert place.take() == 0


def test_what_the_library_could_not_take_is_tried_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that was full, say."""
    (place.folder / "a.txt").write_text("NATO met.")
    with monkeypatch.context() as patch:
        patch.setattr(Library, "add", lambda *_: False)
        assert place.take() == 0

    assert place.take() == 1

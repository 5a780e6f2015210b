"""The import command: files of other programs, dry runs, and what it says."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_keep import SEED
from tests.cli.test_sync import PAGE
from tests.exchange.reading.test_taking import quoted, row, w3c

CLIPPINGS = (
    "Pakta (Budi)\r\n- Ihre Markierung bei Position 1-2 | Hinzugefügt am Montag, 3. Mai 2021"
    " 10:00:00\r\n\r\nkini  beranggotakan Rusia\r\n==========\r\n"
    "Lain (Ani)\r\n- Your Note on Location 9 | Added on Monday, May 3, 2021 1:00:00 AM\r\n\r\n"
    "Lain.\r\n==========\r\n"
)


def test_clippings_go_onto_the_article_that_is_named(run: Run, home: Path) -> None:
    """Those of the work that is chosen; a dry run tells them and does nothing."""
    (home / "My Clippings.txt").write_bytes(b"\xef\xbb\xbf" + CLIPPINGS.encode())
    told = run("import", "My Clippings.txt", SEED, "--title", "pakta", "--dry-run")

    assert (told.returncode, told.stderr) == (0, "")
    assert "added" in told.stdout and "“kini beranggotakan Rusia”" in told.stdout
    assert run("notes").returncode == 4
    assert "1 added" in run("import", "My Clippings.txt", SEED, "--title", "pakta").stdout
    assert "1 kept" in run("import", "My Clippings.txt", SEED, "--title", "pakta").stdout
    [note] = json.loads(run("notes", "--format", "json").stdout)
    assert (note["exact"], note["status"]) == ("kini beranggotakan Rusia", "ok")


def test_notes_on_several_works_need_a_choice(run: Run, home: Path) -> None:
    """One line says how; nothing is written."""
    (home / "My Clippings.txt").write_text(CLIPPINGS, "utf-8")
    named, unnamed = (run("import", "My Clippings.txt", *to) for to in ([SEED], []))

    assert (named.returncode, "--title" in named.stderr) == (1, True)
    assert (unnamed.returncode, len(unnamed.stderr.splitlines())) == (2, 1)
    assert not (home / ".local").exists()


def test_a_quote_without_a_place_is_an_orphan(run: Run, home: Path) -> None:
    """It is told, listed and kept."""
    (home / "a.jsonld").write_text(w3c(quoted(1, "tujuh belas kapal selam", "Mana?")), "utf-8")
    done = run("import", "a.jsonld", SEED)
    [note] = json.loads(run("notes", "--orphans", "--format", "json").stdout)

    assert "1 added" in done.stdout and "1 without a place" in done.stderr
    assert (note["exact"], note["body"]) == ("tujuh belas kapal selam", "Mana?")


def test_notes_on_a_page_that_was_not_read_wait_for_it(run: Run, home: Path) -> None:
    """Nothing is fetched; the page is in the library, and a second import adds nothing."""
    (home / "rows.json").write_text(json.dumps({"rows": [row("a", "Benar?")]}), "utf-8")
    first, second = (run("import", "rows.json") for _ in range(2))
    [note] = json.loads(run("notes", "--format", "json").stdout)

    assert "1 added" in first.stdout and "1 not read yet" in first.stderr
    assert "1 kept" in second.stdout
    assert (note["exact"], note["status"]) == ("enam negara", "orphan")
    [entry] = json.loads(run("library", "--format", "json").stdout)
    assert (entry["title"], entry["source"]) == ("Enam negara", "https://example.org/csto")


def test_what_is_known_of_an_article_is_not_written_over(run: Run, home: Path) -> None:
    """Though its file is gone when notes on its address come in."""
    page = home / "page.html"
    page.write_text(PAGE)
    run("note", page, "--quote", "enam negara")
    before = run("library", "--format", "json").stdout
    page.unlink()
    (home / "rows.json").write_text(json.dumps({"rows": [row("a", "Benar?")]}), "utf-8")

    assert "1 added" in run("import", "rows.json").stdout
    page.write_text(PAGE)
    assert run("library", "--format", "json").stdout == before


def test_a_dry_run_writes_nothing(run: Run, home: Path) -> None:
    """Not even the library; its counts are those of the run that follows."""
    (home / "rows.json").write_text(json.dumps({"rows": [row("a", "x"), row("b", "y")]}), "utf-8")
    told = run("import", "rows.json", "--dry-run", "--format", "json").stdout

    assert not (home / ".local").exists()
    assert run("import", "rows.json", "--format", "json").stdout == told
    assert json.loads(told) == {"added": 2, "changed": 0, "removed": 0, "kept": 0}


def test_what_is_no_text_is_left_out_and_told(run: Run, home: Path) -> None:
    """With the reason."""
    film = {"id": "urn:a:2", "target": {"id": "https://example.org/f", "type": "Video"}}
    (home / "a.jsonld").write_text(w3c(quoted(1, "beranggotakan"), film), "utf-8")
    done = run("import", "a.jsonld", SEED)

    assert "1 added" in done.stdout and "1 left out" in done.stdout
    assert "its target is no text but video" in done.stderr


@pytest.mark.parametrize(
    ("text", "form"),
    [("[", "w3c"), ("x", "kindle")],
)
def test_a_bad_file_is_one_clear_line(run: Run, home: Path, text: str, form: str) -> None:
    """For each format that may be named."""
    (home / "bad").write_text(text)
    done = run("import", "bad", SEED, "--from", form)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert not (home / ".local").exists()


def test_a_file_that_is_no_text_is_one_clear_line(run: Run, home: Path) -> None:
    """UTF-16 is read, rubbish is not."""
    (home / "bad").write_bytes(b"\x89PNG\xff")
    (home / "wide.csv").write_bytes("Highlight\nberanggotakan\n".encode("utf-16"))

    assert run("import", "bad", SEED).stderr == "reader: bad is not text in UTF-8\n"
    assert "1 added" in run("import", "wide.csv", SEED).stdout


def test_a_folder_of_exports_is_taken_in(run: Run, home: Path) -> None:
    """Every file of ours in it, but for what is none, and the index."""
    (home / "a.txt").write_text("The one article.\n")
    (home / "b.txt").write_text("The other article.\n")
    for name in ("one", "other"):
        run("note", "a.txt" if name == "one" else "b.txt", "--quote", name, "--body", "Words.")
    run("export", "-o", "notes/")
    files = {path.name: path for path in (home / "notes").iterdir()}
    for path in files.values():
        path.write_text(path.read_text("utf-8").replace("Words.", "My words."), "utf-8")
    (home / "notes" / "mine.md").write_text("Words of mine.\n")
    done = run("import", "notes")
    told = json.loads(run("notes", "--format", "json").stdout)

    assert "index.md" in files and len(files) == 3
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "0 added, 2 changed, 0 removed, 0 kept\n"
    assert [each["body"] for each in told] == ["My words.", "My words."]
    assert run("import", "notes", "--dry-run").stdout == "0 added, 0 changed, 0 removed, 2 kept\n"


def test_what_cannot_be_taken_in_of_a_folder_keeps_nothing_else_out(run: Run, home: Path) -> None:
    """It is told by its name; a folder without exports, or with a format, is one line."""
    for name in ("a", "b"):
        (home / f"{name}.txt").write_text(f"The article {name}.\n")
        run("note", f"{name}.txt", "--quote", "The article", "--body", "Words.")
    run("export", "-o", "notes/")
    spoilt, whole = sorted((home / "notes").glob("The article*.md"))
    spoilt.write_text(spoilt.read_text("utf-8").replace('"note"', '"no'), "utf-8")
    whole.write_text(whole.read_text("utf-8").replace("Words.", "Mine."), "utf-8")
    (home / "none").mkdir()
    done = run("import", "notes")

    assert (done.returncode, done.stdout) == (1, "0 added, 1 changed, 0 removed, 0 kept\n")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"reader: notes/{spoilt.name}: ")
    assert run("import", "none").stderr == "reader: none holds no files that an export wrote\n"
    assert run("import", "notes", "--from", "csv").returncode == 2

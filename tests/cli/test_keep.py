"""The commands that keep: note, notes, export, library, config, doctor."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reader.article import Article, Block, Span
from reader.library import Library
from reader.loading.open import open_article
from reader.notes.drafts import draft
from reader.session import Session
from tests.cli.conftest import ROOT, Run

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
QUOTE = "kini beranggotakan Rusia, Belarusia, Kazakhstan"
BODY = "Enam — *semua*?\n\nДа 𝄞"


def _note(run: Run) -> str:
    done = run("note", SEED, "--quote", QUOTE, "--body", BODY, "--tag", "csto", "--colour", "red")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_a_note_is_listed_with_the_keys_of_the_contract(run: Run) -> None:
    """What was given is what is told."""
    made = _note(run)
    [told] = json.loads(run("notes", "--format", "json").stdout)
    text = SEED.read_text("utf-8")

    assert told["id"] == made
    assert (told["exact"], told["body"], told["tags"]) == (QUOTE, BODY, ["csto"])
    assert (told["status"], told["colour"]) == ("ok", "red")
    assert told["end"] - told["start"] == len(QUOTE) and QUOTE in text
    assert {"article", "links", "created", "modified"} <= told.keys()


def test_notes_are_narrowed(run: Run) -> None:
    """By tag, colour, words; nothing found has its status."""
    _note(run)
    run("note", SEED, "--quote", "Armenia", "--tag", "#x y", "--tag", "#")
    [tagged] = json.loads(run("notes", "--tag", "#x y", "--format", "json").stdout)

    assert tagged["tags"] == ["x y"]
    assert run("notes", "--tag", "csto").returncode == 0
    assert run("notes", "--search", "enam").returncode == 0
    assert run("notes", "--colour", "blue").returncode == 4


def test_a_state_is_given_by_code_or_name_and_what_is_none_is_refused(run: Run) -> None:
    """In one line, and nothing is written."""
    run("note", SEED, "--quote", QUOTE, "--state", "Sweden")
    [told] = json.loads(run("notes", "--state", "swedia", "--format", "json").stdout)
    assert told["links"] == [{"kind": "state", "target": "SE"}]
    for command in (["note", SEED, "--quote", QUOTE], ["library"]):
        done = run(*command, "--state", "Atlantis")
        assert done.returncode == 2
        assert "no state 'Atlantis'; give its ISO 3166-1 code or its name" in done.stderr

    assert len(json.loads(run("notes", "--format", "json").stdout)) == 1


def test_a_quote_that_is_not_there_is_told(run: Run) -> None:
    """And nothing is written."""
    done = run("note", SEED, "--quote", "no such words")

    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
    assert run("notes").returncode == 4


def test_the_export_parses_to_the_quote_and_the_note(run: Run) -> None:
    """By a CommonMark parser, byte for byte."""
    _note(run)
    text = run("export", SEED).stdout
    quotes, depth = [], 0
    for token in MarkdownIt().parse(text):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quotes.append("".join(child.content for child in token.children or []))

    assert quotes == [QUOTE]
    assert BODY in text


def test_the_same_notes_give_the_same_bytes(run: Run, home: Path) -> None:
    """On the standard output and in a file."""
    _note(run)
    run("export", SEED, "-o", "notes.md")
    first = (home / "notes.md").read_bytes()
    run("export", SEED, "-o", "notes.md")

    assert (home / "notes.md").read_bytes() == first
    assert run("export", SEED).stdout.encode() == first


def test_an_edited_article_keeps_its_notes(run: Run, home: Path) -> None:
    """The passage has moved; the note says so."""
    article = home / "article.txt"
    shutil.copy(SEED, article)
    article.chmod(0o644)
    run("note", article, "--quote", QUOTE)
    article.write_text("A new first paragraph.\n" + SEED.read_text("utf-8"), "utf-8")
    [told] = json.loads(run("notes", article, "--format", "json").stdout)

    assert (told["exact"], told["status"]) == (QUOTE, "moved")


def test_an_article_with_a_note_is_in_the_library(run: Run) -> None:
    """By its source."""
    _note(run)
    [entry] = json.loads(run("library", "--format", "json").stdout)

    assert entry["source"] == str(SEED)


def test_the_data_can_live_elsewhere(run: Run, home: Path) -> None:
    """`--data-dir` moves all of it."""
    run("note", SEED, "--quote", QUOTE, "--data-dir", "elsewhere")

    assert (home / "elsewhere" / "notes").is_dir()
    assert not (home / ".local").exists()


def test_settings_are_made_shown_and_checked(run: Run, home: Path) -> None:
    """A wrong one is told with its file and its reason."""
    made = run("config", "init").stdout.strip()
    assert str(home) in run("config", "path").stdout
    assert run("config", "show").returncode == 0
    Path(made).write_text("colour = 1\n")
    done = run("config", "show")

    assert done.returncode == 1
    assert made in done.stderr and "colour" in done.stderr


def test_the_doctor_finds_all_well_and_mends_damage(run: Run, home: Path) -> None:
    """A torn note file is recovered from its mirror, a missing mirror is made again."""
    made = _note(run)
    assert "MENDED" not in run("doctor").stdout
    [notes] = (home / ".local/share/reader/notes").glob("*.json")
    notes.write_bytes(notes.read_bytes()[:100])
    first = run("doctor")
    (notes.parent / ".mirror" / notes.name).unlink()
    draft(home / ".local/share/reader", notes.stem, "1-20").keep("half a note")
    second = json.loads(run("doctor", "--format", "json").stdout)
    [told] = json.loads(run("notes", "--format", "json").stdout)

    assert (first.returncode, told["id"]) == (0, made)
    assert "MENDED" in first.stdout and str(notes) in first.stdout
    assert [each["state"] for each in second if not each["ok"]] == ["mended"]
    assert second[-1]["detail"] == f"“half a note” (reader open {SEED}, then g a)"


def test_help_and_version_are_told(run: Run) -> None:
    """For the program and for each command."""
    overview = run("--help").stdout
    commands = ("text", "entities", "states", "organisation", "note", "notes", "export", "library")

    assert all(f"  {command}" in overview for command in commands)
    assert all(run(command, "--help").returncode == 0 for command in commands)
    assert run("--version").stdout.split()[-1][0].isdigit()


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("doctor", {"--data-dir", "--format"}),
        ("completion", set()),
        ("text", {"--data-dir", "--encoding", "--no-network"}),
        ("states", {"--data-dir", "--as-of", "--encoding", "--no-network", "--format"}),
    ],
)
def test_a_command_tells_of_those_options_that_matter_to_it(
    run: Run, command: str, options: set[str]
) -> None:
    """The others are understood all the same."""
    several = {"--data-dir", "--as-of", "--encoding", "--no-network", "--format"}
    told = run(command, "--help").stdout

    assert {each for each in several if each in told} == options
    assert run("--encoding", "utf-8", "config", "path", "--as-of", "2020").returncode == 0


def test_a_shell_is_told_how_to_complete(run: Run) -> None:
    """The script names the commands."""

    assert "organisation" in run("completion", "bash").stdout


def test_a_reader_of_our_output_may_leave_early(run: Run) -> None:
    """`| head -n 1` ends in peace."""
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{sys.executable} -m reader text {SEED} | head -n 1; echo ${{PIPESTATUS[0]}}",
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_what_was_edited_in_an_export_is_taken_in(run: Run, home: Path) -> None:
    """A dry run only tells; another home gets the note as it was."""
    made = _note(run)
    run("export", SEED, "-o", "notes.md")
    path = home / "notes.md"
    path.write_text(path.read_text("utf-8").replace("Enam — *semua*?", "Enam, ya."), "utf-8")

    assert "1 changed" in run("import", "notes.md", "--dry-run").stdout
    assert json.loads(run("notes", "--format", "json").stdout)[0]["body"] == BODY
    assert "1 changed" in run("import", "notes.md").stdout
    [told] = json.loads(run("notes", "--format", "json").stdout)
    assert (told["id"], told["body"].splitlines()[0]) == (made, "Enam, ya.")
    assert "1 added" in run("import", "notes.md", "--data-dir", "elsewhere").stdout
    [told] = json.loads(run("notes", "--format", "json", "--data-dir", "elsewhere").stdout)
    assert (told["id"], told["exact"]) == (made, QUOTE)


def test_a_file_that_is_no_export_is_not_taken_in(run: Run, home: Path) -> None:
    """One line, and nothing is written."""
    (home / "diary.md").write_text("# My diary\n")
    done = run("import", "diary.md", SEED)

    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("form", ["jsonl", "w3c"])
def test_what_was_exported_as_json_is_taken_in_once(run: Run, form: str) -> None:
    """Another home gets the note as it was; a second import keeps it."""
    made = _note(run)
    run("export", SEED, "--to", form, "-o", "notes.out")

    first, second = (run("import", "notes.out", "--data-dir", "elsewhere") for _ in range(2))

    assert ("1 added" in first.stdout, "1 kept" in second.stdout) == (True, True)
    [told] = json.loads(run("notes", "--format", "json", "--data-dir", "elsewhere").stdout)
    assert (told["id"], told["exact"], told["body"]) == (made, QUOTE, BODY)


def test_an_edit_that_was_taken_in_is_one_no_longer(run: Run, home: Path) -> None:
    """Import and export come to rest."""
    _note(run)
    run("export", SEED, "-o", "notes.md")
    path = home / "notes.md"
    for old, new in (("Enam —", "Enam, ya —"), ("Enam, ya —", "Enam, tidak —")):
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        assert "1 changed" in run("import", "notes.md").stdout

    assert "0 changed" in run("import", "notes.md").stdout
    assert run("export", SEED, "-o", "notes.md").stderr == ""
    assert "0 changed" in run("import", "notes.md").stdout


def test_the_doctor_tells_of_keys_that_cannot_be(run: Run) -> None:
    """They would keep the program from opening."""
    path = Path(run("config", "init").stdout.strip())
    path.write_text('theme = "nosuch"\n[keys]\n"higlight" = "H"\n')
    done = run("doctor")

    assert done.returncode == 1
    assert "higlight" in done.stdout and "'nosuch'" in done.stdout


def test_notes_of_all_articles_are_narrowed_and_none_is_missed(run: Run, home: Path) -> None:
    """Nor where a file is gone, or its copy lies beside it: the index does not know those."""
    for name, quote in (("a", "Rusia"), ("b", "Armenia")):
        (home / f"{name}.txt").write_text(f"{name}: {SEED.read_text()}")
        run("note", f"{name}.txt", "--quote", quote, "--tag", "Kept", "--body", f"on {name}")
    (home / "c.txt").write_text("Nothing of this is noted but these words.")
    run("note", "c.txt", "--quote", "these words", "--colour", "red")

    def found(*options: str) -> list[str]:
        told = run("notes", *options, "--format", "json").stdout
        return sorted(each["exact"] for each in json.loads(told))

    assert found("--tag", "kept") == ["Armenia", "Rusia"]
    assert found("--search", "ON b") == ["Armenia"]
    assert found("--colour", "red") == ["these words"]
    [folder] = home.rglob("notes")
    file = next(path for path in folder.glob("*.json") if b"Rusia" in path.read_bytes())
    file.unlink()
    assert found("--tag", "kept") == ["Armenia", "Rusia"]


def test_recovery_and_two_texts_of_a_note_are_told(run: Run, home: Path) -> None:
    """The one on standard error, the other with the note."""
    made = _note(run)
    [file] = (home / ".local/share/reader/notes").glob("*.json")
    copy = file.with_name(f"{file.stem}.sync-conflict-20261124-101010-ABCDEFG.json")
    theirs = json.loads(file.read_text())
    for note in theirs["_default"].values():
        note["body"] = "their words"
    copy.write_text(json.dumps(theirs))
    file.write_bytes(file.read_bytes()[:100])
    listed = run("notes", SEED)
    run("export", SEED, "-o", "notes.md")
    taken = run("import", "notes.md")
    [note] = json.loads(run("notes", "--format", "json").stdout)

    assert "recovered" in listed.stderr and str(file) in listed.stderr
    assert ("1 kept" in taken.stdout, "1 with two texts" in taken.stderr) == (True, True)
    assert "their words" in listed.stdout and "written elsewhere" in listed.stdout
    assert (note["id"], len(note["conflict"])) == (made, 1)


def test_one_file_that_cannot_be_read_takes_no_other_notes_along(run: Run, home: Path) -> None:
    """It is told of, by the list and by the doctor."""
    _note(run)
    (home / "other.txt").write_text("Nothing of this is noted but these words.")
    run("note", "other.txt", "--quote", "these words")
    [seed] = [each for each in home.rglob("notes/*.json") if b"csto" in each.read_bytes()]
    seed.unlink()
    seed.mkdir()
    listed, looked = run("notes"), run("doctor")

    assert "these words" in listed.stdout and str(seed) in listed.stderr
    assert looked.returncode == 1 and f"{seed}: it cannot be read" in looked.stdout
    assert "1 on 1 article," in looked.stdout


def test_what_was_noted_in_a_pipe_is_opened_again(run: Run, tmp_path: Path) -> None:
    """From the copy kept of it, with its headings; its first words are its title."""
    text = "Words of [a story](https://example.org).\n\n## Part\n\nThe rest of it.\n"
    made = run("note", "-", "--quote", "rest", "--body", "Mine.", given=text)
    [told] = json.loads(run("library", "--format", "json").stdout)
    listed = run("library").stdout.splitlines()
    printed = run("open", told["id"]).stdout
    [noted] = json.loads(run("notes", told["id"], "--format", "json").stdout)
    data = tmp_path / "home" / ".local" / "share" / "reader"
    again = Session.open(Library(data).entries()[0].place, data)

    assert (made.returncode, listed[0]) == (0, "Words of a story.")
    assert listed[2] == f"  standard input {told['id']}"
    assert printed == run("text", "-", given=text).stdout == run("text", told["id"]).stdout
    assert (noted["id"], noted["status"]) == (made.stdout.strip(), "ok")
    assert (again.id, [each.place.status for each in again.annotations()]) == (told["id"], ["ok"])
    assert [block.kind for block in again.article.headings()] == ["heading"]
    for form in ("markdown", "w3c", "hypothesis", "jsonl"):
        run("export", told["id"], "--to", form, "-o", "notes.file")
        words = (data.parents[2] / "notes.file").read_text("utf-8")
        taken = run("import", "notes.file")

        assert (taken.stderr, "1 kept" in taken.stdout) == ("", True)
        assert f"reader open {told['id']} --at" in words or form != "markdown"
    again.close()


def test_what_came_through_a_pipe_is_listed_once_it_can_be_opened_again(tmp_path: Path) -> None:
    """By a note, or by the address that it names."""
    piped = Article("The words of a story.", [Block("paragraph", 0, 21)], source="-")
    session = Session(piped, tmp_path)
    linked = Session(replace(piped, text="Others.", url="https://example.org/a"), tmp_path)
    session.note_opening()
    before = len(session.library.entries())
    linked.note_opening()
    session.annotate(Span(4, 9))
    session.close()
    session.note_opening()
    other, noted = sorted(Library(tmp_path).entries(), key=lambda each: each.title)

    assert (before, other.place) == (0, "https://example.org/a")
    assert noted.title == "The words of a story."
    assert open_article(noted.place).text == piped.text

"""Exports from the command line: the settings, templates, names of files."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_keep import BODY, QUOTE, SEED


def _note(run: Run) -> None:
    run("note", SEED, "--quote", QUOTE, "--body", BODY)


def test_the_folder_of_the_settings_follows_a_command(run: Run, home: Path) -> None:
    """A note that is made and one that is taken in are there when the command ends."""
    config = home / ".config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[export]\nfolder = "~/vault"\nflavour = "obsidian"\nauto = true\n', "utf-8")
    _note(run)
    [path] = (home / "vault").glob("*.md")
    path.write_text(path.read_text("utf-8").replace(BODY, "Changed."), "utf-8")
    run("import", path)

    told = json.loads(run("notes", "--format", "json").stdout)
    assert [each["body"] for each in told] == ["Changed."]
    assert path.read_text("utf-8").endswith("-->\n") and run("import", path).stdout.count("1 kept")

    text = path.read_text("utf-8")
    path.write_text(text[: text.index("<!-- reader:note")] + text[text.index("<!-- reader:end") :])
    run("import", path)
    run("export", SEED, "-o", path)

    assert "notes: 0" in path.read_text("utf-8") and run("notes").returncode == 4


def test_all_articles_go_to_the_folder_of_the_settings(run: Run, home: Path) -> None:
    """One that is named does not, nor does a choice of notes: pipes are to work."""
    config = home / ".config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[export]\nfolder = "~/new/vault"\n', "utf-8")
    (home / "b.txt").write_text("Nothing of this is noted but these words.")
    _note(run)
    run("note", "b.txt", "--quote", "these words")
    piped = [run("export", *which) for which in ([SEED], ["b.txt"], ["--tag", "x"])]
    several = run("export", "--colour", "yellow")

    assert [each.returncode for each in piped] == [0, 0, 4] and several.returncode == 2
    assert not (home / "new").exists()
    done = run("export")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"reader: written to {home}/new/vault/\n"
    assert len(list((home / "new/vault").glob("*.md"))) == 3


def test_a_template_and_a_pattern_of_names_are_taken(run: Run, home: Path) -> None:
    """From the command line; a field that there is not is one line."""
    _note(run)
    (home / "a.txt.j2").write_text("{% for a in articles %}{{ a.notes[0].quote }}{% endfor %}\n")
    (home / "out").mkdir()
    text = run("export", "--template", "a.txt.j2").stdout
    run("export", "--name", "{year}/{date}", "-o", "out")
    run("export", "-o", "usual/")
    wrong = run("export", "--name", "{nothing}", "-o", "out")

    assert text == f"{QUOTE}\n"
    assert [str(path.relative_to(home / "out")) for path in (home / "out").rglob("*.md")] == [
        "2024/2024-06-25.md"
    ]
    [usual] = (home / "usual").iterdir()
    assert usual.name.startswith("PERSPEKTIF.CO.ID - Organisasi Traktat")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (1, 1)


def test_a_flavour_that_there_is_not_is_told_before_anything_is_done(run: Run, home: Path) -> None:
    """In one line that names the file and the flavours that there are; by the doctor too."""
    config = home / ".config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[export]\nfolder = "~/vault"\nflavour = "obsidan"\nauto = true\n', "utf-8")
    made = run("note", SEED, "--quote", QUOTE)
    wrong = run("export", SEED)

    assert (made.returncode, wrong.returncode) == (1, 1)
    assert all(f"{config}: export.flavour" in each.stderr for each in (made, wrong))
    assert f"{config}: export.flavour must be commonmark, obsidian, log" in run("doctor").stdout

"""The commands that read: text, entities, states, organisation; and what goes wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
SIX = {"RU", "BY", "KZ", "KG", "TJ", "AM"}


def _json(run: Run, *arguments: str | Path) -> Any:
    done = run(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_the_text_of_the_seed_is_printed_as_it_is(run: Run) -> None:
    """One paragraph a line, as in the file."""
    done = run("text", SEED)

    assert done.stdout.split() == SEED.read_text("utf-8").split()


def test_an_article_from_a_pipe_is_that_of_the_file(run: Run) -> None:
    """`-` is standard input."""
    done = run("text", "-", given=SEED.read_text("utf-8"))

    assert done.stdout == run("text", SEED).stdout


def test_entities_have_the_keys_of_the_contract(run: Run) -> None:
    """And every mention's offsets cut out its text."""
    told = _json(run, "entities", SEED)
    text = told["article"]["text"]

    keys = {"id", "title", "language", "published", "as_of", "source", "text"}
    assert keys <= told["article"].keys()
    assert told["article"]["published"] == told["article"]["as_of"] == "2024-06-25"
    assert all(text[m["start"] : m["end"]] == m["text"] for m in told["mentions"])
    assert all({"start", "end", "text", "kind", "entity"} <= m.keys() for m in told["mentions"])
    assert all({"id", "kind", "name", "count"} <= e.keys() for e in told["entities"])
    assert {m["entity"] for m in told["mentions"]} == {e["id"] for e in told["entities"]}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("", SIX),
        ("2008-01-01", SIX | {"UZ"}),
        ("1998-01-01", SIX | {"UZ", "AZ", "GE"}),
    ],
)
def test_the_seeds_rosters_are_those_of_the_date(run: Run, as_of: str, expected: set[str]) -> None:
    """The article's own date where none is asked for."""
    told = _json(run, "states", SEED, *(("--as-of", as_of) if as_of else ()))
    [csto] = [each for each in told["organisations"] if each["id"] == "CSTO"]

    assert {member["iso"] for member in csto["members"]} == expected
    assert csto["as_of"] == (as_of or "2024-06-25")


def test_armenia_is_flagged_and_the_claims_agree(run: Run) -> None:
    """Frozen, by its own word; six of six; founded in 1992."""
    told = _json(run, "states", SEED)
    [csto] = [each for each in told["organisations"] if each["id"] == "CSTO"]
    [armenia] = [member for member in csto["members"] if member["iso"] == "AM"]

    assert [(flag["kind"], flag["claimed_by"]) for flag in armenia["flags"]] == [("frozen", "self")]
    assert {(claim["kind"], claim["verdict"]) for claim in told["claims"]} == {
        ("roster", "agrees"),
        ("founded", "agrees"),
    }


def test_members_have_the_keys_of_the_contract(run: Run) -> None:
    """By article and by organisation."""
    [csto, *_] = _json(run, "states", SEED)["organisations"]
    alone = _json(run, "organisation", "csto", "--as-of", "2024-06-25")

    assert {"id", "name", "as_of", "checked", "members"} <= csto.keys() & alone.keys()
    keys = {"iso", "name", "status", "since", "until", "flags"}
    assert all(keys | {"mentions"} <= member.keys() for member in csto["members"])
    assert all(keys <= member.keys() for member in alone["members"])


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("text", "missing.txt"), 1, "no such file"),
        (("text", "."), 1, "directory"),
        (("text", "empty.txt"), 1, ""),
        (("entities", "binary.txt"), 1, ""),
        (("text", "article.txt", "--encoding", "no-such"), 1, "no-such"),
        (("organisation", "no-such"), 4, "no-such"),
        (("organisation", "no-such"), 4, "; reader organisation list shows all"),
        (("organisation", "of", "No-such"), 4, "its ISO 3166-1 code or its name"),
        (("text",), 2, "SOURCE"),
        (("states", "article.txt", "--as-of", "yesterday"), 2, "yesterday"),
        (("entitties", "article.txt"), 2, "entities"),
        (("article.txt", "empty.txt"), 2, "one source is opened at a time"),
        (("texts.txt", "no-such.md"), 2, "one source is opened at a time"),
        (("open", "article.txt", "empty.txt"), 2, "one source is opened at a time"),
        (("article.txt", "--no-such"), 2, "unknown argument: --no-such"),
        (("notes",), 4, "no notes"),
        (("library",), 4, "empty"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_status(
    run: Run, home: Path, arguments: tuple[str, ...], status: int, words: str
) -> None:
    """Never a traceback."""
    (home / "empty.txt").write_text("")
    (home / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (home / "article.txt").write_text("NATO met.\n")

    done = run(*arguments)

    assert (done.returncode, done.stdout) == (status, "")
    assert len(done.stderr.splitlines()) == 1 and words in done.stderr


def test_five_megabytes_are_printed(run: Run, home: Path) -> None:
    """A long article is not cut."""
    text = "\n".join(f"Kalimat {number} tentang NATO." for number in range(200_000))
    (home / "long.txt").write_text(text)

    assert run("text", "long.txt").stdout.split() == text.split()


@pytest.mark.parametrize(
    "arguments", [("text",), ("entities",), ("states",), ("--as-of", "2020", "states")]
)
def test_what_is_piped_has_no_escape_codes(
    run: Run, home: Path, arguments: tuple[str, ...]
) -> None:
    """Not even those of the article or of its name."""
    name = "bad\x1b[31m\x07name.txt"
    (home / name).write_text("NATO \x1b[31mmet\x1b[0m in Brussels\x07.\n")

    done = run(*arguments, name)

    assert done.returncode == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(done.stdout + done.stderr)


def test_a_missing_files_name_is_shown_harmlessly(run: Run) -> None:
    """Its control characters are spelt out."""
    done = run("text", "\x1b]0;evil\x07.txt")

    assert "\x1b" not in done.stderr and "\\x1b" in done.stderr


def test_reading_writes_nothing(run: Run, home: Path) -> None:
    """Not a folder, on any command that only reads."""
    for command in ("text", "entities", "states"):
        run(command, SEED)

    assert list(home.iterdir()) == []


def test_each_organisation_has_its_claims_with_their_sources(run: Run) -> None:
    """As the contract has it: kind, verdict, offsets and detail within the organisation."""
    told = _json(run, "states", SEED)
    csto, nato = told["organisations"]

    assert [(each["kind"], each["verdict"]) for each in csto["claims"]] == [
        ("founded", "agrees"),
        ("roster", "agrees"),
    ]
    assert nato["claims"] == [] and told["claims"] == csto["claims"]
    text = told["article"]["text"]
    assert "1992" in text[csto["claims"][0]["start"] : csto["claims"][0]["end"]]
    assert all(source["url"] for each in csto["claims"] for source in each["sources"])


def test_members_are_sorted_and_narrowed_on_request(run: Run) -> None:
    """The order of names, and only those that hold some words."""
    named = _json(run, "states", SEED, "--sort", "name")["organisations"][0]
    narrowed = _json(run, "states", SEED, "--only", "frozen")["organisations"]

    assert [each["iso"] for each in named["members"]] == ["AM", "BY", "KZ", "KG", "RU", "TJ"]
    assert [(o["id"], [m["iso"] for m in o["members"]]) for o in narrowed] == [("CSTO", ["AM"])]


def test_sources_are_told_on_request(run: Run) -> None:
    """With their addresses; without the request, they are not."""
    assert "https://" in run("states", SEED, "--sources").stdout
    assert "https://" not in run("states", SEED).stdout

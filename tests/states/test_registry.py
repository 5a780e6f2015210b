"""Organisation files: the program's, the reader's own, and what is said of a broken one."""

from pathlib import Path

import pytest

from reader.states.authoring import blank_file, checked_user_files, trouble, user_path
from reader.states.fields import OrganisationFileError
from reader.states.registry import (
    UnknownOrganisation,
    id_of,
    known,
    organisation,
    own_names,
    shipped_dir,
    user_dir,
)
from reader.states.roster import organisations_of, roster

GOOD = """\
id = "LIGA"
names = { en = "A League" }
checked = "2024"

[sources.page]
url = "https://example.org/"
title = "A page"
read = "2024-06-01"

[[members]]
iso = ["NO", "SE"]
since = "2001-01-01"
sources = ["page"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the reader's own files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    user_dir().mkdir(parents=True)
    return user_dir()


@pytest.mark.parametrize(
    "name", ["csto", "CSTO", "ОДКБ", "Collective Security Treaty Organization"]
)
def test_an_organisation_is_found_by_id_acronym_and_name(name: str) -> None:
    """Case does not matter."""
    assert organisation(name).id == "CSTO"


def test_an_unknown_organisation_is_named_with_those_alike() -> None:
    """The message helps."""
    with pytest.raises(UnknownOrganisation, match=r"no organisation 'natoo'.*NATO"):
        organisation("natoo")


@pytest.mark.parametrize("name", ["../../config", "a/b", "", "x" * 5000])
def test_an_id_is_no_way_to_other_files(name: str) -> None:
    """Only names on record are looked up."""
    with pytest.raises(UnknownOrganisation):
        organisation(name)


def test_the_readers_file_is_known_and_found(folder: Path) -> None:
    """It stands beside the program's."""
    (folder / "liga.toml").write_text(GOOD, "utf-8")

    assert "LIGA" in known()
    assert [each.iso for each in roster("liga", "2024").members] == ["NO", "SE"]


def test_the_readers_file_is_found_by_its_names(folder: Path) -> None:
    """As an article would name it."""
    (folder / "liga.toml").write_text(GOOD, "utf-8")

    assert (id_of("A League"), id_of("Another League")) == ("LIGA", "")


def test_the_readers_file_replaces_the_programs(folder: Path) -> None:
    """Its word is the only one."""
    (folder / "nato.toml").write_text(GOOD.replace("LIGA", "NATO"), "utf-8")

    assert len(roster("nato", "2024").members) == 2


def test_the_readers_file_extends_the_programs(folder: Path) -> None:
    """Of a state that it names it alone is believed; the others stay."""
    extended = GOOD.replace("LIGA", "NATO").replace("checked", 'extends = "NATO"\nchecked')
    (folder / "nato.toml").write_text(extended, "utf-8")
    norway = next(each for each in roster("nato", "2024-06-25").members if each.iso == "NO")

    assert len(roster("nato", "2024-06-25").members) == 32
    assert norway.since == "2001-01-01"


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    """No restart is needed."""
    path = folder / "liga.toml"
    path.write_text(GOOD, "utf-8")
    before = len(organisation("liga").memberships)
    path.write_text(GOOD.replace('["NO", "SE"]', '["NO", "SE", "FI"]'), "utf-8")

    assert (before, len(organisation("liga").memberships)) == (2, 3)


BROKEN = [
    ('id = "LIGA"', "id = LIGA", 1, "Invalid value"),
    ('id = "LIGA"', 'id = "liga"', 1, "id 'liga' is not of the form"),
    ('checked = "2024"', 'checked = "2024-13"', 3, "no such month"),
    ('checked = "2024"', "checked = 2024-01-01", 3, "checked must be a string in quotes"),
    ('names = { en = "A League" }', 'names = { id = "Liga" }', 2, "names.en is missing"),
    ('title = "A page"', "", 5, "no title"),
    ('url = "https://example.org/"', 'url = "example.org"', 6, "url 'example.org' is not"),
    ('["NO", "SE"]', "[false]", 11, "iso must be strings in quotes"),
    ('["NO", "SE"]', '["NOR"]', 11, "iso 'NOR' is not two capital letters"),
    ('["NO", "SE"]', '["UK"]', 11, "no state has the ISO 3166-1 code 'UK'"),
    ('[[members]]\niso = ["NO", "SE"]', "[[ members ]]\niso = 3", 11, "iso must be strings"),
    ("since = ", '"since" = 2001 #', 12, "since must be a string"),
    ('since = "2001-01-01"', 'since = "2001-01-01"\nuntil = "2001-01-01"', 13, "first day out"),
    (
        '["NO", "SE"]',
        '"NO"\nflags = [\n  { kind = "frozen", since = "2024", claimed_by = "self" },\n'
        '  { kind = "frozn", since = "2024", claimed_by = "self" },\n]',
        14,
        "kind 'frozn' is none of",
    ),
    ('["NO", "SE"]', '"x-Atlantis"', 11, "names.en must say what it is"),
    ('since = "2001-01-01"', 'since = "2001-02-30"', 12, "no such day"),
    ('since = "2001-01-01"', 'since = "2003/2001"', 12, "is not earliest/latest"),
    ('checked = "2024"', 'checked = "2023/2024"', 3, "is not YYYY"),
    ('since = "2001-01-01"', 'since = "2001"\nuntil = "1999"', 13, "until 1999 is before since"),
    ('since = "2001-01-01"', 'since = "2001"\nstatus = "king"', 13, "status 'king' is none of"),
    ('since = "2001-01-01"', 'since = "2001"\nuntill = "2004"', 13, "unknown key 'untill'"),
    ('sources = ["page"]', 'sources = ["book"]', 13, "source 'book' is not among"),
    ('sources = ["page"]', "", 11, 'no sources; say certainty = "recalled"'),
    ('sources = ["page"]', 'sources = ["page"]\ncertainty = "official"', 14, "better than that"),
    (
        "[[members]]",
        '[[members]]\niso = "NO"\nsince = "1999"\nsources = "page"\n[[members]]',
        16,
        "two entries",
    ),
    ("[[members]]", "[members]", 0, "members must be tables"),
]


@pytest.mark.parametrize(("old", "new", "line", "reason"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_broken_file_is_told_by_file_line_and_reason(
    folder: Path, old: str, new: str, line: int, reason: str
) -> None:
    """The message points at the line."""
    path = folder / "liga.toml"
    path.write_text(GOOD.replace(old, new), "utf-8")

    with pytest.raises(OrganisationFileError) as caught:
        organisation("liga")
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert reason in caught.value.reason


def test_a_file_that_is_not_utf_8_is_told(folder: Path) -> None:
    """It is no crash."""
    (folder / "liga.toml").write_bytes(b"id = '\xff'")

    with pytest.raises(OrganisationFileError, match=r"liga\.toml: .*utf-8"):
        organisation("liga")


def test_a_file_under_the_wrong_name_is_told(folder: Path) -> None:
    """An id must be found by its file's name."""
    (folder / "other.toml").write_text(GOOD, "utf-8")

    with pytest.raises(OrganisationFileError, match="belongs in another file"):
        organisation("other")


def test_a_day_that_lies_between_two_is_uncertain_between_them(folder: Path) -> None:
    """Before the first it is out, from the last it is in."""
    path = folder / "liga.toml"
    path.write_text(GOOD.replace('since = "2001-01-01"', 'since = "2001/2003-06"'), "utf-8")
    told = [
        (len(roster("liga", day).members), len(roster("liga", day).uncertain))
        for day in ("2000-12-31", "2002", "2003-07-01")
    ]

    assert told == [(0, 0), (0, 2), (2, 0)]


def test_members_may_stand_inline_and_a_mark_may_begin_the_file(folder: Path) -> None:
    """A fault is told by its own line there too; a byte order mark is no fault."""
    inline = 'id = "LIGA"\nnames = { en = "A" }\nchecked = "2024"\nmembers = [\n'
    inline += '  { iso = "NO", since = "2001", certainty = "recalled" },\n'
    path = folder / "liga.toml"
    path.write_text(f"\ufeff{inline}]\n", "utf-8")
    assert [each.iso for each in organisation("liga").memberships] == ["NO"]
    path.write_text(f'{inline}  {{ iso = "SE", since = "x" }},\n]\n', "utf-8")

    with pytest.raises(OrganisationFileError, match=r"liga\.toml:6: since"):
        organisation("liga")


def test_capitals_in_a_files_name_and_folders_do_no_harm(folder: Path) -> None:
    """The one is found all the same, the other is no record."""
    (folder / "Liga.toml").write_text(GOOD, "utf-8")
    (folder / "folder.toml").mkdir()

    assert len(organisation("liga").memberships) == 2
    assert [path.name for path, _ in checked_user_files()] == ["Liga.toml"]


def test_a_broken_file_does_not_hide_the_others(folder: Path) -> None:
    """A state's organisations are told without it."""
    (folder / "liga.toml").write_text("id = 3", "utf-8")

    assert "NATO" in [each for each, _ in organisations_of("NO", "2024")]


def test_each_of_the_readers_files_is_checked(folder: Path) -> None:
    """Good and bad are told apart."""
    (folder / "bad.toml").write_text("id = 3", "utf-8")
    (folder / "liga.toml").write_text(GOOD, "utf-8")
    found = {path.name: type(said).__name__ for path, said in checked_user_files()}

    assert found == {"bad.toml": "OrganisationFileError", "liga.toml": "Organisation"}


def test_a_blank_file_is_good_as_soon_as_its_members_are_put_in(folder: Path) -> None:
    """What stands for them passes no check."""
    path, text = folder / "union.toml", blank_file("union", "A Union", "2026-11-24")
    path.write_text(text, "utf-8")
    with pytest.raises(OrganisationFileError, match="no state has the ISO 3166-1 code 'AA'"):
        organisation("union")
    path.write_text(text.replace('["AA", "BB"]', '["NO"]'), "utf-8")

    assert organisation("union").names == {"en": "A Union"}


@pytest.mark.parametrize("identity", ["", "my org", "../evil", "/etc/x", ".x", "a.b", "é", "a\n"])
def test_what_cannot_be_an_id_has_no_file(identity: str) -> None:
    """Nothing is written outside the folder, or where it would not be found."""
    with pytest.raises(ValueError, match="cannot be an organisation's id"):
        user_path(identity)


@pytest.mark.parametrize("name", [".toml", "my org.toml", "straße.toml", "._liga.toml", "..toml"])
def test_a_file_with_a_bad_name_stops_nothing(folder: Path, name: str) -> None:
    """It is passed over, and told by the check unless it is hidden."""
    (folder / name).write_text(GOOD, "utf-8")

    assert "NATO" in [each for each, _ in organisations_of("NO", "2024")]
    assert id_of("A League") == "" and own_names() == ()
    assert bool(trouble()) == (not name.startswith("."))


def test_files_that_cannot_be_used_are_told_in_one_line(folder: Path) -> None:
    """The first, and how many more."""
    (folder / "liga.toml").write_text(GOOD, "utf-8")
    before = trouble()
    for name in ("a", "b", "c"):
        (folder / f"{name}.toml").write_text("id = 3", "utf-8")

    assert before == ""
    assert "a.toml: names" in trouble() and "and 2 more" in trouble() and "\n" not in trouble()


def test_every_interval_on_record_has_a_source_that_was_read() -> None:
    """No membership stands without one; what the sources do not name in words is told in a note."""
    shipped = [
        (each.id, membership)
        for each in map(organisation, known())
        for membership in each.memberships
    ]
    unsourced = [(name, each.iso) for name, each in shipped if not each.sources]
    unsaid = [
        (name, each.iso) for name, each in shipped if each.certainty == "recalled" and not each.note
    ]

    assert (unsourced, unsaid) == ([], [])


def test_every_page_on_record_tells_the_day_it_was_read_and_is_cited() -> None:
    """A month would not find the page as it was; a page that nothing cites supports nothing."""
    undated, uncited = [], []
    for record in map(organisation, known()):
        citing = [each.sources for each in record.events]
        citing += [each.sources for each in record.offices]
        citing += [each.sources for each in record.memberships]
        citing += [flag.sources for each in record.memberships for flag in each.flags]
        cited = {source.key for sources in citing for source in sources}
        undated += [source.url for source in record.sources if len(source.read) != 10]
        uncited += [(record.id, each.key) for each in record.sources if each.key not in cited]

    assert (undated, uncited) == ([], [])


def test_the_index_names_every_file() -> None:
    """It is not out of date."""
    files = {path.stem.upper() for path in shipped_dir().glob("*.toml")}

    assert set(known()) == files

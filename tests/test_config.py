"""Settings: defaults, checks, and messages that name the file."""

import re
from pathlib import Path

import pytest

from reader.config import ConfigError, Settings, config_dir, data_dir, load_settings


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file of a home of its own; not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "reader" / "config.toml"
    path.parent.mkdir()
    return path


@pytest.mark.usefixtures("config")
def test_without_a_file_the_defaults_hold() -> None:
    """Nothing has to be written to begin."""

    assert load_settings() == Settings()


def test_what_the_file_says_holds(config: Path) -> None:
    """Each kind of entry."""
    config.write_text(
        'theme = "nord"\nmeasure = 60\n[keys]\nhighlight = "H"\n[export]\nfolder = "x"\n'
    )

    assert load_settings() == Settings("nord", 60, {"highlight": "H"}, {"folder": "x"})


def test_the_folder_may_follow_and_a_server_be_named(config: Path) -> None:
    """Both in tables of their own."""
    config.write_text(
        '[export]\nfolder = "x"\nauto = true\n[hypothesis]\nserver = "https://example.org/api"\n'
    )
    settings = load_settings()

    assert (settings.auto_export, settings.export) == (True, {"folder": "x"})
    assert settings.hypothesis == {"server": "https://example.org/api"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mesure = 1\n", "there is no setting mesure: did you mean measure? (line 1)"),
        (
            "x = 1\n",
            "there is no setting x: there are theme, code, flags, ambiguous_",
        ),
        ("\n\nmeasure = 'wide'\n", "measure must be a whole number, not 'wide' (line 3)"),
        ("measure = true\n", "measure must be a whole number, not true (line 1)"),
        ("network = 'no'\n", "network must be true or false, not 'no' (line 1)"),
        ("theme = ['a']\n", "theme must be text in quotes, not a list (line 1)"),
        ("keys = 'h'\n", "keys must be a table: its name in brackets on a line of its own"),
        ("measure = 10\n", "measure must be 40 to 120, not 10 (line 1)"),
        ("code = 'wrap'\npanel = 100\n", "panel must be 24 to 90, not 100 (line 2)"),
        ("code = 'fold'\n", "code must be wrap or scroll, not 'fold' (line 1)"),
        ("ambiguous_width = 3\n", "ambiguous_width must be 1 or 2, not 3 (line 1)"),
        ("[keys]\nhighlight = 1\n", 'keys.highlight must be text in quotes, not 1: "K, ctrl+t'),
        ("[keys]\n'line.next' = 1\n", "keys.line.next must be text in quotes, not 1: "),
        ("[keys]\n'line.next' = 1\n", "one after another (line 2)"),
        (
            "[keys]\nline.next = 'J'\n",
            'a command\'s name stands in quotes, as in "line.next" (line 2)',
        ),
        ("[keys]\nhighlight = ['h', 'H']\n", "keys.highlight must be text in quotes, not a list: "),
        ("[export]\nauto = true\n", "export.auto needs export.folder (line 2)"),
        ("[export]\nauto = 1\n", "export.auto must be true or false, not 1 (line 2)"),
        (
            "[export]\nflavour = 'word'\n",
            "export.flavour must be commonmark, obsidian, logseq, not 'word' (line 2)",
        ),
        ("[export]\nname = '{date} {titel}'\n", "export.name: there is no {titel}"),
        ("[export]\nname = ' / '\n", "export.name: the pattern of file names is empty (line 2)"),
        ("[export]\nmodel = 'x'\n", "there is no setting export.model: "),
        ("[hypothesis]\ntoken = 'secret'\n", "there is no setting hypothesis.token: "),
        ("theme = nord\n", "line 1 cannot be understood, 'theme = nord': text stands in quotes"),
        ("\ntheme: x\n", "line 2 cannot be understood, 'theme: x': a setting is written as in"),
        (
            "code = 'wrap'\ncode = 'wrap'\n",
            "line 2 cannot be understood, \"code = 'wrap'\": it was",
        ),
        ("keys = [1,\n", "line 1 cannot be understood"),
        ("theme = \n", "config.toml"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(config: Path, text: str, words: str) -> None:
    """One line that names the entry."""
    config.write_text(text)
    with pytest.raises(ConfigError, match=re.escape(words)) as caught:
        load_settings()

    assert str(config) in str(caught.value)


def test_all_that_is_wrong_is_told_at_once(config: Path) -> None:
    """Each by its name."""
    config.write_text("measure = 10\ncode = 'fold'\n[export]\nauto = true\n")
    with pytest.raises(ConfigError, match=r"measure must.*; code must.*; export.auto needs"):
        load_settings()


def test_relative_xdg_folders_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the specification asks."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")

    assert config_dir() == Path.home() / ".config" / "reader"


def test_the_data_go_where_they_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The option before the variable before the XDG folder."""
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path / "variable"))

    assert data_dir(tmp_path / "option") == tmp_path / "option"
    assert data_dir() == tmp_path / "variable"

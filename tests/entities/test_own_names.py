"""Names of the reader's own organisations: found as they stand, and believed."""

from pathlib import Path

import pytest

from reader.entities import kept
from reader.entities.kept import recognised
from reader.entities.recogniser import recognise
from reader.knowledge import Knowledge, own_organisations
from reader.states.registry import user_dir
from tests.benchmarks.entities_tool import article

OWN = (
    ("Nordic Defence Cooperation", "NORDEFCO"),
    ("NORDEFCO", "NORDEFCO"),
    ("Nordic Defence", "NORDEFCO"),
    ("Union", "UNIE"),
    ("Oslo May 2024 Group", "OMG"),
    ("al-Hilal Pact", "HILAL"),
    ("Turkey", "TURKS"),
)
CASES = {
    "On Tuesday the Nordic Defence Cooperation met in Oslo.": ["Nordic Defence Cooperation"],
    "Officials say NORDEFCO's plan works.": ["NORDEFCO"],
    "A NORDEFCO-led drill": ["NORDEFCO"],
    "the Nordic Defence ministers": ["Nordic Defence"],
    "They of the Union and of the European Union met": ["Union", "European Union"],
    "The Oslo May 2024 Group met": ["Oslo May 2024 Group"],
    "It joined al-Hilal Pact": ["al-Hilal Pact"],
    "He spoke for Turkey in Ankara": ["Turkey"],
    "NORDIC DEFENCE COOPERATION SAYS NO": ["NORDIC DEFENCE COOPERATION"],
    "Unionists in NORDEFCOS": [],
}
FILE = """\
id = "LIGA"
names = { en = "The Grey League", fr = "Ligue grise" }
acronyms = { fr = "LGR" }
aliases = ["Greys"]
checked = "2024"
"""


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_own_names_are_found_as_whole_words_whatever_else_they_may_mean(
    text: str, expected: list[str]
) -> None:
    """Each is an organisation with its roster; a longer known name is left whole."""
    found = recognise(article(text, "en"), "2024-05-07", own=OWN)
    named = [text[m.start : m.end] for m in found.mentions if found.entities[m.entity].organisation]

    assert named == expected
    assert all(m.kind == "org" for m in found.mentions if text[m.start : m.end] in expected)


def test_names_acronyms_and_aliases_of_own_files_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With and without an article; of a broken file its id, so that its fault is told."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    before = own_organisations()
    user_dir().mkdir(parents=True)
    (user_dir() / "liga.toml").write_text(FILE, "utf-8")
    (user_dir() / "broken.toml").write_text("id = 3", "utf-8")
    text = "So the Grey League, LGR, the Greys and BROKEN met."
    known = Knowledge(article(text, "en"), tmp_path)

    assert before == ()
    assert [e.organisation for e in known.recognition.entities.values()] == ["LIGA", "BROKEN"]
    assert known.recognition.entities["org:LIGA"].count == 3
    assert [each.name for each in known.rosters()] == ["Grey League", "BROKEN"]


def test_a_kept_recognition_is_not_used_after_own_names_have_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The long article is read anew."""
    monkeypatch.setattr(kept, "LONG", 10)
    text = article("They of the Nordic Defence said so.", "en")
    before = recognised(text, "2024-05-07", tmp_path)
    after = recognised(text, "2024-05-07", tmp_path, OWN)

    assert ("org:NORDEFCO" in before.entities, "org:NORDEFCO" in after.entities) == (False, True)

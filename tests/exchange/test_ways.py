"""What was chosen for the last export is offered for the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.exchange.format import ExportOptions
from reader.exchange.ways import WAYS, Chosen
from tests.exchange.notes import document

MADE, USUAL = document([("First passage.", "One.", ())], "News"), ExportOptions()


def test_the_settings_come_before_the_last_folder(tmp_path: Path) -> None:
    """And the file that an article has gone to before both."""
    last, asked = tmp_path / "last" / "mine.org", {"folder": str(tmp_path / "vault")}
    Chosen(tmp_path, {}).remember(MADE, WAYS[4], last)
    org, csv = WAYS[4], WAYS[7]
    places = [
        Chosen(tmp_path, settings).target(MADE, way, USUAL)
        for settings, way in ((asked, org), (asked, csv), ({}, csv))
    ]

    assert places == [last, tmp_path / "vault" / "News.csv", tmp_path / "last" / "News.csv"]


def test_the_flavour_of_the_settings_is_the_first_way(tmp_path: Path) -> None:
    """Until another was chosen."""
    settings = {"flavour": "logseq"}
    before = Chosen(tmp_path, settings).way.id
    Chosen(tmp_path, settings).remember(MADE, WAYS[5], tmp_path / "x")

    assert (before, Chosen(tmp_path, settings).way.id) == ("logseq", "w3c")


ODD = ['{"way": 5, "folder": [], "files": 7}', '{"files": {"article": {"csv": 1}}}', "[", "", "[1]"]


@pytest.mark.parametrize("odd", ODD)
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, odd: str) -> None:
    """And it is whole again after the next export."""
    (tmp_path / "exports.json").write_text(odd)
    chosen = Chosen(tmp_path, {})
    chosen.target(MADE, WAYS[7], USUAL)
    chosen.remember(MADE, WAYS[7], tmp_path / "x.csv")

    assert Chosen(tmp_path, {}).target(MADE, WAYS[7], USUAL) == tmp_path / "x.csv"

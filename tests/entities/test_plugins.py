"""Recognisers from outside the program."""

import os
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest

from reader.entities.plugins import VARIABLE, PluginError
from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import article

RUSSIAN = "Журналист Пётр Сидоренко работает в компании Северсталь."
ENGLISH = "Yesterday Margaret Hollis of Microsoft spoke to Dana Whitfield in Geneva."


@pytest.fixture(autouse=True)
def unloaded() -> Iterator[None]:
    """No recogniser is remembered from another test."""
    import reader.entities.plugins as plugins

    plugins._loaded.cache_clear()
    yield
    plugins._loaded.cache_clear()


def the_real(package: str) -> Any:
    """An optional package; CI installs them all and lets none be missing."""
    if find_spec(package) is None and not os.environ.get("READER_TEST_EXTRAS"):
        pytest.skip(f"{package} is not installed")
    return import_module(package)


def named(text: str, language: str, kind: str) -> list[str]:
    """The names of one kind that are found in a text."""
    found = recognise(article(text, language), "2024-06-25")
    return [entity.name for entity in found.entities.values() if entity.kind == kind]


def test_natasha_recognises_russian(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real package, by its entry point."""
    the_real("natasha")
    monkeypatch.setenv(VARIABLE, "natasha")

    assert named(RUSSIAN, "ru", "person") == ["Пётр Сидоренко"]
    assert named(RUSSIAN, "ru", "org") == ["Северсталь"]


def test_spacy_recognises_the_language_of_an_installed_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The real package with a real model, by its entry point."""
    the_real("spacy")
    monkeypatch.setenv(VARIABLE, "spacy")

    assert named(ENGLISH, "en", "person") == ["Margaret Hollis", "Dana Whitfield"]
    assert named(ENGLISH, "en", "org") == ["Microsoft"]


def test_tables_and_dates_stand_beside_an_outside_recogniser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """States keep their codes and dates their values."""
    the_real("spacy")
    monkeypatch.setenv(VARIABLE, "spacy")
    found = recognise(article("Kenya joined on 3 June 2003.", "en"), "2024-06-25")

    assert list(found.entities) == ["state:KE", "date:2003-06-03"]


@pytest.mark.parametrize(("name", "package"), [("natasha", "natasha"), ("spacy", "spacy")])
def test_another_language_is_left_to_the_programs_own_recogniser(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    """Indonesian has a model here and none there."""
    the_real(package)
    text = "Presiden Joko Widodo bertemu Xi Jinping di Beijing."
    own = named(text, "id", "person")
    monkeypatch.setenv(VARIABLE, name)

    assert named(text, "id", "person") == own == ["Joko Widodo", "Xi Jinping"]


def test_spacy_without_a_model_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would recognise nothing, and says how to get one."""
    spacy = the_real("spacy")
    monkeypatch.setattr(spacy.util, "get_installed_models", list)
    monkeypatch.setenv(VARIABLE, "spacy")

    with pytest.raises(PluginError, match="spacy download"):
        named(ENGLISH, "en", "person")


def test_a_recogniser_that_nothing_offers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names it."""
    monkeypatch.setenv(VARIABLE, "unheard-of")

    with pytest.raises(PluginError, match="unheard-of"):
        named(ENGLISH, "en", "person")

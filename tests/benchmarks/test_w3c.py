"""The W3C's own test suite for its annotation model (w3c/web-annotation-tests) on ours.

Its files are not part of this repository: without them the tests are skipped.
"""

from __future__ import annotations

import json
import re
import tarfile
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from reader.exchange.document import ExportDocument
from reader.exchange.format import ExchangeError, ExportOptions
from reader.exchange.reading.w3c import parse
from reader.exchange.w3c import render
from tests.cli.conftest import ROOT
from tests.exchange.notes import document
from tests.exchange.test_markdown import PASSAGES

SUITE = ROOT.parent / "shared/bench/export/w3c-web-annotation-tests.tgz"
pytestmark = pytest.mark.skipif(not SUITE.exists(), reason="the W3C suite is not here")

MUSTS = 54
INCORRECT = 39
_SAMPLES = "tools/samples/"
_LAST_COMMA = re.compile(r",(\s*[}\]])")

ELSEWHERE = {"example41": "its annotations stand in pages elsewhere"}
"""The specification's examples that hold no annotation, and why."""
NO_TEXT = {
    "anno4": "its target is no text but image",
    "anno17": "its target is no text but video",
    "anno21": "its target is no text but image",
    "anno28": "its target is a part that a DataPositionSelector tells, and no text",
    "anno29": "its target is a part that a SvgSelector tells, and no text",
    "anno30": "its target is a part that a SvgSelector tells, and no text",
}
"""The specification's examples that are left out, and why."""
NO_QUOTE = {
    "anno22": "the passage is told by a selector elsewhere alone",
    "anno24": "the passage is told by a CssSelector alone",
    "anno25": "the passage is told by a XPathSelector alone",
    "anno27": "the passage is told by a TextPositionSelector alone",
    "anno31": "the passage is told by a RangeSelector alone",
    "anno39": "the passage is told by a selector elsewhere alone",
    "anno41-example44": "the passage is told by a FragmentSelector alone",
}
"""The specification's examples that come in as notes on the whole article, and why."""


@cache
def suite() -> dict[str, str]:
    """The suite's files by their paths."""
    with tarfile.open(SUITE) as archive:
        named = ((each.name, archive.extractfile(each)) for each in archive if each.isfile())
        return {name: held.read().decode() for name, held in named if held}


@cache
def schemas() -> dict[str, Any]:
    """The suite's schemas by their file names, and without their ids, which are no addresses."""
    folders = ("annotations/", "definitions/", "collections/")
    files = {path: text for path, text in suite().items() if path.startswith(folders)}
    return {
        path.rpartition("/")[2]: _bare(json.loads(text))
        for path, text in files.items()
        if path.endswith(".json")
    }


def _bare(held: Any) -> Any:
    if isinstance(held, dict):
        return {key: _bare(value) for key, value in held.items() if not _is_id(key, value)}
    return [_bare(each) for each in held] if isinstance(held, list) else held


def _is_id(key: str, value: Any) -> bool:
    return key == "id" and isinstance(value, str)


@cache
def musts() -> dict[str, Draft4Validator]:
    """A validator for each assertion that an annotation must meet."""
    known = ((name, _resource(held)) for name, held in schemas().items())
    registry: Registry[Any] = Registry().with_resources(known).crawl()
    listed = json.loads(suite()["annotations/annotationMusts.test"])["assertions"]
    names = [path.rpartition("/")[2] for path in listed]
    return {
        name: Draft4Validator(schemas()[name], registry=registry, format_checker=FormatChecker())
        for name in names
    }


def _resource(held: Any) -> Resource[Any]:
    return Resource.from_contents(held, default_specification=DRAFT4)


def failed(annotation: Any) -> list[str]:
    """The assertions that an annotation does not meet."""
    return [name for name, validator in musts().items() if not validator.is_valid(annotation)]


def samples(kind: str) -> dict[str, str]:
    """The suite's samples of a kind by name, collections among them."""
    head = f"{_SAMPLES}{kind}/"
    return {
        path.removeprefix(head).removesuffix(".json"): text
        for path, text in suite().items()
        if path.startswith(head) and path.endswith(".json")
    }


def test_the_suite_is_whole_and_checks_formats() -> None:
    """Without the checkers of IRIs and times, half of the assertions would hold for anything."""
    checker = FormatChecker()

    assert len(musts()) == MUSTS
    assert not checker.conforms("no iri at all", "uri")
    assert not checker.conforms("yesterday", "date-time")
    assert failed({"type": "Annotation"}) != []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PASSAGES.map(document), st.sampled_from(["/a/b c.txt", "https://example.org/ä?b=c", "-"]))
def test_every_exported_annotation_meets_every_must(exported: ExportDocument, source: str) -> None:
    """Whatever is in the notes, and wherever the article is from."""
    article = ExportDocument(exported.id, _from(exported, source), exported.notes)

    for annotation in json.loads(render([article], ExportOptions())):
        assert failed(annotation) == []


def _from(exported: ExportDocument, source: str) -> Any:
    return replace(exported.article, source=source, url=source if "://" in source else "")


def test_every_incorrect_sample_is_refused() -> None:
    """In one line."""
    refused = []
    for name, text in samples("incorrect").items():
        with pytest.raises(ExchangeError) as caught:
            parse(text)
        refused.append((name, len(str(caught.value).splitlines())))

    assert len(refused) == INCORRECT
    assert {lines for _, lines in refused} == {1}


def test_incorrect_samples_are_refused_for_what_they_are_meant_to_show() -> None:
    """Many have two ids or a comma too many as well; mended of these, they are still refused."""
    accepted = []
    for name, text in samples("incorrect").items():
        try:
            held = json.loads(_LAST_COMMA.sub(r"\1", text))
        except ValueError:
            continue
        if held.get("label") != "multiple identifiers" and isinstance(held.get("id"), list):
            held["id"] = held["id"][0]
        try:
            parse(json.dumps(held))
        except ExchangeError:
            continue
        accepted.append(name)

    # Its fault is in a property whose name is misspelt, so that it means nothing.
    assert accepted == ["anno15"]


def test_the_examples_of_the_specification_are_imported() -> None:
    """All but those that hold no annotation or are about what is no text."""
    taken: set[str] = set()
    refused: dict[str, str] = {}
    unplaced: dict[str, str] = {}
    empty: dict[str, str] = {}
    for name, text in samples("correct").items():
        try:
            found = parse(text)
        except ExchangeError as error:
            empty[name] = str(error)
            continue
        if name == "collection1":
            assert len({each.annotation.id for each in found}) == len(found) == 50
            continue
        taken.add(name)
        for each in found:
            told = refused if each.refused else unplaced
            if each.refused or each.unplaced:
                told[name] = each.refused or each.unplaced

    assert (refused, unplaced) == (NO_TEXT, NO_QUOTE)
    assert empty.keys() == ELSEWHERE.keys()
    assert len(taken) == 43


def test_an_example_with_a_quote_keeps_it() -> None:
    """With the words around it, also where one selector refines another."""
    texts = samples("correct")
    anchors = [parse(texts[name])[0].annotation.anchor for name in ("anno26", "anno32")]

    assert [(each.prefix, each.exact, each.suffix) for each in anchors] == [
        ("this is an ", "anotation", " that has some"),
        ("text before the ", "Selected Text", " and text after it"),
    ]

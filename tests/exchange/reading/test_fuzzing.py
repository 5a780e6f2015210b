"""Damaged and hostile files: notes or one clear line, never another error."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.format import ExchangeError
from reader.exchange.reading.recognise import SOURCES, read_notes
from tests.exchange.reading.test_taking import FILES, quoted, row, w3c

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=4,
)
WHOLE = {
    "w3c": json.loads(w3c({**quoted(1, "x", "y", prefix="z"), "created": "2024-01-01T00:00:00Z"})),
    "hypothesis": {"rows": [row("a", "x", references=["b"])]},
}


def _places(held: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values within."""
    keys = held.keys() if isinstance(held, dict) else range(len(held))
    found = [(*path, key) for key in keys]
    inner = [each for each in found if isinstance(held[each[-1]], dict | list)]
    return found + [deep for each in inner for deep in _places(held[each[-1]], each)]


def _read(text: str, form: str) -> None:
    try:
        read_notes(text, form)
    except ExchangeError as error:
        assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize("form", WHOLE)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), value=values)
def test_any_value_in_any_place_is_read_or_refused(form: str, data: Any, value: Any) -> None:
    """One value of a good file replaced by another."""
    held = deepcopy(WHOLE[form])
    *path, last = data.draw(st.sampled_from(_places(held)))
    inner = held
    for key in path:
        inner = inner[key]
    inner[last] = value

    _read(json.dumps(held), form)


@pytest.mark.parametrize("form", SOURCES)
@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=60) | st.sampled_from(sorted(FILES.values())))
def test_any_text_is_read_or_refused(form: str, text: str) -> None:
    """In whatever format it is said to be."""

    _read(text, form)

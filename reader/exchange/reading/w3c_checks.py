"""What a W3C Web Annotation must be (https://www.w3.org/TR/annotation-model/), looked at by hand.

Only what the recommendation says with MUST is asked for, so that much comes in.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of the model."""
SETS = frozenset({"Choice", "Composite", "List", "Independents"})
"""The types of what holds several bodies or targets."""
_TIMES = ("created", "modified", "generated")
_IRIS = ("rights", "via")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")
_VALUED = frozenset({"FragmentSelector", "CssSelector", "XPathSelector"})
_PLACED = frozenset({"TextPositionSelector", "DataPositionSelector"})
_SELECTORS = _VALUED | _PLACED | {"TextQuoteSelector", "SvgSelector", "RangeSelector"}


def listed(value: Any) -> list[Any]:
    """A value as a list: JSON-LD leaves the brackets out around one."""
    return value if isinstance(value, list) else [value]


def is_iri(value: Any) -> bool:
    """Whether a value is one IRI."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def fault_of(row: Any, *, is_embedded: bool = False) -> str:
    """The first thing that is wrong with an annotation; empty where nothing is.

    Args:
        is_embedded: whether it stands in a collection, whose context it shares.
    """
    if not isinstance(row, Mapping):
        return "it is no object"
    if not is_embedded and CONTEXT not in listed(row.get("@context")):
        return f"its @context is not {CONTEXT}"
    return next(_faults(row), "")


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    if not is_iri(row.get("id")):
        yield "its id is not one IRI"
    if "Annotation" not in listed(row.get("type")):
        yield "its type is not Annotation"
    if "body" in row and "bodyValue" in row:
        yield "it has both body and bodyValue"
    if not isinstance(row.get("bodyValue", ""), str):
        yield "its bodyValue is not one text"
    if row.get("target") in (None, [], {}):
        yield "it has no target"
    yield from _common(row)
    for name in ("creator", "generator", "audience", "stylesheet"):
        if not all(is_iri(each) or isinstance(each, Mapping) for each in listed(row.get(name, []))):
            yield f"its {name} is neither an IRI nor an object"
    for name in ("target", "body"):
        for each in listed(row[name]) if row.get(name) is not None else ():
            yield from (f"its {name} {fault}" for fault in _resource(each, name == "target"))


def _common(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"its {name} is not one time" for name in _TIMES if not _is_time(row.get(name)))
    for name in _IRIS:
        if not all(map(is_iri, listed(row.get(name, [])))):
            yield f"its {name} is no IRI"
    if not is_iri(row.get("canonical", "urn:x")):
        yield "its canonical is not one IRI"


def _is_time(value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


def _resource(value: Any, is_target: bool) -> Iterator[str]:
    if isinstance(value, str):
        if not is_iri(value):
            yield "is no IRI"
        return
    if not isinstance(value, Mapping):
        yield "is neither an IRI nor an object"
        return
    yield from _common(value)
    types = set(map(str, listed(value.get("type", []))))
    known = types & SETS
    if len(known) > 1 or ("items" in value) != bool(known):
        yield "has items without one type that says how to take them, or the other way round"
    elif "items" in value:
        for item in listed(value["items"]):
            yield from _resource(item, is_target)
    elif "TextualBody" in types or "value" in value:
        if is_target or not isinstance(value.get("value"), str):
            yield "is a text without a value, or where none may be"
    elif "source" in value:
        yield from _specific(value, is_target)
    elif not is_iri(value.get("id")) or "selector" in value or "SpecificResource" in types:
        yield "has neither an IRI nor a source"
    yield from _described(value)


def _specific(value: Mapping[str, Any], is_target: bool) -> Iterator[str]:
    yield from _resource(value["source"], is_target)
    for selector in listed(value.get("selector", [])):
        yield from _selector(selector)


def _described(value: Mapping[str, Any]) -> Iterator[str]:
    for name in ("format", "language"):
        if not all(isinstance(each, str) for each in listed(value.get(name, []))):
            yield f"has a {name} that is no text"
    if not isinstance(value.get("processingLanguage", ""), str):
        yield "has not one processingLanguage"
    if value.get("textDirection", "auto") not in ("ltr", "rtl", "auto"):
        yield "has a textDirection that is not ltr, rtl or auto"


def _selector(value: Any) -> Iterator[str]:
    if is_iri(value):
        return
    kind = value.get("type") if isinstance(value, Mapping) else None
    if not isinstance(kind, str) or kind not in _SELECTORS:
        yield "has a selector of no known type"
        return
    needed = {"TextQuoteSelector": "exact", **dict.fromkeys(_VALUED, "value")}.get(kind, "")
    if needed and not isinstance(value.get(needed), str):
        yield f"has a {kind} without one {needed}"
    ends = [value.get("start"), value.get("end")]
    if kind in _PLACED and not all(type(end) is int and end >= 0 for end in ends):
        yield f"has a {kind} without a start and an end"
    if kind == "SvgSelector" and not (
        isinstance(value.get("value"), str) or is_iri(value.get("id"))
    ):
        yield "has a SvgSelector without a value"
    if kind == "RangeSelector":
        yield from _selector(value.get("startSelector"))
        yield from _selector(value.get("endSelector"))
    if "refinedBy" in value:
        for inner in listed(value["refinedBy"]):
            yield from _selector(inner)

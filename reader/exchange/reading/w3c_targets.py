"""The target of a W3C Web Annotation as passages of articles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.exchange.reading.foreign import foreign_anchor
from reader.exchange.reading.w3c_checks import listed
from reader.notes.annotation import Anchor

_NO_TEXT = frozenset({"Image", "Video", "Audio", "Sound", "Dataset"})
_MEDIA = re.compile(r"(?:^|[#&])(?:xywh|t)=")
_REFUSED = frozenset({"SvgSelector", "DataPositionSelector"})

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage that an annotation is about."""

    source: str
    """The IRI of its article."""
    anchor: Anchor
    """The passage; without a quote it is the whole article."""
    unplaced: str = ""
    """Why the passage cannot be told, where it cannot."""
    refused: str = ""
    """Why it is no passage of a text, where it is none."""


def passages(target: Any) -> Iterator[Passage]:
    """The passages in reading order; those of a set one after the other."""
    for each in listed(target):
        if isinstance(each, Mapping) and "items" in each:
            yield from passages(each["items"])
        else:
            yield _passage(each)


def _passage(target: Any) -> Passage:
    source, refused = _source(target)
    selectors = list(_selectors(target.get("selector"))) if isinstance(target, Mapping) else []
    quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), None)
    if quote is None:
        odd = next(filter(None, map(_refusal, selectors)), "")
        kinds = [str(each.get("type", "selector")) for each in selectors]
        unplaced = f"the passage is told by a {kinds[0]} alone" if kinds else ""
        return Passage(source, foreign_anchor(""), unplaced, refused or odd)
    places = (each.get("start") for each in selectors if "start" in each)
    start = next((each for each in places if type(each) is int), 0)
    parts = (quote.get(part) for part in ("exact", "prefix", "suffix"))
    exact, prefix, suffix = (part if isinstance(part, str) else "" for part in parts)
    return Passage(source, foreign_anchor(exact, prefix, suffix, start), refused=refused)


def _source(target: Any) -> tuple[str, str]:
    """The IRI of a target, and why it is no text."""
    if isinstance(target, str):
        return target, "its target is a part of a picture or film" if _MEDIA.search(target) else ""
    if "source" in target:
        return _source(target["source"])
    iri = str(target.get("id", ""))
    kinds = sorted(_NO_TEXT.intersection(map(str, listed(target.get("type")))))
    formats = [str(each).partition("/")[0] for each in listed(target.get("format"))]
    if kinds or {"image", "audio", "video"}.intersection(formats):
        return iri, f"its target is no text but {(kinds or formats)[0].lower()}"
    return iri, ""


def _selectors(held: Any) -> Iterator[Json]:
    """All selectors, each before what refines it."""
    for each in listed(held) if held else []:
        if not isinstance(each, Mapping):
            yield {"type": "selector elsewhere"}
            continue
        yield each
        yield from _selectors(each.get("refinedBy"))


def _refusal(selector: Json) -> str:
    kind = selector.get("type")
    if kind in _REFUSED:
        return f"its target is a part that a {kind} tells, and no text"
    is_media = kind == "FragmentSelector" and _MEDIA.search(str(selector.get("value", "")))
    return "its target is a part of a picture or film" if is_media else ""

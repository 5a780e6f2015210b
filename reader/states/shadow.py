"""A sentence with its mentions struck to single signs, so that patterns can speak of kinds."""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.article import Article, Block, Span
from reader.entities.mention import Entity, Recognition
from reader.states.registry import names_organisation
from reader.text.sentences import sentences

ORG, STATE, DATE, OTHER = "Ⓞ", "Ⓢ", "Ⓓ", "Ⓧ"
"""An organisation on record, a state, a date with its year, any other mention."""

# What an article writes with such a sign is no mention.
_PLAIN = dict.fromkeys(map(ord, ORG + STATE + DATE + OTHER), "\ufffd")
_YEAR = re.compile(r"(?<![\d.,/-])(?:18|19|20)\d\d(?![\d/]|[.,]\d|['’]?s\b|-\w)")


@dataclass(frozen=True, slots=True)
class Struck:
    """One mention that was struck to a sign."""

    sign: str
    """Which sign stands for it."""
    value: str
    """An organisation's id, a state's ISO code or a partial ISO date; else the entity's kind."""
    span: Span
    """Where it stands in the article."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A sentence's text with signs for its mentions."""

    text: str
    """The words, with one sign for each mention."""
    struck: Mapping[int, Struck]
    """The mention behind the sign at each index of `text`."""
    offsets: Sequence[int]
    """Where in the article each character of `text` begins, and where the last ends."""
    before: Sequence[str] = ()
    """The dates of the earlier sentences of its paragraph."""
    is_quoted: bool = False
    """Whether it begins within quotation marks that an earlier sentence opened."""

    def at(self, index: int) -> Struck:
        """The mention behind the sign at `index`."""
        return self.struck[index]

    def within(self, start: int, end: int, sign: str) -> list[Struck]:
        """The mentions of one sign in a stretch of `text`, in order."""
        return [
            each
            for index, each in self.struck.items()
            if start <= index < end and each.sign == sign
        ]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the article."""
        last = self.struck.get(end - 1)
        return Span(self.offsets[start], last.span.end if last else self.offsets[end - 1] + 1)


def shadows(article: Article, recognition: Recognition) -> Iterator[Shadow]:
    """The shadows of the sentences of each block that names an organisation, in text order."""
    kinds = {key: _kind(entity) for key, entity in recognition.entities.items()}
    coming = (
        Struck(*kinds[mention.entity], Span(mention.start, mention.end))
        for mention in recognition.mentions
    )
    following = next(coming, None)
    for block in article.blocks:
        marks: deque[Struck] = deque()
        while following and following.span.start < block.end:
            marks.append(following)
            following = next(coming, None)
        is_prose = block.kind not in ("code", "rule", "table")
        if is_prose and any(mark.sign == ORG for mark in marks):
            yield from _of_block(article.text, block, marks)


def _of_block(text: str, block: Block, coming: deque[Struck]) -> Iterator[Shadow]:
    before: list[str] = []
    open_marks = 0
    marks: deque[Struck] = deque()
    for sentence in sentences(text, block.start, block.end):
        while coming and coming[0].span.start < sentence.end:
            marks.append(coming.popleft())
        while marks and marks[0].span.end <= sentence.start:
            marks.popleft()
        shadow = _shadow(text, sentence, [*marks])
        if before or open_marks:
            shadow = replace(shadow, before=tuple(before), is_quoted=open_marks > 0)
        yield shadow
        before += [each.value for each in shadow.within(0, len(shadow.text), DATE)]
        open_marks = _still_open(shadow.text, open_marks)


def _still_open(text: str, open_marks: int) -> int:
    """How many quotation marks are open after a sentence."""
    for mark in re.findall('["“„«”»]', text):
        is_closing = mark in "”»" or (mark == '"' and open_marks)
        open_marks = max(0, open_marks - 1) if is_closing else open_marks + 1
    return open_marks


def _kind(entity: Entity) -> tuple[str, str]:
    if entity.kind == "state" and entity.iso:
        return STATE, entity.iso
    identity = names_organisation(entity)
    if identity:
        return ORG, identity
    if entity.kind == "date" and entity.value:
        return DATE, entity.value
    return OTHER, entity.kind


def _shadow(text: str, sentence: Span, marks: Sequence[Struck]) -> Shadow:
    signs: list[str] = []
    offsets: list[int] = []
    struck: dict[int, Struck] = {}
    at = sentence.start
    for mark in _with_years(text, sentence, marks):
        signs += text[at : mark.span.start].translate(_PLAIN)
        offsets += range(at, mark.span.start)
        struck[len(signs)] = mark
        signs.append(mark.sign)
        offsets.append(mark.span.start)
        at = mark.span.end
    signs += text[at : sentence.end].translate(_PLAIN)
    offsets += range(at, sentence.end)
    return Shadow("".join(signs), struck, [*offsets, sentence.end])


def _tells_year(mark: Struck, written: str) -> bool:
    # "1980s" is no year.
    return mark.value[:4] in written and not re.search(r"\d(?:['’]?s|-\w+)$", written)


def _with_years(text: str, sentence: Span, marks: Sequence[Struck]) -> list[Struck]:
    # A date counts only where its year is written; bare years count also where no one saw them.
    kept = [
        mark
        for mark in marks
        if mark.span.start >= sentence.start
        and mark.span.end <= sentence.end
        and (mark.sign != DATE or _tells_year(mark, text[mark.span.start : mark.span.end]))
    ]
    taken = {at for mark in kept for at in range(mark.span.start, mark.span.end)}
    years = [
        Struck(DATE, match[0], Span(*match.span()))
        for match in _YEAR.finditer(text, sentence.start, sentence.end)
        if taken.isdisjoint(range(*match.span()))
    ]
    return sorted([*kept, *years], key=lambda mark: mark.span)

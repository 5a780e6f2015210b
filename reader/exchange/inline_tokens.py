"""A line of an article cut into tokens: text, and the starts and ends of what stands around it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.article import Span

Kind = Literal["link", "highlight", "strong", "emphasis", "strike", "code"]
ORDER: tuple[Kind, ...] = ("link", "highlight", "strong", "emphasis", "strike", "code")
"""The kinds; the first stand outside."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """What stands around a stretch of the text."""

    start: int
    """The first code point within."""
    end: int
    """The first code point after it."""
    kind: Kind
    """What it is."""
    target: str = ""
    """A link's address."""


@dataclass(slots=True)
class Token:
    """A piece of the line: plain text, or the start or end of what stands around some."""

    text: str = ""
    """Of plain text, that; of a reference, its Markdown."""
    wrap: Wrap | None = None
    """What starts or ends here."""
    is_plain: bool = False
    """Whether it is text of the article."""
    other: int = -1
    """For an end, the number of its start."""
    before: str = ""
    """White space that was moved out from behind a start."""
    after: str = ""
    """White space that was moved out from before an end."""

    @property
    def is_run(self) -> bool:
        """Whether it is a run of delimiters, which must hug a word."""
        return self.wrap is not None and self.wrap.kind in ("strong", "emphasis", "strike")

    @property
    def is_link(self) -> bool:
        """Whether a link starts or ends here."""
        return self.wrap is not None and self.wrap.kind == "link"


def apart(wraps: Sequence[Wrap]) -> Iterator[Wrap]:
    """Wraps of one kind, those that meet made one; links stay two, and the first has its way."""
    held: Wrap | None = None
    for wrap in wraps:
        if held is None:
            held = wrap
        elif held.kind != "link" and wrap.start <= held.end:
            held = replace(held, end=max(held.end, wrap.end))
        elif wrap.end > held.end:
            yield held
            held = replace(wrap, start=max(wrap.start, held.end))
    if held:
        yield held


def trimmed(text: str, span: Span, wrap: Wrap) -> Iterator[Wrap]:
    """What of a wrap lies in the stretch, without the white space at its ends."""
    start, end = max(span.start, wrap.start), min(span.end, wrap.end)
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    end -= len(held) - len(held.rstrip())
    if start < end:
        yield replace(wrap, start=start, end=end)


def tokenise(
    text: str, span: Span, wraps: Sequence[Wrap], references: Mapping[int, str]
) -> Iterator[Token]:
    """The stretch as tokens, properly nested; the references stand at their offsets."""
    ends = {end for wrap in wraps for end in (wrap.start, wrap.end)}
    inner = {at for at in references if span.start < at <= span.end}
    cuts = sorted({span.start, span.end, *ends, *inner})
    waiting = sorted(wraps, key=lambda wrap: -wrap.start)
    active: list[Wrap] = []
    stack: list[tuple[Wrap, int]] = []
    count = 0
    for here, after in zip(cuts, [*cuts[1:], span.end], strict=True):
        while waiting and waiting[-1].start == here:
            active.append(waiting.pop())
        active = sorted((each for each in active if each.end > here), key=_rank)
        same = _shared([wrap for wrap, _ in stack], active)
        made = [Token(wrap=wrap, other=at) for wrap, at in reversed(stack[same:])]
        if here in inner:
            made.append(Token(references[here]))
        del stack[same:]
        for wrap in active[same:]:
            stack.append((wrap, count + len(made)))
            made.append(Token(wrap=wrap))
        made.append(Token(text[here:after], is_plain=True))
        count += len(made)
        yield from made


def _rank(wrap: Wrap) -> tuple[bool, bool, int, int, int]:
    # A link is never cut; code holds no markup; else what began first stands outside.
    last = ORDER.index(wrap.kind)
    return wrap.kind != "link", wrap.kind == "code", wrap.start, -wrap.end, last


def _shared(some: Sequence[Wrap], others: Sequence[Wrap]) -> int:
    pairs = zip(some, others, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(some), len(others)))


def move_spaces(tokens: Sequence[Token]) -> None:
    """Take white space out of what stands around it: a sign that hugs no word is none."""
    for number, token in enumerate(tokens):
        word = token.text.strip()
        if token.is_plain and word not in ("", token.text) and not _is_code(tokens, number):
            _move_out(tokens, number)


def _move_out(tokens: Sequence[Token], number: int) -> None:
    token, first, last = tokens[number], number, number
    while first and tokens[first - 1].wrap and tokens[first - 1].other < 0:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].other >= 0:
        last += 1
    if first < number:
        bare = token.text.lstrip()
        tokens[first].before, token.text = token.text[: len(token.text) - len(bare)], bare
    if last > number:
        bare = token.text.rstrip()
        tokens[last].after, token.text = token.text[len(bare) :], bare


def _is_code(tokens: Sequence[Token], number: int) -> bool:
    before = tokens[number - 1].wrap if number else None
    return before is not None and before.kind == "code" and tokens[number - 1].other < 0

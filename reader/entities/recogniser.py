"""The recogniser: an article becomes mentions and entities, some blocks at a time."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reader.article import Article, Block, Span
from reader.entities.blocks import findings
from reader.entities.coreference import Document
from reader.entities.gazetteer import OwnNames
from reader.entities.language import guess_language
from reader.entities.mention import Mention, Recognition
from reader.entities.mentions import MentionColumns
from reader.entities.plugins import plugged
from reader.entities.stretches import stretches
from reader.entities.triggers import triggers
from reader.text.rests import Rest, breathe, with_rests

_READ_TWICE = 60_000
"""The longest article that is read anew for names whose full form comes late."""


def recognise(
    article: Article,
    as_of: str,
    within: Span | None = None,
    own: OwnNames = (),
    rest: Rest = breathe,
) -> Recognition:
    """All mentions of an article, or those of the blocks that meet `within`.

    Args:
        article: what is read.
        as_of: the ISO date against which relative and partial dates are resolved.
        within: a part of the text; None for all of it.
        own: the names of the reader's own organisations.
        rest: called now and then, for other threads to have their turn.
    """
    blocks = article.blocks if within is None else _blocks(article, within)
    document = Document()
    mentions = MentionColumns(_mentions(article, as_of, blocks, document, own, rest))
    if document.memory.knows_better_now() and len(article.text) <= _READ_TWICE:
        document = Document(document.memory)
        mentions = MentionColumns(_mentions(article, as_of, blocks, document, own, rest))
    mentions.rename(document.renamed)
    return Recognition(mentions, document.entities)


def recognise_blocks(article: Article, as_of: str, spans: Iterable[Span]) -> Iterator[Recognition]:
    """The mentions of one span of blocks after the other; entities are known from span to span."""
    document = Document()
    for span in spans:
        mentions = MentionColumns(_mentions(article, as_of, _blocks(article, span), document))
        mentions.rename(document.renamed)
        yield Recognition(mentions, document.entities)


def _blocks(article: Article, span: Span) -> Sequence[Block]:
    """The blocks that meet a span."""
    first = bisect_right(article.blocks, span.start, key=lambda block: block.end)
    last = bisect_left(article.blocks, span.end, key=lambda block: block.start)
    return article.blocks[first:last]


def _mentions(
    article: Article,
    as_of: str,
    blocks: Iterable[Block],
    document: Document,
    own: OwnNames = (),
    rest: Rest = breathe,
) -> Iterator[Mention]:
    language = article.language.partition("-")[0].lower() or guess_language(article.text)
    today, outside, memory = reference_date(as_of), plugged(), document.memory
    memory.genitives = triggers(language).genitives
    for stretch in with_rests(stretches(article.text, blocks, language), rest):
        found = findings(article.text, stretch, language, today, memory, own, outside)
        yield from document.named(found)


def reference_date(as_of: str) -> datetime.date:
    """An ISO date of any precision as the last day it may mean."""
    parts = [int(part) for part in as_of.split("-")]
    if len(parts) == 3:
        return datetime.date(*parts)
    month = parts[1] if len(parts) == 2 else 12
    following = datetime.date(parts[0] + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)

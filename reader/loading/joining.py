"""Articles put behind one another to make one."""

from dataclasses import replace

from reader.article import Article, Block, Mark


def under_heading(article: Article) -> Article:
    """An article with its title as a heading over its text."""
    title = article.title
    if not title:
        return article
    by = len(title) + 2
    return replace(
        article,
        title="",
        text=f"{title}\n\n{article.text}",
        blocks=[Block("heading", 0, len(title), 1), *(_moved(each, by) for each in article.blocks)],
        marks=[_moved_mark(mark, by) for mark in article.marks],
    )


def repeats(first: Article, second: Article) -> bool:
    """Whether most of the second article stands in the first: it is no page that goes on."""
    length = sum(block.end - block.start for block in second.blocks)
    texts = (second.text[block.start : block.end] for block in second.blocks)
    return sum(len(text) for text in texts if text in first.text) * 2 > length


def joined(first: Article, second: Article) -> Article:
    """The first article with the text of the second behind it, but for a headline said twice."""
    blocks = list(second.blocks)
    if blocks and second.text[blocks[0].start : blocks[0].end] in {first.title, second.title}:
        blocks = blocks[1:]
    if not blocks:
        return first
    start = blocks[0].start
    by = len(first.text) + 2 - start
    return replace(
        first,
        text=f"{first.text}\n\n{second.text[start:]}",
        blocks=[*first.blocks, *(_moved(block, by) for block in blocks)],
        marks=[
            *first.marks,
            *(_moved_mark(mark, by) for mark in second.marks if mark.start >= start),
        ],
    )


def _moved(block: Block, by: int) -> Block:
    return replace(block, start=block.start + by, end=block.end + by)


def _moved_mark(mark: Mark, by: int) -> Mark:
    return Mark(mark.kind, mark.start + by, mark.end + by, mark.target)

"""Names of the reader's own organisations, which win over other readings of the same words."""

from collections.abc import Iterator

from reader.entities.gazetteer import OwnNames, own_gazetteer
from reader.entities.merge import KnownSpan
from reader.entities.tokens import Tokens


def with_own(
    tokens: Tokens, names: list[KnownSpan], own: OwnNames, language: str
) -> list[KnownSpan]:
    """The known names of a stretch with the reader's own; of the others, those apart from them.

    A known name that is longer on either side, `European Union` for `Union`, is left whole.
    """
    if not own:
        return names
    mine = [each for each in _own_spans(tokens, own, language) if not _is_within(each, names)]
    taken = {index for first, last, _ in mine for index in range(first, last)}
    apart = [each for each in names if taken.isdisjoint(range(each[0], each[1]))]
    return sorted([*mine, *apart], key=lambda each: each[0])


def _own_spans(tokens: Tokens, own: OwnNames, language: str) -> Iterator[KnownSpan]:
    known = own_gazetteer(own, language)
    free = 0
    for index in range(len(tokens.words)):
        hit = known.at(tokens, index) if index >= free else None
        if hit:
            free = hit[0]
            yield index, free, hit[1]._replace(is_own=True)


def _is_within(mine: KnownSpan, names: list[KnownSpan]) -> bool:
    length = mine[1] - mine[0]
    return any(
        first <= mine[0] and mine[1] <= last and last - first > length for first, last, _ in names
    )

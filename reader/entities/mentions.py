"""Mentions as columns: a sequence that makes each `Mention` when it is asked for."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args, overload

from reader.entities.mention import EntityKind, Mention

_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
_FLAGS = {kind: number for number, kind in enumerate(_KINDS)}
_METONYM = 8


class MentionColumns(Sequence[Mention]):
    """Mentions in 13 bytes each: offsets, a kind with the metonym bit, and an entity's number."""

    __slots__ = ("_ends", "_entities", "_flags", "_ids", "_starts")

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        """The given mentions, in the order given."""
        self._starts = array("I")
        self._ends = array("I")
        self._flags = array("b")
        self._entities = array("I")
        self._ids: list[str] = []
        ids, numbers = self._ids, dict[str, int]()
        for start, end, kind, entity, metonym in mentions:
            number = numbers.get(entity)
            if number is None:
                number = numbers[entity] = len(ids)
                ids.append(entity)
            self._starts.append(start)
            self._ends.append(end)
            self._flags.append(_FLAGS[kind] | (_METONYM if metonym else 0))
            self._entities.append(number)

    def rename(self, entities: Mapping[str, str]) -> None:
        """Give entities other ids."""
        self._ids = [entities.get(id_, id_) for id_ in self._ids]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mention]: ...
    def __getitem__(self, index: int | slice) -> Mention | Sequence[Mention]:
        """The mention at a place, or those of a slice."""
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        flags = self._flags[index]
        return Mention(
            self._starts[index],
            self._ends[index],
            _KINDS[flags & 7],
            self._ids[self._entities[index]],
            bool(flags & _METONYM),
        )

    def __eq__(self, other: object) -> bool:
        """Equal to any sequence of the same mentions."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """By length and first start, so that equal sequences agree."""
        return hash((len(self), self._starts[0] if self._starts else -1))

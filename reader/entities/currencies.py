"""State names that only tell a currency, and are no mention then: `the Singapore dollar`."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.merge import KnownSpan
from reader.entities.scene import Scene


def without_currencies(
    scene: Scene, names: Sequence[KnownSpan], tagged: Sequence[Labelled]
) -> tuple[list[KnownSpan], list[Labelled]]:
    """The known names and the tagged ones without the states beside a word such as `dollar`."""
    if scene.rules.currencies.isdisjoint(scene.tokens.words):
        return list(names), list(tagged)
    states = [name[:2] for name in names if name[2].kind == "S"]
    money = {span for span in states if _names_money(scene, *span)}
    return (
        [name for name in names if name[:2] not in money],
        [span for span in tagged if span[:2] not in money],
    )


def _names_money(scene: Scene, first: int, last: int) -> bool:
    """Whether a currency stands where the language has what a state's name belongs to."""
    words, rules = scene.tokens.words, scene.rules
    beside = words[last : last + 1] if rules.compounds else words[max(first - 1, 0) : first]
    return not rules.currencies.isdisjoint(beside)

"""Names of text by an installed spaCy model (extra `spacy`), as a plug-in of this program."""

from collections.abc import Callable
from functools import cache
from typing import Any

from reader.entities.labels import Label
from reader.entities.plugins import Recogniser

_LABELS: dict[str, Label] = {
    **dict.fromkeys(("PER", "PERSON"), "PER"),
    **dict.fromkeys(("ORG",), "ORG"),
    **dict.fromkeys(("LOC", "GPE", "FAC"), "LOC"),
}
"""The labels of spaCy's own models; any other label names nothing here."""


def recogniser() -> Recogniser:
    """The recogniser: each language by the first model of it that is installed.

    Raises:
        ImportError: the extra `spacy` is not installed, or no model for it.
    """
    import spacy

    models = sorted(spacy.util.get_installed_models())
    if not models:
        raise ImportError("spaCy has no model installed (python -m spacy download NAME)")

    @cache
    def pipeline(language: str) -> Callable[[str], Any] | None:
        # A model's name begins with its language: en_core_web_sm.
        name = next((name for name in models if name.partition("_")[0] == language), None)
        return spacy.load(name, exclude=["parser", "lemmatizer"]) if name else None

    def recognise(text: str, language: str) -> list[tuple[int, int, Label]] | None:
        run = pipeline(language)
        if run is None:
            return None
        return [
            (entity.start_char, entity.end_char, _LABELS[entity.label_])
            for entity in run(text).ents
            if entity.label_ in _LABELS
        ]

    return recognise

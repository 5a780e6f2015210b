"""Names of Russian text by natasha's news model (extra `ru`), as a plug-in of this program."""

from reader.entities.labels import Label
from reader.entities.plugins import Recogniser

_LABELS: dict[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def recogniser() -> Recogniser:
    """The recogniser; loads natasha's embedding and model, about a second.

    Raises:
        ImportError: the extra `ru` is not installed.
    """
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def recognise(text: str, language: str) -> list[tuple[int, int, Label]] | None:
        if language != "ru":
            return None
        document = Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        return [(span.start, span.stop, _LABELS[span.type]) for span in document.spans]

    return recognise

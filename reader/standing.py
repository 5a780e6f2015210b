"""How the notes of an article stand in its text, for lists over many articles."""

from contextlib import closing
from pathlib import Path

from reader.loading.errors import LoadError
from reader.notes.glance import glance
from reader.session import Session


def standing(source: str, data_dir: Path) -> dict[str, str]:
    """The status of each live note by its id; none where the article cannot be read offline.

    Args:
        source: what the article is opened by.
        data_dir: where the notes live.

    Raises:
        OSError: the notes are there but cannot be read.
    """
    try:
        session = Session.open(source, data_dir, is_offline=True)
    except LoadError:
        return {}
    with closing(session):
        return {each.annotation.id: each.place.status for each in session.annotations()}


def torn(article: str, data_dir: Path) -> dict[str, str]:
    """`conflict` by the id of each live note that has two texts; raises OSError as `glance`.

    Args:
        article: the article's id.
        data_dir: where the notes live.
    """
    return {each.annotation.id: "conflict" for each in glance(data_dir, article).conflicts}

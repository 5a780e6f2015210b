"""What is known of one article: its language, date, entities, rosters and claims.

Nothing is worked out before it is asked for, so the article can be shown at once and a worker
may ask for the rest in its own time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from reader.article import Article, Span
from reader.text.rests import Rest, breathe

if TYPE_CHECKING:
    from reader.corrections import CorrectionBook
    from reader.entities.corrections import Correction
    from reader.entities.gazetteer import OwnNames
    from reader.entities.mention import Recognition
    from reader.library import Library
    from reader.states.claims import Claim
    from reader.states.panel import NamedRoster


class Knowledge:
    """One article and all that the program and its reader know of it, but for the notes.

    Args:
        article: as it was loaded.
        data_dir: where corrections and the library live.
        as_of: the ISO date that rosters are asked for; empty for the article's own.
        today: the day of reading; no article is dated later.
    """

    def __init__(
        self, article: Article, data_dir: Path, as_of: str = "", today: date | None = None
    ) -> None:
        self.article = article
        self.data_dir = data_dir
        self._as_of = as_of
        self._today = today or date.today()
        self.rest: Rest = breathe
        """Called now and then while something is worked out, between two short stretches."""
        self._lock = RLock()
        self._raw: Recognition | None = None
        self._recognition: Recognition | None = None
        # Another object after each correction: what was made before it is out of date.
        self._corrected_by = self._made_by = object()

    @cached_property
    def id(self) -> str:
        """The article's id in the library, whether it has been recorded there or not."""
        return self.library.identify(self.article)

    @cached_property
    def library(self) -> Library:
        """The articles known so far."""
        from reader.library import Library

        return Library(self.data_dir)

    @cached_property
    def language(self) -> str:
        """The article's language as given, or as guessed from its words; empty in doubt."""
        from reader.entities.language import guess_language

        return self.article.language or guess_language(self.article.text)

    @cached_property
    def published(self) -> str:
        """The article's date as given, or as worked out from its dateline; empty in doubt."""
        from reader.entities.dateline import dateline

        if self.article.published:
            return self.article.published
        found = dateline(self.article.text, self.language, self._today)
        return found.isoformat() if found else ""

    @property
    def as_of(self) -> str:
        """The date that rosters are asked for: chosen, the article's own, or today."""
        return self._as_of or self.published or self.today

    @as_of.setter
    def as_of(self, chosen: str) -> None:
        self._as_of = chosen

    @property
    def is_undated(self) -> bool:
        """Whether rosters are asked for as of today for want of any date."""
        return not (self._as_of or self.published)

    @property
    def claims_day(self) -> str:
        """In words the day of which claims are checked, where rosters are asked for of another."""
        if self.told_on == self.as_of:
            return ""
        return f"{'its own date' if self.published else 'today'}, {self.told_on}"

    @property
    def told_on(self) -> str:
        """The day that the article speaks from, whatever day the rosters are asked for."""
        return self.published or self.today

    @property
    def today(self) -> str:
        """The day of reading, as an ISO date."""
        return self._today.isoformat()

    @property
    def described(self) -> Article:
        """The article with its language and date filled in."""
        return replace(self.article, language=self.language, published=self.published)

    @property
    def recognition(self) -> Recognition:
        """All mentions and entities of the article, as the reader has corrected them."""
        with self._lock:
            if self._raw is None:
                self._raw = self._recognise_all()
            while self._recognition is None or self._made_by is not self._corrected_by:
                self._made_by = self._corrected_by
                self._recognition = self._corrected(self._raw)
            return self._recognition

    def recognise_within(self, span: Span) -> Recognition:
        """The mentions of the blocks that `span` meets, before the whole is known."""
        from reader.entities.recogniser import recognise

        own = own_organisations()
        return self._corrected(recognise(self.described, self.told_on, span, own, self.rest))

    def _recognise_all(self) -> Recognition:
        from reader.config import cache_dir
        from reader.entities.kept import recognised

        folder = cache_dir() / "entities"
        return recognised(self.described, self.told_on, folder, own_organisations(), self.rest)

    def _corrected(self, found: Recognition) -> Recognition:
        from reader.entities.corrections import corrected

        corrections = self._corrections.of(self.id)
        return corrected(found, self.article, corrections) if corrections else found

    @cached_property
    def _corrections(self) -> CorrectionBook:
        from reader.corrections import CorrectionBook

        return CorrectionBook(self.data_dir)

    def correct(self, correction: Correction, *, everywhere: bool = False) -> None:
        """Correct what was recognised, here or in all articles; raises OSError."""
        self._corrections.add("" if everywhere else self.id, correction)
        # Not under the lock: a key does not wait for a worker that recognises a long article.
        self._corrected_by = object()

    def take_back_correction(self) -> Correction | None:
        """Forget the last correction of this article, else of all articles; raises OSError."""
        taken = self._corrections.take_back(self.id) or self._corrections.take_back("")
        self._corrected_by = object()
        return taken

    def rosters(self) -> Sequence[NamedRoster]:
        """The organisations that the article names, with their members at `as_of`."""
        from reader.states.panel import rosters_named

        return rosters_named(self.recognition, self.as_of, self.language)

    def claims(self) -> Sequence[Claim]:
        """What the article itself says of rosters, checked against the record."""
        from reader.states.claims import claims

        return claims(self.described, self.recognition, self.told_on, self.rest)


def own_organisations() -> OwnNames:
    """What the reader's own organisations are called; loads nothing where there are none."""
    if not _has_own():
        return ()
    from reader.states.registry import own_names

    return own_names()


def own_trouble() -> str:
    """One line on the reader's own organisations that cannot be used; empty where all can."""
    if not _has_own():
        return ""
    from reader.states.authoring import trouble

    return trouble()


def _has_own() -> bool:
    from reader.config import config_dir

    return (config_dir() / "organisations").is_dir()

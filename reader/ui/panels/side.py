"""The side panel: tabs, the page in front, and what is known of its highlighted row."""

from collections.abc import Iterator
from importlib import import_module

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.panels.known import Known
from reader.ui.panels.page import Page

PAGES = {
    "states": ("States", "reader.ui.panels.states:StatesPage"),
    "entities": ("Entities", "reader.ui.panels.entities:EntitiesPage"),
    "notes": ("Notes", "reader.ui.panels.notes:NotesPage"),
    "outline": ("Outline", "reader.ui.panels.outline:OutlinePage"),
}
"""The pages: what the tab is called, and the class, loaded when the page is first shown."""


_SHORT = 3
"""How many letters stand for a page where there is no room for its name."""


class Tabs(Widget):
    """The names of the pages; a click brings one to the front."""

    COMPONENT_CLASSES = {"tabs--front"}

    front: reactive[str] = reactive("")
    """The page in front, a key of `PAGES`; empty until the article has been painted."""

    def render(self) -> Content:
        """One line; that of the page in front is told apart."""
        return Content("").join(
            Content.assemble((title, ".tabs--front" if name == self.front else ""))
            for name, title in (self._titles() if self.front else ())
        )

    def _titles(self) -> Iterator[tuple[str, str]]:
        """Each page with what stands for it: where room is scarce, that in front keeps its name."""
        has_room = sum(len(title) + 2 for title, _ in PAGES.values()) <= self.content_size.width
        for name, (title, _) in PAGES.items():
            if has_room:
                yield name, f" {title} "
            else:
                yield name, f"{title} " if name == self.front else f"{title[:_SHORT]} "

    def on_click(self, event: events.Click) -> None:
        """Bring the page under the pointer to the front."""
        where, edge = event.get_content_offset(self), 0
        if where is None:
            return
        for name, title in self._titles():
            edge += len(title)
            if where.x < edge:
                self.query_ancestor(SidePanel).front = name
                return


class SidePanel(Vertical):
    """Shows one page of what is known; pages are made when they are first asked for."""

    front: reactive[str] = reactive("states", init=False)
    """The page in front, a key of `PAGES`."""

    def __init__(self) -> None:
        super().__init__()
        self.here = 0
        """Where the reader is in the article, in code points."""
        self._known: Known | None = None

    def compose(self) -> ComposeResult:
        yield Tabs()
        line = Static(classes="wanted")
        line.display = False
        yield line
        yield Static(classes="detail")

    def on_mount(self) -> None:
        # The article is painted first; the page can wait.
        self.call_after_refresh(self.watch_front, self.front)

    @property
    def page(self) -> Page:
        """The page in front, made if need be."""
        for page in self.query(f"#{self.front}").results(Page):
            return page
        made = _made(self.front)
        self.mount(made)
        return made

    def watch_front(self, name: str) -> None:
        """Bring a page to the front, unless the program is being left."""
        if not self.is_attached:
            return
        self.query_one(Tabs).front = name
        front = self.page
        had_focus = any(page.has_focus for page in self.query(Page))
        for page in self.query(Page):
            page.display = page is front
        if had_focus:
            front.focus()
        self.call_after_refresh(self.refill)

    def show(self, known: Known) -> None:
        """Show a new snapshot."""
        before, self._known = self._known, known
        page = next(iter(self.query(f"#{self.front}").results(Page)), None)
        if before is None or page is None or page.tells_apart(before, known):
            self.refill()

    def narrow(self, words: str) -> None:
        """Show only the rows that hold some words; no words show all."""
        self.page.wanted = words.strip().casefold()
        self.refill()

    def refill(self) -> None:
        """Show the same snapshot afresh."""
        if self._known and self.query(f"#{self.front}"):
            self.page.here = self.here
            self.page.show(self._known)
            self._show_wanted()
            self._show_detail()

    def _show_wanted(self) -> None:
        line, words = self.query_one(".wanted", Static), self.page.wanted
        line.display = bool(words)
        line.update(Content(f"only rows with “{words}” · / changes"))

    @on(Page.Highlighted)
    def _show_detail(self) -> None:
        row = self.page.row
        detail = self.query_one(".detail", Static)
        detail.set_class(not (row and row.detail.plain), "empty")
        for name in PAGES:
            detail.set_class(name == self.front, name)
        detail.update(row.detail if row else "")

    def turn(self, step: int) -> None:
        """Bring the next or previous page to the front."""
        names = list(PAGES)
        self.front = names[(names.index(self.front) + step) % len(names)]


def _made(name: str) -> Page:
    module, _, page_class = PAGES[name][1].partition(":")
    page: Page = getattr(import_module(module), page_class)()
    page.id = name
    return page

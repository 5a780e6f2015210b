"""The note editor: a small panel below the passage, which stays in view."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static, TextArea


class Passage(Widget):
    """The passage of a note in as many rows as there are; it ends in "…" where it is cut."""

    def __init__(self, words: str) -> None:
        super().__init__(classes="passage")
        self._words = Content(" ".join(words.split()))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of all its words; the style sheet says how many it may have."""
        return len(self._words.wrap(max(1, width)))

    def render(self) -> Content:
        """Its words, cut where the rows end."""
        width, height = self.content_size
        lines = self._words.wrap(max(1, width))
        if len(lines) <= height:
            return self._words
        rest = Content(" ").join(lines[height - 1 :]).truncate(width, ellipsis=True)
        return Content("\n").join([*lines[: height - 1], rest])


class NoteEditor(ModalScreen[str | None]):
    """Asks for a note's words; returns them, or None where nothing is to change.

    Args:
        passage: the text that the note is about.
        body: the words so far.
        keep_draft: is given the words at most two seconds after they were typed.
    """

    BINDINGS = [
        ("escape", "save", "Save"),
        ("ctrl+s", "save", "Save"),
        ("ctrl+c", "discard", "Leave unchanged"),
        Binding("ctrl+e", "edit_elsewhere", "$EDITOR", priority=True),
    ]

    def __init__(self, passage: str, body: str, keep_draft: Callable[[str], None]) -> None:
        super().__init__()
        self._passage = passage
        self._body = body
        self._keep_draft = keep_draft
        self.words = body
        """What stands in the editor now."""
        self._saved_draft = body
        self._is_answered = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog bottom"):
            yield Passage(self._passage)
            yield TextArea(self._body, soft_wrap=True, tab_behavior="focus")
            yield Static(
                "esc saves · ctrl+c discards · ctrl+e opens your editor · Markdown",
                classes="keys",
            )

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(1.5, self._draft_soon)

    def _draft_soon(self) -> None:
        # In a thread: no letter waits for the disk.
        self.run_worker(self._draft, thread=True, exclusive=True)

    def _draft(self) -> None:
        if self.words != self._saved_draft:
            self._saved_draft = self.words
            self._keep_draft(self.words)

    def on_unmount(self) -> None:
        # However the editor goes away, what was typed is kept until its note is.
        if not self._is_answered:
            self._draft()

    def action_save(self) -> None:
        """Close with the words as they stand."""
        self._is_answered = True
        self.dismiss(self.query_one(TextArea).text)

    def action_discard(self) -> None:
        """Close and change nothing."""
        self._is_answered = True
        self.dismiss(None)

    def action_edit_elsewhere(self) -> None:
        """Hand the words to `$EDITOR` and take back what it leaves."""
        from reader.ui.editor_command import edited

        with self.app.suspend():
            words = edited(self.words)
        if words is None:
            self.notify("The editor failed; nothing has changed", severity="warning")
        else:
            area = self.query_one(TextArea)
            area.text = words
            area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        self.words = event.text_area.text

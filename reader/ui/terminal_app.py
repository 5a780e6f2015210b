"""What an application of ours does otherwise than one of Textual's, whatever it shows."""

from collections.abc import Sequence
from functools import partial

from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter
from textual.notifications import Notification, Notify, SeverityLevel

from reader.config import Settings
from reader.ui.controls import ControlFilter
from reader.ui.driver import PromptDriver
from reader.ui.inks import inks
from reader.ui.pane.ambiguous import set_ambiguous_width
from reader.ui.wide_filter import WideFilter

_CONTROLS, _WIDE = ControlFilter(), WideFilter()


class TerminalApp(App[int]):
    """Writes to the terminal, and to the clipboard, in our way.

    Args:
        settings: the reader's own.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        set_ambiguous_width(settings.ambiguous_width)

    def get_driver_class(self) -> type[Driver]:
        """Ours, where Textual would take its own for the terminal."""
        found = super().get_driver_class()
        return PromptDriver if found is LinuxDriver else found

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the one that keeps control characters from the terminal."""
        wide = [_WIDE] if self.settings.ambiguous_width == 2 else []
        return [*super().get_line_filters(), _CONTROLS, *wide]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and our inks."""
        variables = super().get_css_variables()
        return variables | inks(variables)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in passing; brackets in it are brackets, whatever `markup` asks for."""
        del markup
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def on_notify(self, event: Notify) -> None:
        """What is said takes the place of the same words, and of what was said in passing."""
        said = event.notification
        for each in list(self._notifications):
            both_pass = said.severity == each.severity == "information"
            if both_pass or said.message == each.message:
                self._take_away(each)

    def fall_silent(self) -> None:
        """Take away what was said in passing: it belongs to the screen that is left."""
        for each in list(self._notifications):
            if each.severity == "information":
                self._take_away(each)

    def _take_away(self, notification: Notification) -> None:
        self._unnotify(notification, refresh=False)
        # With what holds it: Textual would leave that, and a row for it. Where Textual should
        # name the holder otherwise one day, the toast goes when its time is up.
        for screen in self.screen_stack:
            screen.query(f"#--textual-toast-{notification.identity}").remove()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the terminal (OSC 52), and by the desktop's own program where there is one."""
        from reader.ui.clipboard import copy_outside

        super().copy_to_clipboard(text)
        self.run_worker(partial(copy_outside, text), thread=True, group="clipboard")

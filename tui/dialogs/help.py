"""Help: what the keys do where one is, read from the registry of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.action import bindings
from tui.actions import HELP
from tui.key_names import key_rows
from tui.keymap import remapped
from tui.text import column, content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from tui.action import Action
    from tui.keymap import Keymap

_KEY_CELLS: Final = 8
"""How wide most keys are."""


class HelpDialog(ModalScreen[None]):
    """The keys of a place, each with what it does.

    Args:
        place: What the place is called.
        actions: What can be done there, by the keys that do it now.
        keymap: Which keys close it.
        note: What else there is to know of the place.
    """

    DEFAULT_CSS = """
    HelpDialog {
        align: center middle;
        background: transparent;
        & VerticalScroll {
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 2;
            border: round $primary;
            background: $surface;
        }
        & Static { width: auto; }
        &.-narrow VerticalScroll {
            width: 100%;
            height: 100%;
            padding: 0;
            border: none;
            scrollbar-size-vertical: 1;
        }
        &.-narrow Static { width: 1fr; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - as Screen has it
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]

    def __init__(
        self, place: str, actions: tuple[Action, ...], keymap: Keymap, note: str = ""
    ) -> None:
        super().__init__()
        self._note = note
        self._place = place
        self._actions = (*actions, *remapped(HELP[:1], keymap))

    def compose(self) -> ComposeResult:
        """Make the list."""
        with VerticalScroll() as list_:
            list_.border_title = content(f"Keys · {self._place}")
            yield Static(column(self._lines()))

    def _lines(self) -> Iterator[Content]:
        for keys, what in key_rows(self._actions):
            yield content((f"{keys:{_KEY_CELLS}} ", "$primary"), what)
        if self._note:
            yield content("")
            yield content((self._note, "$text-muted"))

    def action_leave_help(self) -> None:
        """Close it."""
        self.dismiss()

    def action_scroll_by(self, lines: int) -> None:
        """Scroll where there are more lines than fit."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False, immediate=True)

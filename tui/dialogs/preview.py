"""The preview: what something would come to, in full, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.action import bindings
from tui.actions import PREVIEW, READING
from tui.dialogs.choices import ShortOptions
from tui.dialogs.menu import MenuDialog
from tui.text import column, content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.action import Action
    from tui.choice import Choice
    from tui.keymap import Keymap

_FRAME: Final = 4
"""How many lines the frame and the keys take."""

_LEAST: Final = 3
"""How many lines of the text are seen at least."""


class PreviewDialog(MenuDialog):
    """A text that is read, on several pages where there is little room, above what can be chosen.

    Args:
        title: What it is about.
        lines: The text.
        choices: What there is to choose from.
        keymap: Which keys do which action.
    """

    DEFAULT_CSS = """
    PreviewDialog {
        & Vertical { width: 80; padding: 0; }
        & VerticalScroll {
            height: auto;
            margin: 0 0 1 0;
            padding: 0 1;
            scrollbar-size-vertical: 1;
        }
        & VerticalScroll Static { width: 1fr; color: $text; }
        & OptionList { width: 1fr; padding: 0 1; }
        & Vertical > Static { padding: 0 1; }
        &.-narrow VerticalScroll { margin: 0; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - as Screen has it
    NAME = "a preview"
    ACTIONS: ClassVar[tuple[Action, ...]] = PREVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]
    LIST = ShortOptions

    def __init__(
        self, title: str, lines: Iterable[str], choices: Sequence[Choice], keymap: Keymap
    ) -> None:
        super().__init__(title, choices, keymap)
        self._lines = tuple(lines)

    def above(self) -> Iterable[Widget]:
        """Return the text."""
        with VerticalScroll(can_focus=False) as text:
            yield Static(column(map(content, self._lines)))
        yield text

    def on_resize(self, event: events.Resize) -> None:
        """Let the text have the room that the choices leave."""
        room = event.size.height - len(self._choices) - _FRAME - 1
        self._text.styles.max_height = max(room, _LEAST)

    def action_read_on(self, pages: int) -> None:
        """Read on by so many pages."""
        lines = pages * max(self._text.size.height - 1, 1)
        self._text.scroll_relative(y=lines, animate=False, immediate=True)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

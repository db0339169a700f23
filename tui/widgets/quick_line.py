"""The quick-log line: one line to type, and under it what it would log or what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from habits.text import one_line
from tui.actions import LINE, bindings
from tui.text import content

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


HINT: Final = "what happened, with @people and #tags because why (yesterday)"
"""The grammar of the line, shown while it is empty."""


class LineInput(Input):
    """The line itself. A paste of several lines becomes one: nothing pasted is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LINE)]

    def _on_paste(self, event: events.Paste) -> None:
        self.insert_text_at_cursor(one_line(event.text))
        event.prevent_default()
        event.stop()

    def action_leave_line(self) -> None:
        """Ask for the line to be closed."""
        self.post_message(QuickLine.Left())


class QuickLine(Vertical):
    """The line with the practice it is for before it, and its reading under it."""

    DEFAULT_CSS = """
    QuickLine {
        height: auto;
        visibility: hidden;
        &.-open { visibility: visible; }
        & Horizontal { height: 1; }
        & .prompt { width: auto; padding: 0 1; color: $primary; text-style: bold; }
        & LineInput { width: 1fr; background: $background; }
        & LineInput:focus { background-tint: $foreground 0%; }
        & .reading { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $text-muted; }
        &.-refused .reading { color: $text-warning; }
    }
    """

    class Edited(Message):
        """The text is another one, and wants to be read back."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Edited):
        """The text is to be logged."""

    class Left(Message):
        """The line is to be closed and its text kept."""

    def compose(self) -> ComposeResult:
        """Make the parts."""
        with Horizontal():
            yield Static(classes="prompt")
            line = LineInput(placeholder=HINT, compact=True, select_on_focus=False)
            line.cursor_blink = False
            yield line
        yield Static(classes="reading")

    @property
    def is_open(self) -> bool:
        """Whether the line can be typed in."""
        return self.has_class("-open")

    @property
    def text(self) -> str:
        """What is typed."""
        return self._line.value

    def open(self, prompt: str, text: str) -> None:
        """Open the line for typing.

        Args:
            prompt: What the line is for.
            text: What it holds already.
        """
        self.query_one(".prompt", Static).update(content(f"{prompt} ›"))
        self._line.value = text
        self._line.cursor_position = len(text)
        self.add_class("-open")
        self._line.focus()
        self.post_message(self.Edited(text))

    def close(self) -> None:
        """Empty the line and hide it."""
        self.remove_class("-open")
        self._line.clear()
        self.screen.set_focus(None)

    def show_reading(self, words: str, *, refused: bool = False) -> None:
        """Show what the line would log, or why it is refused."""
        self.set_class(refused, "-refused")
        self.query_one(".reading", Static).update(content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for a reading of the new text."""
        event.stop()
        if self.is_open:
            self.post_message(self.Edited(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the text to be logged."""
        event.stop()
        self.post_message(self.Submitted(event.value))

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

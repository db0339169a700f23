"""The quick-log line: one line to type, and under it what it would log or what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingsMap
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from habits.text import one_line
from tui.text import content

if TYPE_CHECKING:
    from textual.app import ComposeResult


HINT: Final = "what happened, with @people and #tags because why (yesterday)"
"""The grammar of the line, shown while it is empty."""


class LineInput(Input, can_focus=False):
    """The line itself, which is handed its keys and is never focused.

    A focused widget has a queue of its own, and keys typed ahead would reach it after, or before,
    their turn. It looks focused all the same, for that is what draws the cursor.
    """

    EDITING: ClassVar = BindingsMap(Input.BINDINGS)

    def on_mount(self) -> None:
        """Draw the cursor, and let it stand still."""
        self.has_focus = True
        self.cursor_blink = False

    async def take(self, key: str, character: str | None) -> None:
        """Insert what a key stands for, or do what it does in a line."""
        if character is not None:
            self.replace(character, *self.selection)
            return
        for binding in self.EDITING.key_to_bindings.get(key, ()):
            await self.app.run_action(binding.action, self)

    def paste(self, text: str) -> None:
        """Insert a text, several lines as one: nothing pasted is lost."""
        self.replace(one_line(text), *self.selection)


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
        & LineInput:focus { background-tint: transparent; }
        & .reading { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $text-muted; }
        &.-refused .reading { color: $text-warning; }
    }
    """

    class Edited(Message):
        """The text is another one, and wants to be read back."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        """Make the parts."""
        with Horizontal():
            yield Static(classes="prompt")
            yield LineInput(placeholder=HINT, compact=True)
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
        self.post_message(self.Edited(text))

    def close(self) -> None:
        """Empty the line and hide it."""
        self.remove_class("-open")
        self._line.clear()

    def show_reading(self, words: str, *, refused: bool = False) -> None:
        """Show what the line would log, or why it is refused."""
        self.set_class(refused, "-refused")
        self.query_one(".reading", Static).update(content(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for a reading of the new text."""
        event.stop()
        if self.is_open:
            self.post_message(self.Edited(event.value))

    async def take(self, key: str, character: str | None) -> None:
        """Take a key into the line.

        Args:
            key: Its name.
            character: What it prints, if it prints.
        """
        await self._line.take(key, character)

    def paste(self, text: str) -> None:
        """Take a pasted text into the line."""
        self._line.paste(text)

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

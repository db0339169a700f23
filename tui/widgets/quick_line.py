"""The quick-log line at the foot of the screen, and what is said there while it is closed.

It is drawn line by line within a height that does not change, so that a key repaints these lines
and nothing is laid out anew. It is handed its keys and never focused: a focused widget has a queue
of its own, and keys typed ahead would reach it after, or before, their turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region
from textual.widget import Widget

from habits.text import cells, one_line
from tui.line_editor import LineEditor
from tui.row_text import Tone
from tui.text import strip_of, wrapped

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip
    from textual.style import Style

    from tui.text import Part

HINT: Final = "what happened, with @people and #tags because why (yesterday)"
"""The grammar of the line, shown while it is empty."""

MOST_WORDS: Final = 3
"""In how many lines something is said."""

_MARGIN: Final = 1


class QuickLine(Widget):
    """The line with the practice it is for before it, and its reading under it."""

    DEFAULT_CSS = """
    QuickLine {
        height: 4;
        & > .quiet { color: $text-muted; }
        & > .strong { color: $primary; text-style: bold; }
        & > .plain { color: $text; }
        & > .attention { color: $text-warning; }
        & > .cursor { color: $background; background: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *map(str, (Tone.QUIET, Tone.STRONG, Tone.PLAIN, Tone.ATTENTION)),
        "cursor",
    }

    def __init__(self) -> None:
        super().__init__()
        self._editor = LineEditor()
        self._prompt: str | None = None
        self._words = ""
        self._tone = Tone.QUIET
        self._asked = ("", 0)
        self._lines: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether the line can be typed in."""
        return self._prompt is not None

    @property
    def is_in_use(self) -> bool:
        """Whether it can be typed in, or something is said in its place."""
        return self.is_open or bool(self._words)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._editor.text

    def open(self, prompt: str, text: str) -> None:
        """Open the line for typing.

        Args:
            prompt: What the line is for.
            text: What it holds already.
        """
        self._prompt = prompt
        self._editor.set(text)
        self.refresh()

    def close(self) -> None:
        """Empty the line and close it."""
        self._prompt = None
        self._editor.set("")
        self._words = ""
        self.refresh()

    def show(self, words: str, *, urgent: bool = False) -> None:
        """Show under the line what it would log or why it is refused, or what was done."""
        before = self._height
        self._words = words
        self._tone = Tone.ATTENTION if urgent else Tone.QUIET
        if self.styles.is_auto_height:
            # Where there is little room the words take what they need, and no more.
            self.refresh(layout=True)
        else:
            height = max(before, self._height)
            # The line stands above them, and moves with them.
            self.refresh(Region(0, self.size.height - height - 1, self.size.width, height + 1))

    def take(self, key: str, character: str | None) -> None:
        """Take a key into the line.

        Args:
            key: Its name.
            character: What it prints, if it prints.
        """
        if character is None:
            self._editor.press(key)
        else:
            self._editor.insert(character)
        self.refresh()

    def insert(self, text: str) -> None:
        """Take a pasted text into the line, several lines as one: nothing of it is lost."""
        self._editor.insert(one_line(text))
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height that is needed."""
        del container, viewport
        return 1 + max(len(self._told(width)), 1)

    def render_line(self, y: int) -> Strip:
        """Return a line: they stand at the foot, as many as there are."""
        width = self.size.width
        told = self._told(width)
        lines = [[(" " * _MARGIN, Tone.QUIET), (line, self._tone)] for line in told]
        number = y - (self.size.height - max(len(lines), 1))
        if number == -1 and self.is_open:
            parts = self._typed(width)
        elif 0 <= number < len(lines):
            parts = [(text, self._style(tone)) for text, tone in lines[number]]
        else:
            parts = []
        return strip_of(parts, width, self.visual_style)

    @property
    def _height(self) -> int:
        """How many lines the words take."""
        return max(len(self._told(self.size.width)), 1)

    def _told(self, width: int) -> list[str]:
        if (self._words, width) != self._asked:
            self._asked = self._words, width
            self._lines = wrapped(self._words, max(width - 2 * _MARGIN, 1), MOST_WORDS)
        return self._lines

    def _typed(self, width: int) -> list[Part]:
        """Return the prompt and as much of the text as fits, with the cursor in sight."""
        prompt = f" {self._prompt} › "
        before, at, after = self._editor.parts
        room = max(width - cells(prompt) - cells(at or " ") - 1, 0)
        while cells(before) > room:
            before = before[max(1, len(before) - room) :]
        style = self._style(Tone.PLAIN)
        parts: list[Part] = [
            (prompt, self._style(Tone.STRONG)),
            (before, style),
            (at or " ", self.get_visual_style("cursor")),
            (after, style),
        ]
        if not self._editor.text:
            parts.append((HINT, self._style(Tone.QUIET)))
        return parts

    def _style(self, tone: Tone) -> Style:
        return self.get_visual_style(tone)

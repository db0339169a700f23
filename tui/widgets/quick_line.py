"""The quick-log line at the foot of the screen, and what is said there while it is closed.

It is drawn line by line within a height that does not change, so that a key repaints these lines
and nothing is laid out anew. It is handed its keys and never focused: a focused widget has a queue
of its own, and keys typed ahead would reach it after, or before, their turn.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Region

from habits.text import clean
from tui.line_editor import LineEditor
from tui.row_text import Tone
from tui.text import cells, shortened, strip_of, wrapped
from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.strip import Strip

    from tui.text import Part

MOST_WORDS: Final = 3
"""In how many lines something is said."""

_USUALLY_TOLD: Final = 2
"""In how many lines what is said of a line fits most of the time."""

_MARGIN: Final = 1
_LINE_ENDS: Final = re.compile(r" *\n\s*")

_LINE_END: Final = "↵"
"""How the end of a line is shown in the one line: a note may have several."""


class QuickLine(Toned):
    """The line with the practice it is for before it, and its reading under it."""

    DEFAULT_CSS = """
    QuickLine {
        height: 4;
        & > .strong { color: $primary; text-style: bold; }
        & > .cursor { color: $background; background: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"cursor"}

    def __init__(self) -> None:
        super().__init__()
        self._editor = LineEditor()
        self._prompt: str | None = None
        self._hint = ""
        self._words = ""
        self._aside = ""
        self._tone = Tone.QUIET
        self._told_for = ("", "", 0)
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

    @property
    def begun(self) -> str:
        """What stands before the cursor where a word ends there; nothing where none does."""
        before, at, _ = self._editor.parts
        ends = before[-1:].strip() and not at.strip()
        return before if ends else ""

    def open(self, prompt: str, hint: str, text: str) -> None:
        """Open the line for typing.

        Args:
            prompt: What the line is for.
            hint: What may be typed, shown while it is empty.
            text: What it holds already.
        """
        self._prompt, self._hint = prompt, hint
        self._editor.set(text)
        self.refresh()

    def put(self, begin: int, text: str) -> None:
        """Put a text in place of what stands from somewhere to the cursor.

        A blank at its end is left out where one stands there already.
        """
        _, at, _ = self._editor.parts
        self._editor.replace(begin, text.rstrip() if at else text)
        self.refresh()

    def close(self) -> None:
        """Empty the line and close it."""
        self._prompt = None
        self._editor.set("")
        self._words = self._aside = ""
        self.refresh()

    def show(self, words: str, aside: str = "", *, urgent: bool = False) -> None:
        """Show under the line what it comes to or why it is refused, or what was done.

        Args:
            words: What is told.
            aside: What else there is to say, on a line of its own.
            urgent: Whether it wants attention.
        """
        width, height = self.size
        before = self._lines_below(width, height)
        self._words, self._aside = words, aside
        self._tone = Tone.ATTENTION if urgent else Tone.QUIET
        if self.styles.is_auto_height:
            # Where there is little room the words take what they need, and no more.
            self.refresh(layout=True)
        else:
            changed = max(before, self._lines_below(width, height))
            if self.is_open:
                # The line stands above them, and moves with them.
                changed += 1
            self.refresh(Region(0, height - changed, width, changed))

    def take(self, key: str, character: str | None) -> bool:
        """Take a key into the line, and return whether it does anything there.

        Args:
            key: Its name.
            character: What it prints, if it prints.
        """
        if character is not None:
            self._editor.insert(character)
        elif not self._editor.press(key):
            return False
        self.refresh()
        return True

    def insert(self, text: str) -> None:
        """Take a pasted text into the line, several lines as one: nothing of it is lost."""
        self._editor.insert(_LINE_ENDS.sub(" ", clean(text)))
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height that is needed."""
        del container, viewport
        return 1 + max(len(self._told(width)), 1)

    def render_line(self, y: int) -> Strip:
        """Return a line: they stand at the foot, as many as there are."""
        width, height = self.size
        told = self._told(width)
        number = y - (height - self._lines_below(width, height))
        if number == -1 and self.is_open:
            parts = self._typed(width)
        elif 0 <= number < len(told):
            is_aside = bool(self._aside) and number == len(told) - 1
            tone = Tone.QUIET if is_aside else self._tone
            parts = [(" " * _MARGIN + told[number], self.tone(tone))]
        else:
            parts = []
        return strip_of(parts, width, self.visual_style)

    def _lines_below(self, width: int, height: int) -> int:
        """Return how many lines are told, or kept free: the line stands still above most."""
        told = max(len(self._told(width)), 1)
        if self.is_open and height > _USUALLY_TOLD:
            return max(told, _USUALLY_TOLD)
        return told

    def _told(self, width: int) -> list[str]:
        """Return what is said, in lines; the aside is the last one."""
        asked = self._words, self._aside, width
        if asked != self._told_for:
            room = max(width - 2 * _MARGIN, 1)
            aside = [shortened(self._aside, room)] if self._aside else []
            self._lines = [*wrapped(self._words, room, MOST_WORDS - len(aside)), *aside]
            self._told_for = asked
        return self._lines

    def _typed(self, width: int) -> list[Part]:
        """Return the prompt and as much of the text as fits, with the cursor in sight."""
        prompt = f" {self._prompt} › "
        before, at, after = (part.replace("\n", _LINE_END) for part in self._editor.parts)
        room = max(width - cells(prompt) - cells(at or " ") - 1, 0)
        while cells(before) > room:
            before = before[max(1, len(before) - room) :]
        style = self.tone(Tone.PLAIN)
        parts: list[Part] = [
            (prompt, self.tone(Tone.STRONG)),
            (before, style),
            (at or " ", self.tone("cursor")),
            (after, style),
        ]
        if not self._editor.text:
            parts.append((self._hint, self.tone(Tone.QUIET)))
        return parts

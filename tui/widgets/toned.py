"""What the widgets have in common that are drawn line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from tui.row_text import Tone

if TYPE_CHECKING:
    from textual.style import Style


class Toned(Widget):
    """A widget whose lines are pieces of text in tones, each a component class of its style."""

    DEFAULT_CSS = """
    Toned {
        & > .plain { color: $text; }
        & > .quiet { color: $text-muted; }
        & > .strong { color: $text; text-style: bold; }
        & > .attention { color: $text-warning; }
        & > .grave { color: $text-error; text-style: bold; }
        & > .kept { color: $primary; }
        & > .missed { color: $text-muted; }
        & > .open { color: $text-muted; }
        & > .paused { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {str(tone) for tone in Tone}

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Look the tones up anew: the theme may be another one."""
        self._styles.clear()
        super().notify_style_update()

    def tone(self, tone: str) -> Style:
        """Return how a tone looks, found once and not for every piece of every line.

        Textual remembers it too, but asks before each time where the mouse and the focus are.
        """
        if tone not in self._styles:
            self._styles[tone] = self.get_visual_style(tone)
        return self._styles[tone]

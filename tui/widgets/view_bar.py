"""The views of a screen on one line, with a mark before the one that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.row_text import Tone
from tui.text import strip_of
from tui.widgets.cursor_list import CURSOR
from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from textual.strip import Strip

_ROOMY: Final = 60
"""From this width on the names stand further apart."""


class ViewBar(Toned):
    """The names of views; the tabulator goes from one to the next.

    Args:
        views: What they are called.
    """

    DEFAULT_CSS = """
    ViewBar { height: 1; width: 1fr; }
    """

    def __init__(self, views: tuple[str, ...]) -> None:
        super().__init__()
        self._views = views
        self._here = views[0]

    def show(self, view: str) -> None:
        """Show that it is another one."""
        if view != self._here:
            self._here = view
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        gap = " " if self.size.width >= _ROOMY else ""
        parts = [
            part
            for view in self._views
            for part in (
                (CURSOR if view == self._here else " ", self.tone(Tone.KEPT)),
                (f"{view}{gap}", self.tone(Tone.STRONG if view == self._here else Tone.QUIET)),
            )
        ]
        return strip_of(parts, self.size.width, self.visual_style)

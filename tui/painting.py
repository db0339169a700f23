"""Painting at once: the line that a key changed is drawn before all else that it brings with it.

Textual draws when nothing is left to be done for a key, and reads the whole screen for that. What
an act came to is then seen half as late again as it could be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual._compositor import LayoutUpdate
from textual.errors import NoWidget
from textual.geometry import Region

if TYPE_CHECKING:
    from textual.widget import Widget

_DISPLAY: Final = "_display"


def paint(widget: Widget, line: int) -> None:
    """Draw a line of a widget now; it is drawn in its turn too, with what else has changed.

    Textual has no public way to it. Where a later one has not this either, or something else lies
    over the screen, or the widget has no place on it yet, the line waits for its turn.

    Args:
        widget: The widget.
        line: The number of the line in it, from 0.
    """
    app, screen = widget.app, widget.screen
    try:
        shown = screen.find_widget(widget)
    except NoWidget:
        return
    place = shown.region
    here = Region(place.x, place.y + line, place.width, 1)
    if app.screen is screen and shown.clip.contains_region(here) and hasattr(app, _DISPLAY):
        strips = widget.render_lines(Region(0, line, place.width, 1))
        getattr(app, _DISPLAY)(screen, LayoutUpdate([strips], here))

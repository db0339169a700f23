"""Painting at once: what a key changed is drawn before all else that it brings with it.

Textual draws when nothing is left to be done for a key. The row that an entry was logged in is then
seen half as late again as it could be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.widget import Widget

_WAITING: Final = "_dirty_widgets"
_DRAW: Final = "_on_timer_update"


def paint(widget: Widget) -> None:
    """Draw now what is to be repainted of a widget.

    Textual has no public way to it. Where a later one has not this either, the widget is drawn in
    its turn.
    """
    screen = widget.screen
    if hasattr(screen, _WAITING) and hasattr(screen, _DRAW):
        getattr(screen, _WAITING).add(widget)
        getattr(screen, _DRAW)()

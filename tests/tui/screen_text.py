"""The text on the screen, as a user reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def shown(app: App[None]) -> list[str]:
    """Return the lines of the screen, toasts included, without blanks at their ends."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - there is no public way
    return [strip.text.rstrip() for strip in strips]


def row(app: App[None], key: int) -> str:
    """Return the row of the practice with this key."""
    return next(line for line in shown(app) if line[3:5] == f"{key} ")


def is_shown(app: App[None], text: str) -> bool:
    """Return whether a text stands somewhere on one line of the screen."""
    return any(text in line for line in shown(app))


def is_like(app: App[None], pattern: str) -> bool:
    """Return whether something that fits a pattern stands on one line of the screen."""
    return any(re.search(pattern, line) for line in shown(app))

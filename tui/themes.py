"""Our own two themes, dark and light: quiet ground, one accent, amber for what wants attention."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="rapport-dark",
    primary="#6fc3b2",
    secondary="#8fa8c8",
    accent="#6fc3b2",
    warning="#e6b566",
    error="#e09a86",
    success="#6fc3b2",
    foreground="#dcdfe4",
    background="#15181c",
    surface="#1c2026",
    panel="#262b33",
    dark=True,
)
LIGHT: Final = Theme(
    name="rapport-light",
    primary="#14665a",
    secondary="#3c5a80",
    accent="#14665a",
    warning="#8a5300",
    error="#9b3a22",
    success="#14665a",
    foreground="#23272c",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e6e3da",
    dark=False,
)
OWN: Final = (DARK, LIGHT)
"""The themes beside Textual's; the first is that of a new home."""

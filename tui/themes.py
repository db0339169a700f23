"""Our own two themes, dark and light: quiet ground, one accent, amber for what wants attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.theme import Theme

from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def no_theme(name: str, known: Iterable[str], key: str) -> str:
    """Return what is told where a theme that is asked for is none.

    Args:
        name: What is asked for.
        known: The themes that there are.
        key: The key that opens the settings, as it is printed.
    """
    # Imported on need: only a mistake pays for it.
    from difflib import get_close_matches  # noqa: PLC0415

    nearest = get_close_matches(name[:60], sorted(known), n=1)
    hint = f"Did you mean {nearest[0]}?" if nearest else f"Press {key} to choose one."
    return f"There is no theme {quoted(name)}. {hint}"

"""Words for what is named otherwise."""

from __future__ import annotations

from habits.text import one_line


def renamed_words(held: str, text: str) -> str:
    """Return what a name becomes, said while it is typed."""
    name = one_line(text)
    if not name:
        return f"{held} · what is it to be called?"
    return f"{held}, as it is called" if name == held else f"{held} · now {name}"

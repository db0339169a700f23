"""How the lines of a menu and of a checklist look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.text import cells
from tui.text import content, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from tui.choice import Choice

_LABEL_CELLS: Final = 36
"""How wide the widest label is."""

_DETAIL_CELLS: Final = 60

CHOICES_CSS: Final = """
    {name} {{
        align: center middle;
        & Vertical {{
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            border: round $primary;
            background: $surface;
        }}
        & OptionList {{
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 16;
            border: none;
            padding: 0;
            background: $surface;
            scrollbar-size-vertical: 1;
        }}
        & OptionList:focus {{ border: none; }}
        & Static {{ width: auto; max-width: 100%; height: auto; color: $text-muted; }}
    }}
"""
"""The style of a dialog that is a list, for a screen of some name."""


def choice_line(choice: Choice, choices: Sequence[Choice], mark: str = "") -> Content:
    """Return a choice on one line: a mark, its label, and what it means.

    Args:
        choice: The choice.
        choices: All of them, whose labels are as wide.
        mark: What stands before it.
    """
    widest = max(min(cells(each.label), _LABEL_CELLS) for each in choices)
    label = shortened(choice.label, _LABEL_CELLS)
    gap = " " * (widest - cells(label) + 2)
    before = f"{mark} " if mark else ""
    return content(
        (before, "$primary"), (label, "$primary"), gap, shortened(choice.detail, _DETAIL_CELLS)
    )

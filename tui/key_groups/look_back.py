"""What can be done where one looks back on a quarter or a year."""

from __future__ import annotations

from typing import Final

from tui.action import Action
from tui.key_groups.everywhere import EVERYWHERE, LOG

LOOK_BACK: Final = (
    *LOG,
    Action("back.view", ("tab",), "turn_view(1)", "view", "Go to the next view", is_told=True),
    Action("back.view_back", ("shift+tab",), "turn_view(-1)", "view before", "Go a view back"),
    Action("back.next", ("j", "down"), "move(1)", "move", "Go to the next line"),
    Action("back.previous", ("k", "up"), "move(-1)", "move", "Go to the line before"),
    Action("back.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page on"),
    Action("back.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page back"),
    Action("back.first", ("g", "home"), "jump(0)", "first", "Go to the first line"),
    Action("back.last", ("G", "end"), "jump(-1)", "last", "Go to the last line"),
    Action("back.open", ("enter",), "open_here", "open", "Open it, or decide", is_told=True),
    Action("back.keep", ("space",), "keep", "keep", "Keep the promise as it is"),
    Action("back.change", ("c",), "change", "change", "Change how often it is promised"),
    Action("back.retire", ("A",), "retire", "retire", "Retire the promise; its entries stay"),
    Action(
        "back.earlier",
        ("left_square_bracket",),
        "turn_back(-1)",
        "time",
        "Look at the quarter or the year before",
        is_told=True,
    ),
    Action(
        "back.later",
        ("right_square_bracket",),
        "turn_back(1)",
        "time",
        "Look at the quarter or the year after",
        is_told=True,
    ),
    Action("back.span", ("w",), "turn_span", "span", "Look back on a quarter, or on a year"),
    Action(
        "back.numbers",
        ("number_sign",),
        "turn_numbers",
        "numbers",
        "Show a picture as its numbers, or as signs",
        is_told=True,
    ),
    Action("back.write", ("v",), "write_out", "write", "Write it into a file", is_told=True),
    Action("back.leave", ("escape",), "leave_views", "back", "Go back to Review"),
    *EVERYWHERE,
)
"""Where one looks back on a quarter or a year, and decides about what is promised."""

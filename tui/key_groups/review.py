"""What can be done in Review, and where one looks at the streaks of a practice."""

from __future__ import annotations

from typing import Final

from tui.action import Action
from tui.key_groups.everywhere import EVERYWHERE, LOG

REVIEW: Final = (
    *LOG,
    Action("review.next", ("j", "down"), "move(1)", "move", "Go to the next practice"),
    Action("review.previous", ("k", "up"), "move(-1)", "move", "Go to the practice before"),
    Action("review.first", ("g", "home"), "jump(0)", "first", "Go to the first practice"),
    Action("review.last", ("G", "end"), "jump(-1)", "last", "Go to the last practice"),
    Action("review.open", ("enter",), "open_streaks", "open", "Open its streaks", is_told=True),
    Action("review.span", ("w",), "turn_span", "span", "Look at 13 weeks or at 53"),
    Action(
        "review.earlier",
        ("left_square_bracket",),
        "turn_back(1)",
        "time",
        "Look further back",
        is_told=True,
    ),
    Action(
        "review.later",
        ("right_square_bracket",),
        "turn_back(-1)",
        "time",
        "Look nearer to today",
        is_told=True,
    ),
    Action(
        "review.numbers",
        ("number_sign",),
        "turn_numbers",
        "numbers",
        "Show the picture as its numbers, or as signs",
        is_told=True,
    ),
    Action(
        "review.look_back",
        ("b",),
        "look_back",
        "quarter",
        "Look back on the quarter, and keep, change or retire each promise",
        is_told=True,
    ),
    Action("review.back", ("escape",), "go('today')", "back", "Go back to Today"),
    *EVERYWHERE,
)
STREAKS: Final = (
    *LOG,
    Action("streaks.view", ("tab",), "turn_view(1)", "view", "Go to the next view", is_told=True),
    Action("streaks.view_back", ("shift+tab",), "turn_view(-1)", "view before", "Go a view back"),
    Action("streaks.next", ("j", "down"), "move(1)", "move", "Go to the next day or line"),
    Action("streaks.previous", ("k", "up"), "move(-1)", "move", "Go to the day or line before"),
    Action("streaks.right", ("right",), "step(1)", "week", "Go a week or a period on"),
    Action("streaks.left", ("left",), "step(-1)", "week", "Go a week or a period back"),
    Action("streaks.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page on"),
    Action("streaks.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page back"),
    Action("streaks.first", ("g", "home"), "jump(0)", "first", "Go to the first of all"),
    Action("streaks.last", ("G", "end"), "jump(-1)", "last", "Go to the last of all"),
    Action("streaks.open", ("enter",), "open_here", "open", "Show its entries", is_told=True),
    Action(
        "streaks.year_before",
        ("left_square_bracket",),
        "turn_year(-1)",
        "year",
        "Look at the year before",
        is_told=True,
    ),
    Action(
        "streaks.year_after",
        ("right_square_bracket",),
        "turn_year(1)",
        "year",
        "Look at the year after",
        is_told=True,
    ),
    Action(
        "streaks.of",
        ("b",),
        "turn_habit",
        "habit",
        "Look at the practice as a whole, or at its habits in turn",
        is_told=True,
    ),
    Action(
        "streaks.numbers",
        ("number_sign",),
        "turn_numbers",
        "numbers",
        "Show a picture as its numbers, or as signs",
        is_told=True,
    ),
    Action("streaks.back", ("escape",), "leave_views", "back", "Go back to Review"),
    *EVERYWHERE,
)
"""Where one looks at the streaks of a practice, or of one of its habits."""

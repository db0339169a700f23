"""What can be done where a week is closed, and where something is intended for one."""

from __future__ import annotations

from typing import Final

from tui.action import Action
from tui.key_groups.everywhere import EVERYWHERE, FOLLOW_UPS, LOG, REWORD

CLOSE: Final = (
    Action("close.yes", ("y",), "say_yes", "yes", "Yes: there were slips", is_told=True),
    Action("close.no", ("n",), "say_no", "no", "No: there were no slips", is_told=True),
    Action("close.act", ("enter",), "act", "act", "Do what the step asks for", is_told=True),
    Action("close.next", ("tab",), "turn(1)", "next", "Go on to the next step", is_told=True),
    Action("close.previous", ("shift+tab",), "turn(-1)", "before", "Go back to the step before"),
    Action(
        "close.earlier",
        ("left_square_bracket",),
        "turn_day(-1)",
        "day",
        "Log for the day before",
        is_told=True,
    ),
    Action(
        "close.later",
        ("right_square_bracket",),
        "turn_day(1)",
        "day",
        "Log for the day after",
        is_told=True,
    ),
    Action(
        "close.week_before",
        ("left_curly_bracket",),
        "turn_week(-1)",
        "week",
        "Open the close of the week before",
        is_told=True,
    ),
    Action(
        "close.week_after",
        ("right_curly_bracket",),
        "turn_week(1)",
        "week",
        "Open the close of the week after",
        is_told=True,
    ),
    Action("close.again", ("o",), "open_again", "open", "Open the week again", is_told=True),
    Action("close.down", ("j", "down"), "move(1)", "move", "Go to the next line"),
    Action("close.up", ("k", "up"), "move(-1)", "move", "Go to the line before"),
    Action("close.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page on"),
    Action("close.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page back"),
    Action("close.first", ("g", "home"), "jump(0)", "first", "Go to the first line"),
    Action("close.last", ("G", "end"), "jump(-1)", "last", "Go to the last line"),
    Action("close.back", ("escape",), "leave_close", "later", "Go on with it later", is_told=True),
    *LOG,
    *FOLLOW_UPS,
    REWORD,
    *EVERYWHERE,
)
AIM: Final = (
    Action("aim.act", ("enter",), "act", "act", "Do what the line tells of", is_told=True),
    Action("aim.add", ("plus", "a"), "intend", "intend", "Intend something", is_told=True),
    Action("aim.drop", ("x", "delete"), "drop", "take out", "Take what is intended out"),
    Action("aim.down", ("j", "down"), "move(1)", "move", "Go to the next line"),
    Action("aim.up", ("k", "up"), "move(-1)", "move", "Go to the line before"),
    Action("aim.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page on"),
    Action("aim.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page back"),
    Action("aim.first", ("g", "home"), "jump(0)", "first", "Go to the first line"),
    Action("aim.last", ("G", "end"), "jump(-1)", "last", "Go to the last line"),
    Action("aim.back", ("escape",), "go('review')", "back", "Go back to Review", is_told=True),
    *LOG,
    *FOLLOW_UPS,
    REWORD,
    *EVERYWHERE,
)

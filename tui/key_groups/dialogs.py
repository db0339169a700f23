"""What can be done in the line and in dialogs."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tui.action import Action

LINE: Final = (
    Action("line.save", ("enter",), "save_line", "save", "Take the line as it is", is_told=True),
    Action("line.complete", ("tab",), "complete(1)", "complete", "Complete the word", is_told=True),
    Action("line.before", ("shift+tab",), "complete(-1)", "complete", "Complete it the other way"),
    Action("line.move", ("down",), "choose_move", "kind of act", "Choose the kind of act"),
    Action(
        "line.leave",
        ("escape",),
        "close_line",
        "close, the text is kept",
        "Close the line; what was to be logged is kept for the next time",
        is_told=True,
    ),
    Action(
        "line.help", ("f1",), "show_line_help", "help", "Show the keys of the line", is_told=True
    ),
)
FINDING: Final = (
    Action(
        "found.next", ("down",), "move_found(1)", "move", "Go to the next entry found", is_told=True
    ),
    Action(
        "found.previous", ("up",), "move_found(-1)", "move", "Go to the one before", is_told=True
    ),
    Action("found.page_down", ("pagedown",), "page_found(1)", "page", "Go a page on"),
    Action("found.page_up", ("pageup",), "page_found(-1)", "page", "Go a page back"),
)
_WHILE_FINDING: Final = {"line.save": "keep", "line.leave": "back"}
FINDING_LINE: Final = (
    *(
        replace(action, label=_WHILE_FINDING.get(action.id, action.label))
        for action in LINE
        if action.id != "line.move"
    ),
    *FINDING,
)
"""What can be done in the line while one types what is looked for."""

HELP: Final = (
    Action(
        "help.leave", ("escape", "q", "question_mark", "f1"), "leave_help", "close", "Close this"
    ),
    Action("help.down", ("j", "down"), "scroll_by(1)", "move", "Scroll down"),
    Action("help.up", ("k", "up"), "scroll_by(-1)", "move", "Scroll up"),
)
MENU: Final = (
    Action(
        "menu.choose",
        ("enter", "space"),
        "choose",
        "choose",
        "Choose what the cursor is on",
        is_told=True,
    ),
    Action("menu.next", ("j", "down"), "move(1)", "move", "Go to the next line"),
    Action("menu.previous", ("k", "up"), "move(-1)", "move", "Go to the line before"),
    Action("menu.first", ("g", "home"), "jump(0)", "first", "Go to the first line"),
    Action("menu.last", ("G", "end"), "jump(-1)", "last", "Go to the last line"),
    Action("menu.leave", ("escape", "q"), "leave", "close", "Choose nothing", is_told=True),
    Action(
        "menu.help",
        ("question_mark", "f1"),
        "show_help",
        "help",
        "Show the keys of a menu",
        is_told=True,
    ),
)
READING: Final = (
    Action("preview.on", ("pagedown", "ctrl+d"), "read_on(1)", "read", "Read on", is_told=True),
    Action("preview.back", ("pageup", "ctrl+u"), "read_on(-1)", "read", "Read back"),
)
PREVIEW: Final = (MENU[0], *READING, *MENU[1:])
CHECKLIST: Final = (
    Action(
        "list.toggle",
        ("space",),
        "choose",
        "choose",
        "Choose what the cursor is on, or not",
        is_told=True,
    ),
    Action("list.take", ("enter",), "take", "take these", "Take what is chosen", is_told=True),
    Action("list.next", ("j", "down"), "move(1)", "move", "Go to the next line"),
    Action("list.previous", ("k", "up"), "move(-1)", "move", "Go to the line before"),
    Action("list.first", ("g", "home"), "jump(0)", "first", "Go to the first line"),
    Action("list.last", ("G", "end"), "jump(-1)", "last", "Go to the last line"),
    Action("list.leave", ("escape", "q"), "leave", "close", "Leave all as it was", is_told=True),
    Action(
        "list.help",
        ("question_mark", "f1"),
        "show_help",
        "help",
        "Show the keys of a list",
        is_told=True,
    ),
)

"""The actions: one registry that bindings, key line, help, palette and the README's table use."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tui.action import Action
from tui.key_groups.dialogs import (
    CHECKLIST,
    FINDING,
    FINDING_LINE,
    HELP,
    LINE,
    MENU,
    PREVIEW,
    READING,
)
from tui.key_groups.everywhere import EVERYWHERE, FOLLOW_UPS, LOG, PLACES
from tui.key_groups.look_back import LOOK_BACK
from tui.key_groups.review import REVIEW, STREAKS
from tui.key_groups.weeks import AIM, CLOSE

__all__ = [
    "AIM",
    "CHECKLIST",
    "CLOSE",
    "EVERYWHERE",
    "FINDING",
    "FINDING_LINE",
    "GROUPS",
    "HELP",
    "LINE",
    "LOG",
    "LOGBOOK",
    "LOOK_BACK",
    "MENU",
    "PEOPLE",
    "PERSON",
    "PLACES",
    "PREVIEW",
    "READING",
    "REVIEW",
    "REVIEWED",
    "SHEET",
    "STREAKS",
    "TODAY",
    "WELCOME",
]

TODAY: Final = (
    *LOG,
    Action(
        "log.bare",
        ("space",),
        "log_bare",
        "bare",
        "Log a bare entry on the row, or mark the follow-up as done",
        is_told=True,
    ),
    Action("log.slip", ("x",), "open_slip", "slip", "Open the line for a slip"),
    Action("row.next", ("j", "down"), "move(1)", "move", "Go to the next row"),
    Action("row.previous", ("k", "up"), "move(-1)", "move", "Go to the row before"),
    Action("row.first", ("g", "home"), "jump(0)", "first", "Go to the first row"),
    Action("row.last", ("G", "end"), "jump(-1)", "last", "Go to the last row"),
    Action("row.open", ("enter",), "unfold", "open", "Show or hide the row's further habits"),
    Action("habit.add", ("plus", "a"), "add_habit", "add", "Add a habit to the row's practice"),
    Action(
        "habit.edit",
        ("e",),
        "edit_habit",
        "edit",
        "Change the row's habit, practice or follow-up",
    ),
    Action("habit.skip", ("s",), "skip_habit", "skip", "Skip the habit's running period"),
    Action("habit.pause", ("z",), "pause", "pause", "Pause days, resume, or withdraw a pause"),
    Action("habit.archive", ("A",), "archive", "archive", "Archive the habit, or restore it"),
    Action("practice.start", ("S",), "start", "start", "Start the row's practice, or archive it"),
    Action("star.set", ("n",), "set_star", "star", "Set the north star"),
    Action("star.history", ("N",), "show_stars", "history", "Show the north stars and their days"),
    *FOLLOW_UPS,
    *EVERYWHERE,
)
LOGBOOK: Final = (
    *LOG,
    Action("entry.next", ("j", "down"), "move(1)", "move", "Go to the next entry"),
    Action("entry.previous", ("k", "up"), "move(-1)", "move", "Go to the entry before"),
    Action("entry.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page on"),
    Action("entry.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page back"),
    Action("entry.first", ("g", "home"), "jump(0)", "first", "Go to the newest entry"),
    Action("entry.last", ("G", "end"), "jump(-1)", "last", "Go to the oldest entry"),
    Action("entry.edit", ("e", "enter"), "edit", "edit", "Change the entry", is_told=True),
    Action("entry.date", ("w",), "redate", "when", "Date the entry anew", is_told=True),
    Action("entry.delete", ("d", "delete"), "delete", "delete", "Delete the entry", is_told=True),
    Action("entry.editor", ("E",), "edit_outside", "editor", "Open the entry in $EDITOR"),
    Action("entry.follow", ("f",), "follow_up", "follow", "Promise a follow-up to the entry"),
    Action("filter.practice", ("b",), "filter_practice", "by", "Show one practice alone, or all"),
    Action("filter.day", ("y",), "filter_day", "day", "Show one day alone, or all"),
    Action("filter.none", ("escape",), "clear", "all", "Show all entries again", is_told=True),
    *EVERYWHERE,
)
_OF_A_PERSON: Final = (
    Action("person.aim", ("i",), "add_aim", "aim", "Write down where they want to go"),
    Action("person.spark", ("s",), "add_spark", "spark", "Write down what lights them up"),
    Action("person.away", ("z",), "away", "away", "Let them be on leave, or here again"),
    Action("person.left", ("A",), "part", "left", "Let them have left for good, or be back"),
    Action("person.follow", ("f",), "follow_up", "follow", "Promise a follow-up for them"),
    Action("person.evidence", ("v",), "make_evidence", "evidence", "Make evidence for them"),
)
_NOT_FIND: Final = tuple(action for action in EVERYWHERE if action.id != "find")
PEOPLE: Final = (
    *LOG,
    Action("people.next", ("j", "down"), "move(1)", "move", "Go to the next person"),
    Action("people.previous", ("k", "up"), "move(-1)", "move", "Go to the person before"),
    Action("people.page_down", ("pagedown", "ctrl+d"), "page(1)", "page", "Go a page of people on"),
    Action("people.page_up", ("pageup", "ctrl+u"), "page(-1)", "page", "Go a page of people back"),
    Action("people.first", ("g", "home"), "jump(0)", "first", "Go to the first person"),
    Action("people.last", ("G", "end"), "jump(-1)", "last", "Go to the last person"),
    Action("people.open", ("enter",), "open_page", "open", "Open the person's page", is_told=True),
    Action("people.add", ("plus", "a"), "add_person", "add", "Add a person", is_told=True),
    Action("people.edit", ("e", "c"), "edit_person", "change", "Change the person", is_told=True),
    Action("people.window", ("w",), "turn_window", "weeks", "Look at 4, 6 or 13 weeks"),
    Action("people.find", ("slash",), "find", "find", "Find a person by name", is_told=True),
    *_OF_A_PERSON,
    Action("people.back", ("escape",), "go('today')", "back", "Go back to Today"),
    *_NOT_FIND,
)
REVIEWED: Final = tuple(
    replace(action, label="back") if action.id == "filter.none" else action for action in LOGBOOK
)
"""What can be done with some of the entries, where there is something to go back to."""

_OF_ALL_ENTRIES: Final = {"entry.follow", *(action.id for action in (*LOG, *EVERYWHERE))}
PERSON: Final = (
    *LOG,
    Action(
        "page.edit", ("c",), "edit_person", "change", "Change what is known of them", is_told=True
    ),
    Action("page.done", ("space",), "finish", "done", "Mark their follow-up as done", is_told=True),
    *(action for action in REVIEWED if action.id not in _OF_ALL_ENTRIES),
    *_OF_A_PERSON,
    *EVERYWHERE,
)
WELCOME: Final = tuple(action for action in EVERYWHERE if action.id in {"help", "quit"})
SHEET: Final = {
    "everywhere": (*LOG, *EVERYWHERE),
    "Today": tuple(action for action in TODAY if action not in (*LOG, *EVERYWHERE)),
    "Logbook": tuple(action for action in LOGBOOK if action not in (*LOG, *EVERYWHERE)),
    "People": tuple(action for action in PEOPLE if action not in (*LOG, *EVERYWHERE)),
    "a person": tuple(action for action in PERSON if action.id.startswith("page.")),
    "Review": tuple(action for action in REVIEW if action not in (*LOG, *EVERYWHERE)),
    "its streaks": tuple(action for action in STREAKS if action not in (*LOG, *EVERYWHERE)),
    "the close": tuple(action for action in CLOSE if action.id.startswith("close.")),
    "the aim": tuple(action for action in AIM if action.id.startswith("aim.")),
    "a look back": tuple(action for action in LOOK_BACK if action not in (*LOG, *EVERYWHERE)),
    "the line": LINE,
    "finding": FINDING,
    "a menu": MENU,
    "a preview": READING,
    "a list": CHECKLIST,
}
"""All that keys do, each thing once, by where they do it."""

GROUPS: Final = {
    "Today": TODAY,
    "Logbook": LOGBOOK,
    "People": PEOPLE,
    "a person": PERSON,
    "Review": REVIEW,
    "its streaks": STREAKS,
    "the close": CLOSE,
    "the aim": AIM,
    "a look back": LOOK_BACK,
    "the line": LINE,
    "finding": FINDING_LINE,
    "a menu": MENU,
    "a preview": PREVIEW,
    "a list": CHECKLIST,
    "help": HELP,
}
"""What can be done where; what stands in one group is possible at the same time."""

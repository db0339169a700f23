"""What can be done in every place."""

from __future__ import annotations

from typing import Final

from habits.practices import PRACTICES
from tui.action import Action

LOG: Final = tuple(
    Action(
        f"log.{practice.slug}",
        (str(practice.key),),
        f"open_line({practice.key})",
        "log",
        f"Open the line for {practice.name}",
        is_told=True,
    )
    for practice in PRACTICES
)
FOLLOW_UPS: Final = (
    Action("follow.add", ("f",), "follow_up", "follow", "Promise a follow-up"),
    Action("follow.done", ("d",), "finish", "done", "Mark the follow-up as done"),
    Action("follow.move", ("w",), "move_due", "when", "Move the follow-up to another day"),
)
"""What can be done where follow-ups are listed."""

REWORD: Final = Action("follow.edit", ("e",), "reword", "edit", "Say the follow-up otherwise")

PLACES: Final = (
    Action("place.today", ("t",), "go('today')", "today", "Go to Today"),
    Action("place.review", ("r",), "go('review')", "review", "Go to Review", is_told=True),
    Action("place.people", ("p",), "go('people')", "people", "Go to the people", is_told=True),
    Action("place.logbook", ("l",), "go('logbook')", "logbook", "Go to the logbook", is_told=True),
)
EVERYWHERE: Final = (
    Action("undo", ("u",), "undo", "undo", "Take back the newest act", is_told=True),
    Action("redo", ("U",), "redo", "redo", "Do again what was taken back last"),
    Action(
        "follow.proposed",
        ("F",),
        "follow_proposed",
        "accept",
        "Promise the follow-ups just proposed",
    ),
    Action("find", ("slash",), "find", "find", "Find entries", is_told=True),
    *PLACES,
    Action("week.close", ("C",), "go('close')", "close week", "Close the week, a step at a time"),
    Action("week.aim", ("W",), "go('aim')", "aim week", "See what the week has before it"),
    Action("mask", ("m",), "mask", "mask", "Put stand-ins in place of names and texts"),
    Action("sync.now", ("Y",), "sync_now", "sync", "Sync now"),
    Action("palette", ("ctrl+p",), "show_palette", "palette", "Find an action", is_told=True),
    Action("settings", ("comma",), "show_settings", "settings", "Change the settings"),
    Action("help", ("question_mark", "f1"), "show_help", "help", "Show the keys", is_told=True),
    Action("quit", ("q",), "leave", "quit", "Leave rapport", is_told=True),
)

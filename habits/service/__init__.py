"""The use cases: what can be done with rapport, one function each.

A function that changes something returns the `Change`: what came, what went, and the inverse. Each
module is imported when the first of its names is asked for, so that nobody pays for what others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.on_demand import names_from

if TYPE_CHECKING:
    from habits.service.acts import fill, log, preview, redo, undo
    from habits.service.looks import (
        entries,
        habit_row,
        habits,
        handles,
        labels,
        names,
        pauses,
        rows,
        today,
        touched,
        words_of,
    )
    from habits.service.offers import Offer, catalogue, require_offer, switch_on
    from habits.service.practices import (
        PracticeEdit,
        edit_practice,
        rest_practice,
        start_practice,
    )
    from habits.service.promises import (
        Edit,
        Promise,
        add_habit,
        archive_habit,
        edit_habit,
        require_habit,
        restore_habit,
        skip_habit,
    )
    from habits.service.rests import Scope, pause, require_person, resume
    from habits.service.upkeep import PastAct, backup, check, checkpoint, history, restore
    from habits.service.workspace import Workspace, open_workspace

__all__ = [
    "Edit",
    "Offer",
    "PastAct",
    "PracticeEdit",
    "Promise",
    "Scope",
    "Workspace",
    "add_habit",
    "archive_habit",
    "backup",
    "catalogue",
    "check",
    "checkpoint",
    "edit_habit",
    "edit_practice",
    "entries",
    "fill",
    "habit_row",
    "habits",
    "handles",
    "history",
    "labels",
    "log",
    "names",
    "open_workspace",
    "pause",
    "pauses",
    "preview",
    "redo",
    "require_habit",
    "require_offer",
    "require_person",
    "rest_practice",
    "restore",
    "restore_habit",
    "resume",
    "rows",
    "skip_habit",
    "start_practice",
    "switch_on",
    "today",
    "touched",
    "undo",
    "words_of",
]

__getattr__ = names_from(
    __name__,
    {
        "acts": "fill log preview redo undo",
        "offers": "Offer catalogue require_offer switch_on",
        "looks": "entries habit_row habits handles labels names pauses rows today touched words_of",
        "practices": "PracticeEdit edit_practice rest_practice start_practice",
        "promises": "Edit Promise add_habit archive_habit edit_habit require_habit restore_habit "
        "skip_habit",
        "rests": "Scope pause require_person resume",
        "upkeep": "PastAct backup check checkpoint history restore",
        "workspace": "Workspace open_workspace",
    },
)

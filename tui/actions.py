"""The actions: one registry that bindings, the key line and the README's key table come from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from textual.binding import Binding

from habits.practices import PRACTICES


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    Attributes:
        id: Its name in a keymap.
        keys: The keys that do it, as Textual names them.
        call: The screen's method that is called, with its arguments.
        label: What it does, in a word or two, for the key line.
        tooltip: What it does, in a sentence.
        is_told: Whether the key line has room for it.
    """

    id: str
    keys: tuple[str, ...]
    call: str
    label: str
    tooltip: str
    is_told: bool = True


LOG: Final = tuple(
    Action(
        f"log.{practice.slug}",
        (str(practice.key),),
        f"open_line({practice.key})",
        "log",
        f"Open the line for {practice.name}",
    )
    for practice in PRACTICES
)
TODAY: Final = (
    *LOG,
    Action("log.bare", ("space",), "log_bare", "bare", "Log a bare entry on the row"),
    Action("undo", ("u",), "undo", "undo", "Take back the newest act"),
    Action("redo", ("U",), "redo", "redo", "Do again what was taken back last", is_told=False),
    Action("slip", ("x",), "open_slip", "slip", "Open the line for a slip", is_told=False),
    Action("row.next", ("j", "down"), "move(1)", "move", "Go to the next row"),
    Action("row.previous", ("k", "up"), "move(-1)", "move", "Go to the row before"),
    Action("help", ("question_mark", "f1"), "show_help", "help", "Show what the keys do"),
    Action("quit", ("q",), "leave", "quit", "Leave rapport"),
)
LINE: Final = (
    Action("line.save", ("enter",), "save_line", "save", "Log the line"),
    Action(
        "line.leave",
        ("escape",),
        "close_line",
        "close, the text is kept",
        "Close the line and keep its text",
    ),
    Action(
        "line.help", ("f1",), "show_line_help", "help", "Show what the line knows", is_told=False
    ),
)
HELP: Final = (
    Action(
        "help.leave", ("escape", "q", "question_mark", "f1"), "leave_help", "close", "Close this"
    ),
    Action("help.down", ("j", "down"), "scroll_by(1)", "move", "Scroll down"),
    Action("help.up", ("k", "up"), "scroll_by(-1)", "move", "Scroll up"),
)

_SIGNS: Final = {"escape": "esc", "enter": "↵", "question_mark": "?"}


def methods(actions: tuple[Action, ...]) -> frozenset[str]:
    """Return the names of the methods that some actions call."""
    return frozenset(action.call.partition("(")[0] for action in actions)


def bindings(actions: tuple[Action, ...]) -> list[Binding]:
    """Return the bindings of some actions, for a screen or a widget."""
    return [
        Binding(
            ",".join(action.keys),
            action.call,
            action.label,
            tooltip=action.tooltip,
            id=action.id,
        )
        for action in actions
    ]


def key_rows(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return all keys of some actions as they are printed, each row with what they do."""
    logs = [action for action in actions if action in LOG]
    rest = [action for action in actions if action not in LOG]
    first = (
        [(f"{logs[0].keys[0]}-{logs[-1].keys[0]}", "Open the line for a practice")] if logs else []
    )
    return [*first, *((" ".join(map(sign, action.keys)), action.tooltip) for action in rest)]


def sign(key: str) -> str:
    """Return how a key is printed."""
    return _SIGNS.get(key, key)


def key_line(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return the keys and labels that the key line names, like actions in a row as one."""
    line = []
    told = [action for action in actions if action.is_told]
    for label, alike in groupby(told, key=lambda action: action.label):
        keys = [action.keys[0] for action in alike]
        if all(map(str.isdigit, keys)):
            line.append((f"{keys[0]}-{keys[-1]}", label))
        else:
            line.append(("/".join(map(sign, keys)), label))
    return line

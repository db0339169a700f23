"""How keys are printed: in the key line, in help, in the palette and in the README."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from tui.actions import LOG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.action import Action

_DIGITS: Final = "123456789"
_LOG_IDS: Final = frozenset(action.id for action in LOG)
_SIGNS: Final = {
    "escape": "esc",
    "enter": "↵",
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "plus": "+",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "number_sign": "#",
}


def key_rows(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return all keys of some actions as they are printed, each row with what they do."""
    logs = [action for action in actions if action.id in _LOG_IDS]
    rest = [action for action in actions if action.id not in _LOG_IDS]
    digits = _together([action.keys[0] for action in logs], " ")
    first = [(digits, "Open the line for a practice")] if logs else []
    return [*first, *((" ".join(map(sign, action.keys)), action.tooltip) for action in rest)]


def sign(key: str) -> str:
    """Return how a key is printed."""
    return _SIGNS.get(key, key)


def key_line(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return keys and labels for the key line, like actions in a row as one.

    What it should tell first comes first, and the last two of that at the end.
    """
    told = told_keys(actions)
    labels = {label for _, label in told}
    others = _alike([action for action in actions if action.label not in labels])
    return [*told[:-2], *others, *told[-2:]]


def told_keys(actions: tuple[Action, ...]) -> list[tuple[str, str]]:
    """Return the keys and labels that are told wherever there is a line for them."""
    return _alike([action for action in actions if action.is_told])


def _alike(actions: list[Action]) -> list[tuple[str, str]]:
    line = []
    for label, alike in groupby(actions, key=lambda action: action.label):
        line.append((_together([action.keys[0] for action in alike], "/"), label))
    return line


def _together(keys: Sequence[str], between: str) -> str:
    """Return keys as they are printed together: digits in a row as "1-8"."""
    if len(keys) > 1 and "".join(keys) in _DIGITS:
        return f"{keys[0]}-{keys[-1]}"
    return between.join(map(sign, keys))

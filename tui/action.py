"""An action: something that a key does, and what is made of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    Attributes:
        id: Its name in a keymap.
        keys: The keys that do it, as Textual names them.
        call: The method that is called, with its arguments.
        label: What it does, in a word or two, for the key line.
        tooltip: What it does, in a sentence.
        is_told: Whether the key line tells it before others.
    """

    id: str
    keys: tuple[str, ...]
    call: str
    label: str
    tooltip: str
    is_told: bool = False


def methods(actions: tuple[Action, ...]) -> frozenset[str]:
    """Return the names of the methods that some actions call."""
    return frozenset(action.call.partition("(")[0] for action in actions)


def labelled(actions: tuple[Action, ...], labels: Mapping[str, str]) -> tuple[Action, ...]:
    """Return actions with other labels, by their ids; one with an empty label is left out."""
    return tuple(
        replace(action, label=labels[action.id]) if action.id in labels else action
        for action in actions
        if labels.get(action.id, action.label)
    )


def calls_by_key(actions: tuple[Action, ...]) -> dict[str, str]:
    """Return what is called by each key of some actions."""
    return {key: action.call for action in actions for key in action.keys}


def bindings(actions: tuple[Action, ...]) -> list[Binding]:
    """Return the bindings of some actions, for a dialog."""
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

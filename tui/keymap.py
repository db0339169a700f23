"""The keymap: which keys do which action, after what the config file asks for.

What cannot be is told in a line each and left out, so that no config file ends in an app that
cannot be used: two actions never share a key in one place, what is typed is never taken from the
text, and the keys of the places open them everywhere.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from textual.keys import Keys, _character_to_key

from habits.text import quoted
from tui.actions import FINDING, GROUPS, LINE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from tui.action import Action

RESERVED: Final = {
    "t": "opens Today",
    "r": "opens Review",
    "p": "opens People",
    "l": "opens the Logbook",
    "ctrl+c": "belongs to the terminal",
    "ctrl+q": "always leaves the app",
}
"""The keys that no other action may have, and what they do."""

PLACES: Final = ("Today", "Logbook", "People", "Review")
"""The groups of actions that are those of a place."""

EDITING: Final = frozenset({"backspace", "delete", "left", "right", "home", "end"})
"""The keys without which no text is written."""

_CHARACTERS: Final = string.digits + string.ascii_letters + string.punctuation + " "
_PRINTING: Final = frozenset(map(_character_to_key, _CHARACTERS))
_NEVER_SENT: Final = frozenset({"return", "ctrl-at", "ctrl+h", "ctrl+i", "ctrl+m"})
"""Names that Textual has for keys which a terminal sends as others, such as enter and tab."""

_NAMED: Final = frozenset(
    {key.value for key in Keys if not key.value.startswith("<")} - _NEVER_SENT
    | {f"alt+{sign}" for sign in string.ascii_lowercase + string.digits}
)


_USUAL_KEYS: Final = {action.id: action.keys for group in GROUPS.values() for action in group}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys do which action.

    Attributes:
        keys: The keys of every action, by its id.
        troubles: What was asked for and does not hold, and why, a line each.
    """

    keys: Mapping[str, tuple[str, ...]]
    troubles: tuple[str, ...] = ()

    def keys_of(self, action: str) -> tuple[str, ...]:
        """Return the keys that do an action, by its id."""
        return self.keys.get(action) or _USUAL_KEYS[action]


USUAL: Final = Keymap({})
"""The keymap of who asks for no other keys."""


def keymap_of(
    config_keys: Mapping[str, Sequence[str]],
    groups: Collection[Sequence[Action]] = tuple(GROUPS.values()),
    typing: Collection[Action] = (*LINE, *FINDING),
) -> Keymap:
    """Return the keymap that is asked for, as far as it can be.

    Args:
        config_keys: The keys that are asked for, by the ids of actions.
        groups: The actions by where they are active; one may be in several of them.
        typing: The actions that are active while text is typed.
    """
    actions = {action.id: action for group in groups for action in group}
    typing_ids = {action.id for action in typing}
    troubles: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for name, wanted in config_keys.items():
        if name not in actions:
            troubles.append(_no_action(name, actions))
            continue
        checked = [_checked(key, actions[name], is_typing=name in typing_ids) for key in wanted]
        troubles += [trouble for _, trouble in checked if trouble]
        if keys := tuple(dict.fromkeys(key for key, trouble in checked if not trouble)):
            chosen[name] = keys
    troubles += _give_way(chosen, groups)
    keys_of = {name: chosen.get(name, action.keys) for name, action in actions.items()}
    return Keymap(keys_of, tuple(troubles))


def remapped(actions: Sequence[Action], keymap: Keymap) -> tuple[Action, ...]:
    """Return actions with the keys that they have in a keymap."""
    return tuple(
        replace(action, keys=keymap.keys.get(action.id, action.keys)) for action in actions
    )


def elsewhere(key: str, keymap: Keymap) -> tuple[str, Action] | None:
    """Return in which other place a key does something, and what; None where it does nothing."""
    for place in PLACES:
        for action in remapped(GROUPS[place], keymap):
            if key in action.keys:
                return place, action
    return None


def key_named(text: str) -> str | None:
    """Return a key as Textual names it, None where it knows none of this name.

    A character stands for itself, and `shift` and a letter for the capital.
    """
    if len(text) == 1:
        return _character_to_key(text) if text.isalnum() or text in _CHARACTERS else None
    name = text.strip().lower()
    modifier, _, letter = name.rpartition("+")
    if modifier == "shift" and len(letter) == 1 and letter in string.ascii_lowercase:
        return letter.upper()
    return name if name in _NAMED or name in _PRINTING else None


def _checked(wanted: str, action: Action, *, is_typing: bool) -> tuple[str, str]:
    """Return a key as Textual names it, and why the action may not have it, if so."""
    key = key_named(wanted)
    if key is None:
        return "", _no_key(wanted, action)
    if key in action.keys:
        return key, ""
    if key in RESERVED:
        return "", f"keys: {action.id!r} may not be {key}, which {RESERVED[key]}. Choose another."
    if is_typing and _writes(key):
        return "", (
            f"keys: {action.id!r} may not be {key}, which the line itself takes. "
            "Choose one such as f2 or ctrl+s."
        )
    return key, ""


def _writes(key: str) -> bool:
    """Return whether a key writes or edits text; many terminals send alt with a character."""
    return len(key) == 1 or key in _PRINTING | EDITING or key.startswith("alt+")


def _give_way(
    chosen: dict[str, tuple[str, ...]], groups: Collection[Sequence[Action]]
) -> Iterator[str]:
    """Let actions give up the keys chosen for them until no key does two things in one place.

    Who gives way has its usual keys again, and those may have been chosen for another action,
    which then gives way as well.
    """
    while clash := _first_clash(chosen, groups):
        keeper, loser, key = clash
        del chosen[loser.id]
        keeps = "takes it" if keeper.id in chosen else "keeps its own"
        yield (
            f"keys: {keeper.id!r} and {loser.id!r} would both be {key}; {keeper.id} {keeps}, "
            f"{loser.id} stays on {' '.join(loser.keys)}."
        )


def _first_clash(
    chosen: Mapping[str, tuple[str, ...]], groups: Collection[Sequence[Action]]
) -> tuple[Action, Action, str] | None:
    """Return who keeps a key, who gives it up, and the key; None where no key is shared.

    The action for which it was chosen gives it up, the later one where it was for both.
    """
    for group in groups:
        holders: dict[str, Action] = {}
        for action in group:
            for key in chosen.get(action.id, action.keys):
                holder = holders.setdefault(key, action)
                if holder.id != action.id and action.id in chosen:
                    return holder, action, key
                if holder.id != action.id and holder.id in chosen:
                    return action, holder, key
    return None


def _no_action(name: str, actions: Collection[str]) -> str:
    nearest = _nearest(name, actions)
    hint = f"Did you mean {nearest}?" if nearest else "The README names them all."
    return f"keys: there is no action {quoted(name)}. {hint}"


def _no_key(wanted: str, action: Action) -> str:
    nearest = _nearest(wanted, _NAMED | _PRINTING) if len(wanted) > 1 else ""
    hint = f"Did you mean {nearest}?" if nearest else "Write it like z, U, f2, ctrl+s or space."
    return f"keys: {action.id!r} cannot be {quoted(wanted)}, which is no key. {hint}"


def _nearest(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    return next(iter(get_close_matches(name.lower()[:40], sorted(known), n=1)), "")

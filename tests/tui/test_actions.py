"""The registry of actions."""

from __future__ import annotations

from collections import Counter

from habits.practices import PRACTICES
from tui.action import bindings
from tui.actions import GROUPS, HELP, LINE, LOG, SHEET, TODAY
from tui.key_names import key_line


def test_every_action_has_an_id_keys_a_label_and_a_tooltip_of_its_own() -> None:
    actions = (*(action for group in SHEET.values() for action in group), *HELP)

    assert all(action.keys and action.label and action.tooltip for action in actions)
    assert max(Counter(action.id for action in actions).values()) == 1
    for group in SHEET.values():
        assert max(Counter(action.tooltip for action in group).values()) == 1


def test_no_key_does_two_things_in_one_place() -> None:
    for actions in GROUPS.values():
        assert max(Counter(key for action in actions for key in action.keys).values()) == 1


def test_each_practice_is_logged_by_its_key() -> None:
    assert [action.keys for action in LOG] == [(str(practice.key),) for practice in PRACTICES]


def test_bindings_carry_the_ids_so_that_keys_can_be_remapped() -> None:
    assert [binding.id for binding in bindings(TODAY)] == [action.id for action in TODAY]


def test_the_key_line_names_like_actions_once_the_foremost_first_and_the_way_out_last() -> None:
    told = key_line(TODAY)

    assert told[:7] == [
        ("1-8", "log"),
        ("space", "bare"),
        ("u", "undo"),
        ("/", "find"),
        ("r", "review"),
        ("p", "people"),
        ("l", "logbook"),
    ]
    assert told[-2:] == [("?", "help"), ("q", "quit")]
    assert ("j/k", "move") in told
    assert len(told) == len(set(told)) == len({label for _, label in told})
    assert key_line(LINE) == [
        ("↵", "save"),
        ("tab", "complete"),
        ("down", "kind of act"),
        ("esc", "close, the text is kept"),
        ("f1", "help"),
    ]

"""Keys are remapped in the config file, and no config file ends in an app that cannot be used."""

from __future__ import annotations

import string
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.events import Key

from habits.text import one_line
from tests.hostile import each_hostile
from tests.strategies import untimed
from tui.action import Action, bindings
from tui.actions import GROUPS, LINE, TODAY
from tui.key_names import key_line, key_rows
from tui.keymap import EDITING, RESERVED, Keymap, key_named, keymap_of, remapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

ACTIONS = [action for group in GROUPS.values() for action in group]
QUIT = next(action for action in TODAY if action.id == "quit")
USUAL = {action.id: action.keys for action in ACTIONS}


def changed(keymap: Keymap) -> dict[str, tuple[str, ...]]:
    """Return the actions that have other keys than usual."""
    return {name: keys for name, keys in keymap.keys.items() if keys != USUAL[name]}


def trouble_of(config_keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return the one trouble of a keymap in which nothing has changed."""
    keymap = keymap_of(config_keys)
    assert changed(keymap) == {}
    (trouble,) = keymap.troubles
    return trouble


def test_without_a_word_every_action_has_its_usual_keys() -> None:
    assert keymap_of({}) == Keymap(USUAL)


def test_an_action_has_the_keys_that_are_asked_for_in_place_of_the_usual_ones() -> None:
    keymap = keymap_of({"undo": ("O", "ctrl+z"), "line.save": ("ctrl+s",)})
    assert keymap.troubles == ()
    assert changed(keymap) == {"undo": ("O", "ctrl+z"), "line.save": ("ctrl+s",)}


def test_bindings_the_key_line_and_help_are_made_of_the_remapped_actions() -> None:
    keymap = keymap_of({"undo": ("O",), "help": ("f2",)})
    actions = remapped(TODAY, keymap)
    assert [action.id for action in actions] == [action.id for action in TODAY]
    assert [each.key for each in bindings(actions) if each.id in {"undo", "help"}] == ["O", "f2"]
    assert ("O", "undo") in key_line(actions)
    assert ("O", "Take back the newest act") in key_rows(actions)
    assert remapped(LINE, keymap) == LINE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("O", "O"),
        ("Z", "Z"),
        ("é", "é"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        (",", "comma"),
        (" ", "space"),
        ("space", "space"),
        ("F2", "f2"),
        ("Ctrl+S", "ctrl+s"),
        ("shift+up", "shift+up"),
        ("shift+u", "U"),
        ("alt+x", "alt+x"),
        ("PageDown", "pagedown"),
    ],
)
def test_a_key_is_written_as_it_is_typed_or_as_it_is_called(text: str, key: str) -> None:
    assert key_named(text) == key
    keymap = keymap_of({"quit": (text,)}, [[QUIT]])
    assert keymap == Keymap({"quit": (key,)})


@pytest.mark.parametrize("text", ["ctrl+m", "ctrl+i", "ctrl+h", "return", "<any>", "u,z", "\n", "́"])
def test_a_key_that_no_terminal_sends_is_no_key(text: str) -> None:
    assert key_named(text) is None
    assert trouble_of({"undo": (text,)}).startswith("keys: 'undo' cannot be ")


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("esc", "Did you mean escape?"),
        ("ctlr+s", "Did you mean ctrl+s?"),
        ("something else", "Write it like z, U, f2, ctrl+s or space."),
        ("", "Write it like z, U, f2, ctrl+s or space."),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest(key: str, hint: str) -> None:
    said = trouble_of({"undo": (key,)})
    assert said == f"keys: 'undo' cannot be '{key}', which is no key. {hint}"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("udno", "Did you mean undo?"),
        ("log.bear", "Did you mean log.bare?"),
        ("make coffee", "The README names them all."),
    ],
)
def test_an_unknown_action_is_named_with_the_nearest(name: str, hint: str) -> None:
    assert trouble_of({name: ("O",)}) == f"keys: there is no action '{name}'. {hint}"


def test_a_key_that_does_something_else_in_the_same_place_stays_with_it() -> None:
    assert trouble_of({"log.bare": ("u",)}) == (
        "keys: 'undo' and 'log.bare' would both be u; undo keeps its own, log.bare stays on space."
    )
    assert trouble_of({"undo": ("1",)}) == (
        "keys: 'log.vision' and 'undo' would both be 1; log.vision keeps its own, undo stays on u."
    )


def test_of_two_that_ask_for_one_key_the_first_takes_it() -> None:
    keymap = keymap_of({"redo": ("O",), "undo": ("O",)})
    assert changed(keymap) == {"undo": ("O",)}
    assert keymap.troubles == (
        "keys: 'undo' and 'redo' would both be O; undo takes it, redo stays on U.",
    )


def test_keys_may_be_exchanged() -> None:
    keymap = keymap_of({"undo": ("U",), "redo": ("u",)})
    assert (changed(keymap), keymap.troubles) == ({"undo": ("U",), "redo": ("u",)}, ())


def test_who_gives_way_has_its_usual_key_again_whoever_asked_for_it() -> None:
    keymap = keymap_of({"undo": ("x",), "log.slip": ("q",)})
    assert changed(keymap) == {}
    assert [line.split(";")[0] for line in keymap.troubles] == [
        "keys: 'quit' and 'log.slip' would both be q",
        "keys: 'log.slip' and 'undo' would both be x",
    ]


def test_the_same_key_may_do_something_else_in_another_place() -> None:
    keymap = keymap_of({"help.leave": ("u",), "line.help": ("f2",), "help": ("f2",)})
    assert keymap.troubles == ()


def test_an_action_that_is_active_in_two_places_clashes_in_neither() -> None:
    both = Action("find", ("slash",), "find", "find", "Find")
    alone = Action("row.next", ("j",), "move(1)", "move", "Go to the next row")
    keymap = keymap_of({"row.next": ("/",)}, [(both,), (both, alone)])
    assert keymap.keys == {"find": ("slash",), "row.next": ("j",)}
    assert len(keymap.troubles) == 1


def test_what_clashed_before_anything_was_asked_for_is_left_as_it_is() -> None:
    one = Action("one", ("a",), "one", "one", "One")
    other = Action("other", ("a", "o"), "other", "other", "Other")
    keymap = keymap_of({}, [(one, other)])
    assert keymap == Keymap({"one": ("a",), "other": ("a", "o")})


@pytest.mark.parametrize("key", RESERVED)
def test_the_keys_of_the_places_and_of_the_terminal_are_nobody_elses(key: str) -> None:
    assert trouble_of({"undo": (key,)}) == (
        f"keys: 'undo' may not be {key}, which {RESERVED[key]}. Choose another."
    )


def test_a_place_may_keep_its_letter_beside_another_key() -> None:
    review = Action("place.review", ("r",), "go('review')", "review", "Open Review")
    keymap = keymap_of({"place.review": ("r", "f3")}, [(review,)])
    assert keymap == Keymap({"place.review": ("r", "f3")})


@pytest.mark.parametrize(
    "key", ["O", "Z", "é", "space", " ", "?", "comma", "alt+x", *sorted(EDITING)]
)
def test_in_the_line_no_key_is_taken_from_the_text(key: str) -> None:
    assert trouble_of({"line.save": (key,)}) == (
        f"keys: 'line.save' may not be {key_named(key)}, which the line itself takes. "
        "Choose one such as f2 or ctrl+s."
    )


def test_of_several_keys_those_hold_that_can_be() -> None:
    keymap = keymap_of({"undo": ("O", "esc", "t", "O", "f2")})
    assert changed(keymap) == {"undo": ("O", "f2")}
    assert len(keymap.troubles) == 2


@each_hostile
def test_hostile_names_and_keys_are_told_in_one_clean_line(hostile: str) -> None:
    keymap = keymap_of({hostile: ("O",), "undo": (hostile,)})
    assert len(keymap.troubles) == 2
    assert all(line == one_line(line) for line in keymap.troubles)


_KEYS = st.sampled_from(
    sorted({key for keys in USUAL.values() for key in keys} | {"O", "f2", "t", "ctrl+s", "esc"})
)


@untimed
@given(st.dictionaries(st.sampled_from(sorted(USUAL)), st.lists(_KEYS, min_size=1).map(tuple)))
def test_whatever_is_asked_for_no_key_does_two_things_in_one_place(
    config_keys: dict[str, tuple[str, ...]],
) -> None:
    keymap = keymap_of(config_keys)
    for group in GROUPS.values():
        keys = [key for action in remapped(group, keymap) for key in action.keys]
        assert max(Counter(keys).values()) == 1
    assert all(keymap.keys.values())
    assert bool(keymap.troubles) >= any(
        changed(keymap).get(name, USUAL[name]) != tuple(dict.fromkeys(keys))
        for name, keys in config_keys.items()
    )


async def test_textual_sends_every_kind_of_key_by_the_name_that_is_taken_here() -> None:
    names = ("O", "U", "question_mark", "comma", "f2", "ctrl+s", "alt+x", "space")
    pressed: list[str] = []

    class Probe(App[None]):
        BINDINGS: ClassVar[list[BindingType]] = [
            *bindings(
                tuple(Action(f"a.{name}", (name,), f"note('{name}')", "", "") for name in names)
            )
        ]

        def action_note(self, name: str) -> None:
            pressed.append(name)

    async with Probe().run_test() as pilot:
        await pilot.press(*names)
    assert pressed == list(map(key_named, names)) == list(names)


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        *((character, character) for character in string.digits + string.ascii_letters),
        *((character, character) for character in f"{string.punctuation} éß"),
        ("\x13", "ctrl+s"),
        ("\x1b[120;3u", "alt+x"),
        ("\x1bOQ", "f2"),
        ("\x1b[1;2A", "shift+up"),
        ("\x1b[6~", "pagedown"),
        ("\r", "enter"),
        ("\t", "tab"),
        ("\x7f", "backspace"),
    ],
)
def test_a_key_is_called_here_as_it_is_when_a_terminal_sends_it(sent: str, key: str) -> None:
    (event,) = (each for each in XTermParser().feed(sent) if isinstance(each, Key))
    assert event.key == key_named(key)

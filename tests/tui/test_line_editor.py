"""A line is edited as lines are in a shell, and never in the middle of a sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from tui.line_editor import LineEditor

KEYS = (
    "left", "right", "ctrl+left", "ctrl+right", "home", "end", "ctrl+a", "ctrl+e",
    "backspace", "delete", "ctrl+d", "ctrl+w", "ctrl+u", "ctrl+k",
)  # fmt: skip


def after(text: str, *keys: str) -> str:
    """Return a text after some keys, with a bar where the cursor stands."""
    line = LineEditor()
    line.set(text)
    for key in keys:
        assert line.press(key)
    return f"{line.text[: line.cursor]}|{line.text[line.cursor :]}"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["left"], "the on-call fi|x"),
        (["left", "right", "right"], "the on-call fix|"),
        (["home"], "|the on-call fix"),
        (["home", "left", "backspace"], "|the on-call fix"),
        (["ctrl+a", "ctrl+e"], "the on-call fix|"),
        (["ctrl+left"], "the on-call |fix"),
        (["ctrl+left", "ctrl+left", "ctrl+left", "ctrl+left"], "|the on-call fix"),
        (["home", "ctrl+right", "ctrl+right"], "the on-call| fix"),
        (["backspace", "backspace"], "the on-call f|"),
        (["home", "delete", "ctrl+d"], "|e on-call fix"),
        (["delete"], "the on-call fix|"),
        (["ctrl+w"], "the on-call |"),
        (["ctrl+w", "ctrl+w"], "the |"),
        (["ctrl+left", "ctrl+u"], "|fix"),
        (["home", "ctrl+right", "ctrl+k"], "the|"),
    ],
)
def test_keys_edit_the_line(keys: list[str], left: str) -> None:
    assert after("the on-call fix", *keys) == left


def test_a_text_goes_in_at_the_cursor() -> None:
    line = LineEditor()
    line.set("the fix")
    line.press("ctrl+left")
    line.insert("on-call ")
    assert (line.text, line.parts) == ("the on-call fix", ("the on-call ", "f", "ix"))


@pytest.mark.parametrize("sign", ["é", "e\u0301", "👩‍👩‍👧‍👦", "🏳️‍🌈", "ẹ́"])
def test_a_sign_of_several_characters_is_one(sign: str) -> None:
    assert after(f"a{sign}", "backspace") == "a|"
    assert after(f"{sign}a", "home", "delete") == "|a"
    assert after(f"a{sign}b", "left", "left") == f"a|{sign}b"


def test_a_key_that_does_nothing_in_a_line_says_so() -> None:
    assert not LineEditor().press("f5")


@given(text=texts, keys=st.lists(st.sampled_from(KEYS), max_size=20))
def test_whatever_is_pressed_the_cursor_stays_in_the_text_and_text_only_goes(
    text: str, keys: list[str]
) -> None:
    line = LineEditor()
    line.set(text)
    for key in keys:
        before = line.text
        line.press(key)
        assert 0 <= line.cursor <= len(line.text)
        assert "".join(line.parts) == line.text
        assert len(line.text) <= len(before)

"""User text on its way to the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.style import Style

from tests.hostile import each_hostile
from tui.text import content, fitted, strip_of


@each_hostile
def test_hostile_text_is_one_line_of_plain_text(hostile: str) -> None:
    shown = content(hostile, (hostile, "bold")).plain

    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert not any(0xD800 <= ord(character) < 0xE000 for character in shown)


@each_hostile
def test_a_strip_is_exactly_as_wide_as_it_should_be(hostile: str) -> None:
    strip = strip_of([("▸ ", Style(bold=True)), (hostile, Style(italic=True))], 40, Style())

    assert strip.cell_length == 40
    assert cell_len(strip.text) == 40


@given(text=st.text(max_size=80), width=st.integers(0, 60))
def test_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fitted(text, width)) == width


def test_markup_is_shown_and_not_obeyed() -> None:
    assert content("bad [/oops] [bold red]x").plain == "bad [/oops] [bold red]x"


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fitted("a long sentence", 7) == "a long…"
    assert fitted("short", 7) == "short  "

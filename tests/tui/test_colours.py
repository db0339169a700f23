"""What is shown can be read: in both themes, in sixteen colours, and without any."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest
from rich.color import ColorSystem
from textual.geometry import Region
from textual.widgets import OptionList

from habits import service
from habits.practices import BY_SLUG
from tests.records import promised
from tests.tui.reviews import app_of, small_history
from tui.app import RapportApp
from tui.review_look import BACK_VIEWS, VIEWS
from tui.session import Session
from tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color as Ink
    from textual.theme import Theme

    from habits.service import Workspace
    from habits.store.home import Home

READABLE = 3.0
"""The least contrast of large text, by WCAG; there is none lower in a terminal."""

PLACES = ((), ("8",), ("l",), ("l", "slash"), ("p",), ("p", "enter"))
REVIEW = (("r",), *(("r", "enter", *["tab"] * number) for number in range(len(VIEWS))))
WEEK_AND_LOOK_BACK = (
    ("C",),
    *[("tab",)] * 2,
    ("y", "escape"),
    *[("tab",)] * 4,
    ("left_curly_bracket",),
    ("W",),
    ("r", "b"),
    *[("tab",)] * (len(BACK_VIEWS) - 1),
    ("space",),
    ("w",),
)
"""Which keys go through the close, the aim and the look back, from one page to the next."""

DIALOGS = (("e",), ("comma",), ("question_mark",), ("ctrl+p",), ("8", "down"))
THEMES = (DARK, LIGHT)

BARS = " ▁▂▃▄▅▆▇"
"""What the scroll bar of a dialog is drawn with."""


class Sign(NamedTuple):
    """A printed character, and its colours."""

    text: str
    ink: Ink
    ground: Ink


def signs(app: RapportApp, box: Region, blank: str = " ") -> Iterator[Sign]:
    """Yield what is printed within a part of the screen, but what is blank there."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - there is no public way
    for strip in strips[box.y : box.bottom]:
        for segment in strip.crop(box.x, box.right):
            style = segment.style
            if set(segment.text) - set(blank) and style and style.color and style.bgcolor:
                ink, ground = style.color, style.bgcolor
                yield Sign(segment.text, *((ground, ink) if style.reverse else (ink, ground)))


def contrast(sign: Sign) -> float:
    """Return by how much the ink of a character stands out."""
    dark, light = sorted(map(luminance, sign[1:]))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Ink) -> float:
    """Return how bright a colour is, by WCAG."""
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_sixteen(color: Ink) -> int | None:
    """Return which of sixteen colours stands for one."""
    return color.downgrade(ColorSystem.STANDARD).number


def require_readable(told: list[Sign]) -> None:
    """Require that all that is told can be read, also in sixteen colours."""
    assert len(told) > 10
    assert [sign for sign in told if contrast(sign) < READABLE] == []
    assert [sign for sign in told if in_sixteen(sign.ink) == in_sixteen(sign.ground)] == []


@pytest.mark.parametrize("surroundings", [{}, {"NO_COLOR": "1"}], ids=["colour", "none"])
async def test_the_week_and_the_look_back_read_in_sixteen_colours_and_without_any(
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    surroundings: dict[str, str],
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    workspace = small_history(home)
    promised(workspace, "ask Dev", date(2026, 11, 20))
    service.log(workspace, BY_SLUG["thanks"], "")
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in WEEK_AND_LOOK_BACK:
            await pilot.press(*keys)
            for theme in THEMES:
                app.theme = theme.name
                await pilot.pause()
                require_readable(list(signs(app, app.screen.region)))


@pytest.mark.parametrize("keys", [*PLACES, *REVIEW], ids="-".join)
async def test_all_text_stands_out_in_the_theme_that_is_chosen_and_at_once(
    year: RapportApp, keys: tuple[str, ...]
) -> None:
    async def told_in(theme: Theme) -> list[Sign]:
        year.theme = theme.name
        await pilot.pause()
        return list(signs(year, year.screen.region))

    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        dark, light = [await told_in(theme) for theme in THEMES]
        require_readable(dark)
        require_readable(light)
        assert [sign.text for sign in dark] == [sign.text for sign in light]
        assert {sign.ink for sign in dark}.isdisjoint(sign.ink for sign in light)


@pytest.mark.parametrize("keys", DIALOGS, ids="-".join)
async def test_all_text_of_a_dialog_stands_out(year: RapportApp, keys: tuple[str, ...]) -> None:
    async with year.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        for theme in THEMES:
            year.theme = theme.name
            await pilot.pause()
            parts = "ChoicesDialog > Vertical, VerticalScroll, CommandList"
            require_readable(list(signs(year, year.screen.query(parts).first().region, BARS)))


@pytest.mark.parametrize("keys", [("e",), ("ctrl+p",), ("8", "down")], ids="-".join)
@pytest.mark.parametrize("surroundings", [{}, {"NO_COLOR": "1"}], ids=["colour", "none"])
async def test_the_line_at_the_cursor_of_a_list_stands_out_from_the_others(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    surroundings: dict[str, str],
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        for theme in THEMES:
            app.theme = theme.name
            await pilot.pause()
            box = app.screen.query_one(OptionList).content_region
            here, elsewhere = (
                next(signs(app, Region(box.x, y, box.width, 1), BARS)).ground
                for y in (box.y, box.y + 1)
            )
            assert contrast(Sign("", here, elsewhere)) >= READABLE
            assert in_sixteen(here) != in_sixteen(elsewhere)

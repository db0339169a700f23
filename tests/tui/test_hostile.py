"""Hostile names and notes on every part of the screen."""

from __future__ import annotations

import unicodedata
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.events import Paste

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.practices import BY_SLUG, PRACTICES
from habits.service import PracticeEdit, Promise
from habits.store import Op, codec
from tests import records
from tests.hostile import each_hostile_drawn
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session
from tui.text import fitted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from habits.service import Workspace

pytestmark = pytest.mark.faults
"""They are slow: whole screens are drawn with each text."""

SIZE = (80, 24)
VISION = BY_SLUG["vision"]
MENUS = ("e", "a", "z", "comma", "question_mark", "ctrl+p")
"""The keys that open something over Today."""

LINES = ("1", "x", "n", "f", "slash")
"""The keys that open the line there."""


@contextmanager
def if_let_in() -> Iterator[None]:
    """Go past a text that is refused at the door."""
    refused: list[str] = []
    try:
        yield
    except RefusedError as error:
        refused = str(error).splitlines()
    assert len(refused) <= 1


def name_everything(workspace: Workspace, text: str) -> None:
    """Name by a text whatever a user can name, as far as it is let in."""
    with if_let_in():
        service.edit_practice(workspace, VISION, PracticeEdit(name=text))
    with if_let_in():
        service.edit_practice(workspace, VISION, PracticeEdit(move=text.lower(), meaning="x"))
    with if_let_in():
        service.edit_practice(workspace, VISION, PracticeEdit(move="own", meaning=text))
    with if_let_in():
        service.add_habit(workspace, VISION, Promise(text, parse_cadence("daily")))
    with if_let_in():
        service.add_people(workspace, [text])
    with if_let_in():
        service.log(workspace, VISION, f"/own @{text} {text} because {text} #{text}")
    with if_let_in():
        service.set_north_star(workspace, text)
    people = [person.id for person in service.people(workspace)]
    with if_let_in():
        service.add_follow_up(workspace, text, workspace.today + timedelta(days=1), people)


def write_past_the_door(workspace: Workspace, text: str) -> None:
    """Let a log hold a text that nobody has cleaned, as another program may write it."""
    readable = text.encode(errors="replace").decode()
    entry = records.entry(workspace.today, "x")
    said = {"what": readable, "why": readable, "tags": [readable]}
    fields = {**codec.entry_fields(entry), **said}
    service.fill(workspace, [Op("entries", entry.id, fields)])


def require_harmless(app: RapportApp) -> list[str]:
    """Return the lines of the screen, none of which is broken or holds what a terminal obeys."""
    lines = shown(app)
    assert len(lines) == SIZE[1]
    assert max(map(cell_len, lines)) <= SIZE[0]
    for char in "".join(lines):
        assert unicodedata.category(char) not in {"Cc", "Cs"}, repr(char)
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return lines


async def look(app: RapportApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys and look at what they open."""
    await pilot.press(*keys)
    await pilot.pause()
    require_harmless(app)


@each_hostile_drawn
async def test_it_breaks_no_screen_no_dialog_no_title_no_message_and_no_line(
    workspace: Workspace, hostile: str
) -> None:
    name_everything(workspace, hostile)
    write_past_the_door(workspace, hostile)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=SIZE, notifications=True, tooltips=True) as pilot:
        await look(app, pilot, "enter", "j")
        for key in MENUS:
            await look(app, pilot, key)
            await look(app, pilot, "down")
            await look(app, pilot, "escape")
        for key in LINES:
            await look(app, pilot, key)
            app.screen.post_message(Paste(hostile))
            await look(app, pilot, "tab")
            app.notify(f"Told while one writes: {shown(app)[0]}", markup=False)
            await look(app, pilot, "escape")
            await look(app, pilot, "escape")
        for keys in (("l",), ("down",), ("e",), ("escape",), ("b",), ("enter",), ("y",), ("t",)):
            await look(app, pilot, *keys)
        for keys in (("p",), ("j",), ("e",), ("down",), ("escape",), ("slash",), ("escape",)):
            await look(app, pilot, *keys)
        for keys in (("enter",), ("c",), ("escape",), ("i",), ("escape",), ("f",), ("escape",)):
            await look(app, pilot, *keys)
        await look(app, pilot, "t")
        for key in ("m", "p", "enter", "l", "t", "m", "u", "u", "U", "s", "A", "S"):
            await look(app, pilot, key)
        assert app.trouble is None


@each_hostile_drawn
async def test_it_breaks_no_row_no_reading_and_no_message(
    workspace: Workspace, hostile: str
) -> None:
    with if_let_in():
        service.log(workspace, VISION, hostile)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("8")
        await type_line(pilot, hostile)
        await pilot.press("enter")
        await pilot.pause()

        lines = require_harmless(app)
        assert [line[5:17].strip() for line in lines[2:10]] == [p.name for p in PRACTICES]
        assert is_shown(app, "Logged: Thanks") or is_shown(app, "thanks ›")


@each_hostile_drawn
async def test_what_it_says_is_shown_as_it_was_said(workspace: Workspace, hostile: str) -> None:
    name_everything(workspace, hostile)
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=SIZE) as pilot:
        name = workspace.practices["vision"].name
        assert row(app, 1)[5:].startswith(fitted(name, 13).rstrip())
        await pilot.press("e")
        await pilot.pause()
        assert is_shown(app, shortened(f"{name}: title", 36).rstrip())


@pytest.mark.parametrize("name", ["end\\", "[b]x\\[/b] [y", "a\\[b]", "\\\\[[ ]"])
async def test_a_title_is_shown_as_it_was_written(workspace: Workspace, name: str) -> None:
    service.edit_practice(workspace, VISION, PracticeEdit(name=name))
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        assert is_shown(app, f"─ Add to {name} ─")


@pytest.mark.parametrize("name", ["bad[/oops]", "[b]x", "x\x07y", "\u202eevil"])
async def test_a_person_of_any_name_is_named(workspace: Workspace, name: str) -> None:
    app = RapportApp(lambda: Session(workspace))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("8")
        await type_line(pilot, f"@{name} the fix")
        await pilot.press("enter")

        assert is_shown(app, "Logged: Thanks")
        assert len(service.entries(workspace)) == 1

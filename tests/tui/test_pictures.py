"""Pictures of the screens, looked at before they were accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from habits import service
from habits.config import Config
from tests.tui.ahead import SEEN
from tests.tui.logbooks import the_year
from tui.app import RapportApp
from tui.review_look import VIEWS
from tui.session import Session

if TYPE_CHECKING:
    from habits.service import Workspace
    from tests.tui.conftest import Snap

DARK, LIGHT = "rapport-dark", "rapport-light"
SMALL, NARROW, USUAL, WIDE, HUGE = (40, 12), (60, 18), (80, 24), (120, 40), (240, 70)


def _view(name: str) -> tuple[str, ...]:
    """Return the keys that lead to a view of the streaks of the sixth practice."""
    return ("r", *"jjjjj", "enter", *["tab"] * VIEWS.index(name))


NAMES: Final = {" ": "space", "@": "at", "/": "slash", "#": "number_sign", ",": "comma"}


class Picture(NamedTuple):
    """A screen of the made-up year.

    Attributes:
        keys: What is pressed, words of it being typed.
        size: The size of the terminal, in columns and rows.
        theme: What it is shown in.
    """

    keys: tuple[str, ...] = ()
    size: tuple[int, int] = USUAL
    theme: str = DARK


PICTURES: Final = {
    "today_in_light": Picture(theme=LIGHT),
    "today_in_the_smallest_terminal": Picture(size=SMALL),
    "today_in_a_narrow_terminal": Picture(("3",), NARROW),
    "today_in_a_huge_terminal": Picture(size=HUGE),
    "a_terminal_that_is_too_small": Picture(size=(39, 11)),
    "further_habits": Picture(("j", "j", "enter", "j"), WIDE, LIGHT),
    "what_is_due": Picture(("j",) * 11),
    "an_open_line": Picture(("8", *"@maya the fix because it held"), WIDE),
    "an_open_line_in_textual_light": Picture(("8", *"@m"), WIDE, "textual-light"),
    "a_refused_line_in_the_smallest_terminal": Picture(("3", *"/x", "enter"), SMALL),
    "how_often": Picture((*"jjjjjjaj", "enter", *"Lunch talk", "enter", *"fridays"), WIDE),
    "a_message": Picture(("space",), theme=LIGHT),
    "masked": Picture(("m",), WIDE),
    "the_keys_of_today": Picture(("question_mark",)),
    "a_menu_in_light": Picture(("j", "a"), theme=LIGHT),
    "the_palette": Picture(("ctrl+p", *"pause")),
    "a_menu_of_what_may_rest": Picture(("z",)),
    "the_logbook": Picture(("l",)),
    "the_logbook_in_the_smallest_terminal": Picture(("l", "j"), SMALL),
    "a_quarter": Picture(("r", "b")),
    "a_quarter_of_people": Picture(("r", "b", "tab"), WIDE, LIGHT),
    "a_quarter_of_kinds": Picture(("r", "b", "tab", "tab"), WIDE),
    "a_quarter_to_be_decided": Picture(("r", "b", "shift+tab", "space", SEEN, "j")),
    "a_quarter_that_is_decided": Picture(("r", "b", "shift+tab", *" jA", "j", "c"), WIDE),
    "people": Picture(("p",)),
    "people_in_light": Picture(("p", "j"), WIDE, LIGHT),
    "people_in_the_smallest_terminal": Picture(("p", "j"), SMALL),
    "a_person": Picture(("p", "enter")),
    "a_person_in_light": Picture(("p", "j", "enter"), WIDE, LIGHT),
    "the_close": Picture(("C",)),
    "the_close_in_light": Picture(("C", "tab", "tab", "tab"), WIDE, LIGHT),
    "the_close_in_the_smallest_terminal": Picture(("C", "tab", "tab"), SMALL),
    "a_closed_week": Picture((*("C", *["tab"] * 6), *"Dev asked first", "enter")),
    "the_aim": Picture(("W", "G")),
    "the_aim_in_light": Picture(("W",), WIDE, LIGHT),
    "review": Picture(("r", "j")),
    "review_of_a_year_in_light": Picture(("r", "w"), WIDE, LIGHT),
    "review_in_numbers": Picture(("r", "#"), WIDE),
    "review_in_the_smallest_terminal": Picture(("r",), SMALL),
    "a_year": Picture(_view("year")),
    "a_year_in_light": Picture((*_view("year"), "left"), WIDE, LIGHT),
    "a_year_in_numbers": Picture((*_view("year"), "#"), WIDE),
    "runs": Picture(_view("runs")),
    "runs_in_light": Picture(_view("runs"), WIDE, LIGHT),
    "a_score": Picture((*_view("score"), "left")),
    "a_score_in_light": Picture(_view("score"), WIDE, LIGHT),
    "a_rhythm": Picture(_view("rhythm")),
    "a_rhythm_in_light": Picture(_view("rhythm"), WIDE, LIGHT),
    "a_balance": Picture(_view("balance")),
    "a_balance_in_light": Picture(_view("balance"), WIDE, LIGHT),
    "entries_to_be_read": Picture(_view("entries")),
    "entries_to_be_read_in_light": Picture((*_view("entries"), "j"), WIDE, LIGHT),
    "a_score_in_the_smallest_terminal": Picture(_view("score"), SMALL),
    "a_rhythm_in_a_huge_terminal": Picture(_view("rhythm"), HUGE),
    "what_was_found": Picture(("slash", *"maya"), WIDE, LIGHT),
}


def test_today(snap: Snap, year: RapportApp) -> None:
    snap(year)


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_it_looks_as_it_was_accepted(snap: Snap, workspace: Workspace, picture: Picture) -> None:
    service.fill(workspace, the_year())
    app = RapportApp(lambda: Session(workspace), config=Config(theme=picture.theme))

    snap(app, press=[NAMES.get(key, key) for key in picture.keys], size=picture.size)


@pytest.mark.parametrize("steps", [0, 2], ids=["first_step", "last_step"])
def test_the_first_run(snap: Snap, workspace: Workspace, steps: int) -> None:
    app = RapportApp(lambda: Session(workspace), welcomes=True)

    snap(app, press=["escape"] * steps)


def test_without_colour(snap: Snap, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    service.fill(workspace, the_year())

    snap(RapportApp(lambda: Session(workspace)), press=["j"])


def test_a_year_without_colour(
    snap: Snap, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    service.fill(workspace, the_year())

    snap(RapportApp(lambda: Session(workspace)), press=_view("year"))

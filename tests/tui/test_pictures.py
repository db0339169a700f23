"""Pictures of the screens, looked at before they were accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Snap
    from tui.app import RapportApp

LINE = ("8", *"@maya the fix because it held")


def test_a_year_of_use(snap: Snap, year: RapportApp) -> None:
    snap(year)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_a_wide_year_with_an_open_line(snap: Snap, year: RapportApp, theme: str) -> None:
    year.theme = theme

    snap(year, press=[{" ": "space", "@": "at"}.get(key, key) for key in LINE], size=(120, 40))


def test_a_new_home(snap: Snap, app: RapportApp) -> None:
    snap(app)


def test_the_smallest_terminal_with_a_refused_line(snap: Snap, year: RapportApp) -> None:
    snap(year, press=["3", "slash", "x", "enter"], size=(40, 12))


def test_the_keys_of_today(snap: Snap, year: RapportApp) -> None:
    snap(year, press=["question_mark"])


def test_a_terminal_that_is_too_small(snap: Snap, year: RapportApp) -> None:
    snap(year, size=(39, 11))

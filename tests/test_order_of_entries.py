"""Entries of one day stand in the order in which they were said, the same in every home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from habits import service
from habits.exchange.foreign import Foreign, ForeignHabit, Mark
from habits.practices import BY_SLUG
from habits.service.exporting import exported
from habits.service.importing import import_foreign
from habits.service.logbook import Logbook
from habits.service.own_import import import_csv, import_json
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from habits.day import Moment
    from habits.service import Workspace

SUNDAY = date(2026, 11, 22)
WORDS = [f"{number} of nine" for number in range(9)]


class Ticking:
    """A clock that is three milliseconds on whenever it is looked at."""

    def __init__(self) -> None:
        self._looks = 0

    def now(self) -> Moment:
        """Return the moment of this look."""
        self._looks += 1
        later = SUNDAY_MORNING.instant + timedelta(milliseconds=3 * self._looks)
        return replace(SUNDAY_MORNING, instant=later)


@pytest.fixture
def ticking(tmp_path: Path) -> Workspace:
    """A home whose clock goes on."""
    return service.open_workspace(Home(tmp_path / "ticking"), Ticking())


@pytest.fixture
def other(tmp_path: Path) -> Workspace:
    """A new home elsewhere."""
    return service.open_workspace(Home(tmp_path / "other"), Ticking())


def said(workspace: Workspace) -> list[str]:
    return [entry.what for entry in service.entries(workspace)]


def orders(workspace: Workspace) -> dict[str, Any]:
    """Return what a home shows in an order."""
    csv = exported(workspace, "csv").decode().splitlines()[1:]
    (last,) = (row.last for row in service.today(workspace).rows if row.last)
    return {
        "entries": said(workspace),
        "csv": [row.split(",")[4] for row in csv],
        "last": last.what,
    }


def carried_over(workspace: Workspace, other: Workspace, path: Path) -> Workspace:
    path.write_bytes(exported(workspace, "json"))
    import_json(other, path)
    return other


def test_lines_that_make_people_known_stay_in_order_in_every_home(
    ticking: Workspace, other: Workspace, tmp_path: Path
) -> None:
    service.log_many(ticking, [f"thanks @new{number} {WORDS[number]}" for number in range(9)])

    book = Logbook(ticking)
    shown = [entry.what for place in book.places if (entry := book.entry(place))]
    assert said(ticking) == shown[::-1] == WORDS
    assert orders(carried_over(ticking, other, tmp_path / "all.json")) == orders(ticking)
    assert orders(other)["last"] == WORDS[-1]


def test_one_that_is_deleted_and_brought_back_stands_where_it_stood(ticking: Workspace) -> None:
    service.log_many(ticking, [f"thanks {word}" for word in WORDS])
    before = orders(ticking)
    first = service.entries(ticking)[0]

    service.delete_entry(ticking, first.id)
    service.undo(ticking)
    assert orders(ticking) == before
    service.undo(ticking)
    service.redo(ticking)
    assert orders(ticking) == before


def test_rows_of_a_table_stay_in_order_in_every_home(
    ticking: Workspace, other: Workspace, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    rows = [f"2026-11-22,thanks,{word}" for word in WORDS]
    table.write_text("\n".join(["date,practice,what", *rows]), encoding="utf-8")
    import_csv(ticking, table)

    assert said(ticking) == WORDS
    assert orders(carried_over(ticking, other, tmp_path / "all.json")) == orders(ticking)


def test_what_another_program_kept_of_one_day_stays_in_order_in_every_home(
    ticking: Workspace, other: Workspace, tmp_path: Path
) -> None:
    marks = tuple(Mark(SUNDAY, note=word) for word in WORDS)
    habit = ForeignHabit("1", "Read", marks=marks)
    import_foreign(ticking, Foreign("org", (habit,)), {"1": "growth"})

    assert said(ticking) == WORDS
    assert orders(carried_over(ticking, other, tmp_path / "all.json")) == orders(ticking)


def test_people_and_follow_ups_of_one_act_stand_as_they_were_named(ticking: Workspace) -> None:
    people = [f"p{number}" for number in range(9)]
    service.add_people(ticking, people)
    made = sorted(ticking.ledger.people(), key=lambda person: person.id)
    assert [person.handle for person in made] == people

    (entry,) = service.log(ticking, BY_SLUG["respect"], "@p1 @new /ally said so").came
    new = next(each for each in ticking.ledger.people() if each.handle == "new")
    assert new.id < entry.id
    promised = [each.either.id for each in service.promise_proposed(ticking, entry.id).follow_ups]
    assert promised == sorted(promised)

"""What was logged can be taken back, act by act, from wherever it came."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from habits import service
from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.store import Op, codec
from tests.records import entry

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
THANKS, TRUST = BY_SLUG["thanks"], BY_SLUG["trust"]


def whats(workspace: Workspace) -> list[str]:
    """Return what happened, of all entries."""
    return [entry.what for entry in service.entries(workspace)]


def people(workspace: Workspace) -> list[str]:
    """Return the names of all people."""
    return sorted(service.names(workspace).values())


def test_an_undo_takes_back_the_entry_and_who_became_known_with_it(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "@maya first")
    logged = service.log(workspace, TRUST, "@maya and @dev second")
    undone = service.undo(workspace)

    assert (undone.came, undone.went) == ((), logged.came)
    assert (undone.new_people, undone.gone_people) == ((), logged.new_people)
    assert undone.slugs == ("trust",)
    assert (whats(workspace), people(workspace)) == (["first"], ["Maya"])
    assert set(service.names(workspace, undone).values()) == {"Maya", "Dev"}


def test_undo_goes_back_act_by_act_until_there_is_nothing(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    for number in range(3):
        service.log(workspace, THANKS, f"@p{number} act {number}")
    undone = [service.undo(service.open_workspace(home, clock)).went[0].what for _ in range(3)]

    assert undone == ["act 2", "act 1", "act 0"]
    with pytest.raises(RefusedError, match=r"^There is nothing to undo\.$"):
        service.undo(service.open_workspace(home, clock))
    with pytest.raises(RefusedError):
        service.undo(workspace)
    assert (whats(workspace), people(workspace)) == ([], [])


def test_undo_takes_back_what_another_process_logged_last_and_says_that_all_may_differ(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    other = service.open_workspace(home, clock)
    service.log(workspace, THANKS, "mine")
    service.log(other, TRUST, "@dev theirs")
    undone = service.undo(workspace)

    assert [gone.what for gone in undone.went] == ["theirs"]
    assert [person.name for person in undone.gone_people] == ["Dev"]
    assert undone.foreign
    assert whats(workspace) == ["mine"]


def test_the_inverse_of_a_change_takes_it_back(workspace: Workspace) -> None:
    change = service.log(workspace, THANKS, "@maya the fix")
    service.fill(workspace, change.inverse)
    assert (whats(workspace), people(workspace)) == ([], [])


def test_what_is_filled_in_is_no_act_that_could_be_taken_back(workspace: Workspace) -> None:
    made = [entry(SUNDAY, "one"), entry(SUNDAY, "two", practice="trust")]
    ops = [Op(codec.ENTRIES, each.id, codec.entry_fields(each)) for each in made]
    service.fill(workspace, ops)

    with pytest.raises(RefusedError, match="There is nothing to undo"):
        service.undo(workspace)
    service.log(workspace, THANKS, "three")
    service.undo(workspace)
    assert whats(workspace) == ["one", "two"]


@pytest.mark.parametrize(("table", "field"), [("entries", "date"), ("people", "name")])
def test_an_edit_that_broke_a_record_is_taken_back_before_the_act_that_made_it(
    workspace: Workspace, home: Home, table: str, field: str
) -> None:
    service.log(workspace, THANKS, "@maya the fix")
    workspace.store.checkpoint()
    with TinyDB(home.data) as db:
        db.table(table).update({field: 5})

    undone = service.undo(workspace)

    assert [each.name for each in undone.new_people] == ["Maya"] * (table == "people")
    assert [each.what for each in undone.came] == ["the fix"] * (table == "entries")
    assert (whats(workspace), people(workspace)) == (["the fix"], ["Maya"])
    service.undo(workspace)
    assert (whats(workspace), people(workspace)) == ([], [])


def test_an_act_is_taken_back_though_another_machine_broke_what_it_made(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    (entry,) = service.log(workspace, THANKS, "the fix").came
    other = service.open_workspace(home, clock, "fedcba987654")
    broken = Op(codec.ENTRIES, entry.id, {"date": "soon", "practice": 5})
    other.store.commit(lambda: [broken])

    undone = service.undo(workspace)

    assert (undone.meaningless, len(undone.slugs)) == (1, 8)
    assert whats(workspace) == []

"""What was logged can be taken back, act by act, from wherever it came."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from habits import service
from habits.errors import RefusedError, StoreError
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
def test_an_act_whose_record_was_broken_since_is_named_and_not_taken_back(
    workspace: Workspace, home: Home, table: str, field: str
) -> None:
    service.log(workspace, THANKS, "@maya the fix")
    workspace.store.checkpoint()
    with TinyDB(home.data) as db:
        db.table(table).update({field: 5})

    with pytest.raises(StoreError, match=f"in the table {table} has no readable '{field}'"):
        service.undo(workspace)

    assert len(workspace.store.table("entries")) == len(workspace.store.table("people")) == 1
    with TinyDB(home.data) as db:
        assert len(db.table("entries")) == len(db.table("people")) == 1

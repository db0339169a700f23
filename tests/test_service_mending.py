"""Entries are said anew, dated anew and deleted, and each is taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.errors import RefusedError
from habits.practices import BY_SLUG

if TYPE_CHECKING:
    from uuid import UUID

    from habits.service import Workspace

SUNDAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 21)
THANKS = BY_SLUG["thanks"]


@pytest.fixture
def key(workspace: Workspace) -> UUID:
    """The id of an entry of Sunday."""
    change = service.log(workspace, THANKS, "/quiet @maya #team the runbok because it held")
    return change.came[0].id


def test_an_entry_is_said_anew(workspace: Workspace, key: UUID) -> None:
    before = service.require_entry(workspace, key)
    line = service.line_of(workspace, before)
    assert line == "/quiet @maya #team the runbok because it held"

    change = service.edit_entry(workspace, key, line.replace("runbok", "runbook with @dev"))
    after = service.require_entry(workspace, key)
    assert (after.what, after.date) == ("the runbook with Dev", SUNDAY)
    assert [person.name for person in change.new_people] == ["Dev"]
    assert service.words_of(workspace, change) == [
        "Thanks /quiet · Maya, Dev (new) · the runbook with Dev · because it held · #team · today"
    ]

    service.undo(workspace)
    assert service.require_entry(workspace, key) == before
    assert len(service.people(workspace)) == 1


def test_an_entry_is_dated_anew_and_its_streaks_follow(workspace: Workspace, key: UUID) -> None:
    change = service.redate_entry(workspace, key, SATURDAY)
    assert service.words_of(workspace, change)[0].endswith("Sat 21, was today")
    assert service.require_entry(workspace, key).date == SATURDAY

    service.edit_entry(workspace, key, "the runbook (2026-11-20)")
    assert service.require_entry(workspace, key).date == date(2026, 11, 20)
    service.edit_entry(workspace, key, "the book")
    assert service.require_entry(workspace, key).date == date(2026, 11, 20)


def test_an_entry_is_deleted_and_brought_back(workspace: Workspace, key: UUID) -> None:
    before = service.require_entry(workspace, key)
    service.delete_entry(workspace, key)
    assert service.entries(workspace) == ()
    assert service.today(workspace).rows[7].leading.standing.total == 0

    service.undo(workspace)
    assert service.entries(workspace) == (before,)
    assert service.today(workspace).rows[7].leading.standing.total == 1


def test_what_cannot_be_mended_is_refused(workspace: Workspace, key: UUID) -> None:
    with pytest.raises(RefusedError, match="Nothing would change"):
        service.redate_entry(workspace, key, SUNDAY)
    with pytest.raises(RefusedError, match="in the future"):
        service.redate_entry(workspace, key, date(2026, 11, 23))
    service.delete_entry(workspace, key)
    with pytest.raises(RefusedError, match="gone"):
        service.delete_entry(workspace, key)
    with pytest.raises(RefusedError, match="gone"):
        service.edit_entry(workspace, key, "x")
    with pytest.raises(RefusedError, match="gone"):
        service.redate_entry(workspace, key, SATURDAY)
